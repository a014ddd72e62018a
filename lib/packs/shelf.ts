// Where packs lie: pieces of bytes by pack, kind and number. The worker's shelf is IndexedDB (`lib/packs/store.ts`),
// the command line's is memory or a file, so that builder, importer and look-up are the same code everywhere.
//
//   kind        number      piece
//   front       0           title index: directory and prints; all that stays in memory
//   titles      chunk       title index: checks, ordinals and lengths of 4096 entries
//   records     block       64 papers, JSON lines, deflated; paper = block * 64 + place
//   people      0           people known by more than a name (JSON), where it does
//   ids         chunk       hash of `arxiv:…`, `doi:…`, `title:…` -> ordinals, sorted; chunk by the hash's top bits
//   names       chunk       hash of an author's name key -> ordinals, sorted; chunk by the hash's top bits
//   words       chunk       words of titles and names in order, with the ordinals that have them
//   wordtops    0           first word of each chunk
//   abstracts   block       abstracts of the papers of a block of records, words of those that may not be kept, and what
//                           the papers cite; of all blocks, or of none
//   abstractwords chunk     words of abstracts that the title has not, as `words`; where there are some
//   abstracttops  0         first word of each of its chunks, where it has some
//   cites       chunk       1,024 papers: which papers of the pack each cites; where any does, of all chunks
//   citedby     chunk       the same the other way
export const kinds = [
  'front',
  'titles',
  'records',
  'people',
  'ids',
  'names',
  'words',
  'wordtops',
  'abstracts',
  'abstractwords',
  'abstracttops',
  'cites',
  'citedby',
] as const;
export type Kind = (typeof kinds)[number];

/** Reads pieces of one pack. What is not there is null: a pack may be removed at any time. */
export interface Shelf {
  get(kind: Kind, numbers: readonly number[]): Promise<readonly (Uint8Array | null)[]>;
}

/** What the rest of Byline needs to know of a pack's tables. */
export interface TableSizes {
  papers: number;
  people: number;
  /** Chunks of each hashed table: the chunk of a hash is floor(hash / 2^32 * chunks). */
  idChunks: number;
  nameChunks: number;
  /** Papers with an abstract or something else beside the record (`tables/extras.ts`); absent where the pack keeps none. */
  abstracts?: number | undefined;
  /** Chunks of words of abstracts; absent where there are none. */
  abstractWordChunks?: number | undefined;
  /** Pairs of a paper and one that it cites in the pack; absent where there are none. */
  references?: number | undefined;
  /** Bytes on the shelf. */
  bytes: number;
}
