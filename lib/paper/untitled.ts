// Papers whose title nobody has said yet: something else stands in its place.
import { citationLine, isCitationLine } from './citation-line.ts';
import { idTitle, isIdTitle } from './id-title.ts';
import type { PaperRecord } from './record.ts';
import { titleOf, type Paper } from './schema.ts';

/** Whether an identifier, or where it was printed, stands in the place of a record's title. */
export const isUntitled = (record: PaperRecord): boolean => isIdTitle(record) || isCitationLine(record);

/** Where it was printed, by what any source says. */
const linesOf = ({ venues, years, publication }: Paper): (string | null)[] =>
  venues.flatMap((venue) =>
    years.map((year) =>
      citationLine({
        venue: venue.value,
        year: year.value,
        volume: publication?.volume?.value,
        pages: publication?.pages?.value,
      }),
    ),
  );

/** Whether where it was printed stands in the place of a paper's title: that is cited without it. */
export const isCitedByPlace = (paper: Paper): boolean => linesOf(paper).includes(titleOf(paper));

/** What stands in a title's place where nobody says one. */
const standIns = (paper: Paper): Set<string | null> =>
  new Set([idTitle({ arxivId: paper.arxivId }), idTitle({ doi: paper.doi }), ...linesOf(paper)]);

/** The titles of two records of a paper without what stands in a title's place, where another is known. */
export function realTitles(titles: Paper['titles'], papers: readonly Paper[]): Paper['titles'] {
  const none = papers.map(standIns);
  const real = titles.filter(({ value }) => !none.some((all) => all.has(value)));
  return real.length > 0 ? real : titles;
}
