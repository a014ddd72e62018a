// Papers for measurements as records of a pack.
import { recordId } from '../../lib/paper/record-id.ts';
import type { PackFacts, PaperRecord } from '../../lib/paper/record.ts';
import { papersFor, type MadePaper } from './titles.ts';

export const packFacts = (papers: number): PackFacts => ({
  id: `bench-${papers}`,
  name: `Titles for measurements (${papers})`,
  version: '1',
  licence: 'none',
  attribution: 'Made for measurements',
  madeFrom: 'tools/bench/titles.ts',
  madeOn: '2026-01-01',
  sources: [{ id: 'bench', name: 'Titles for measurements', what: 'titles, most of them made up', kind: 'derived' }],
});

function record({ title, authors, year, arxivId, doi, venue }: MadePaper): PaperRecord {
  const facts = {
    title: title.slice(0, 2000),
    ...(authors.length > 0 ? { authors: authors.slice(0, 500).map((name) => name.slice(0, 200)) } : {}),
    ...(year >= 1500 && year <= 2200 ? { year } : {}),
    ...(arxivId === undefined ? {} : { arxivId }),
    ...(doi === undefined ? {} : { doi }),
    ...(venue === undefined ? {} : { venue }),
  };
  return { id: recordId(facts), ...facts };
}

export function* recordsFor(count: number, shared: string | null): Generator<PaperRecord> {
  for (const paper of papersFor(count, shared)) yield record(paper);
}
