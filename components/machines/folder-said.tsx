// What came of the other machines' files: what was merged, what is asked, what could not be read.
import type { JSX } from 'react';
import { list, t } from '../../lib/i18n/i18n.ts';
import { MergeLook } from './merge-look.tsx';
import type { FolderState } from './use-folder.ts';

export function FolderSaid({ state }: { state: FolderState }): JSX.Element {
  const { busy, problem, said, unread, question, undo } = state;
  return (
    <>
      {question !== null && (
        <div className="merge">
          <MergeLook looked={question} busy={busy} onMerge={state.answer} onLeave={state.leave} />
        </div>
      )}
      <p className="own-data">
        <output>{said}</output>
        {undo !== null && (
          <button type="button" className="plain" aria-disabled={busy} onClick={undo}>
            {t('optionsUndo')}
          </button>
        )}
      </p>
      {unread.length > 0 && <p className="why">{t('folderUnread', list([...unread]))}</p>}
      {problem !== null && (
        <p role="alert" className="problem">
          {problem}
        </p>
      )}
    </>
  );
}
