// By what the papers of the reading list are found, in one row of bytes: the hashes of each paper's identifiers and the
// keys of its titles. No more than that: what a title's whole hash is, and which paper it is, says the entry itself. So
// a woken worker reads some 14 bytes a paper, and a change of the list writes one row beside the entry.
//
//   header   4 x u32   magic and format, papers, format of title keys, checksum of what follows
//   ids      u8        how many identifiers each paper has
//   titles   u8        how many title keys
//   hashes   u32       paper by paper: of the identifiers, the entry's own first; papers in the order of that one
//   keys     u32       paper by paper: as `titleEntries` gives them
import { hashOf } from '../../text/string-hash.ts';
import { frontOfKeys, TITLE_INDEX_VERSION, titleEntries, type ResidentIndex } from '../../packs/tables/title-index.ts';
import { paperKeys } from '../../paper/keys.ts';
import type { PaperRecord } from '../../paper/record.ts';

/** "BYL", and the format. */
const MAGIC = 0x42594c01;
const HEADER_WORDS = 4;
/** Of one paper; the counts are bytes. */
const MOST_KEYS = 255;

/** By what one paper is found. */
export interface PaperKeys {
  /** Hashes of identifiers, the entry's own first. */
  ids: readonly number[];
  titles: readonly number[];
}

/** @param record null for an entry that makes none: it is found by its id alone */
export function keysOf(id: string, record: PaperRecord | null): PaperKeys {
  const ids = [id, ...(record === null ? [] : paperKeys(record))];
  return {
    ids: [...new Set(ids)].map(hashOfId).slice(0, MOST_KEYS),
    titles: record === null ? [] : entriesOfTitles(record).map(({ key }) => key),
  };
}

export const hashOfId = (id: string): number => hashOf(id)[0];

/** What the title index holds of a record, in the order of its keys here. */
export const entriesOfTitles = ({ title, otherTitles = [] }: PaperRecord): ReturnType<typeof titleEntries> =>
  titleEntries([title, ...otherTitles]).slice(0, MOST_KEYS);

/** Where each paper's begin, and the end. */
function startsOf(counts: Uint8Array): Uint32Array {
  const starts = new Uint32Array(counts.length + 1);
  for (const [at, count] of counts.entries()) starts[at + 1] = (starts[at] ?? 0) + count;
  return starts;
}

function checksum(words: Uint32Array): number {
  let sum = 0x811c9dc5;
  for (const word of words) sum = Math.imul(sum ^ word, 0x01000193) ^ (sum >>> 17);
  return sum >>> 0;
}

const isSame = (held: ArrayLike<number>, keys: readonly number[]): boolean =>
  held.length === keys.length && keys.every((key, at) => key === held[at]);

const padded = (bytes: number): number => (bytes + 3) & ~3;

export class ListIndex {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Papers. */
  readonly size: number;
  readonly #idStarts: Uint32Array;
  readonly #titleStarts: Uint32Array;
  readonly #hashes: Uint32Array;
  readonly #keys: Uint32Array;
  /** Papers by hashes of their further identifiers. */
  #others: Map<number, number[]> | null = null;
  #front: { front: ResidentIndex; order: Uint32Array } | null = null;

  private constructor(bytes: Uint8Array<ArrayBuffer>, size: number, idStarts: Uint32Array, titleStarts: Uint32Array) {
    this.bytes = bytes;
    this.size = size;
    this.#idStarts = idStarts;
    this.#titleStarts = titleStarts;
    const at = HEADER_WORDS * 4 + 2 * padded(size);
    this.#hashes = new Uint32Array(bytes.buffer, at, idStarts[size] ?? 0);
    this.#keys = new Uint32Array(bytes.buffer, at + this.#hashes.byteLength, titleStarts[size] ?? 0);
  }

