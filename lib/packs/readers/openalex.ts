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

/** "https://openalex.org/W2157853701" to "openalex:w2157853701"; null for what is none. */
function keyOf(address: unknown): string | null {
  const id = /^(?:https?:\/\/openalex\.org\/)?([WA]\d{1,15})$/i.exec(textOf(address))?.[1];
  return id === undefined ? null : `openalex:${id.toLowerCase()}`;
}

/** An author with what tells them from others of the name: an ORCID, else the service's own id. */
function authorOf(authorship: unknown): unknown {
  const author = part(authorship, 'author');
  const name = part(author, 'display_name') ?? part(authorship, 'raw_author_name');
  const orcid = /(?:\d{4}-){3}\d{3}[\dX]$/.exec(textOf(part(author, 'orcid')))?.[0];
  return { name, id: orcid === undefined ? keyOf(part(author, 'id')) : `orcid:${orcid}` };
}

/** Maximum words of an abstract that are read. */
const MAX_WORDS_READ = 3000;

/** The abstract of its words and their places, with some of its order: enough to choose words of it. */
function abstractOf(index: unknown): string {
  if (!isRow(index)) return '';
  const placed: { word: string; place: number }[] = [];
  for (const [word, places] of Object.entries(index))
    for (const place of listOf(places)) {
      if (placed.length >= MAX_WORDS_READ) break;
      if (typeof place === 'number') placed.push({ word, place });
    }
  placed.sort((one, other) => one.place - other.place);
  return fromHtml(placed.map(({ word }) => word).join(' '));
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
    'topics',
    'referenced_works',
    'abstract_inverted_index',
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
      authors: listOf(row['authorships']).map(authorOf),
      year: row['publication_year'],
      venue: venue.name,
      volume: part(row['biblio'], 'volume'),
      issue: part(row['biblio'], 'issue'),
      pages: pagesOf(part(row['biblio'], 'first_page'), part(row['biblio'], 'last_page')),
      publisher: venue.publisher,
      type: typeOf(row, venue.type),
      arxivId,
      doi: row['doi'],
      topics: listOf(row['topics']).map((topic) => part(topic, 'display_name')),
      otherIds: [keyOf(row['id'])],
      references: listOf(row['referenced_works']).map(keyOf),
      // The service gives it away only so, for it may not be the service's to give.
      abstractForWords: abstractOf(row['abstract_inverted_index']),
      links: addresses.filter((address) => !/^https?:\/\/(?:dx\.)?doi\.org\//i.test(address)).slice(0, 3),
    };
  },
};
