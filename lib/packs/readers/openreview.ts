// Notes of OpenReview, as its interface answers: a list of them, or a line each. Values are in objects since its second version.
import type { Opened } from './reader.ts';
import { isRow, listOf, textOf, type TableKind, type TableRow } from './table.ts';

const valueOf = (field: unknown): unknown => (isRow(field) && 'value' in field ? field['value'] : field);

/** "ICLR 2024 poster" is ICLR 2024; what is still being judged has appeared nowhere. */
function venueOf(venue: string): string {
  if (/\bsubmi(?:tted|ssion)\b|\bwithdrawn\b|\brejected?\b|\bunder review\b/i.test(venue)) return '';
  return venue.replace(/ (?:notable top [\d-]{1,9}%|spotlight|poster|oral)$/i, '');
}

/** Only profiles: an address of mail is an author's own business. */
const profileOf = (id: unknown): string | null =>
  /^~\S{1,150}$/u.test(textOf(id)) ? `openreview:${textOf(id)}` : null;

function facts(name: string): Opened['facts'] {
  return {
    name: 'OpenReview',
    licence: '',
    attribution: 'OpenReview (openreview.net)',
    madeFrom: name,
    sources: [{ id: 'openreview', name: 'OpenReview', what: 'notes of OpenReview', kind: 'public-record' }],
  };
}

/** Milliseconds since 1970 as a year. */
const yearOf = (time: unknown): number | null => (typeof time === 'number' ? new Date(time).getUTCFullYear() : null);

export const openReviewTable: TableKind = {
  kind: 'openreview',
  what: 'OpenReview notes',
  facts,
  columns: ['id', 'forum', 'content', 'pdate', 'cdate', 'tcdate'],
  // Items of reference managers have notes, too, among much else.
  fits: (keys) =>
    (keys.has('notes') && keys.size < 3) ||
    (keys.has('content') && ['forum', 'tcdate', 'invitation', 'invitations'].some((key) => keys.has(key))),
  inner: (row) => (Array.isArray(row['notes']) ? row['notes'] : null),
  paper(row) {
    if (!isRow(row['content'])) return null;
    const content: TableRow = row['content'];
    const ids = listOf(valueOf(content['authorids']));
    const venue = venueOf(textOf(valueOf(content['venue'])));
    const forum = textOf(row['forum'] ?? row['id']);
    return {
      title: valueOf(content['title']),
      authors: listOf(valueOf(content['authors'])).map((name, at) => ({ name, id: profileOf(ids[at]) })),
      year: /\b(?:19|20)\d\d\b/.exec(venue)?.[0] ?? yearOf(row['pdate'] ?? row['cdate'] ?? row['tcdate']),
      venue,
      topics: listOf(valueOf(content['keywords'])),
      // Each submission has a licence of its own.
      abstractForWords: valueOf(content['abstract']),
      links: /^[\w-]{5,40}$/.test(forum) ? [`https://openreview.net/forum?id=${forum}`] : [],
    };
  },
};
