import { expect, it } from 'vitest';
import { listRowOf } from '../../../../lib/library/query/list-row.ts';
import { Entry } from '../../../../lib/library/schema.ts';

const entry = (more: object): Entry =>
  Entry.parse({
    id: 'arxiv:1912.10077',
    aliases: [],
    record: { id: 'arxiv:1912.10077', title: 'Low rank', code: [{ url: 'https://github.com/a/b' }] },
    from: {},
    abstract: null,
    pdf: null,
    site: 'arxiv.org',
    status: 'reading',
    addedAt: 1,
    changedAt: 2,
    readAt: null,
    ...more,
  });

it.each<[object, object]>([
  [{}, { tags: [], note: '', starred: false, hasCode: true, authors: [], venue: null, status: 'reading' }],
  [
    { tags: ['a', 'b', 'a'], note: 'n', starred: true },
    { tags: ['a', 'b'], note: 'n', starred: true },
  ],
  // What another version or a damaged row has.
  [
    { tags: 'a', note: 3, starred: 'yes' },
    { tags: [], note: '', starred: false },
  ],
  [
    { tags: ['', 'a', ' '], note: null, starred: 1 },
    { tags: ['a'], note: '', starred: false },
  ],
])('an entry with %j', (more, facts) => {
  expect(listRowOf(entry(more))).toMatchObject(facts);
});
