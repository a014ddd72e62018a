// The importer: a worker that reads the files of open imports into packs, one import after the other, and says once
// when there is nothing left. What it was doing lies in the store after each step, so it may be stopped at any time.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { CatalogDatabase } from '../../lib/packs/store.ts';
import { hearAsks, tellPacksChanged } from '../../lib/packs/importer-channel.ts';
import { runImport } from '../../lib/packs/import/run.ts';
import { failImport, openImports } from '../../lib/packs/jobs.ts';
import { openSource } from '../../lib/packs/open-source.ts';

/** Milliseconds that it stays for another import after the last one. */
const STAY = 3_000;
/** Several of them at once would only read the same rows twice. */
const LOCK = 'byline-importer';

async function importAll(): Promise<void> {
  const database = new CatalogDatabase();
  let asked = (): void => undefined;
  let current: { id: string; ends: AbortController } | null = null;
  // An import that could not even be written down as failed is not begun again and again.
  const given = new Set<string>();
  const deaf = hearAsks((heard) => {
    if (heard.ask === 'look') asked();
    else if (current?.id === heard.job) current.ends.abort();
  });
  const somebodyAsks = (): Promise<boolean> =>
    new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), STAY);
      asked = () => {
        clearTimeout(timer);
        resolve(true);
      };
    });
  try {
    do {
      for (;;) {
        const next = (await openImports(database)).find(({ id }) => !given.has(id));
        if (next === undefined) break;
        const ends = new AbortController();
        current = { id: next.id, ends };
        try {
          await runImport(database, next.id, { signal: ends.signal, open: openSource(database, ends.signal) });
        } catch (error) {
          // Whoever stopped it takes its row away.
          given.add(next.id);
          if (!ends.signal.aborted) await failImport(database, next.id, error);
        }
        current = null;
        tellPacksChanged();
      }
    } while (await somebodyAsks());
  } finally {
    deaf();
    database.close();
  }
}

export default defineUnlistedScript(() => {
  void navigator.locks
    .request(LOCK, { ifAvailable: true }, async (lock) => {
      if (lock !== null) await importAll();
    })
    .catch((error: unknown) => console.error('Byline: the importer stopped', error))
    .then(() => postMessage('idle'));
});
