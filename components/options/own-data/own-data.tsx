// All that is the reader's, as a whole: a copy as a file, reading one in, erasing everything; what they said of who wrote
// what; and what this version can't read.
import { useEffect, useState, type JSX } from 'react';
import { ask } from '../../../lib/messages/client.ts';
import type { Answer } from '../../../lib/messages/contract.ts';
import { count, t } from '../../../lib/i18n/i18n.ts';
import { BackupSwitch } from '../../machines/backup-switch.tsx';
import { MergeFile } from '../../machines/merge-file.tsx';
import { LibraryNotice } from '../../ui/library-notice.tsx';
import { Switch } from '../../ui/switch.tsx';
import { sentenceOf } from '../../ui/sentence.ts';
import { Section } from '../section.tsx';
import type { SettingsState } from '../use-settings.ts';
import { Decisions } from './decisions.tsx';
import { Erase } from './erase.tsx';
import { NudgeSwitch } from './nudge-switch.tsx';
import { Restore } from './restore.tsx';
import { saveCopy } from './save-copy.ts';

/** What was done, or why not. */
type Said = { done: string } | { problem: string } | null;

export function OwnData({ state }: { state: SettingsState }): JSX.Element {
  const [said, setSaid] = useState<Said>(null);
  const [busy, setBusy] = useState(false);
  const [round, setRound] = useState(0);
  /** One after the other: the buttons do nothing meanwhile. */
  const run = async (work: () => Promise<string>): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setSaid(null);
    try {
      setSaid({ done: await work() });
    } catch (error) {
      setSaid({ problem: sentenceOf(error) });
    }
    setBusy(false);
    setRound((before) => before + 1);
  };
  return (
    <Section id="own-data" title={t('ownTitle')} why={t('ownWhy')}>
      <LibraryNotice className="note" />
      <div className="own-data">
        <button
          type="button"
          className="b-btn"
          aria-disabled={busy}
          onClick={() => void run(async () => t('copySaved', await saveCopy()))}
        >
          {t('copySave')}
        </button>
        <Restore busy={busy} run={run} onProblem={(problem) => setSaid({ problem })} />
        <Erase busy={busy} run={run} />
      </div>
      {busy && <progress aria-label={t('ownBusy')} />}
      <output>{said !== null && 'done' in said ? said.done : ''}</output>
      {said !== null && 'problem' in said && (
        <p role="alert" className="problem">
          {said.problem}
        </p>
      )}
      {state.settings !== null && (
        <Switch
          on={state.settings.visits}
          label={t('ownVisits')}
          words={t('ownVisits')}
          onChange={(visits) => state.change({ visits })}
        />
      )}
      <NudgeSwitch />
      <h3>{t('mergeHead')}</h3>
      <p className="why">{t('mergeWhy')}</p>
      <MergeFile />
      <h3>{t('backupHead')}</h3>
      <BackupSwitch />
      <Decisions key={`said ${round}`} />
      <Unread key={round} />
    </Section>
  );
}

/** Rows that are kept and can't be shown otherwise. */
function Unread(): JSX.Element | null {
  const [unread, setUnread] = useState<Answer<'library.unread'> | null>(null);
  useEffect(() => {
    ask('library.unread', {}).then(setUnread, () => setUnread(null));
  }, []);
  if (unread === null || unread.total === 0) return null;
  return (
    <details className="unread">
      <summary>{count('ownUnread', unread.total)}</summary>
      <ul>
        {unread.rows.map((row) => (
          <li key={row}>
            <code>{row}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}
