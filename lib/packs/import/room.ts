// Room on the disk. A browser that met a full disk can't even delete: so an import ends while there is still some left.
import { FailureError } from '../../failures/failure-error.ts';

/** Bytes that an import leaves free: the store takes that much for a moment when it tidies up. A small file needs less. */
const MOST_RESERVED = 32 << 20;
const LEAST_RESERVED = 4 << 20;

/** Bytes that this browser still takes, as far as it says so: Chrome counts what the disk has left, Firefox does not. */
export async function roomLeft(): Promise<number> {
  try {
    const { quota = Infinity, usage = 0 } = await navigator.storage.estimate();
    return quota - usage;
  } catch {
    return Infinity;
  }
}

/** Bytes left on a disk that is full. */
const FULL = 1 << 20;
export const isDiskFull = async (room = roomLeft): Promise<boolean> => (await room()) < FULL;

/** The disk is all but full. */
export class NoRoom extends FailureError {
  override name = 'NoRoom';
}

/** Throws where an import of a file of this size should end. */
export async function checkRoom(name: string, size: number | null, room = roomLeft): Promise<void> {
  const reserved = Math.min(MOST_RESERVED, Math.max(LEAST_RESERVED, 4 * (size ?? MOST_RESERVED)));
  if ((await room()) < reserved) throw new NoRoom('disk-full', name);
}
