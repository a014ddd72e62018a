// Papers of the list as a file: all, what is found, or what is ticked. The entries are read whole, some hundred at a time.
import { lazy, Suspense, useRef, useState, type JSX } from 'react';
import type { Entry } from '../../lib/library/schema.ts';
import { count, number, t } from '../../lib/i18n/i18n.ts';
import { ask } from '../../lib/messages/client.ts';
import { MAX_WHOLE } from '../../lib/messages/max-whole.ts';
import type { ListPageRow } from '../../lib/views/schema.ts';
import { sentenceOf } from '../ui/sentence.ts';
import { saveFile } from '../ui/save-file.ts';

const ZoteroPart = lazy(async () => ({ default: (await import('./zotero-part.tsx')).ZoteroPart }));

const kinds = ['BibTeX', 'RIS', 'CSL-JSON', 'Markdown', 'CSV', 'JSON'] as const;
export type ExportKind = (typeof kinds)[number];

/** Entries by their ids, in their order. `told` hears of each part, 0 to 1; null: it was stopped. */
async function wholeEntries(
  ids: readonly string[],
  told: (part: number) => void,
  isStopped: () => boolean,
): Promise<Entry[] | null> {
  const entries: Entry[] = [];
  for (let at = 0; at < ids.length; at += MAX_WHOLE) {
    if (isStopped()) return null;
    entries.push(...(await ask('list.entries', { ids: ids.slice(at, at + MAX_WHOLE) })).entries);
    told(Math.min(1, (at + MAX_WHOLE) / ids.length));
  }
  return entries;
}

export function ExportPanel(props: {
  ids: readonly string[];
  /** What they are: "312 papers of your list". */
  words: string;
  /** What the list says of them. */
  rows: readonly ListPageRow[];
  onSelect: (ids: readonly string[]) => void;
  onClose: () => void;
}): JSX.Element {
  const { ids, words, rows, onSelect, onClose } = props;
  const [progress, setProgress] = useState<number | null>(null);
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const stopped = useRef(false);
  const run = async (kind: ExportKind, to: 'file' | 'clipboard'): Promise<void> => {
    setProblem(null);
    setSaid('');
    stopped.current = false;
    setProgress(0);
    try {
      const [entries, { listFile }] = await Promise.all([
        wholeEntries(ids, setProgress, () => stopped.current),
        import('./list-file.ts'),
      ]);
      if (entries === null) return;
      const { text, name, type } = listFile(kind, entries);
      if (to === 'file') saveFile(name, text, type);
      else await navigator.clipboard.writeText(text);
      setSaid(count(to === 'file' ? 'listExported' : 'listCopied', entries.length, kind));
    } catch (error) {
      setProblem(sentenceOf(error));
    } finally {
      setProgress(null);
    }
  };
  return (
    <section className="l-export" aria-labelledby="export-head">
      <div className="l-bin-head">
        <h2 id="export-head">{t('listExportHead', words)}</h2>
        <button type="button" className="plain" onClick={onClose}>
          {t('listHelpClose')}
        </button>
      </div>
      <p className="l-buttons">
        {kinds.map((kind) => (
          <button
            type="button"
            key={kind}
            className="b-btn"
            aria-disabled={progress !== null || ids.length === 0}
            onClick={() => progress === null && ids.length > 0 && void run(kind, 'file')}
          >
            {kind}
          </button>
        ))}
        <span className="l-copy-as">
          {t('listCopyAs')}
          {(['BibTeX', 'Markdown'] as const).map((kind) => (
            <button
              type="button"
              key={kind}
              className="plain"
              aria-disabled={progress !== null}
              onClick={() => progress === null && void run(kind, 'clipboard')}
            >
              {kind}
            </button>
          ))}
        </span>
      </p>
      {ids.length === 0 && <p className="l-note-line">{t('listExportNothing')}</p>}
      {progress !== null && (
        <p className="l-buttons">
          <progress value={progress} aria-label={t('listExporting', number(ids.length))} />
          <button
            type="button"
            className="plain"
            onClick={() => {
              stopped.current = true;
            }}
          >
            {t('exportStop')}
          </button>
        </p>
      )}
      <output className={said === '' ? 'b-hidden' : 'l-note-line'}>{said}</output>
      {problem !== null && (
        <p role="alert" className="problem">
          {problem}
        </p>
      )}
      <Suspense>
        <ZoteroPart rows={rows} onSelect={onSelect} />
      </Suspense>
    </section>
  );
}
