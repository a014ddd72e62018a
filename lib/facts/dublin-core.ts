// Dublin Core, as repositories and journals write it: `DC.title`, `dcterms:issued`.
import { findDoi, findArxivId } from '../paper/identifiers.ts';
import { pagesOf } from '../paper/publication.ts';
import { absolute, filledFields } from './fields.ts';
import type { Reading } from './reading.ts';
import { typeOfWord } from './paper-type.ts';
import { Tags, type Tag } from './tags.ts';

/** What is described is no text, or a site. */
const OTHER_THINGS =
  /\b(?:image|still|sound|video|movingimage|software|dataset|collection|event|service|interactive|web ?site|home ?page|physical ?object|product)\b/i;

/** What a page's tags say; `fields` is empty where they describe no text. */
export function dublinCore(meta: readonly Tag[], url: string): Reading {
  const by = new Tags(meta);
  const anyOf = (...names: string[]): string[] =>
    by.first(...names.flatMap((name) => [`dc.${name}`, `dcterms.${name}`]));
  if (anyOf('type').some((type) => OTHER_THINGS.test(type))) return { from: 'meta', fields: {} };
  const identifiers = by.all('dc.identifier', 'dc.identifier.doi', 'dcterms.identifier', 'dc.relation.isversionof');
  // A repository's handle looks like a DOI.
  const named = identifiers.filter((text) => !/\bhdl\.handle\.net\//i.test(text));
  const dois = named.map(findDoi).filter((doi) => doi !== null);
  return {
    from: 'meta',
    type:
      anyOf('type')
        .map(typeOfWord)
        .find((type) => type !== null) ?? null,
    fields: filledFields({
      title: anyOf('title'),
      // Journals without creators name their authors so; with them, contributors are supervisors and editors.
      authors: anyOf('creator', 'creator.personalname', 'contributor.author', 'contributor'),
      venue: by.first('dcterms.ispartof', 'dc.relation.ispartof', 'dc.source', 'dc.publisher', 'dcterms.publisher'),
      // Journals of OJS have their own names for these.
      volume: by.first('dc.source.volume', 'dc.citation.volume', 'dc.bibliographiccitation.volume'),
      issue: by.first('dc.source.issue', 'dc.citation.issue', 'dc.bibliographiccitation.issue'),
      pages: [
        ...by.first('dc.identifier.pagenumber'),
        pagesOf(by.first('dc.citation.spage')[0], by.first('dc.citation.epage')[0]),
      ],
      publisher: anyOf('publisher'),
      date: anyOf('date', 'issued', 'date.issued', 'date.created', 'created', 'available', 'date.available'),
      abstract: anyOf('abstract', 'description.abstract'),
      doi: dois,
      arxiv: identifiers.map(findArxivId),
      page: named
        .filter((text) => /^https?:/i.test(text) && !/doi\.org\//i.test(text))
        .map((text) => absolute(text, url)),
    }),
  };
}
