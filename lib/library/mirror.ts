// The mirror: the reader's own data once more, as small files (`lib/browser/private-files.ts`, `database-files.ts` there), because a browser empties a database in silence when one of
// its files is damaged. A snapshot has all rows; since then each change is a file of its own, written before the store:
//
//   snapshot-000000000256.json   change-000000000257.json   change-000000000258.json
//
// The number is that of the last change in it. Each file is one line that describes it, with a checksum of what follows.
import * as z from 'zod/mini';
import type { Files } from '../browser/private-files.ts';
import { applyChange, Change, noRows, Row, tables, type Rows } from './rows.ts';

/** Raised when the files change in a way that this code can't read. */
const format = 1;

const Head = z.object({ format: z.number(), seq: z.number(), sum: z.string() });
const SnapshotLine = z.tuple([z.enum(tables), Row]);

/** Written by a later version: to be left as it is. */
export class NewerMirror extends Error {
  override name = 'NewerMirror';
}

export interface Mirrored {
  /** The last change that it has; 0 where there is none. */
  seq: number;
  rows: Rows;
  /** The changes since the snapshot, by number. */
  changes: ReadonlyMap<number, Change>;
  /** False: a file is damaged or missing, and `rows` is what could still be read. */
  whole: boolean;
}

/** What the files' names say. */
export interface MirrorPosition {
  seq: number;
  /** Changes since the snapshot. */
  changes: number;
  /** No change is missing between the snapshot and the last. */
  complete: boolean;
}

type Kind = 'snapshot' | 'change';
const nameOf = (kind: Kind, seq: number): string => `${kind}-${String(seq).padStart(12, '0')}.json`;

function listed(names: readonly string[]): Record<Kind, number[]> {
  const found: Record<Kind, number[]> = { snapshot: [], change: [] };
  for (const name of names) {
    const [, kind, digits] = /^(snapshot|change)-(\d{12})\.json$/.exec(name) ?? [];
    if (kind === 'snapshot' || kind === 'change') found[kind].push(Number(digits));
  }
  for (const seqs of Object.values(found)) seqs.sort((one, other) => one - other);
  return found;
}

async function sumOf(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const withHead = async (seq: number, body: string): Promise<string> =>
  `${JSON.stringify({ format, seq, sum: await sumOf(body) })}\n${body}`;

/** `whole`: it is what was written. Its body is there all the same, for what can be saved of it. */
async function opened(text: string, seq: number): Promise<{ body: string; whole: boolean }> {
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  const head = Head.safeParse(parsed(text.slice(0, Math.max(0, end))));
  if (head.success && head.data.format > format) throw new NewerMirror();
  return { body, whole: head.success && head.data.seq === seq && head.data.sum === (await sumOf(body)) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

export class Mirror {
  readonly #files: Files;

  constructor(files: Files) {
    this.#files = files;
  }

  async position(): Promise<MirrorPosition> {
    const { snapshot, change } = listed(await this.#files.names());
    const base = snapshot.at(-1) ?? 0;
    const since = change.filter((seq) => seq > base);
    return {
      seq: since.at(-1) ?? base,
      changes: since.length,
      complete: since.every((seq, at) => seq === base + 1 + at),
    };
  }

  /** Before the store is changed. */
  async add(seq: number, change: Change): Promise<void> {
    await this.#files.write(nameOf('change', seq), await withHead(seq, JSON.stringify(change)));
  }

  /** The store did not take that change. */
  async takeBack(seq: number): Promise<void> {
    await this.#files.remove(nameOf('change', seq));
  }

  /** Writes all rows as they are after the change of that number; what they replace is removed afterwards. */
  async replace(seq: number, rows: Rows): Promise<void> {
    const lines = tables.flatMap((table) => [...rows[table].values()].map((row) => JSON.stringify([table, row])));
    const name = nameOf('snapshot', seq);
    await this.#files.write(name, await withHead(seq, lines.join('\n')));
    const old = (await this.#files.names()).filter((other) => {
      const { snapshot, change } = listed([other]);
      const [number] = change;
      // A file of no such name is what a stopped write left.
      return other !== name && (number === undefined || number <= seq || snapshot.length > 0);
    });
    for (const other of old) await this.#files.remove(other);
  }

  /** Removes all of it. */
  clear(): Promise<void> {
    return this.#files.clear();
  }

  /** Reads all of it. Throws `NewerMirror`, or where the files can't be listed. */
  async read(): Promise<Mirrored> {
    const { snapshot, change } = listed(await this.#files.names());
    const base = snapshot.at(-1) ?? 0;
    const rows = noRows();
    let whole = true;
    if (base > 0) whole = await this.#readSnapshot(base, rows);
    const changes = new Map<number, Change>();
    let expected = base + 1;
    for (const seq of change.filter((one) => one > base)) {
      const one = await this.#readChange(seq);
      if (one === null || seq !== expected) whole = false;
      expected = seq + 1;
      if (one === null) continue;
      changes.set(seq, one);
      applyChange(rows, one);
    }
    return { seq: Math.max(base, expected - 1), rows, changes, whole };
  }

  async #text(kind: Kind, seq: number): Promise<string | null> {
    try {
      return await this.#files.read(nameOf(kind, seq));
    } catch (error) {
      console.warn('Byline: a file of the reading list’s mirror could not be read', error);
      return null;
    }
  }

  async #readSnapshot(seq: number, rows: Rows): Promise<boolean> {
    const text = await this.#text('snapshot', seq);
    if (text === null) return false;
    const { body, whole } = await opened(text, seq);
    for (const line of body.split('\n')) {
      const row = SnapshotLine.safeParse(parsed(line));
      if (row.success) rows[row.data[0]].set(row.data[1].id, row.data[1]);
    }
    return whole;
  }

  async #readChange(seq: number): Promise<Change | null> {
    const text = await this.#text('change', seq);
    if (text === null) return null;
    const { body, whole } = await opened(text, seq);
    return whole ? (Change.safeParse(parsed(body)).data ?? null) : null;
  }
}
