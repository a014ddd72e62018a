// Small values that are kept a second time, apart from the store that they are about: a browser empties a store in
// silence when a file of it is damaged, and only another place can say that there was something.
import type { Files } from './private-files.ts';

/** The folder in the private file system, or the database. */
export const secondCopyName = 'byline-second-copy';

export type SecondCopy = 'settings' | 'packs';

let files: Files | null = null;

/** To be called once as the worker starts; contexts that do not call it have no second copies. */
export function useSecondCopies(place: Files | null): void {
  files = place;
}

const nameOf = (of: SecondCopy): string => `${of}.json`;

/** What was last kept, not parsed by any schema yet; null where there is none, or it can't be read. */
export async function readSecondCopy(of: SecondCopy): Promise<unknown> {
  try {
    if (files === null || !(await files.names()).includes(nameOf(of))) return null;
    return JSON.parse(await files.read(nameOf(of))) as unknown;
  } catch (error) {
    console.warn(`Byline: the second copy of the ${of} could not be read`, error);
    return null;
  }
}

/** Never throws: the store itself has the value. */
export async function keepSecondCopy(of: SecondCopy, value: unknown): Promise<void> {
  try {
    await files?.write(nameOf(of), JSON.stringify(value));
  } catch (error) {
    console.warn(`Byline: the second copy of the ${of} could not be written`, error);
  }
}

/** Removes all of them, and the place that they are in. Throws where they can't be removed. */
export const eraseSecondCopies = async (): Promise<void> => files?.clear();
