// The rows of a file as Byline reads them, as JSON for another program.
import { closeSync, openSync, writeSync } from 'node:fs';
import type { PaperRecord } from '../../lib/paper/record.ts';
import type { RowReport } from '../row-report.ts';

/** A row of a file. */
export interface FileRow extends RowReport {
  type: string | null;
  /** Addresses. */
  code: string[];
}

/** A record of the bundled pack says all in `full`. */
export function rowOf(record: PaperRecord): FileRow {
  const { full } = record;
  if (full === undefined)
    return {
      title: record.title,
      authors: record.authors ?? [],
      year: record.year ?? null,
      venue: record.venue ?? null,
      doi: record.doi ?? null,
      arxivId: record.arxivId ?? null,
      type: record.type ?? null,
      code: (record.code ?? []).map(({ url }) => url),
    };
  return {
    title: full.titles[0]?.value ?? record.title,
    authors: full.authors.map(({ name }) => name),
    year: full.years[0]?.value ?? null,
    venue: full.venues[0]?.value ?? null,
    doi: full.doi,
    arxivId: full.arxivId,
    type: full.type,
    code: full.code.map(({ url }) => url),
  };
}

/** Rows go to the disk as they come: a dump may have millions. Refused rows come after them. */
export class RowsFile {
  readonly #file: number;
  readonly #refused: { reason: string; at: string }[] = [];
  #first = true;

  constructor(path: string) {
    this.#file = openSync(path, 'w');
    this.#write('{\n"rows": [');
  }

  #write(text: string): void {
    writeSync(this.#file, text);
  }

  taken(record: PaperRecord): void {
    this.#write(`${this.#first ? '' : ','}\n${JSON.stringify(rowOf(record))}`);
    this.#first = false;
  }

  refused(reason: string, at: string): void {
    this.#refused.push({ reason, at });
  }

  end(): void {
    this.#write(`\n],\n"refused": ${JSON.stringify(this.#refused, null, 1)}\n}\n`);
    closeSync(this.#file);
  }
}
