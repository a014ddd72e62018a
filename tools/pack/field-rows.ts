// Rows of files, sorted by field: one pass over the files, a temporary file of lines for each field, so that memory holds
// one field at a time however large the dump is.
import { closeSync, createReadStream, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { placeText, rowFailureText } from '../../lib/i18n/failures.ts';
import type { Opened } from '../../lib/packs/readers/reader.ts';
import { extraLine, readExtra, type PaperExtra } from '../../lib/packs/tables/extras.ts';
import { PaperRecord } from '../../lib/paper/record.ts';
import { countRecord, countRefused, type Tally } from './tally.ts';

export interface WantedField {
  id: string;
  name: string;
  /** "cs.LG" */
  categories: readonly string[];
}

export type FieldRow = { record: PaperRecord } & PaperExtra;

/** Characters that are gathered before a file is written to. */
const GATHERED = 1 << 20;

class Lines {
  readonly #file: number;
  #waiting: string[] = [];
  #length = 0;
  count = 0;

  constructor(path: string) {
    this.#file = openSync(path, 'w');
  }

  add(line: string): void {
    this.#waiting.push(line);
    this.#length += line.length;
    this.count += 1;
    if (this.#length > GATHERED) this.#flush();
  }

  #flush(): void {
    if (this.#waiting.length > 0) writeSync(this.#file, `${this.#waiting.join('\n')}\n`);
    this.#waiting = [];
    this.#length = 0;
  }

  end(): void {
    this.#flush();
    closeSync(this.#file);
  }
}

const pathOf = (folder: string, field: string): string => join(folder, `${field}.jsonl`);

/** Writes the rows of each field into the folder; answers how many there are, by field. A paper may be in several. */
export async function sortByField(
  all: readonly Opened[],
  fields: readonly WantedField[],
  folder: string,
  tally: Tally,
): Promise<Map<string, number>> {
  const lines = new Map(fields.map(({ id }) => [id, new Lines(pathOf(folder, id))]));
  const byCategory = new Map<string, Set<string>>();
  for (const { id, categories } of fields)
    for (const category of categories) byCategory.set(category, new Set([...(byCategory.get(category) ?? []), id]));
  try {
    for (const opened of all)
      for await (const { rows } of opened.rows())
        for (const row of rows) {
          if ('refused' in row) {
            countRefused(tally, rowFailureText(row.refused), placeText(row.at));
            continue;
          }
          const { record } = row;
          const wanted = new Set(
            (record.categories ?? []).flatMap((category) => [...(byCategory.get(category) ?? [])]),
          );
          if (wanted.size === 0) continue;
          countRecord(tally, record);
          const line = JSON.stringify([record, extraLine(row)]);
          for (const id of wanted) lines.get(id)?.add(line);
        }
  } finally {
    for (const one of lines.values()) one.end();
  }
  return new Map([...lines].map(([id, { count }]) => [id, count]));
}

/** The rows of a field, as they were written. */
export async function* rowsOfField(folder: string, field: string): AsyncGenerator<FieldRow> {
  const text = createInterface({ input: createReadStream(pathOf(folder, field)), crlfDelay: Infinity });
  for await (const line of text) {
    const [record, extra] = JSON.parse(line) as [unknown, string]; // Our own line of a moment ago.
    const parsed = PaperRecord.safeParse(record);
    if (parsed.success) yield { record: parsed.data, ...readExtra(extra) };
  }
}
