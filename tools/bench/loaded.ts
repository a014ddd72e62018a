// What the worker keeps in memory of its catalog besides the fronts: caches, each with the limit that its file sets.
import { keptBytes } from '../../lib/catalog/sources/pieces.ts';

export const caches: readonly { name: string; bytes: number }[] = [{ name: 'pieces of tables', bytes: keptBytes }];

/** Bytes of all caches when they are full. */
export const cachedBytes = (): number => caches.reduce((sum, { bytes }) => sum + bytes, 0);
