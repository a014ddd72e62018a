// A page's clean facts as the record that cards, marks and the reading list know. Nothing is cleaned here.
import { recordOfClean } from '../paper/clean.ts';
import type { CleanFacts } from './clean-facts.ts';
import { codeOfFacts } from './code.ts';
import type { PageFact } from '../paper/page-fact.ts';

/** Maximum addresses of pages that a record keeps. */
const MAX_PAGES = 20;

export function makeFact(facts: CleanFacts, site: string): PageFact {
  const { title, authors, moreAuthors, year, venue, publication, type, categories } = facts;
  const code = codeOfFacts(facts, site);
  const record = recordOfClean({
    title,
    authors,
    moreAuthors,
    year,
    venue,
    publication,
    type,
    arxivId: facts.arxiv,
    doi: facts.doi,
    categories,
    code,
    links: facts.pages.slice(0, MAX_PAGES),
  });
  const { from } = facts;
  if (code.length > 0) from.code ??= from.comments ?? from.abstract ?? 'site';
  return { record, abstract: facts.abstract, pdf: facts.pdf, site, from };
}
