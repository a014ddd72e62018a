// One entry of a reference list by the rules and by learned weights together.
import type { Model } from '../references/model.ts';
import { readReference, type ReadEntry } from '../references/read-reference.ts';
import { referenceFrom } from './reference.ts';

/** What an entry certainly says; null where that is nothing. */
export const certainEntry = (entry: string, model: Model): ReadEntry | null =>
  readReference(entry, model, referenceFrom(entry));
