// The list on several machines, and its backups: a panel of the list's page.
import type { JSX } from 'react';
import { t } from '../../lib/i18n/i18n.ts';
import { BackupSwitch } from './backup-switch.tsx';
import { MergeFile } from './merge-file.tsx';

export function MachinesPanel({ onClose }: { onClose: () => void }): JSX.Element {
  return (
    <section className="l-machines" aria-labelledby="machines-head">
      <div className="l-bin-head">
        <h2 id="machines-head">{t('mergeHead')}</h2>
        <button type="button" className="plain" onClick={onClose}>
          {t('listHelpClose')}
        </button>
      </div>
      <p className="l-note-line">{t('mergeWhy')}</p>
      <MergeFile />
      <h3>{t('backupHead')}</h3>
      <BackupSwitch />
    </section>
  );
}
