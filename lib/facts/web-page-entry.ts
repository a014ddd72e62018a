// Entries of a reference list that are of web pages and news: what is linked is no place of papers, and nothing else says
// that the work was published as papers are.
import { identifiersIn, identifiersOf } from '../paper/identifiers.ts';
import { siteIdOf, siteNameOf } from '../sites/site-name.ts';

/** An address in the text itself. */
const written = /https?:\/\/[^\s<>"]{4,300}/giu;

/** A journal's numbers, or words that only what is published as papers are has. */
const published =
  /\b(?:vol|iss|no|nr|pp?|art)\.? ?\d|\b\d{1,4} ?\(\d{1,4}[^()]{0,6}\)|\b\d{1,4} ?: ?[a-z]?\d{1,6}|\b\d{1,5}[-–]\d{1,5}\b(?<!\b(?:19|20)\d\d[-–](?:19|20)?\d\d)|\b(?:journal|proceedings|proc|conference|workshop|symposium|transactions|review|letters|annals|press|springer|elsevier|wiley|verlag|thesis|dissertation|technical report|tech\.? rep|preprint|working paper|isbn|issn|pmid|pmc)\b/iu;

/** A file, or a place that Byline knows papers from. */
function isPlaceOfPapers(href: string): boolean {
  const { arxiv, dois } = identifiersOf(href);
  return arxiv !== null || dois.length > 0 || siteIdOf(siteNameOf(href)) !== null || /\.pdf(?:$|[?#])/iu.test(href);
}

/**
 * Whether an entry is of a web page or of news.
 * @param hrefs where it links to
 * @param site as a card calls the page's own site: its links lead to no cited work
 */
export function isWebPageEntry(text: string, hrefs: readonly string[], site: string): boolean {
  const places = [...hrefs, ...(text.match(written) ?? [])].filter(
    (href) => /^https?:/iu.test(href) && siteNameOf(href) !== site,
  );
  if (places.length === 0 || places.some(isPlaceOfPapers)) return false;
  return identifiersIn(text).length === 0 && !published.test(text.replaceAll(written, ' '));
}
