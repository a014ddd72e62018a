// What a page's address and meta tags say of the paper that it is about.
import { arxivIdOfDoi, cleanDoi, identifiersOf, parseArxivId, type Identifiers } from '../paper/identifiers.ts';

export type Meta = readonly (readonly [string, string])[];

const ADDRESS_TAGS = new Set([
  'citation_pdf_url',
  'citation_abstract_html_url',
  'citation_fulltext_html_url',
  'og:url',
]);
const DOI_TAGS = new Set([
  'citation_doi',
  'dc.identifier',
  'dc.identifier.doi',
  'prism.doi',
  'bepress_citation_doi',
  'publication_doi',
  'eprints.id_number',
]);

export function identifiersOfHead(url: string, meta: Meta): { found: Identifiers; via: 'url' | 'meta' }[] {
  const identified: { found: Identifiers; via: 'url' | 'meta' }[] = [{ found: identifiersOf(url), via: 'url' }];
  for (const [rawName, rawContent] of meta) {
    const name = rawName.toLowerCase();
    const content = rawContent.trim();
    if (name === 'citation_arxiv_id') {
      identified.push({ found: { arxiv: parseArxivId(content), dois: [] }, via: 'meta' });
    } else if (DOI_TAGS.has(name)) {
      const doi = cleanDoi(content);
      if (doi !== null) identified.push({ found: { arxiv: arxivIdOfDoi(doi), dois: [doi] }, via: 'meta' });
    } else if (ADDRESS_TAGS.has(name)) {
      identified.push({ found: identifiersOf(content), via: 'meta' });
    }
  }
  return identified;
}

export const titleOfHead = (meta: Meta): string | undefined =>
  meta.find(([name]) => /^(?:citation_title|dc\.title)$/i.test(name))?.[1];
