// Rows of a reading list for tests: only what a test is about is written down there.
import fc from 'fast-check';
import type { ListRow } from '../../../../lib/library/query/list-row.ts';

export const row = (facts: Partial<ListRow> = {}): ListRow => ({
  id: 'arxiv:1912.10077',
  title: 'Untitled',
  authors: [],
  venue: null,
  year: null,
  status: 'to-read',
  tags: [],
  note: '',
  starred: false,
  hasCode: false,
  doi: null,
  arxivId: null,
  site: null,
  addedAt: 0,
  changedAt: 0,
  readAt: null,
  ...facts,
});

/** Few different values, so that rows are often equal in one of them. */
export const anyRow: fc.Arbitrary<ListRow> = fc
  .record({
    title: fc.oneof(
      fc.constantFrom('Deep nets', 'On trees', 'Ünder', '10 ways', '2 ways'),
      fc.string({ unit: 'binary' }),
    ),
    authors: fc.array(fc.constantFrom('Ada Holm', 'Bo van der Berg', '李 明', '\ud800'), { maxLength: 3 }),
    venue: fc.option(fc.constantFrom('ICML 2020', 'Annals of Tests', '')),
    year: fc.option(fc.integer({ min: 2018, max: 2021 })),
    status: fc.constantFrom('to-read', 'reading', 'read', 'skimmed'),
    tags: fc.uniqueArray(fc.constantFrom('ML', 'ml', 'theory', '★', ''), { maxLength: 3 }),
    note: fc.string({ unit: 'binary' }),
    starred: fc.boolean(),
    addedAt: fc.integer({ min: 0, max: 3 }),
    changedAt: fc.constantFrom(0, 1, Number.NaN),
    readAt: fc.option(fc.integer({ min: 0, max: 3 })),
  })
  .map(row);
