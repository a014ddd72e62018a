// Entries that are one paper, most often a preprint and its published version, each saved for itself. Pure.
import { isArxivDoi } from '../paper/identifiers.ts';
import type { PaperFacts } from '../paper/paper-facts.ts';
import { sameAsSaid, sameInPacks } from '../paper/same-paper.ts';
import { canonical } from '../text/tokens.ts';
import type { ListRow } from './query/list-row.ts';

type Row = Pick<ListRow, 'id' | 'title' | 'authors' | 'year' | 'venue' | 'doi' | 'arxivId' | 'addedAt'>;

/** Two of the list that are one paper. */
export interface Twins<R extends Row = Row> {
  /** The published one, else the one saved first: it stays. */
  kept: R;
  /** The other, whose tags, note and ids go to it. */
  other: R;
}

const factsOf = ({ id, title, authors, year, doi, arxivId }: Row): PaperFacts => ({
  id,
  titles: [title],
  authors,
  arxivId,
  doi,
  code: false,
  ...(year === null ? {} : { year }),
});

/** Higher for what was published. */
const rank = ({ doi, venue }: Row): number =>
  (doi !== null && !isArxivDoi(doi) ? 2 : 0) + (venue !== null && !/\barxiv\b/iu.test(venue) ? 1 : 0);

/** All pairs, in the order of the rows; of three of one paper, the best with each of the others. */
export function twinsOf<R extends Row>(rows: readonly R[]): Twins<R>[] {
  const byTitle = new Map<string, R[]>();
  for (const row of rows) {
    const title = canonical(row.title);
    if (title === '') continue;
    const same = byTitle.get(title);
    if (same === undefined) byTitle.set(title, [row]);
    else same.push(row);
  }
  return [...byTitle.values()].flatMap((same) => {
    const [best, ...others] = same.toSorted((a, b) => rank(b) - rank(a) || a.addedAt - b.addedAt);
    if (best === undefined) return [];
    const facts = factsOf(best);
    return others
      .filter((one) => sameAsSaid(factsOf(one), facts) || sameInPacks(factsOf(one), facts))
      .map((other) => ({ kept: best, other }));
  });
}
