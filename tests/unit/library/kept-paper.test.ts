// Whatever a paper's facts are, what is kept of it can be read again.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { keptPaper } from '../../../lib/library/entry-from-paper.ts';
import { Entry } from '../../../lib/library/schema.ts';
import { recordOf } from '../../../lib/paper/clean.ts';
import { expand } from '../../../lib/paper/expand.ts';

const word = fc.string({ unit: 'binary', maxLength: 80 });

it('an entry of any facts parses', () => {
  let made = 0;
  fc.assert(
    fc.property(
      fc.record(
        {
          title: fc.oneof(word, fc.constant('On quiet rivers')),
          authors: fc.array(word, { maxLength: 6 }),
          year: fc.oneof(fc.integer(), word),
          venue: word,
          pages: word,
          arxivId: fc.oneof(word, fc.constantFrom('1706.03762v5', 'math/0309136', 'hep-th/9901001')),
          doi: fc.oneof(
            word,
            fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }).map((rest) => `10.1000/${rest}`),
          ),
          categories: fc.array(word, { maxLength: 4 }),
          links: fc.array(fc.webUrl(), { maxLength: 3 }),
        },
        { requiredKeys: ['title'] },
      ),
      fc.array(word, { maxLength: 3 }),
      (draft, others) => {
        const read = recordOf(draft);
        if ('refused' in read) return;
        made += 1;
        const ids = [read.record.id, ...others.filter((id) => id !== '')];
        const paper = keptPaper(expand(read.record, 'pack'), ids, [], null, null, new Map());
        const entry = { ...paper, status: 'to-read', addedAt: 1, changedAt: 1, readAt: null };
        expect(Entry.safeParse(structuredClone(entry)).error).toBeUndefined();
      },
    ),
    { numRuns: 400 },
  );
  expect(made).toBeGreaterThan(100);
});
