// What the reader decided about who is who: kept, taken back, read.
import type { Decision } from '../identity/decisions.ts';
import type { Library } from './library.ts';
import type { Row } from './rows.ts';
import { KeptDecision } from './schema.ts';

/** Keeps a decision. Earlier ones stay, and hold again once this one is taken back. Answers its id. Throws when nothing
 *  could be written. */
export function decide(library: Library, decision: Decision): Promise<string> {
  return library.change(() => {
    const id = crypto.randomUUID();
    return Promise.resolve({ change: { puts: [['decisions', { id, decision }]], deletes: [] }, answer: id });
  });
}

/** Takes a decision back. Says whether it was there. Throws when nothing could be written. */
export function undecide(library: Library, id: string): Promise<boolean> {
  return library.change(async () => {
    const there = (await (await library.table('decisions')).get(id)) !== undefined;
    return { change: { puts: [], deletes: there ? [['decisions', id]] : [] }, answer: there };
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