  /** Null for what is no such row, of another format, cut off or damaged. */
  static open(stored: unknown): ListIndex | null {
    if (!ArrayBuffer.isView(stored)) return null;
    const bytes = new Uint8Array(stored.buffer, stored.byteOffset, stored.byteLength).slice();
    if (bytes.byteLength < HEADER_WORDS * 4 || bytes.byteLength % 4 !== 0) return null;
    const words = new Uint32Array(bytes.buffer, 0, bytes.byteLength / 4);
    const [magic, size = 0, format, sum] = words;
    const counts = HEADER_WORDS * 4 + 2 * padded(size);
    if (magic !== MAGIC || format !== TITLE_INDEX_VERSION || counts > bytes.byteLength) return null;
    const idStarts = startsOf(bytes.subarray(HEADER_WORDS * 4, HEADER_WORDS * 4 + size));
    const titleStarts = startsOf(
      bytes.subarray(HEADER_WORDS * 4 + padded(size), HEADER_WORDS * 4 + padded(size) + size),
    );
    if (bytes.byteLength !== counts + 4 * ((idStarts[size] ?? 0) + (titleStarts[size] ?? 0))) return null;
    return sum === checksum(words.subarray(HEADER_WORDS)) ? new ListIndex(bytes, size, idStarts, titleStarts) : null;
  }

