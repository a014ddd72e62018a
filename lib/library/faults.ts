// What can keep the reader's own data from being written.

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
