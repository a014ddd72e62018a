// What the reader decided about who is who: kept, taken back, read.
import type { Decision } from '../identity/decisions.ts';
import type { Library } from './library.ts';
import type { Change, Row } from './rows.ts';
import { KeptDecision } from './schema.ts';

/** Keeps decisions, all or none. Earlier ones stay, and hold again once these are taken back. Answers their ids. Throws
 *  when nothing could be written. */
export function decide(library: Library, decisions: readonly Decision[]): Promise<string[]> {
  return library.change(() => {
    const rows = decisions.map((decision) => ({ id: crypto.randomUUID(), decision }));
    const puts = rows.map((row): Change['puts'][number] => ['decisions', row]);
    return Promise.resolve({ change: { puts, deletes: [] }, answer: rows.map(({ id }) => id) });
  });
}

/** Takes decisions back. Says how many of them were there. Throws when nothing could be written. */
export function undecide(library: Library, ids: readonly string[]): Promise<number> {
  return library.change(async () => {
    const found = await (await library.table('decisions')).bulkGet([...new Set(ids)]);
    const deletes = found.flatMap((row): Change['deletes'] => (row === undefined ? [] : [['decisions', row.id]]));
    return { change: { puts: [], deletes }, answer: deletes.length };
  });
}

/** All of them, and the rows that this version can't read. */
export async function allDecisions(library: Library): Promise<{ decisions: Decision[]; unread: Row[] }> {
  const decisions: Decision[] = [];
  const unread: Row[] = [];
  for (const row of await (await library.table('decisions')).toArray()) {
    const one = KeptDecision.safeParse(row);
    if (one.success) decisions.push(one.data.decision);
    else unread.push(row);
  }
  return { decisions, unread };
}
