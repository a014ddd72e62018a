// The importer: a worker that recognises files and imports them, and says once when there is nothing left.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { loggedFetch } from '../../lib/harvest/logged-fetch.ts';
import { openCatalog } from '../../lib/packs/store.ts';
import { workOnImports } from '../../lib/packs/import/work-loop.ts';
import { harvestBeside } from './harvest.ts';
import { sayIdle, startPulse } from '../../lib/packs/importer-pulse.ts';

/** Milliseconds that it stays for another import after the last one. */
const STAY = 3_000;
/** Two of them would only read the same rows twice. */
const LOCK = 'byline-importer';
/** Milliseconds that it waits for one before it, which was ended and is not gone yet. */
const LOCK_WAIT = 6_000;

const say = (word: unknown): void => postMessage(word);

/** Tests end an importer that does nothing any more, with files of these names; it says when it begins with that. */
const stuck = (name: string, step: string): void => {
  if (import.meta.env.MODE !== 'test' || !name.startsWith(`stuck-${step}.`)) return;
  new BroadcastChannel('byline-tests').postMessage(name);
  for (;;);
};

export default defineUnlistedScript(() => {
  const goesOnWith = startPulse(say);
  void navigator.locks
    .request(LOCK, { signal: AbortSignal.timeout(LOCK_WAIT) }, async () => {
      const database = await openCatalog();
      const step = (job: string, name: string, at: string): void => {
        goesOnWith(job);
        stuck(name, at);
      };
      await workOnImports(database, {
        idleMs: STAY,
        step,
        fetch: loggedFetch(database),
        beside: harvestBeside(database),
      }).finally(() => database.close());
    })
    .catch((error: unknown) => console.error('Byline: the importer stopped', error))
    .then(() => sayIdle(say));
});
