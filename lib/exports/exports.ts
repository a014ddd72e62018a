// All that a file of another program's needs, in one: a page of ours loads it when such a file is chosen.
import { paperKeys } from '../paper/keys.ts';
import type { PaperRecord } from '../paper/record.ts';

export { frequentPeople } from './frequent-people.ts';
export { keptOfRecord } from './kept.ts';
export { readExport } from './read-export.ts';

/** All keys of each paper. */
export const keysOfEach = (papers: readonly PaperRecord[]): string[][] => papers.map(paperKeys);
