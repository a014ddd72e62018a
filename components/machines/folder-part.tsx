// A folder that is chosen once: backups into it, and a file for each of the reader's machines.
import type { JSX } from 'react';
import { t } from '../../lib/i18n/i18n.ts';
import type { BackupView } from '../../lib/messages/backup-messages.ts';
import { Switch } from '../ui/switch.tsx';
import { FolderSaid } from './folder-said.tsx';
import type { Backups } from './use-backups.ts';
import { useFolder } from './use-folder.ts';

export function FolderPart({ backups, view }: { backups: Backups; view: BackupView }): JSX.Element {
  const state = useFolder(false);
  const { folder, busy } = state;
  const isBusy = busy || backups.busy;
  return (
    <div className="folder">
      <h3>{t('folderHead')}</h3>
      <p className="why">{t('folderWhy')}</p>
      <p className="own-data">
        {folder !== null && folder !== undefined && <span className="folder-name">{t('folderIs', folder.name)}</span>}
        <button type="button" className="b-btn" aria-disabled={isBusy} onClick={state.choose}>
          {t(folder === null || folder === undefined ? 'folderChoose' : 'folderOther')}
        </button>
        {folder !== null && folder !== undefined && !view.shares && view.place === 'downloads' && (
          <button type="button" className="plain" aria-disabled={isBusy} onClick={state.forget}>
            {t('folderForget')}
          </button>
        )}
      </p>
      {folder?.isAllowed === false && (
        <p className="problem">
          {t('folderClosed', folder.name)}{' '}
          <button type="button" className="plain" aria-disabled={isBusy} onClick={state.allow}>
            {t('folderAllow')}
          </button>
        </p>
      )}
      {folder !== null && folder !== undefined && (
        <>
          <Switch
            on={view.place === 'folder'}
            label={t('folderBackups')}
            words={t('folderBackups')}
            disabled={isBusy}
            onChange={(on) => backups.put(on ? 'folder' : 'downloads')}
          />
          <Switch
            on={view.shares}
            label={t('folderShare')}
            words={t('folderShare')}
            disabled={isBusy}
            onChange={backups.share}
          />
          {view.shares && (
            <p className="own-data">
              <button type="button" className="b-btn" aria-disabled={isBusy} onClick={state.exchange}>
                {t('folderNow')}
              </button>
            </p>
          )}
        </>
      )}
      <FolderSaid state={state} />
    </div>
  );
}
