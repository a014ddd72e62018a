// The switch of backups, when the last was made, and one by a press; where the browser has a picker for them, a folder.
import { lazy, Suspense, useState, type JSX } from 'react';
import { language, t } from '../../lib/i18n/i18n.ts';
import { whenWords } from '../../lib/i18n/when.ts';
import { Switch } from '../ui/switch.tsx';
import { useBackups } from './use-backups.ts';

const FolderPart = lazy(async () => ({ default: (await import('./folder-part.tsx')).FolderPart }));

/** Firefox has none. */
const hasPicker = (): boolean => 'showDirectoryPicker' in globalThis;

export function BackupSwitch(): JSX.Element {
  const backups = useBackups();
  const { view, busy, problem, turn, backUpNow } = backups;
  const [opened] = useState(() => Date.now());
  const on = view?.on ?? false;
  return (
    <div className="backups">
      <Switch
        on={on}
        label={t('backupSwitch')}
        words={t('backupSwitch')}
        disabled={view === null || busy}
        onChange={turn}
      />
      <p className="why">{t(view?.place === 'folder' ? 'backupWhyFolder' : 'backupWhy')}</p>
      {on && view !== null && (
        <p className="own-data">
          <span>
            {view.savedAt === null
              ? t('backupNone')
              : t('backupLast', whenWords(view.savedAt, Math.max(opened, view.savedAt), language()))}
          </span>{' '}
          <button type="button" className="plain" aria-disabled={busy} onClick={backUpNow}>
            {t('backupNow')}
          </button>
        </p>
      )}
      {on && view?.mayDownload === false && view.place === 'downloads' && (
        <p className="problem">{t('backupRefused')}</p>
      )}
      {busy && <progress aria-label={t('ownBusy')} />}
      {problem !== null && (
        <p role="alert" className="problem">
          {problem}
        </p>
      )}
      {hasPicker() && view !== null && (
        <Suspense fallback={null}>
          <FolderPart backups={backups} view={view} />
        </Suspense>
      )}
    </div>
  );
}
