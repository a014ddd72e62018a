// Which rows of a listing are to be seen. Pure.
import type { Filter, ListingCounts, PaperMark } from './page-protocol.ts';

export const noFilter: Filter = { code: false, followed: false, unread: false };

export const isOn = (filter: Filter): boolean => filter.code || filter.followed || filter.unread;

type Facts = Pick<PaperMark, 'code' | 'followed' | 'status'>;

/** Whether a paper meets all that is chosen. What is being read is not read yet. */
export const fits = ({ code, followed, status }: Facts, filter: Filter): boolean =>
  (!filter.code || code) && (!filter.followed || followed !== null) && (!filter.unread || status !== 'read');

/** Whether a row is to be seen: one of its papers fits. */
export const rowFits = (papers: readonly Facts[], filter: Filter): boolean =>
  papers.some((paper) => fits(paper, filter));

/** What the popup says of a listing; each entry of `rows` holds a row's papers. Null where there are none. */
export function listingOf(rows: readonly (readonly Facts[])[], filter: Filter): ListingCounts | null {
  if (rows.length === 0) return null;
  const count = (name: keyof Filter): number =>
    rows.filter((papers) => rowFits(papers, { ...noFilter, [name]: true })).length;
  return { rows: rows.length, code: count('code'), followed: count('followed'), unread: count('unread'), filter };
}
