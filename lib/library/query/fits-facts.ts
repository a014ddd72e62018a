// Whether a row is of a year, a status and so on, as a query's keys ask. Pure.
import type { ListRow } from './list-row.ts';
import type { HasValue, IsValue, QueryPart } from './parse-query.ts';

const DAY = 86_400_000;

const is: Readonly<Record<IsValue, (row: ListRow) => boolean>> = {
  // A status that this version does not know counts as saved.
  unread: ({ status }) => status !== 'read' && status !== 'reading',
  reading: ({ status }) => status === 'reading',
  read: ({ status }) => status === 'read',
  starred: ({ starred }) => starred,
  tagged: ({ tags }) => tags.length > 0,
};

const has: Readonly<Record<HasValue, (row: ListRow) => boolean>> = {
  code: ({ hasCode }) => hasCode,
  note: ({ note }) => note.trim() !== '',
  doi: ({ doi }) => doi !== null,
  tags: ({ tags }) => tags.length > 0,
  arxiv: ({ arxivId }) => arxivId !== null,
};

function holds(part: Exclude<QueryPart, { kind: 'text' }>, row: ListRow, now: number): boolean {
  switch (part.kind) {
    case 'year':
      return row.year !== null && row.year >= (part.from ?? -Infinity) && row.year <= (part.to ?? Infinity);
    case 'status':
      return row.status === part.status;
    case 'is':
      return is[part.what](row);
    case 'has':
      return has[part.what](row);
    case 'saved':
      return row.addedAt >= now - part.days * DAY;
  }
}

export const fitsFacts = (part: Exclude<QueryPart, { kind: 'text' }>, row: ListRow, now: number): boolean =>
  holds(part, row, now) !== part.negated;
