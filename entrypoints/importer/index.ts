// The importer: a worker that recognises files and imports them, and says once when there is nothing left.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { openCatalog } from '../../lib/packs/store.ts';
import { workOnImports } from '../../lib/packs/import/work-loop.ts';

/** Milliseconds that it stays for another import after the last one. */
const STAY = 3_000;
/** Two of them would only read the same rows twice. */
const LOCK = 'byline-importer';

export default defineUnlistedScript(() => {
  void navigator.locks
    .request(LOCK, { ifAvailable: true }, async (lock) => {
      if (lock === null) return;
      const database = await openCatalog();
      await workOnImports(database, STAY).finally(() => database.close());
    })
    .catch((error: unknown) => console.error('Byline: the importer stopped', error))
    .then(() => postMessage('idle'));
});
