// All that a file of another program's needs, in one: a page of ours loads it when such a file is chosen.
import { paperKeys } from '../paper/keys.ts';
import { fieldGroups } from '../harvest/fields.ts';
import type { PaperRecord } from '../paper/record.ts';
import { proposedFields } from './proposed-fields.ts';

export { frequentPeople } from './frequent-people.ts';
export { keptOfRecord } from './kept.ts';
export { readExport } from './read-export.ts';

/** All keys of each paper. */
export const keysOfEach = (papers: readonly PaperRecord[]): string[][] => papers.map(paperKeys);

const allSets = new Set(fieldGroups.flatMap(({ categories }) => categories.map(({ set }) => set)));

/** The fields of arXiv that the papers are mostly of. */
export const fieldsOfPapers = (papers: readonly PaperRecord[]): string[] =>
  proposedFields(papers, (set) => allSets.has(set));
