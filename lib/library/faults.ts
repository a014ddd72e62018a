// What can keep the reader's own data from being written.
import Dexie from 'dexie';

/** The list on disk was written by a later version of Byline; this one reads it and leaves it as it is. */
export class NewerLibrary extends Error {
  override name = 'NewerLibrary';
}

/** `full`: no room; `mirror`, `store`: that place refused; `blocked`: another page of ours holds an older version. */
export class StorageFault extends Error {
  override name = 'StorageFault';
  readonly reason: 'full' | 'mirror' | 'store' | 'blocked';

  constructor(reason: StorageFault['reason'], cause: unknown) {
    super(`The reader’s own data could not be written (${reason}).`, { cause });
    this.reason = reason;
  }
}

const nameOf = (error: unknown): string => (error instanceof Error || error instanceof DOMException ? error.name : '');
const innerOf = (error: unknown): unknown => (error instanceof Dexie.DexieError ? error.inner : null);
/** No room is left on the disk, or for us. */
export const isFull = (error: unknown): boolean =>
  (error instanceof StorageFault && error.reason === 'full') ||
  [nameOf(error), nameOf(innerOf(error))].includes('QuotaExceededError');
/** The store is of a later version. */
export const isVersion = (error: unknown): boolean =>
  [nameOf(error), nameOf(innerOf(error))].some((name) => name === 'VersionError' || name === 'UpgradeError');

/** As its asker is told. */
export function faultOf(error: unknown): Error {
  if (error instanceof NewerLibrary || error instanceof StorageFault) return error;
  return new StorageFault(isFull(error) ? 'full' : 'store', error);
}
