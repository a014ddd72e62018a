// The list as it is shown, to the clipboard: BibTeX, which the worker writes, a table, or text with links. Where the
// browser does not allow it, on the screen, selected.
import { useEffect, useRef, useState, type JSX } from 'react';
import { ask } from '../../../lib/messages/client.ts';
import { count, t } from '../../../lib/i18n/i18n.ts';
import type { ExploreWork } from '../../../lib/views/explore/schema.ts';
import { csvOf, markdownOf } from '../../../lib/views/explore/written-list.ts';
import { sentenceOf } from '../../ui/sentence.ts';

const kinds = ['BibTeX', 'CSV', 'Markdown'] as const;
type Kind = (typeof kinds)[number];

async function written(kind: Kind, works: readonly ExploreWork[]): Promise<string> {
  if (kind === 'CSV') return csvOf(works);
  if (kind === 'Markdown') return markdownOf(works);
  return (await ask('papers.cite', { ids: works.map(({ id }) => id), as: 'bibtex', remembered: false })).text;
}

export function CopyList({ works }: { works: readonly ExploreWork[] }): JSX.Element {
  const [said, setSaid] = useState('');
  const [byHand, setByHand] = useState<string | null>(null);
  const copy = async (kind: Kind): Promise<void> => {
    setByHand(null);
    try {
      const text = await written(kind, works);
      await navigator.clipboard.writeText(text).then(
        () => setSaid(count('exploreCopied', works.length, kind)),
        () => setByHand(text),
      );
    } catch (error) {
      setSaid(sentenceOf(error));
    }
  };
  return (
    <>
      <span className="x-copy" role="group" aria-label={t('exploreCopy')}>
        <span aria-hidden="true">{t('exploreCopyWord')}</span>
        {kinds.map((kind) => (
          <button
            type="button"
            key={kind}
            className="b-link"
            title={t('exploreCopyAs', kind)}
            onClick={() => void copy(kind)}
          >
            {kind}
          </button>
        ))}
      </span>
      <span role="status" className={said === '' ? 'b-hidden' : 'x-copied'}>
        {said}
      </span>
      {byHand !== null && <ByHand text={byHand} />}
    </>
  );
}

function ByHand({ text }: { text: string }): JSX.Element {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  return (
    <label className="b-by-hand x-by-hand">
      {t('cardCiteByHand')}
      <textarea ref={field} readOnly rows={6} dir="ltr" value={text} spellCheck={false} autoComplete="off" />
    </label>
  );
}
