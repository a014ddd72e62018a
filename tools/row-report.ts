// What a tool's report says of a paper that a file's row or a page's row gave.

/** null or an empty list where the row does not say it. */
export interface RowReport {
  title: string;
  authors: string[];
  year: number | null;
  venue: string | null;
  doi: string | null;
  arxivId: string | null;
}
