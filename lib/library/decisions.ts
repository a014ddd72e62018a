// What the reader decided about who is who: kept, taken back, read.
import type { Decision } from '../identity/decisions.ts';
import type { OwnLinks } from '../paper/own-links.ts';
import type { Library } from './library.ts';
import type { Change, Row } from './rows.ts';
import { KeptDecision } from './schema.ts';

/** Keeps decisions, all or none. Earlier ones stay, and hold again once these are taken back. Answers their ids. Throws
 *  when nothing could be written.
 *  @param told what was said, with names and titles */
export function decide(library: Library, decisions: readonly Decision[], told?: unknown): Promise<string[]> {
  return library.change(() => {
    const also = told === undefined ? {} : { told };
    const rows = decisions.map((decision) => ({ id: crypto.randomUUID(), decision, ...also }));
    const puts = rows.map((row): Change['puts'][number] => ['decisions', row]);
    return Promise.resolve({ change: { puts, deletes: [] }, answer: rows.map(({ id }) => id) });
  });
}

/** Takes decisions back. Answers those that were there. Throws when nothing could be written. */
export function undecide(library: Library, ids: readonly string[]): Promise<KeptDecision[]> {
  return library.change(async () => {
    const found = (await (await library.table('decisions')).bulkGet([...new Set(ids)])).filter(
      (row) => row !== undefined,
    );
    const deletes = found.map(({ id }): Change['deletes'][number] => ['decisions', id]);
    return { change: { puts: [], deletes }, answer: found.flatMap((row) => KeptDecision.safeParse(row).data ?? []) };
  });
}

/** Keeps again what was taken back, as it was. Throws when nothing could be written. */
export function redecide(library: Library, rows: readonly KeptDecision[]): Promise<void> {
  const puts = rows.map((row): Change['puts'][number] => ['decisions', row]);
  return library.change(() => Promise.resolve({ change: { puts, deletes: [] }, answer: undefined }));
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
): Promise<{ decisions: Decision[]; idOf: ReadonlyMap<Decision, string>; rows: KeptDecision[]; unread: Row[] }> {
  const rows: KeptDecision[] = [];
  const unread: Row[] = [];
  for (const row of await (await library.table('decisions')).toArray()) {
    const one = KeptDecision.safeParse(row);
    if (one.success) rows.push(one.data);
    else unread.push(row);
  }
  const idOf = new Map(rows.map(({ decision, id }) => [decision, id] as const));
  return { decisions: [...idOf.keys()], idOf, rows, unread };
}
