// OpenAlex works: a line each, as in its snapshot, or an answer of its service.
import type { PaperType } from '../../paper/schema.ts';
import type { z } from 'zod/mini';
import { cleanArxivId } from '../../paper/identifiers.ts';
import { fromHtml } from '../../paper/plain-text.ts';
import { pagesOf } from '../../paper/publication.ts';
import { isRow, listOf, textOf, type TableKind, type TableRow } from './table.ts';

const part = (value: unknown, key: string): unknown => (isRow(value) ? value[key] : undefined);

/** Where the work is listed first: `primary_location`, in older snapshots `host_venue`. */
function venueOf(row: TableRow): { name: unknown; type: string; publisher: unknown } {
  const source = part(row['primary_location'], 'source') ?? row['host_venue'];
  const type = textOf(part(source, 'type'));
  return {
    name: part(source, 'display_name'),
    type,
    // The host of a repository publishes none of its papers.
    publisher: type === 'repository' ? null : (part(source, 'host_organization_name') ?? part(source, 'publisher')),
  };
}

function typeOf(row: TableRow, venue: string): z.infer<typeof PaperType> | null {
  const type = textOf(row['type']);
  if (type === 'preprint' || type === 'posted-content' || venue === 'repository') return 'preprint';
  if (venue === 'conference' || type === 'proceedings-article') return 'conference';
  return venue === 'journal' || type === 'journal-article' ? 'journal' : null;
}

function addressesOf(row: TableRow): string[] {
  return [row['primary_location'], ...listOf(row['locations'])]
    .flatMap((location) => [part(location, 'landing_page_url'), part(location, 'pdf_url')])
    .map(textOf)
    .filter((address) => address !== '');
}

export const openAlexTable: TableKind = {
  kind: 'openalex',
  what: 'OpenAlex works',
  facts: (name) => ({
    name: 'OpenAlex',
    licence: 'CC0 1.0',
    attribution: 'OpenAlex (openalex.org), CC0',
    madeFrom: name,
    sources: [{ id: 'openalex', name: 'OpenAlex', what: 'works of OpenAlex', kind: 'public-record' }],
  }),
  columns: [
    'id',
    'doi',
    'title',
    'display_name',
    'publication_year',
    'type',
    'authorships',
    'primary_location',
    'locations',
    'host_venue',
    'biblio',
  ],
  fits: (keys) =>
    (keys.has('meta') && keys.has('results')) ||
    (keys.has('id') &&
      (keys.has('display_name') || keys.has('title')) &&
      (keys.has('publication_year') || keys.has('authorships') || keys.has('primary_location'))),
  inner: (row) => (Array.isArray(row['results']) && isRow(row['meta']) ? row['results'] : null),
  paper(row) {
    const venue = venueOf(row);
    const addresses = addressesOf(row);
    const arxivId = addresses.map(cleanArxivId).find((id) => id !== null);
    return {
      title: fromHtml(row['title'] ?? row['display_name']),
      authors: listOf(row['authorships']).map(
        (authorship) => part(part(authorship, 'author'), 'display_name') ?? part(authorship, 'raw_author_name'),
      ),
      year: row['publication_year'],
      venue: venue.name,
      volume: part(row['biblio'], 'volume'),
      issue: part(row['biblio'], 'issue'),
      pages: pagesOf(part(row['biblio'], 'first_page'), part(row['biblio'], 'last_page')),
      publisher: venue.publisher,
      type: typeOf(row, venue.type),
      arxivId,
      doi: row['doi'],
      links: addresses.filter((address) => !/^https?:\/\/(?:dx\.)?doi\.org\//i.test(address)).slice(0, 3),
    };
  },
};
