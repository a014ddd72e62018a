// A table of papers, however it is written: JSON and Parquet rows come here as plain objects. One kind of table
// is one file that says how it is known, what its columns mean and where its facts are from.
import type { FilePlace, RowFailure } from '../../failures/failure.ts';
import { cleanAbstract, cleanKeys, recordOf, type Draft } from '../../paper/clean.ts';
import { AbstractWords } from '../import/abstract-words.ts';
import { MAX_REFERENCES, type PaperExtra } from '../tables/extras.ts';
import type { Batch, Opened, ReadRow } from './reader.ts';

export type TableRow = Readonly<Record<string, unknown>>;

export interface TableKind {
  kind: string;
  /** "arXiv metadata" */
  what: string;
  facts(name: string): Opened['facts'];
  /** All that `paper` looks at. */
  columns: readonly string[];
  /** Whether a first row with these keys is of this kind. */
  fits: (keys: ReadonlySet<string>) => boolean;
  /** The paper of a row, or of the rows of one group; null where it is none and that is no fault. */
  paper(row: TableRow, group: readonly TableRow[]): Draft | null;
  /** The categories of a row, as far as they can be had without cleaning it. */
  categories?(row: TableRow): readonly string[];
  /** Neighbouring rows of the same group are one paper. */
  group?(row: TableRow): string;
  /** Rows within a row: answers of a service that wrap them. */
  inner?(row: TableRow): readonly unknown[] | null;
}

/** A row on its way: its value or why it cannot be read, and where reading would begin to have it again. */
export interface TableEntry {
  value: TableRow | { unreadable: RowFailure };
  at(): FilePlace;
  start: unknown;
}

export interface TableEntries {
  entries: TableEntry[];
  read: number;
  resume: unknown;
}

export const isRow = (value: unknown): value is TableRow =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value where it is a list, else an empty one. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const chooser = new AbstractWords();

/** What a draft has beside the record. */
function extraOf(draft: Draft, title: string): PaperExtra {
  const abstract = cleanAbstract(draft.abstract);
  const words = abstract === '' ? chooser.choose(title, cleanAbstract(draft.abstractForWords)).sort() : [];
  const references = cleanKeys(draft.references, MAX_REFERENCES);
  return {
    ...(abstract === '' ? {} : { abstract }),
    ...(words.length === 0 ? {} : { words }),
    ...(references.length === 0 ? {} : { references }),
  };
}

const unreadable = (value: TableEntry['value']): value is { unreadable: RowFailure } => 'unreadable' in value;

function rowOf(kind: TableKind, group: readonly TableEntry[]): ReadRow | null {
  const [first] = group;
  if (first === undefined) return null;
  if (unreadable(first.value)) return { refused: first.value.unreadable, at: first.at() };
  const draft = kind.paper(
    first.value,
    group.map(({ value }) => value).filter((value) => !unreadable(value)),
  );
  if (draft === null) return null;
  const made = recordOf(draft);
  if ('refused' in made) return { ...made, at: first.at() };
  return { ...made, ...extraOf(draft, made.record.title) };
}

/** More rows than this in one group are not joined: no paper has that many. */
const LARGEST_GROUP = 1000;

/** Batches of rows from batches of entries. A group that may go on is held back, and so is what resumes after it. */
export async function* batchesOf(
  kind: TableKind,
  source: AsyncIterable<TableEntries>,
  keep?: readonly string[],
): AsyncGenerator<Batch> {
  const kept = new Set(keep);
  const isKept = ({ value }: TableEntry): boolean =>
    keep === undefined ||
    unreadable(value) ||
    kind.categories === undefined ||
    kind.categories(value).some((category) => kept.has(category));
  let held: TableEntry[] = [];
  let heldGroup: string | null = null;
  let last: TableEntries | null = null;
  for await (const { entries, read, resume } of source) {
    last = { entries: [], read, resume };
    const rows: ReadRow[] = [];
    const close = (): void => {
      const row = rowOf(kind, held);
      if (row !== null) rows.push(row);
      held = [];
    };
    for (const entry of entries) {
      if (!isKept(entry)) continue;
      const group = kind.group === undefined || unreadable(entry.value) ? null : kind.group(entry.value);
      if (held.length > 0 && (group === null || group !== heldGroup || held.length >= LARGEST_GROUP)) close();
      held.push(entry);
      heldGroup = group;
      if (group === null) close();
    }
    yield { rows, read, resume: held[0]?.start ?? resume };
  }
  const row = rowOf(kind, held);
  if (row !== null && last !== null) yield { rows: [row], read: last.read, resume: last.resume };
}
