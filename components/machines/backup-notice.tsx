// Says that no backup could be made for days, with one press that makes it; and what there is to say of the folder that the
// reader chose.
import { lazy, Suspense, type JSX } from 'react';
import { t } from '../../lib/i18n/i18n.ts';
import { useBackups } from './use-backups.ts';

// Most readers have chosen no folder.
const FolderLine = lazy(async () => ({ default: (await import('./folder-line.tsx')).FolderLine }));

/** `page`: on the list's page the list is merged with those of the reader's other machines, where they have a folder for it. */
export function BackupNotice(props: { className: string; page: 'popup' | 'list' }): JSX.Element | null {
  const { view, busy, problem, backUpNow } = useBackups();
  if (view === null) return null;
  const usesFolder = view.shares || (view.on && view.place === 'folder');
  return (
    <>
      {view.isLate && (
        <div role="status" className={props.className}>
          <p>
            {problem ?? t('backupLate')}{' '}
            <button type="button" className="plain" aria-disabled={busy} onClick={backUpNow}>
              {t('backupNow')}
            </button>
          </p>
        </div>
      )}
      {usesFolder && (
        <Suspense fallback={null}>
          <FolderLine {...props} exchanges={props.page === 'list' && view.shares} />
        </Suspense>
      )}
    </>
  );
}
