// What rows of a reference list leave out. Sites mark an entry's title and DOI for their own links, and print names, year
// and journal as text: these are read from the entry, if it is the same title that is read there.
import type { BlocksRequest } from '../messages/page-protocol.ts';
import type { PageFact } from '../paper/page-fact.ts';
import { recordId } from '../paper/record-id.ts';
import { canonical } from '../text/tokens.ts';
import { factOfEntry, type EntryReader } from './read-references.ts';

/**
 * @param rows what was read of rows, by their numbers
 * @param learned reads entries of reference lists
 */
export function filledRows(
  { blocks }: Pick<BlocksRequest, 'blocks'>,
  rows: ReadonlyMap<number, PageFact>,
  learned: EntryReader,
): Map<number, PageFact> {
  const filled = new Map(rows);
  for (const block of blocks) {
    if (block.kind !== 'reference' || block.row === undefined) continue;
    const fact = filled.get(block.row);
    if (fact === undefined || !lacks(fact)) continue;
    const entry = factOfEntry(block, fact.site, learned);
    if (entry !== null && canonical(entry.record.title) === canonical(fact.record.title))
      filled.set(block.row, withRest(fact, entry));
  }
  return filled;
}

const lacks = ({ record: { authors = [], year, venue } }: PageFact): boolean =>
  authors.length === 0 || year === undefined || venue === undefined;

function withRest(fact: PageFact, entry: PageFact): PageFact {
  const record = { ...entry.record, ...fact.record };
  return { ...fact, record: { ...record, id: recordId(record) }, from: { ...entry.from, ...fact.from } };
}
