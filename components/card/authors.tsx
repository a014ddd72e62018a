// The byline: the first five authors, the rest on demand; each opens the author's profile, 1 to 9 by key.
import { useContext, useRef, useState } from 'react';
import type { PaperView } from '../../lib/views/schema.ts';
import { count, t } from '../../lib/i18n/i18n.ts';
import { Drawn } from '../ui/unsearchable-text.tsx';
import { useCommand } from './commands.tsx';
import { Roomy } from './roomy.ts';
import { usePaper } from './subject.tsx';
import { usePersonWords } from './use-person-words.ts';

const shownFirst = 5;
/** Where there is room: more is a wall of names, and folds all the same. */
const shownInRoom = 30;

/** Filled where it is somebody followed, outlined where the name alone says so. */
const lookOf = ({ followed, known }: PaperView['authors'][number]): string =>
  followed !== null ? (followed.sure ? 'b-followed' : 'b-maybe') : known ? 'b-known' : '';

export function Authors() {
  const { view, onPerson } = usePaper();
  const [all, setAll] = useState(false);
  const words = usePersonWords();
  const first = useContext(Roomy) ? shownInRoom : shownFirst;
  const names = useRef<HTMLUListElement>(null);
  // One more name takes no more room than "+1 more".
  const foldable = view.authors.length > first + 1;
  const rest = view.authors.length - first;
  const more = view.moreAuthors === true ? t('cardAuthorsMoreThan', rest) : count('cardAuthorsMore', rest);
  const shown = foldable && !all ? view.authors.slice(0, first) : view.authors;

  useCommand('author', (command) => {
    const author = command.do === 'author' ? view.authors[command.at] : undefined;
    if (author === undefined) return false;
    onPerson(author.person, author.name);
    return true;
  });

  const toggle = (): void => {
    setAll(!all);
    // The keyboard continues at the first name that came, not at the end of all of them.
    if (!all) requestAnimationFrame(() => names.current?.querySelectorAll('button')[first]?.focus());
  };

  if (view.authors.length === 0) return null;
  return (
    <div className="b-authors">
      <h3 className="b-hidden">{t('cardAuthors')}</h3>
      <ul ref={names}>
        {shown.map((author, at) => (
          // The same name can appear twice in one list; its place tells which.
          <li key={`${at} ${author.person}`}>
            <button
              type="button"
              className={`b-person ${lookOf(author)}`.trimEnd()}
              title={author.followed?.sure === false ? t('authorMaybe', author.followed.name) : undefined}
              onClick={() => onPerson(author.person, author.name)}
              {...(author.known ? words(author.person) : {})}
            >
              <bdi>{author.name}</bdi>
              {author.followed !== null && (
                <Drawn
                  words={author.followed.sure ? t('authorFollowing') : t('authorMaybe', author.followed.name)}
                  hidden
                />
              )}
            </button>
          </li>
        ))}
      </ul>
      {foldable && (
        <button type="button" className="b-more" aria-expanded={all} onClick={toggle}>
          {all ? t('cardAuthorsFewer') : more}
        </button>
      )}
    </div>
  );
}
