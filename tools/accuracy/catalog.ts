// The papers that a measurement's catalog holds: plain facts, enough for an index in Node and for a pack.
import { canonical } from '../../lib/text/tokens.ts';

export interface Paper {
  id: string;
  titles: readonly string[];
  authors: readonly string[];
  year: number | null;
  arxivId: string | null;
  doi: string | null;
}

export interface Catalog {
  /** What it is called as a pack. */
  name: string;
  /** All papers, the bundled ones first. */
  papers: readonly Paper[];
  /** Those that a pack brings beside the bundled one. */
  further: readonly Paper[];
  /** Ids of the papers that have a title, by its canonical letters. */
  byTitle: ReadonlyMap<string, readonly string[]>;
}

export function catalogOf(name: string, bundled: readonly Paper[], further: readonly Paper[]): Catalog {
  const papers = [...bundled, ...further];
  const byTitle = new Map<string, string[]>();
  for (const { id, titles } of papers)
    for (const title of titles) {
      const key = canonical(title);
      const known = byTitle.get(key);
      if (known === undefined) byTitle.set(key, [id]);
      else if (!known.includes(id)) known.push(id);
    }
  return { name, papers, further, byTitle };
}

/** Words with a letter or a digit in them. */
export const wordsIn = (title: string): number =>
  title.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
