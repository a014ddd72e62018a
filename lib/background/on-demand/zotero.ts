// Zotero on this machine: what was read of its library, and papers into it. Each request is in the log first.
import * as z from 'zod/mini';
import type { browser } from '../../browser/browser.ts';
import { failureCodes, type FailureCode } from '../../failures/failure.ts';
import { logAnswer, logSent } from '../../harvest/sent-log.ts';
import type { Entry } from '../../library/schema.ts';
import type { ZoteroView } from '../../messages/zotero-messages.ts';
import type { CatalogDatabase } from '../../packs/store.ts';
import { LOCAL_APPS } from '../../sites/local-apps.ts';
import { listedPaper } from '../../views/cite/listed-paper.ts';
import { ZOTERO_HOST } from '../../zotero/address.ts';
import { ZOTERO_KEY } from '../zotero-key.ts';
import { itemsOfZotero, sendItems, ZoteroError, type ZoteroPorts } from '../../zotero/client.ts';
import { zoteroItem } from '../../zotero/item.ts';
import { hasKey, keysOfKnown, keysOfPaper, packedKeys, type PaperInQuestion } from '../../zotero/keys.ts';

/** The worker's own. */
export interface ZoteroWorld {
  api: Pick<typeof browser, 'storage' | 'permissions'>;
  database: CatalogDatabase;
}

/** Milliseconds from one reading to the next. */
const DAY = 86_400_000;

const State = z.object({
  on: z.boolean(),
  triedAt: z.nullable(z.number()),
  readAt: z.nullable(z.number()),
  items: z.int(),
  problem: z.nullable(z.enum(failureCodes)),
});
type State = z.infer<typeof State>;
const off: State = { on: false, triedAt: null, readAt: null, items: 0, problem: null };

async function readState({ api }: ZoteroWorld): Promise<State> {
  const stored: Record<string, unknown> = await api.storage.local.get(ZOTERO_KEY);
  return State.safeParse(stored[ZOTERO_KEY]).data ?? off;
}
const writeState = ({ api }: ZoteroWorld, state: State): Promise<void> =>
  api.storage.local.set({ [ZOTERO_KEY]: state });
const mayAsk = ({ api }: ZoteroWorld): Promise<boolean> => api.permissions.contains({ origins: [LOCAL_APPS] });

const viewOf = ({ on, readAt, items, problem }: State): ZoteroView => ({ on, readAt, items, problem });

export const zoteroState = async (world: ZoteroWorld): Promise<ZoteroView> => viewOf(await readState(world));

const portsOf = ({ database }: ZoteroWorld): ZoteroPorts => ({
  fetch: globalThis.fetch.bind(globalThis),
  log: async (name) => {
    const what = { kind: 'zotero' as const, name, from: null, until: null };
    const id = await logSent(database, { at: Date.now(), host: ZOTERO_HOST, what });
    // What was asked is written; that its end is not must not hide what came.
    return (end) =>
      logAnswer(database, id, end).catch((error: unknown) =>
        console.warn('Byline: what Zotero answered could not be logged', error),
      );
  },
  session: () => crypto.randomUUID(),
});

/** Keys of what Zotero has, and when they were written; read from the store once a life of the worker. */
let held: { at: number; keys: Float64Array } | null = null;
const Kept = z.object({ at: z.number(), keys: z.instanceof(Float64Array) });

async function keptKeys({ database }: ZoteroWorld, at: number): Promise<Float64Array> {
  if (held?.at === at) return held.keys;
  const kept = Kept.safeParse((await database.harvest.get(ZOTERO_KEY))?.value).data;
  held = kept?.at === at ? kept : { at, keys: new Float64Array() };
  return held.keys;
}

async function keepKeys({ database }: ZoteroWorld, at: number, keys: Float64Array): Promise<void> {
  await database.harvest.put({ id: ZOTERO_KEY, value: { at, keys } });
  held = { at, keys };
}

export async function setZotero(world: ZoteroWorld, on: boolean): Promise<ZoteroView | null> {
  if (on && !(await mayAsk(world))) return null;
  if (on) {
    const state = { ...(await readState(world)), on };
    await writeState(world, state);
    return viewOf(state);
  }
  held = null;
  await world.api.storage.local.remove(ZOTERO_KEY);
  await world.database.harvest.delete(ZOTERO_KEY);
  return viewOf(off);
}

/** Whether its library is to be read now: once a day, whatever came of it. */
export async function isZoteroDue(world: ZoteroWorld, now: number): Promise<boolean> {
  const { on, triedAt } = await readState(world);
  return on && (triedAt === null || now < triedAt || now - triedAt >= DAY);
}

let reading: Promise<ZoteroView> | null = null;
/** Reads which papers Zotero has. Two at once are one. */
export const readZotero = (world: ZoteroWorld): Promise<ZoteroView> =>
  (reading ??= readNow(world).finally(() => {
    reading = null;
  }));

async function readNow(world: ZoteroWorld): Promise<ZoteroView> {
  const at = Date.now();
  const before = await readState(world);
  if (!before.on) return viewOf(before);
  await writeState(world, { ...before, triedAt: at });
  const { problem, known } = await tried(world, () => itemsOfZotero(portsOf(world)));
  // Switched off meanwhile: nothing of it is kept.
  const now = await readState(world);
  if (!now.on) return viewOf(now);
  if (known !== null) await keepKeys(world, at, packedKeys(known.flatMap(keysOfKnown)));
  const state = known === null ? { ...now, problem } : { ...now, problem: null, readAt: at, items: known.length };
  await writeState(world, state);
  return viewOf(state);
}

async function tried<T>(
  world: ZoteroWorld,
  work: () => Promise<T>,
): Promise<{ problem: FailureCode | null; known: T | null }> {
  if (!(await mayAsk(world))) return { problem: 'zotero-not-allowed', known: null };
  try {
    return { problem: null, known: await work() };
  } catch (error) {
    if (!(error instanceof ZoteroError)) throw error;
    return { problem: error.problem, known: null };
  }
}

/** Sends papers into the collection that is open in Zotero. Answers why not, or null. */
export async function sendToZotero(world: ZoteroWorld, entries: readonly Entry[]): Promise<FailureCode | null> {
  const items = entries.map((entry, at) => zoteroItem(listedPaper(entry), at));
  const { problem } = await tried(world, () => sendItems(portsOf(world), items));
  const { on, readAt } = await readState(world);
  if (problem === null && on && readAt !== null) {
    const keys = entries.flatMap(({ record }) => keysOfPaper(inQuestion(record)));
    await keepKeys(world, readAt, packedKeys(keys, await keptKeys(world, readAt)));
  }
  return problem;
}

const inQuestion = ({ title, doi, arxivId }: Entry['record']): PaperInQuestion => ({
  title,
  doi: doi ?? null,
  arxivId: arxivId ?? null,
});

/** The ids of those papers that Zotero has, as far as is known. */
export async function inZotero<P extends PaperInQuestion & { id: string }>(
  world: ZoteroWorld,
  papers: readonly P[],
): Promise<ReadonlySet<string>> {
  const { on, readAt } = await readState(world);
  if (!on || readAt === null) return new Set();
  const keys = await keptKeys(world, readAt);
  return new Set(papers.filter((paper) => keysOfPaper(paper).some((key) => hasKey(keys, key))).map(({ id }) => id));
}
