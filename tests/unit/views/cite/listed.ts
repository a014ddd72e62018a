// Papers of a reading list for tests of what is written of them.
import fc from 'fast-check';
import type { ListedPaper } from '../../../../lib/views/cite/cited-paper.ts';
import type { PaperRecord } from '../../../../lib/paper/record.ts';

export const listed = (record: Partial<PaperRecord>, more: Partial<ListedPaper> = {}): ListedPaper => ({
  record: { id: 'title:1', title: 'On Quiet Rivers', ...record },
  abstract: null,
  tags: [],
  note: '',
  ...more,
});

const word = fc.constantFrom(
  'Quiet',
  'rivers',
  'BERT',
  'mT5',
  'O(n)',
  'naïve',
  'Łódź',
  '100%',
  'C#',
  'R&D',
  'a_b',
  '50',
  'Top-K',
);
const title = fc.array(word, { minLength: 1, maxLength: 7 }).map((words) => `The ${words.join(' ')}`);
export const names = [
  'Ada Lovelace',
  'Laurens van der Maaten',
  'Jean de La Fontaine',
  'Robert Downey Jr.',
  'John Holm III',
  'José Ortega y Gasset',
  "Brendan O'Connor",
  'Jakub Konečný',
  'Yashas Samaga B L',
  'Vinh Q. Tran',
  'LHCb Collaboration',
  'World Health Organization',
  'Centers for Disease Control and Prevention',
  '李明',
  'محمد علي',
  'דוד כהן',
];

/** Facts as an import has them. */
const anyRecord: fc.Arbitrary<PaperRecord> = fc
  .record(
    {
      title,
      authors: fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 5 }),
      year: fc.integer({ min: 1950, max: 2030 }),
      place: fc.constantFrom(
        { venue: 'ICML 2020', type: 'conference' as const },
        { venue: 'Findings of EMNLP 2022', type: 'conference' as const },
        { venue: 'Phys. Rev. D', type: 'journal' as const },
        { venue: 'Journal of Rivers & Lakes', type: 'journal' as const },
      ),
      volume: fc.constantFrom('12', 'LNCS 7', 'B'),
      issue: fc.constantFrom('3', '3-4', 'S1'),
      pages: fc.constantFrom('864-873', 'e17', 'S12-S15', '7'),
      publisher: fc.constantFrom('Test Press', 'Johnson & Sons', 'Éditions de l’Eau'),
      doi: fc.constantFrom(
        '10.1000/a_b',
        '10.1002/(sici)1097-4571(199906)50:8<651::aid-asi1>3.0.co;2-e',
        '10.1021/ja01+',
      ),
      arxivId: fc.constantFrom('2103.00021', 'hep-th/9711200'),
      links: fc.constantFrom<string[]>(
        ['https://openreview.net/forum?id=a_b'],
        ['https://example.org/~ada/p%20(1).pdf?x=1&y=2#top'],
      ),
    },
    { requiredKeys: ['title', 'authors', 'year', 'place'] },
  )
  .map(({ place, ...facts }) => ({ id: 'title:1', ...facts, ...place }));

export const anyListed: fc.Arbitrary<ListedPaper> = fc.record({
  record: anyRecord,
  abstract: fc.option(
    fc.constantFrom('We show $x^2$ and 5% of A & B.', 'ER  - \nTY  - JOUR', '@article{a, title={B}}'),
  ),
  tags: fc.uniqueArray(fc.constantFrom('ml', 'to cite', 'a, b', '{'), { maxLength: 3 }),
  note: fc.constantFrom(
    '',
    'Read again',
    'arXiv:1706.03762',
    '10.1000/other\nER  - ',
    'doi: 10.1000/other',
    '}\n@misc{x, title={Y}}',
  ),
});

/** Texts that would end a field, a line, an entry or a cell. */
const piece = fc.constantFrom(
  '{',
  '}',
  '\\',
  '$',
  '"',
  "'",
  '%',
  '#',
  '@',
  '@misc{x,',
  '\n',
  '\r',
  '\t',
  'ER  - ',
  'TI  - X',
  ',',
  ';',
  ' and ',
  '<b>',
  '&amp;',
  '\ud800',
  '\udc00',
  '\u2028',
  '\u0000',
  '‮',
  'שלום',
  'ab',
  ' ',
  '=1+1',
  '-',
  '|',
  '[',
  '](',
  '`',
);
const hostile = fc.oneof(
  fc.array(piece, { maxLength: 12 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

export const hostileListed: fc.Arbitrary<ListedPaper> = fc.record({
  record: fc
    .record(
      {
        title: hostile.map((text) => text || 'x'),
        authors: fc.array(
          hostile.map((text) => text || 'x'),
          { maxLength: 4 },
        ),
        year: fc.integer({ min: 1500, max: 2200 }),
        venue: hostile.map((text) => text || 'x'),
        volume: hostile,
        pages: hostile,
        publisher: hostile,
        doi: hostile,
        arxivId: hostile,
        categories: fc.array(hostile, { maxLength: 2 }),
        links: fc.array(
          hostile.map((text) => `https://a.example/${text}`),
          { maxLength: 2 },
        ),
        type: fc.constantFrom('conference' as const, 'journal' as const, 'preprint' as const, 'workshop' as const),
      },
      { requiredKeys: ['title'] },
    )
    .map((facts) => ({ id: 'title:2', ...facts })),
  abstract: fc.option(hostile),
  tags: fc.array(hostile, { maxLength: 3 }),
  note: hostile,
});
