// The few facts of a paper that marks, matching and comparing need, in whichever form it is stored.
import { hasCode } from './authors-code.ts';
import type { PaperRecord } from './record.ts';
import type { Paper } from './schema.ts';

export interface PaperFacts {
  id: string;
  /** All titles, preferred first. */
  titles: readonly string[];
  /** As printed. */
  authors: readonly string[];
  arxivId: string | null;
  doi: string | null;
  /** Somebody calls linked code its own. */
  code: boolean;
  /** A sentence or two of ours on it. */
  summary?: true;
  /** Absent where it is unknown. */
  year?: number;
}

export const factsOfRecord = (record: PaperRecord): PaperFacts => ({
  id: record.id,
  titles: [record.title, ...(record.otherTitles ?? [])],
  authors: record.authors ?? [],
  arxivId: record.arxivId ?? null,
  doi: record.doi ?? null,
  code: hasCode(record),
  ...(record.year === undefined ? {} : { year: record.year }),
});

export const factsOfPaper = (paper: Paper): PaperFacts => ({
  id: paper.id,
  titles: paper.titles.map(({ value }) => value),
  authors: paper.authors.map(({ name }) => name),
  arxivId: paper.arxivId,
  doi: paper.doi,
  code: hasCode(paper),
  ...(paper.summary === null ? {} : { summary: true as const }),
  ...(paper.years[0] === undefined ? {} : { year: paper.years[0].value }),
});
