// What the reader decided about who is who: kept, taken back, read.
import type { Decision } from '../identity/decisions.ts';
import type { OwnLinks } from '../paper/own-links.ts';
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

/** Fills in the reader's own pages, where they said that somebody is them. Says whether they had said so. */
export function setOwnLinks(library: Library, id: string, links: OwnLinks): Promise<boolean> {
  return library.change(async () => {
    const kept = KeptDecision.safeParse(await (await library.table('decisions')).get(id));
    if (!kept.success || kept.data.decision.kind !== 'me') return { change: { puts: [], deletes: [] }, answer: false };
    const row = { ...kept.data, changedAt: Date.now(), decision: { ...kept.data.decision, links } };
    return { change: { puts: [['decisions', row]], deletes: [] }, answer: true };
  });
}

/** All of them, by their ids too, and the rows that this version can't read. */
export async function allDecisions(
  library: Library,
): Promise<{ decisions: Decision[]; idOf: ReadonlyMap<Decision, string>; unread: Row[] }> {
  const idOf = new Map<Decision, string>();
  const unread: Row[] = [];
  for (const row of await (await library.table('decisions')).toArray()) {
    const one = KeptDecision.safeParse(row);
    if (one.success) idOf.set(one.data.decision, one.data.id);
    else unread.push(row);
  }
  return { decisions: [...idOf.keys()], idOf, unread };
}
