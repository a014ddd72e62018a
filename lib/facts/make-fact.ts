// A page's clean facts as the record that cards, marks and the reading list know.
import { recordOf } from '../paper/clean.ts';
import type { CleanFacts } from './clean-facts.ts';
import { codeOfFacts } from './code.ts';
import { PageFact } from '../paper/page-fact.ts';

/** Null where the facts make no record. */
export function makeFact(facts: CleanFacts, site: string): PageFact | null {
  const made = recordOf({
    title: facts.title,
    authors: facts.authors,
    moreAuthors: facts.moreAuthors,
    year: facts.year,
    venue: facts.venue,
    type: facts.type,
    arxivId: facts.arxiv,
    doi: facts.doi,
    categories: facts.categories,
    links: facts.pages,
  });
  if ('refused' in made) return null;
  const name = site.slice(0, 80);
  const code = codeOfFacts(facts, name);
  const record = { ...made.record, ...(code.length > 0 ? { code } : {}) };
  const { from } = facts;
  if (code.length > 0) from.code ??= from.comments ?? from.abstract ?? 'site';
  const fact = PageFact.safeParse({ record, abstract: facts.abstract, pdf: facts.pdf, site: name, from });
  return fact.success ? fact.data : null;
}
