// A backup by a press: this page holds the copy while the browser writes it.
import { browser } from '../../lib/browser/browser.ts';
import type { BackupPlace } from '../../lib/library/backup-plan.ts';
import { ask } from '../../lib/messages/client.ts';
import type { BackupView } from '../../lib/messages/backup-messages.ts';

/** Asks the browser whether Byline may download; to be called in a click, before anything else. */
export const allowDownloads = (): Promise<boolean> => browser.permissions.request({ permissions: ['downloads'] });

/** To be called in a press. Throws where it could not be written. */
export async function backUp(place: BackupPlace): Promise<BackupView> {
  if (place === 'folder') return (await import('../../lib/folder/worker-list.ts')).backUpIntoFolder(true);
  const { text, seq } = await ask('data.copy', {});
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  try {
    return await ask('backup.file', { url, seq });
  } finally {
    URL.revokeObjectURL(url);
  }
}
