// What finding asks of a catalog. The fronts are in memory; all else is read when a page calls for it.
import type { PaperFacts } from '../paper/paper-facts.ts';
import type { ResidentIndex, TitleChunk } from '../packs/tables/title-index.ts';

/** A paper by its place in a source of papers. */
export interface PaperRef {
  /** Which of `titles`. */
  source: number;
  /** Means something to the source alone. */
  ordinal: number;
}

/** What finds the titles of one source in text. */
export interface TitleIndex {
  front: ResidentIndex;
  /**
   * Chunks by their numbers; null where one is gone (its pack was removed meanwhile).
   * @param entries those asked for: a chunk may say nothing of others (length 0), and of one that is gone
   */
  chunks(numbers: readonly number[], entries: readonly number[]): Promise<readonly (TitleChunk | null)[]>;
}

export interface FindSource {
  /** Of each source of papers. */
  titles: readonly TitleIndex[];
  /** The same paper in several sources has one id. */
  papers(refs: readonly PaperRef[]): Promise<readonly (PaperFacts | null)[]>;
  /** By `arxiv:2310.09250` (no version) and `doi:10.1000/x` (lower case); what is unknown is left out. */
  byIdentifiers(keys: readonly string[]): Promise<ReadonlyMap<string, PaperFacts>>;
}
