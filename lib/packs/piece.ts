import type { Kind } from './shelf.ts';

/** One piece of a pack, on its way to a shelf. */
export interface Piece {
  kind: Kind;
  number: number;
  bytes: Uint8Array<ArrayBuffer>;
}
