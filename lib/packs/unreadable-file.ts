// A file that cannot be imported as a whole, and where in it that shows.
import { FailureError } from '../failures/failure-error.ts';
import type { FilePlace, RowFailure } from '../failures/failure.ts';

/** Thrown by readers, importers and pack files. Its failure says which file and why. */
export class UnreadableFile extends FailureError {
  override name = 'UnreadableFile';
}

/** Maximum characters of a key; a damaged file has keys of any length. */
const LONGEST_KEY = 60;
const keyOf = (key: string): string =>
  key
    .slice(0, 10 * LONGEST_KEY)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST_KEY);

export const filePlace = {
  /** From 1, like entries, rows and parts. */
  line: (n: number): FilePlace => ({ code: 'line', args: [n] }),
  /** A number, or the key that the entry has in its file. */
  entry: (n: number | string): FilePlace => ({ code: 'entry', args: [typeof n === 'number' ? n : keyOf(n)] }),
  row: (n: number): FilePlace => ({ code: 'row', args: [n] }),
  byte: (n: number): FilePlace => ({ code: 'byte', args: [n] }),
  /** Of a pack file. */
  part: (n: number): FilePlace => ({ code: 'part', args: [n] }),
  footer: { code: 'footer', args: [] },
  manifest: { code: 'manifest', args: [] },
  table: { code: 'table', args: [] },
  block: { code: 'block', args: [] },
  end: { code: 'end', args: [] },
  afterEnd: { code: 'after-end', args: [] },
} satisfies Record<string, FilePlace | ((n: number) => FilePlace)>;

/** Of a row that is not what its format says: "JSON". */
export const unreadable = (format: string): RowFailure => ({ code: 'unreadable', args: [format] });
