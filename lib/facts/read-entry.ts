// One entry of a reference list by the rules and by learned weights together.
import { modelOf, type Model } from '../references/model.ts';
import { readReference, type ReadEntry } from '../references/read-reference.ts';
import { partsFrom } from '../references/weights-file.ts';
import type { EntryReader } from './read-references.ts';
import { referenceFrom } from './reference.ts';
import { referenceByPlace, type PlaceReference } from './reference-by-place.ts';

/** What an entry certainly says; null where that is nothing. */
export function certainEntry(entry: string, model: Model): ReadEntry | ({ title: null } & PlaceReference) | null {
  const place = referenceByPlace(entry);
  return place === null ? readReference(entry, model, referenceFrom(entry)) : { title: null, ...place };
}

/** @param weights the file of learned weights. Throws where it is cut off, or of another version. */
export function learnedReader(weights: Uint8Array): EntryReader {
  const model = modelOf(partsFrom(weights));
  return (entry) => certainEntry(entry, model);
}
