// Reads a copy in: first what it has and would change, then one of two ways, after a copy of what is here was saved.
import { useRef, useState, type JSX } from 'react';
import { ask } from '../../../lib/messages/client.ts';
import type { Answer } from '../../../lib/messages/contract.ts';
import { count, list, t } from '../../../lib/i18n/i18n.ts';
import { MAX_BACKUP } from '../../../lib/library/max-backup.ts';
import { differenceWords } from '../../machines/difference-words.ts';
import { dayOf } from '../../machines/merge-look.tsx';
import { sentenceOf } from '../../ui/sentence.ts';
import { saveCopy } from './save-copy.ts';

type Preview = Answer<'data.preview'>;
type How = 'merge' | 'replace';

interface Chosen {
  name: string;
  text: string;
  preview: Preview;
}

export function Restore(props: {
  busy: boolean;
  run: (work: () => Promise<string>) => Promise<void>;
  onProblem: (sentence: string) => void;
}): JSX.Element {
  const { busy, run, onProblem } = props;
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const take = async (file: File): Promise<void> => {
    setChosen(null);
    try {
      if (file.size > 2 * MAX_BACKUP) throw new RangeError();
      const text = await file.text();
      setChosen({ name: file.name, text, preview: await ask('data.preview', { text }) });
    } catch (error) {
      onProblem(error instanceof RangeError ? t('copyLarge') : sentenceOf(error));
    }
  };
  const restore = (how: How): void => {
    if (chosen === null || busy) return;
    const { text } = chosen;
    void run(async () => {
      const before = await saveCopy();
      const done = await ask('data.restore', { text, how });
      setChosen(null);
      return `${t('copyRestored', differenceWords(done))} ${t('copyBefore', before)}`;
    });
  };
  return (
    <>
      <button type="button" className="b-btn" aria-disabled={busy} onClick={() => busy || input.current?.click()}>
        {t('copyRestore')}
      </button>
      <input
        ref={input}
        id="copy-file"
        type="file"
        accept=".json,application/json"
        hidden
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file !== undefined) void take(file);
          // The same file may be chosen again.
          event.target.value = '';
        }}
      />
      {chosen !== null && (
        <div className="copy" role="group" aria-label={t('copyLabel', chosen.name)}>
          <p>
            {t(
              'copyWhat',
              dayOf(chosen.preview.made),
              count('noticePapers', chosen.preview.papers),
              count('noticePeople', chosen.preview.people),
            )}
            {chosen.preview.unreadable > 0 && ` ${count('copyUnreadable', chosen.preview.unreadable)}`}
            {chosen.preview.unknown.length > 0 && ` ${t('copyUnknown', list(chosen.preview.unknown))}`}
          </p>
          {(['merge', 'replace'] as const).map((how) => (
            <p key={how}>
              <button type="button" className="b-btn" aria-disabled={busy} onClick={() => restore(how)}>
                {t(how === 'merge' ? 'copyMerge' : 'copyReplace')}
              </button>{' '}
              <span className="why">
                {differenceWords(chosen.preview[how])}
                {how === 'replace' && ` ${t('copySettings')}`}
              </span>
            </p>
          ))}
          <p className="why">{t('copyFirst')}</p>
          <button type="button" className="b-link" onClick={() => setChosen(null)}>
            {t('copyLeave')}
          </button>
        </div>
      )}
    </>
  );
}
