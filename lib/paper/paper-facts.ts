/** What a pill and the rules need of a paper besides the reader's own status. */
export interface PaperFacts {
  id: string;
  /** All titles, preferred first. */
  titles: readonly string[];
  /** As printed. */
  authors: readonly string[];
  arxivId: string | null;
  doi: string | null;
  code: boolean;
  /** Absent where nobody says it. */
  year?: number;
}
