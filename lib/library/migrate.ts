// From the seven facts that an entry had up to version 3 to the whole paper that it has since. Pure.
import * as z from 'zod/mini';
import { soundRecord } from './repair-record.ts';
import { Row } from './rows.ts';

const EntryOf3 = z.looseObject({
  id: z.string(),
  title: z.string(),
  authors: z.array(z.string()),
  year: z.nullable(z.number()),
  venue: z.nullable(z.string()),
  arxivId: z.nullable(z.string()),
  doi: z.nullable(z.string()),
});
const RemovedOf3 = z.looseObject({ id: z.string(), entry: z.unknown(), removedAt: z.number() });

/** An entry of version 3 as one of version 4; what is none comes back as it is, so that nothing is lost. */
export function migratedEntry(old: Row): Row {
  const entry = EntryOf3.safeParse(old);
  if (!entry.success || 'record' in old) return old;
  const { id, title, authors, year, venue, arxivId, doi, terms: _terms, ...rest } = entry.data;
  return {
    ...rest,
    id,
    aliases: [],
    record: soundRecord(id, { title, authors, year, venue, arxivId, doi }),
    // The source was not recorded then.
    from: {},
    abstract: null,
    pdf: null,
    site: null,
  };
}

export function migratedRemoved(old: Row): Row {
  const removed = RemovedOf3.safeParse(old);
  if (!removed.success) return old;
  const entry = Row.safeParse(removed.data.entry);
  return entry.success ? { ...old, entry: migratedEntry(entry.data) } : old;
}