  /** Papers whose own hashes meet stay in the order given. */
  static of(papers: readonly PaperKeys[]): ListIndex {
    const sorted = papers.toSorted(({ ids: [one = 0] }, { ids: [other = 0] }) => one - other);
    return ListIndex.#write(
      sorted.map(({ ids }) => ids.length),
      sorted.map(({ titles }) => titles.length),
      sorted.flatMap(({ ids }) => ids),
      sorted.flatMap(({ titles }) => titles),
    );
  }

  static #write(
    idCounts: ArrayLike<number>,
    titleCounts: ArrayLike<number>,
    hashes: ArrayLike<number>,
    keys: ArrayLike<number>,
  ): ListIndex {
    const size = idCounts.length;
    const at = HEADER_WORDS * 4 + 2 * padded(size);
    const bytes = new Uint8Array(at + 4 * (hashes.length + keys.length));
    bytes.set(idCounts, HEADER_WORDS * 4);
    bytes.set(titleCounts, HEADER_WORDS * 4 + padded(size));
    const words = new Uint32Array(bytes.buffer);
    words.set(hashes, at / 4);
    words.set(keys, at / 4 + hashes.length);
    words.set([MAGIC, size, TITLE_INDEX_VERSION, checksum(words.subarray(HEADER_WORDS))]);
    const counts = (from: number): Uint32Array => startsOf(bytes.subarray(from, from + size));
    return new ListIndex(bytes, size, counts(HEADER_WORDS * 4), counts(HEADER_WORDS * 4 + padded(size)));
  }

  /** The papers that may have an identifier, by their places here. */
  byId(id: string): readonly number[] {
    if (this.#others === null) {
      this.#others = new Map();
      for (let paper = 0; paper < this.size; paper += 1)
        for (let at = (this.#idStarts[paper] ?? 0) + 1; at < (this.#idStarts[paper + 1] ?? 0); at += 1) {
          const hash = this.#hashes[at] ?? 0;
          this.#others.set(hash, [...(this.#others.get(hash) ?? []), paper]);
        }
    }
    const hash = hashOfId(id);
    const found = [...(this.#others.get(hash) ?? [])];
    for (let paper = this.#placeOf(hash); paper < this.size && this.#own(paper) === hash; paper += 1) found.push(paper);
    return found;
  }

  /** The hash of a paper's own id, and how many papers before it have the same. */
  ownHash(paper: number): { hash: number; before: number } {
    const hash = this.#own(paper);
    let before = 0;
    while (before < paper && this.#own(paper - before - 1) === hash) before += 1;
    return { hash, before };
  }

  #own(paper: number): number {
    return this.#hashes[this.#idStarts[paper] ?? 0] ?? 0;
  }

  get front(): ResidentIndex {
    return this.#found().front;
  }

  #found(): { front: ResidentIndex; order: Uint32Array } {
    this.#front ??= frontOfKeys(this.#keys);
    return this.#front;
  }

  /** Of an entry of the front: the paper, which of its title keys it is, and that key. */
  titleAt(entry: number): { paper: number; which: number; key: number } {
    const at = this.#found().order[entry] ?? 0;
    let [low, end] = [0, this.size];
    while (low < end) {
      const middle = (low + end) >>> 1;
      if ((this.#titleStarts[middle + 1] ?? 0) <= at) low = middle + 1;
      else end = middle;
    }
    return { paper: low, which: at - (this.#titleStarts[low] ?? 0), key: this.#keys[at] ?? 0 };
  }

  /** The first paper whose own hash is not less. */
  #placeOf(hash: number): number {
    let [low, end] = [0, this.size];
    while (low < end) {
      const middle = (low + end) >>> 1;
      if (this.#own(middle) < hash) low = middle + 1;
      else end = middle;
    }
    return low;
  }

  /** Null where that can't be told, because another paper's own hash is the same: the index has to be rebuilt. */
  with(paper: PaperKeys): ListIndex | null {
    const [hash = 0] = paper.ids;
    const place = this.#placeOf(hash);
    return place < this.size && this.#own(place) === hash ? null : this.#spliced(place, 0, paper);
  }

  /** Null where the paper is not here as it should be: the index has to be rebuilt. */
  without({ ids, titles }: PaperKeys): ListIndex | null {
    const [hash = 0] = ids;
    const place = this.#placeOf(hash);
    if (place >= this.size || (place + 1 < this.size && this.#own(place + 1) === hash)) return null;
    const hashes = this.#hashes.subarray(this.#idStarts[place], this.#idStarts[place + 1]);
    const keys = this.#keys.subarray(this.#titleStarts[place], this.#titleStarts[place + 1]);
    return isSame(hashes, ids) && isSame(keys, titles) ? this.#spliced(place, 1, null) : null;
  }

  /** With many changes at once, in one pass: a pass for each would be the square of the list. Null where the index has to be
   *  rebuilt. */
  changed(gone: readonly PaperKeys[], come: readonly PaperKeys[]): ListIndex | null {
    const papers = new Map<number, PaperKeys>();
    for (let paper = 0; paper < this.size; paper += 1)
      papers.set(this.#own(paper), {
        ids: [...this.#hashes.subarray(this.#idStarts[paper], this.#idStarts[paper + 1])],
        titles: [...this.#keys.subarray(this.#titleStarts[paper], this.#titleStarts[paper + 1])],
      });
    if (papers.size < this.size) return null;
    for (const { ids, titles } of gone) {
      const [hash = 0] = ids;
      const held = papers.get(hash);
      if (held === undefined || !isSame(held.ids, ids) || !isSame(held.titles, titles)) return null;
      papers.delete(hash);
    }
    for (const paper of come) {
      const [hash = 0] = paper.ids;
      if (papers.has(hash)) return null;
      papers.set(hash, paper);
    }
    return ListIndex.of([...papers.values()]);
  }

  #spliced(place: number, gone: 0 | 1, come: PaperKeys | null): ListIndex {
    const counts = (from: number): Uint8Array => this.bytes.subarray(from, from + this.size);
    const countsWith = (from: number, more: number): Uint8Array =>
      splice(
        new Uint8Array(this.size - gone + (come === null ? 0 : 1)),
        counts(from),
        place,
        gone,
        come === null ? [] : [more],
      );
    const partWith = (starts: Uint32Array, old: Uint32Array, more: readonly number[]): Uint32Array => {
      const from = starts[place] ?? 0;
      const length = (starts[place + gone] ?? 0) - from;
      return splice(new Uint32Array(old.length - length + more.length), old, from, length, more);
    };
    return ListIndex.#write(
      countsWith(HEADER_WORDS * 4, come?.ids.length ?? 0),
      countsWith(HEADER_WORDS * 4 + padded(this.size), come?.titles.length ?? 0),
      partWith(this.#idStarts, this.#hashes, come?.ids ?? []),
      partWith(this.#titleStarts, this.#keys, come?.titles ?? []),
    );
  }
}

/** Fills `fresh` with `old`, in which `more` takes the place of some. */
function splice<T extends Uint8Array | Uint32Array>(
  fresh: T,
  old: T,
  from: number,
  length: number,
  more: readonly number[],
): T {
  fresh.set(old.subarray(0, from));
  fresh.set(more, from);
  fresh.set(old.subarray(from + length), from + more.length);
  return fresh;
}
