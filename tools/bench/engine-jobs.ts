// What a measurement asks of the engine's worker, and what comes back: plain data.

/** A title index on the server: `front` and `chunk/N` below this path, with the facts of papers at `facts/N`. */
export type IndexPath = string;

/** A piece that a page calls for: chunk or paper by number. Fetched before the clock runs, as if it were cached. */
export interface Wanted {
  chunks: number[];
  papers: number[];
}

export type Job =
  | { what: 'match'; index: IndexPath; blocks: string; wanted: Wanted | null; warm: number }
  | { what: 'map'; titles: string; lists: number };

export interface MatchDone {
  wanted: Wanted;
  mentions: number;
  /** The first page that this worker answers. */
  cold: { ours: number; reading: number };
  /** Each after some pages more. */
  warm: { ours: number[]; reading: number[] };
}
