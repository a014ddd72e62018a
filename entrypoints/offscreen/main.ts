// Chromium's service worker can't start a dedicated worker and is stopped when it idles; this page without a window
// can, and stays. It holds the importer while there is something to import, and nothing else.
import { watchImporter } from '../../lib/packs/importer-pulse.ts';
import { extensionWorker } from '../../lib/page/runtime.ts';

const { ask } = extensionWorker();

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
