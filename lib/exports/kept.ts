// A paper of an export as the reading list keeps it: each fact is from that file.
import type { KeptPaper } from '../library/schema.ts';
import { paperKeys } from '../paper/keys.ts';
import type { PaperRecord } from '../paper/record.ts';

/** `from`: the file's name as a source's name. */
export function keptOfRecord(record: PaperRecord, from: string): KeptPaper {
  const facts = Object.keys(record).filter((name) => name !== 'id' && name !== 'code');
  return {
    id: record.id,
    aliases: paperKeys(record).filter((key) => key !== record.id),
    record,
    from: Object.fromEntries(facts.map((name) => [name, [from]])),
    abstract: null,
    pdf: null,
    site: null,
  };
}
