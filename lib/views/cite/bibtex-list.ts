// Several papers as one BibTeX file: no key twice. Pure.
import type { Paper } from '../../paper/schema.ts';
import { bibtexEntry } from './bibtex.ts';
import { citedFacts, citedPaper, type ListedPaper } from './cited-paper.ts';
import { citeKeys } from './cite-keys.ts';

export function bibtexList(papers: readonly Paper[]): string {
  const keys = citeKeys(papers);
  return papers.map((paper, at) => bibtexEntry(paper, keys[at])).join('\n');
}

/** The same for papers of the reading list, with abstract, tags and note. */
export function bibtexOfListed(listed: readonly ListedPaper[]): string {
  const papers = listed.map(citedPaper);
  const keys = citeKeys(papers);
  const extras = listed.map(citedFacts);
  return papers.map((paper, at) => bibtexEntry(paper, keys[at], extras[at])).join('\n');
}
