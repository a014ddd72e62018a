// Papers for measurements as a dump that readers bring: lines of arXiv's metadata snapshot.
import { writeFileSync } from 'node:fs';
import type { PaperRecord } from '../../lib/paper/record.ts';
import { recordsFor } from './records.ts';

/** A paper as arXiv's metadata snapshot has it: what most rows come as. */
const snapshotLine = ({ title, authors, year, arxivId, doi, venue }: PaperRecord, at: number): string =>
  JSON.stringify({
    id: arxivId ?? `9${String(at).padStart(3, '0')}.${String(at % 99_999).padStart(5, '0')}`,
    title,
    authors: (authors ?? []).join(', '),
    authors_parsed: (authors ?? []).map((name) => {
      const parts = name.split(' ');
      return [parts.at(-1) ?? '', parts.slice(0, -1).join(' '), ''];
    }),
    categories: 'cs.LG stat.ML',
    doi: doi ?? null,
    'journal-ref': venue ?? null,
    abstract: '',
    update_date: `${year ?? 2020}-01-01`,
    versions: [{ version: 'v1', created: `Mon, 1 Jan ${year ?? 2020} 00:00:00 GMT` }],
  });

/** Writes rows as arXiv's snapshot would, one JSON a line. */
export function writeSnapshot(file: string, count: number, shared: string | null): void {
  let lines: string[] = [];
  let at = 0;
  writeFileSync(file, '');
  const flush = (): void => {
    if (lines.length > 0) writeFileSync(file, `${lines.join('\n')}\n`, { flag: 'a' });
    lines = [];
  };
  for (const record of recordsFor(count, shared)) {
    lines.push(snapshotLine(record, at++));
    if (lines.length === 20_000) flush();
  }
  flush();
}
