// Worker and importer are stopped 100 times while a field is fetched from a server that plays arXiv, and while its packs are
// merged: each paper is there once, and each request that went out is in the log.
import { STAND_IN_PORTS } from '../../lib/harvest/address.ts';
import { readRecords } from '../../lib/packs/tables/records.ts';
import { copyFor, missingHosts } from '../annotate/copy.ts';
import { ask, catalogReady, eventually, wait } from '../browser/byline.ts';
import { openBrowser } from '../browser/open.ts';
import type { Session } from '../browser/session.ts';
import { needBuild } from '../build.ts';
import { chance } from '../chance.ts';
import { standInForArxiv } from '../stand-in/arxiv.ts';
import { makePapers } from '../stand-in/papers.ts';
import type { Outcome } from './outcome.ts';
import { importerGone, startImporter, stopImporter } from './start-import.ts';
import { storedIn } from './store.ts';

const STOPS = 100;
const SET = 'cs:cs:LG';
const DAYS = 360;
/** Papers of a page: so few that the lists of a year have many. */
const PAGE = 150;
/** Milliseconds between two stops: a request has three seconds. */
const PAUSE = 2_600;
/** Milliseconds for what is left after the last stop. */
const REST = 900_000;

/** Ids of all records in the stored packs of the field, pack by pack, read past all of our code. */
async function storedIds(session: Session): Promise<string[][]> {
  const packs = await session.inExtension(async () => {
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('The store can not be read.'));
      });
    const database = await settled(indexedDB.open('byline-catalog'));
    const all = database.transaction(['packs', 'pieces'], 'readonly');
    const rows = (await settled(all.objectStore('packs').getAll())) as { store: number; series?: { id: string } }[];
    const blocks: string[][] = [];
    for (const { store, series } of rows) {
      if (series?.id !== 'arxiv') continue;
      const range = IDBKeyRange.bound([store, 'records', 0], [store, 'records', Infinity]);
      const pieces = (await settled(all.objectStore('pieces').getAll(range))) as { bytes: Uint8Array }[];
      blocks.push(pieces.map(({ bytes }) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))));
    }
    database.close();
    return blocks;
  });
  return packs.map((blocks) =>
    blocks.flatMap((block) => readRecords(Buffer.from(block, 'base64')).map((record) => record?.id ?? 'none')),
  );
}

/** How much of the field is there, 0 to 1; undefined where the worker was stopped before it answered. */
const shareDone = (session: Session): Promise<number | undefined> =>
  Promise.race([
    ask(session, 'fields.status', {}).then(
      ({ fields: [field] }) => (field === undefined || field.days === 0 ? undefined : field.done / field.days),
      () => undefined,
    ),
    wait(5_000).then(() => undefined),
  ]);

/** Stops both again and again until the field is whole or there were enough stops. */
async function disturb(session: Session, stopsWanted: number): Promise<number> {
  const { next: random } = chance(23);
  let stopped = 0;
  let pause = PAUSE;
  while (stopped < stopsWanted) {
    await wait(random() * pause);
    if (await stopImporter(session)) stopped += 1;
    await session.stopWorker?.();
    await startImporter(session);
    const share = await shareDone(session);
    if (share === 1) break;
    // The stops are to be spread over all of it.
    if (share !== undefined)
      pause = share > stopped / stopsWanted ? Math.max(100, pause * 0.7) : Math.min(6_000, pause * 1.1);
  }
  return stopped;
}

export async function harvestStops(stopsWanted = STOPS): Promise<Outcome> {
  const today = new Date().toISOString().slice(0, 10);
  const papers = makePapers({ today, days: DAYS, aDay: 12, categories: () => ['cs.LG'] });
  const since = new Date(Date.parse(today) - 366 * 86_400_000).toISOString().slice(0, 10);
  // Of the last change in the span, and written before it: those stay out.
  const wanted = new Set(papers.filter(({ created }) => created >= since).map(({ id }) => `arxiv:${id}`));
  const port = STAND_IN_PORTS.chromium;
  const standIn = `127.0.0.1:${port}`;
  const arxiv = await standInForArxiv({ papers, port, pageSize: PAGE });
  const build = await needBuild('chromium', 'test');
  const { folder: extension, remove } = copyFor(build, missingHosts(build, [`http://${standIn}/`]));
  const session = await openBrowser('chromium', { extension, site: () => null, standIn });
  try {
    await catalogReady(session);
    await ask(session, 'fields.choose', { sets: [SET], span: '12-months' });
    const stopped = await disturb(session, stopsWanted);
    const whole = await eventually(async () => ((await shareDone(session)) === 1 ? true : undefined), REST, 1_000);
    await importerGone(session);
    const ids = await storedIds(session);
    const found = new Set(ids.flat());
    const lost = [...wanted].filter((id) => !found.has(id)).length;
    const others = [...found].filter((id) => !wanted.has(id)).length;
    const twice = ids.reduce((sum, some) => sum + some.length - new Set(some).size, 0);
    const { papers: said } = await ask(session, 'fields.status', {});
    const { today: logged } = await ask(session, 'sent.log', { limit: 1 });
    const asked = arxiv.asked().length;
    const { left } = await storedIn(session);
    return {
      holds:
        whole === true &&
        stopped >= stopsWanted &&
        lost + others + twice + left === 0 &&
        said === wanted.size &&
        // Written before it goes out: a stop in between leaves a line without a request.
        logged >= asked &&
        logged - asked <= stopped,
      notes: [
        `stopped ${stopped} times; ${wanted.size} papers: ${lost} lost, ${twice} twice in a pack, ${others} that are none of the field; ${said} said`,
        `${ids.length} packs; left behind: ${left}; ${asked} requests came to the server, ${logged} are in the log`,
      ],
    };
  } finally {
    await session.close();
    await arxiv.close();
    remove();
  }
}
