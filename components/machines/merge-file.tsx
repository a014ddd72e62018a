// "Merge a copy from another machine": on the list's page and in the options.
import { useRef, type JSX } from 'react';
import { t } from '../../lib/i18n/i18n.ts';
import { MergeLook } from './merge-look.tsx';
import { useMerge } from './use-merge.ts';

export function MergeFile(): JSX.Element {
  const { looked, busy, said, problem, undo, look, merge, leave } = useMerge();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="merge">
      <button type="button" className="b-btn" aria-disabled={busy} onClick={() => busy || input.current?.click()}>
        {t('mergeChoose')}
      </button>
      <input
        ref={input}
        id="merge-file"
        type="file"
        accept=".json,application/json"
        hidden
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file !== undefined) look(file);
          // The same file may be chosen again.
          event.target.value = '';
        }}
      />
      {busy && <progress aria-label={t('ownBusy')} />}
      {looked !== null && <MergeLook looked={looked} busy={busy} onMerge={merge} onLeave={leave} />}
      <output>{said}</output>
      {undo !== null && (
        <button type="button" className="plain" aria-disabled={busy} onClick={undo}>
          {t('optionsUndo')}
        </button>
      )}
      {problem !== null && (
        <p role="alert" className="problem">
          {problem}
        </p>
      )}
    </div>
  );
}
