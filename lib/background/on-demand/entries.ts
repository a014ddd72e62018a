// The worker's script for entries of reference lists, with the weights that they are read by.
import type { EntryReader } from '../../facts/read-references.ts';
import type { EntryParts } from './entry-parts.ts';
import { laterScript } from './script.ts';

export const entryScript = laterScript<EntryParts>('/references.js');
const WEIGHTS = '/references.bin';

let reader: Promise<EntryReader> | null = null;

/** Reads entries of reference lists by learned weights; null where these can't be read: then rules alone do. */
export async function entryReader(): Promise<EntryReader | null> {
  reader ??= learned();
  try {
    return await reader;
  } catch (error) {
    reader = null;
    console.warn('Byline: references are read without their weights', error);
    return null;
  }
}

async function learned(): Promise<EntryReader> {
  const [{ learnedReader }, answer] = await Promise.all([entryScript.read(), fetch(WEIGHTS)]);
  return learnedReader(new Uint8Array(await answer.arrayBuffer()));
}
