// A file that cannot be imported as a whole, and where in it that shows.
import { FailureError } from '../failures/failure-error.ts';
import type { Place, RowFailure } from '../failures/failure.ts';

/** Thrown by readers, importers and pack files. Its failure says which file and why. */
export class UnreadableFile extends FailureError {
  override name = 'UnreadableFile';
}

export const place = {
  /** From 1, like entries, rows and parts. */
  line: (n: number): Place => ({ code: 'line', args: [n] }),
  /** A number, or the key that the entry has in its file. */
  entry: (n: number | string): Place => ({ code: 'entry', args: [n] }),
  row: (n: number): Place => ({ code: 'row', args: [n] }),
  byte: (n: number): Place => ({ code: 'byte', args: [n] }),
  /** Of a pack file. */
  part: (n: number): Place => ({ code: 'part', args: [n] }),
  footer: { code: 'footer', args: [] },
  manifest: { code: 'manifest', args: [] },
  table: { code: 'table', args: [] },
  block: { code: 'block', args: [] },
  end: { code: 'end', args: [] },
  afterEnd: { code: 'after-end', args: [] },
} satisfies Record<string, Place | ((n: number) => Place)>;

/** Of a row that is not what its format says: "JSON". */
export const unreadable = (format: string): RowFailure => ({ code: 'unreadable', args: [format] });
