/** Maximum papers of a page that a search is told of: the longest pages have some four thousand. */
export const MAX_PAGE_PAPERS = 5000;
