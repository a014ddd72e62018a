// Chromium's service worker can't start a dedicated worker and is stopped when it idles; this page without a window
// can, and stays. It holds the importer while there is something to import, or one backup, and nothing else.
import { watchImporter } from '../../lib/packs/importer-pulse.ts';
import { extensionWorker } from '../../lib/page/runtime.ts';

const { ask } = extensionWorker();

/** Holds a copy of the list while the browser writes it to the disk. */
async function backUp(): Promise<void> {
  const { text, seq } = await ask('data.copy', {});
  await ask('backup.file', { url: URL.createObjectURL(new Blob([text], { type: 'application/json' })), seq });
}

if (location.search === '?backup')
  backUp()
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
