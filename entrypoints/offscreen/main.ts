// Chromium's service worker can't start a dedicated worker and is stopped when it idles; this page without a window
// can, and stays. It holds the importer while there is something to import, or writes what is due of the reading list, and
// nothing else.
import { watchImporter } from '../../lib/packs/importer-pulse.ts';
import { extensionWorker } from '../../lib/page/runtime.ts';

const { ask } = extensionWorker();

/** Holds a copy of the list while the browser writes it to the disk. */
async function backUp(): Promise<void> {
  const { text, seq } = await ask('data.copy', {});
  await ask('backup.file', { url: URL.createObjectURL(new Blob([text], { type: 'application/json' })), seq });
}

/** Without a question: there is nobody to ask here. */
async function intoFolder(what: URLSearchParams): Promise<void> {
  const { backUpIntoFolder, shareList } = await import('../../lib/folder/worker-list.ts');
  if (what.has('folder')) await backUpIntoFolder(false);
  if (what.has('share')) await shareList();
}

const asked = new URLSearchParams(location.search);
if (asked.size > 0)
  Promise.all([
    ...(asked.has('downloads') ? [backUp()] : []),
    ...(asked.has('folder') || asked.has('share') ? [intoFolder(asked)] : []),
  ])
    .catch((error: unknown) => console.error('Byline: the list could not be backed up', error))
    .finally(close);
else
  watchImporter({
    create: () => new Worker('/importer.js'),
    hung: async (job) => {
      await ask('packs.hung', { job });
    },
    over: (fault) => {
      // An importer that fell over is started again by the alarm.
      if (fault !== null) console.error('Byline: the importer stopped', fault);
      close();
    },
  });
