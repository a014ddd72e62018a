// What was asked of the network: written before each request goes out, completed when it is over. Kept on this machine,
// for the reader to see.
import * as z from 'zod/mini';
import type { CatalogDatabase } from '../packs/store.ts';

/** What a request was for. */
export const SentFor = z.object({
  kind: z.enum(['field', 'feed', 'download', 'zotero']),
  /** A field's set, the name of what is downloaded, or what of Zotero: 'items' that are sent, its 'library' that is read. */
  name: z.string(),
  /** Days, where it asks for some. */
  from: z.nullable(z.string()),
  until: z.nullable(z.string()),
});
export type SentFor = z.infer<typeof SentFor>;

export const SentRequest = z.object({
  id: z.int(),
  /** Milliseconds since 1970. */
  at: z.number(),
  host: z.string(),
  what: SentFor,
  /** Bytes of the answer, unpacked. */
  bytes: z.number(),
  /** The status, or a failure's code; null where no end of it is known: it is on its way, or was stopped. */
  answer: z.nullable(z.union([z.int(), z.string()])),
});
export type SentRequest = z.infer<typeof SentRequest>;

/** Maximum requests that are kept: those of some weeks. */
export const MAX_SENT = 5_000;
/** More than that before the oldest go, so that it is not done at each request. */
const SPARE = 200;

/** Writes that a request goes out now; answers its number. Null where it is not to go out any more: that is looked up in
 *  the same transaction, so that who calls it off can be sure. */
export async function logSent(
  database: CatalogDatabase,
  { at, host, what }: Pick<SentRequest, 'at' | 'host' | 'what'>,
  isWanted: () => Promise<boolean> = () => Promise.resolve(true),
): Promise<number | null> {
  const { sent, harvest } = database;
  return database.transaction('rw', sent, harvest, async () => {
    if (!(await isWanted())) return null;
    const id = Number(await sent.add({ at, host, what, bytes: 0, answer: null }));
    if ((await sent.count()) > MAX_SENT + SPARE) {
      const oldest = await sent.orderBy(':id').limit(SPARE).primaryKeys();
      await sent.bulkDelete(oldest);
    }
    return id;
  });
}

/** Writes what became of it. */
export async function logAnswer(
  database: CatalogDatabase,
  id: number | null,
  end: Pick<SentRequest, 'bytes' | 'answer'>,
): Promise<void> {
  if (id !== null) await database.sent.update(id, end);
}

/** The newest requests, those before `before` where that is given, and how many went out since `since`. */
export async function sentRequests(
  database: CatalogDatabase,
  { limit, before, since }: { limit: number; before: number | null; since: number },
): Promise<{ total: number; sinceThen: number; rows: SentRequest[] }> {
  const { sent } = database;
  const [total, sinceThen, rows] = await Promise.all([
    sent.count(),
    sent.where('at').aboveOrEqual(since).count(),
    (before === null ? sent.orderBy(':id') : sent.where(':id').below(before)).reverse().limit(limit).toArray(),
  ]);
  return { total, sinceThen, rows: rows.flatMap((row) => SentRequest.safeParse(row).data ?? []) };
}
