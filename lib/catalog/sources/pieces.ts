// Pieces of packs' tables as the worker reads them: all that are asked for in one turn come in one transaction, and
// what was read lately is kept, so that a page of two thousand blocks does not read a chunk twice.
import type { Kind, Shelf } from '../../packs/shelf.ts';

/** Which generation of a pack's tables, which table, which piece. */
export type PieceKey = readonly [store: number, kind: Kind, number: number];
export type ReadPieces = (keys: readonly PieceKey[]) => Promise<readonly (Uint8Array | null)[]>;

/** Bytes of pieces kept for the next question, over all packs. */
export const keptBytes = 8 * 1024 * 1024;

interface Wanted {
  key: PieceKey;
  resolve: (bytes: Uint8Array | null) => void;
  reject: (error: unknown) => void;
}

export class PieceReader {
  readonly #read: ReadPieces;
  readonly #limit: number;
  /** Least lately used first. */
  readonly #kept = new Map<string, Promise<Uint8Array | null>>();
  readonly #sizes = new Map<string, number>();
  #bytes = 0;
  #wanted: Wanted[] = [];

  constructor(read: ReadPieces, limit = keptBytes) {
    this.#read = read;
    this.#limit = limit;
  }

  shelf(store: number): Shelf {
    return { get: (kind, numbers) => Promise.all(numbers.map((number) => this.#get([store, kind, number]))) };
  }

  get bytes(): number {
    return this.#bytes;
  }

  #get(key: PieceKey): Promise<Uint8Array | null> {
    const name = key.join(' ');
    const kept = this.#kept.get(name);
    if (kept !== undefined) {
      this.#kept.delete(name);
      this.#kept.set(name, kept);
      return kept;
    }
    const asked = new Promise<Uint8Array | null>((resolve, reject) => {
      if (this.#wanted.length === 0) queueMicrotask(() => void this.#flush());
      this.#wanted.push({ key, resolve, reject });
    });
    this.#kept.set(name, asked);
    asked.then(
      (bytes) => this.#keep(name, asked, bytes),
      () => this.#drop(name, asked),
    );
    return asked;
  }

  async #flush(): Promise<void> {
    const wanted = this.#wanted;
    this.#wanted = [];
    try {
      const found = await this.#read(wanted.map(({ key }) => key));
      for (const [at, { resolve }] of wanted.entries()) resolve(found[at] ?? null);
    } catch (error) {
      for (const { reject } of wanted) reject(error);
    }
  }

  #drop(name: string, asked: Promise<Uint8Array | null>): void {
    if (this.#kept.get(name) !== asked) return;
    this.#kept.delete(name);
    this.#bytes -= this.#sizes.get(name) ?? 0;
    this.#sizes.delete(name);
  }

  #keep(name: string, asked: Promise<Uint8Array | null>, bytes: Uint8Array | null): void {
    // What is not there may come; what would push out all else (a front) is kept by its pack.
    if (bytes === null || bytes.byteLength > this.#limit / 4) return this.#drop(name, asked);
    if (this.#kept.get(name) !== asked) return;
    this.#sizes.set(name, bytes.byteLength);
    this.#bytes += bytes.byteLength;
    for (const [oldest, promise] of this.#kept) {
      if (this.#bytes <= this.#limit) break;
      // One that is on its way has no size yet and goes by itself.
      if (this.#sizes.has(oldest)) this.#drop(oldest, promise);
    }
  }
}
