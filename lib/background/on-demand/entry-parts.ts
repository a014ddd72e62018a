// What reads entries of reference lists by learned weights: a script of its own, since few pages have a list. It has copies
// of the modules that it shares with the worker, so nothing here may throw an error that the worker looks for.
import { learnedReader } from '../../facts/read-entry.ts';

export const entryParts = { learnedReader };
export type EntryParts = typeof entryParts;
