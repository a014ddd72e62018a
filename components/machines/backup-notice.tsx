// Says that no backup could be made for days, with one press that makes it.
import type { JSX } from 'react';
import { t } from '../../lib/i18n/i18n.ts';
import { useBackups } from './use-backups.ts';

export function BackupNotice({ className }: { className: string }): JSX.Element | null {
  const { view, busy, problem, backUpNow } = useBackups();
  if (view?.isLate !== true) return null;
  return (
    <div role="status" className={className}>
      <p>
        {problem ?? t('backupLate')}{' '}
        <button type="button" className="plain" aria-disabled={busy} onClick={backUpNow}>
          {t('backupNow')}
        </button>
      </p>
    </div>
  );
}
