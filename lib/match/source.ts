// What finding asks of a catalog. The fronts are in memory; all else is read when a page calls for it.
import type { PaperFacts } from '../paper/paper-facts.ts';
import type { Front, TitleChunk } from '../packs/tables/title-index.ts';

/** A paper by its place in a pack. */
export interface PaperRef {
  /** Which of `packs`. */
  pack: number;
  ordinal: number;
}

export interface PackTitles {
  front: Front;
  /** Chunks by their numbers; null where one is gone (its pack was removed meanwhile). */
  chunks(numbers: readonly number[]): Promise<readonly (TitleChunk | null)[]>;
}

export interface FindSource {
  packs: readonly PackTitles[];
  /** The same paper in several packs has one id. */
  papers(refs: readonly PaperRef[]): Promise<readonly (PaperFacts | null)[]>;
  /** By `arxiv:2310.09250` (no version) and `doi:10.1000/x` (lower case); what is unknown is left out. */
  byIdentifiers(keys: readonly string[]): Promise<ReadonlyMap<string, PaperFacts>>;
}
