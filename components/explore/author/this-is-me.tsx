// The reader is this author: said and taken back by one switch; then where they are on the web, filled in by hand.
import { useState, type JSX } from 'react';
import { t, type MessageKey } from '../../../lib/i18n/i18n.ts';
import { ask } from '../../../lib/messages/client.ts';
import { isHttpsAddress } from '../../../lib/paper/https-address.ts';
import type { AuthorPage } from '../../../lib/views/explore/schema.ts';
import { useShared } from '../../card/author/decisions.tsx';
import { sentenceOf } from '../../ui/sentence.ts';

type Links = NonNullable<AuthorPage['me']>['links'];

const fields = [
  { name: 'homepage', words: 'authorHomepage', example: 'https://example.org/' },
  { name: 'orcid', words: 'linkOrcid', example: 'https://orcid.org/0000-0000-0000-0000' },
  { name: 'scholar', words: 'linkScholar', example: 'https://scholar.google.com/citations?user=' },
  { name: 'github', words: 'linkGithub', example: 'https://github.com/' },
] as const satisfies readonly { name: keyof Links; words: MessageKey; example: string }[];

export function ThisIsMe({ page }: { page: AuthorPage }): JSX.Element | null {
  const shared = useShared();
  if (shared === null) return null;
  const { me, privateWindow, person } = page;
  const press = (): void => {
    if (me === null) shared.say({ papers: [], says: 'me', words: t('saidMe', person.name) });
    else shared.takeBack(me.ids);
  };
  return (
    <button
      type="button"
      role="switch"
      className="b-link x-me"
      data-guarded=""
      data-say="me"
      aria-checked={me !== null}
      aria-disabled={privateWindow || undefined}
      title={privateWindow ? t('authorDecidePrivate') : undefined}
      onClick={press}
    >
      {t('thisIsMe')}
    </button>
  );
}

/** The reader's own pages. They are kept with all that is the reader's, and sent nowhere. */
export function OwnLinksForm({
  me,
  reread,
}: {
  me: NonNullable<AuthorPage['me']>;
  reread: () => Promise<void>;
}): JSX.Element {
  const [links, setLinks] = useState<Links>(me.links);
  const [said, setSaid] = useState('');
  const wrong = fields.find(({ name }) => links[name] !== undefined && !isHttpsAddress(links[name]));
  const save = async (event: { preventDefault: () => void }): Promise<void> => {
    event.preventDefault();
    const [id] = me.ids;
    if (id === undefined) return;
    if (wrong !== undefined) {
      setSaid(t('linkNotHttps', t(wrong.words)));
      return;
    }
    try {
      await ask('person.links', { id, links });
      setSaid(t('linksKept'));
      await reread();
    } catch (error) {
      setSaid(sentenceOf(error));
    }
  };
  return (
    <details className="x-own-links">
      <summary className="b-link">{t('ownLinks')}</summary>
      <form onSubmit={(event) => void save(event)} noValidate>
        {fields.map(({ name, words, example }) => (
          <label key={name}>
            {t(words)}
            <input
              type="url"
              dir="ltr"
              name={name}
              placeholder={example}
              autoComplete="off"
              spellCheck={false}
              aria-invalid={wrong?.name === name || undefined}
              value={links[name] ?? ''}
              onChange={({ target }) => {
                const { [name]: _, ...others } = links;
                const value = target.value.trim();
                setLinks(value === '' ? others : { ...others, [name]: value });
              }}
            />
          </label>
        ))}
        <p className="x-note">{t('ownLinksWhy')}</p>
        <button type="submit" className="b-link">
          {t('ownLinksSave')}
        </button>{' '}
        <span role="status">{said}</span>
      </form>
    </details>
  );
}
