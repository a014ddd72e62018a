// The switch of backups, when the last was made, and one by a press.
import { useState, type JSX } from 'react';
import { language, t } from '../../lib/i18n/i18n.ts';
import { whenWords } from '../../lib/i18n/when.ts';
import { Switch } from '../ui/switch.tsx';
import { useBackups } from './use-backups.ts';

export function BackupSwitch(): JSX.Element {
  const { view, busy, problem, turn, backUpNow } = useBackups();
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
      <p className="why">{t('backupWhy')}</p>
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
      {on && view?.mayDownload === false && <p className="problem">{t('backupRefused')}</p>}
      {busy && <progress aria-label={t('ownBusy')} />}
      {problem !== null && (
        <p role="alert" className="problem">
          {problem}
        </p>
      )}
    </div>
  );
}
