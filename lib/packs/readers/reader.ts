// What every reader of a file format is: bytes in, rows out, in order. A new format is one file beside this one and one
// line in `index.ts`.
import type { FilePlace, RowFailure } from '../../failures/failure.ts';
import type { PaperRecord } from '../../paper/record.ts';
import type { ProposedFacts } from '../store.ts';
import type { PaperExtra } from '../tables/extras.ts';

/** Bytes from wherever they are: a file, a stored blob, an address. Reading may start anywhere. */
export interface ByteSource {
  /** As shown to the reader: "dblp.xml.gz". */
  name: string;
  /** Bytes in all; null where a server does not say. */
  size: number | null;
  /** Bytes [from, to). Throws `UnreadableFile` when they are not there (cut off). */
  slice(from: number, to: number): Promise<Uint8Array>;
  /** From `from` to the end. */
  stream(from?: number): ReadableStream<Uint8Array>;
  /** What the sum of all its bytes has to be, where somebody said so. */
  sha256?: string;
  /** Where it is several files that are read as one. */
  parts?: readonly ByteSource[];
}

/** The id of the source where a file says nothing of itself: it is called what the reader calls the pack. */
export const FILE_SOURCE = 'file';

/** Rows that a file of any size may have. */
const ROWS_FREE = 100_000;

/** Maximum rows of this many bytes of a file, as they lie there: a title that is not the one before it takes a byte and
 *  more however well it is compressed; rows that take less are one row, repeated. */
export const mostRows = (bytes: number): number => ROWS_FREE + bytes;

/** One row of a file: a paper, or why and where a row is none. */
export type ReadRow = ({ record: PaperRecord } & PaperExtra) | { refused: RowFailure; at: FilePlace };

/** A few rows at once, and how to go on after them. */
export interface Batch {
  rows: ReadRow[];
  /** Bytes of the source consumed so far, for the share done. */
  read: number;
  /** Given to `rows` again, reading continues after this batch; plain JSON. A reader that cannot seek counts rows and
   *  skips that many. */
  resume: unknown;
}

export interface Opened {
  /** "arXiv metadata (JSON lines, gzipped)" */
  what: string;
  /** What the pack will be called and where its facts are from, as far as the format says; the reader may change it. */
  facts: ProposedFacts;
  /** Rows in all, where the file says so (Parquet). */
  total: number | null;
  /** `keep`: only papers of one of these categories, where the format says them; other rows are not cleaned, and not
   *  counted. */
  rows(resume?: unknown, keep?: readonly string[]): AsyncIterable<Batch>;
}

export interface Format {
  /** Its name on the command line: `--from arxiv`. */
  kind: string;
  /** Whether `head` (the first 64 kB, unpacked if it was gzip) is this format; by content, never by name. */
  fits(head: Uint8Array): boolean;
  open(source: ByteSource): Promise<Opened>;
}
