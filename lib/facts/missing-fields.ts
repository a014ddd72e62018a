// Whether an adapter still finds what its pages always have: a site that was rebuilt is noticed, not guessed at.
import type { RowFields } from '../messages/page-protocol.ts';
import type { FieldName, SitePage } from '../sites/adapter.ts';
import type { PageFact } from '../paper/page-fact.ts';

/**
 * The fields that a page of this kind always has and that nothing on it said: of its own paper, or of more than half of
 * its rows. A list without any row misses its titles.
 * @param linksPapers text of the page links to papers by their ids; absent where that is not known
 * @param complete all that the page says of itself was read; before that nothing counts as missing
 */
export function missingFields(
  page: SitePage | null,
  pagePaper: PageFact | null,
  rows: readonly RowFields[],
  facts: ReadonlyMap<number, PageFact>,
  complete: boolean,
  linksPapers?: boolean,
): FieldName[] {
  if (page === null || page.rows.length === 0 || page.expects.length === 0 || !complete) return [];
  if (page.rows.some(({ row }) => row === ''))
    return page.expects.filter((field) => pagePaper?.from[field] === undefined);
  const listed = rows.filter((row) => !row.isPageRow);
  // A list whose rows all have ids, and on which there are none, is an empty one.
  const hasIds = page.expects.some((field) => field === 'arxiv' || field === 'doi');
  if (listed.length === 0) return hasIds && linksPapers === false ? [] : ['title'];
  return page.expects.filter((field) => {
    const found = listed.filter(({ row, fields }) =>
      field === 'title' ? fields.title !== undefined : facts.get(row)?.from[field] !== undefined,
    );
    return found.length * 2 < listed.length;
  });
}
