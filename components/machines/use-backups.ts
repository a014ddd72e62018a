// Backups by themselves, as pages show and switch them.
import { useCallback, useState } from 'react';
import { t } from '../../lib/i18n/i18n.ts';
import type { BackupPlace } from '../../lib/library/backup-plan.ts';
import { ask } from '../../lib/messages/client.ts';
import type { BackupView } from '../../lib/messages/backup-messages.ts';
import { sentenceOf } from '../ui/sentence.ts';
import { usePermissionChanges } from '../ui/use-permission-changes.ts';
import { allowDownloads, backUp } from './back-up.ts';

export interface Backups {
  /** Null until it is known. */
  view: BackupView | null;
  busy: boolean;
  problem: string | null;
  turn: (on: boolean) => void;
  backUpNow: () => void;
  /** Into the downloads, or into the folder that the reader chose. */
  put: (place: BackupPlace) => void;
  share: (on: boolean) => void;
}

export function useBackups(): Backups {
  const [view, setView] = useState<BackupView | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const read = useCallback(
    () =>
      ask('backup.state', {}).then(setView, (error: unknown) =>
        console.warn('Byline: what is known of backups could not be read', error),
      ),
    [],
  );
  usePermissionChanges(read);
  /** `allowed`: the browser's question, asked in the click itself. */
  const run = async (allowed: Promise<boolean>, work: () => Promise<BackupView>): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      if (await allowed) setView(await work());
      else setProblem(t('backupRefused'));
    } catch (error) {
      setProblem(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  /** Asked in the click itself, and only where it is not allowed yet. */
  const allow = (): Promise<boolean> =>
    view?.mayDownload === true || view?.place === 'folder' ? Promise.resolve(true) : allowDownloads();
  const place = view?.place ?? 'downloads';
  return {
    view,
    busy,
    problem,
    turn: (on) => {
      if (busy) return;
      void run(on ? allow() : Promise.resolve(true), async () => {
        const next = await ask('backup.set', { on, place });
        return next.on ? backUp(place) : next;
      });
    },
    backUpNow: () => {
      if (!busy) void run(allow(), () => backUp(place));
    },
    put: (to) => {
      if (busy || view === null) return;
      const allowed = to === 'downloads' && view.on && !view.mayDownload ? allowDownloads() : Promise.resolve(true);
      void run(allowed, () => ask('backup.set', { on: view.on, place: to }));
    },
    share: (on) => {
      if (!busy) void run(Promise.resolve(true), () => ask('backup.share', { on }));
    },
  };
}
