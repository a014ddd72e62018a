// The catalog's store, and the only import of Dexie for it. It can be thrown away and built anew from packs at any
// time; nothing of the reader's is in here. Versions are appended below, never edited.
import Dexie, { type EntityTable, type Table } from 'dexie';
import type { Pack, Paper, Person } from './schema.ts';

/** A pack that is wholly in: the row is written in the transaction that writes its records. */
export type PackRow = Omit<Pack, 'papers' | 'people' | 'format'> & {
  papers: number;
  people: number;
  /** `indexFormat` at import: a build with another one imports again. */
  indexFormat: string;
};

export interface PaperRow {
  pack: string;
  /** Place in the pack; the title index knows papers by it. */
  ordinal: number;
  id: string;
  people: string[];
  topics: string[];
  /** The title's words, folded, for related works. */
  words: string[];
  paper: Paper;
}

export interface PersonRow {
  pack: string;
  id: string;
  person: Person;
}

/** What finding papers on a page needs and nothing more, all read at once by a woken worker. Lists go by ordinal. */
export interface IndexRow {
  pack: string;
  segment: ArrayBuffer;
  ids: string[];
  titles: string[][];
  arxiv: (string | null)[];
  doi: (string | null)[];
  authors: string[][];
  code: boolean[];
}

export class CatalogDatabase extends Dexie {
  declare packs: EntityTable<PackRow, 'id'>;
  declare papers: Table<PaperRow, [string, number]>;
  declare people: Table<PersonRow, [string, string]>;
  declare index: EntityTable<IndexRow, 'pack'>;

  constructor(name = 'byline-catalog') {
    super(name);
    this.version(1).stores({
      packs: 'id',
      papers: '[pack+ordinal], pack, id, *people, *topics, *words',
      people: '[pack+id], pack, id',
      index: 'pack',
    });
  }
}
