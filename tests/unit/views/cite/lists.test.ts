// The reading list as text for notes and as a table, and the keys of its BibTeX.
import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { bibtexOfListed } from '../../../../lib/views/cite/bibtex-list.ts';
import { csvOfSaved, type SavedPaper } from '../../../../lib/views/cite/csv-list.ts';
import { cslOfListed } from '../../../../lib/views/cite/csl.ts';
import { markdownOfListed } from '../../../../lib/views/cite/markdown-list.ts';
import { risOfListed } from '../../../../lib/views/cite/ris.ts';
import { readAll } from '../../packs/readers/fixtures.ts';
import { anyListed, hostileListed, listed } from './listed.ts';

const lamb = listed(
  {
    id: 'arxiv:1904.00962',
    title: 'Large Batch Optimization, "LAMB"',
    authors: ['Yang You', 'Jan van der Berg', 'Robert Downey Jr.', 'LHCb Collaboration'],
    year: 2020,
    venue: 'ICLR 2020',
    type: 'conference',
    pages: '1-12',
    arxivId: '1904.00962',
    doi: '10.1000/a_b',
    code: [{ url: 'https://github.com/a/b' }],
  },
  { abstract: 'We train $x^2$ & more.', tags: ['nlp', 'to cite'], note: '=Section 3\n\n- compare' },
);
const saved = (paper = lamb): SavedPaper => ({
  ...paper,
  status: 'reading',
  starred: true,
  addedAt: new Date(2026, 10, 30, 23, 30).getTime(),
  changedAt: Number.NaN,
  readAt: null,
});

it('Markdown has a line a paper, its tags and note under it', () => {
  expect(markdownOfListed([lamb])).toBe(
    [
      '- [Large Batch Optimization, "LAMB"](<https://arxiv.org/abs/1904.00962>). Yang You, Jan van der Berg, Robert Downey Jr., LHCb Collaboration. ICLR 2020. ([code](<https://github.com/a/b>))',
      '  - Tags: nlp, to cite',
      '  > =Section 3',
      '  >',
      '  > - compare',
      '',
    ].join('\n'),
  );
  expect(markdownOfListed([])).toBe('');
});

it('CSV has a column a fact, days as a calendar has them, and no formula', () => {
  const { data } = Papa.parse<Record<string, string>>(csvOfSaved([saved()]), { header: true });
  expect(data[0]).toMatchObject({
    title: 'Large Batch Optimization, "LAMB"',
    authors: 'Yang You; Jan van der Berg; Robert Downey Jr.; LHCb Collaboration',
    year: '2020',
    'arxiv id': '1904.00962',
    url: 'https://arxiv.org/abs/1904.00962',
    status: 'reading',
    starred: 'yes',
    tags: 'nlp; to cite',
    note: "'=Section 3\n\n- compare",
    saved: '2026-11-30',
    changed: '',
    'read on': '',
    id: 'arxiv:1904.00962',
  });
});

it('CSV is read back by our reader', async () => {
  const { kind, records } = await readAll(csvOfSaved([saved()]));
  expect(kind).toBe('csv');
  const { id: _id, type: _type, code, ...facts } = lamb.record;
  expect(records[0]).toMatchObject(facts);
  expect(records[0]?.code?.[0]?.url).toBe(code?.[0]?.url);
});

it('whatever texts say, a table has its rows and no cell is a formula, and Markdown no link of their own', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(anyListed, hostileListed), { maxLength: 4 }), (papers) => {
      const { data } = Papa.parse<string[]>(csvOfSaved(papers.map(saved)).trimEnd(), { delimiter: ',' });
      expect(data).toHaveLength(papers.length + 1);
      for (const cells of data) {
        expect(cells).toHaveLength(22);
        for (const cell of cells) expect(cell).not.toMatch(/^\s*[=+\-@]/u);
      }
      const text = markdownOfListed(papers);
      expect(text.split('\n').filter((line) => line.startsWith('- '))).toHaveLength(papers.length);
      expect(text.split('\n').every((line) => line === '' || /^(?:- | {2}- Tags: | {2}>)/.test(line))).toBe(true);
      const ours = text.split('\n').filter((line) => !line.startsWith('  >'));
      expect(ours.join('\n')).not.toMatch(/(?<!\\)`|(?<![\\(])</u);
    }),
  );
});

it('what the reader added is where programs look for it, and where no style prints it', () => {
  const bibtex = bibtexOfListed([lamb]);
  expect(bibtex).toContain('  abstract = {We train $x^2$ \\& more.},\n');
  expect(bibtex).toContain('  keywords = {nlp, to cite},\n  annote = {=Section 3 - compare},\n');
  expect(risOfListed([lamb]).split('\r\n')).toEqual([
    'TY  - CONF',
    'TI  - Large Batch Optimization, "LAMB"',
    'AU  - You, Yang',
    'AU  - van der Berg, Jan',
    'AU  - Downey, Robert, Jr.',
    'AU  - LHCb Collaboration',
    'PY  - 2020',
    'T2  - ICLR 2020',
    'SP  - 1',
    'EP  - 12',
    'DO  - 10.1000/a_b',
    'AN  - arXiv:1904.00962',
    'UR  - https://arxiv.org/abs/1904.00962',
    'AB  - We train $x^2$ & more.',
    'KW  - nlp',
    'KW  - to cite',
    'N1  - =Section 3',
    'N1  - - compare',
    'ER  - ',
    '',
  ]);
  expect(JSON.parse(cslOfListed([lamb]))).toEqual([
    {
      id: 'you2020large',
      type: 'paper-conference',
      title: 'Large Batch Optimization, "LAMB"',
      'container-title': 'ICLR 2020',
      page: '1-12',
      DOI: '10.1000/a_b',
      URL: 'https://arxiv.org/abs/1904.00962',
      abstract: 'We train $x^2$ & more.',
      keyword: 'nlp, to cite',
      annote: '=Section 3\n\n- compare',
      author: [
        { family: 'You', given: 'Yang' },
        { family: 'van der Berg', given: 'Jan' },
        { family: 'Downey', given: 'Robert', suffix: 'Jr.' },
        { literal: 'LHCb Collaboration' },
      ],
      issued: { 'date-parts': [[2020]] },
      archive: 'arXiv',
      archive_location: '1904.00962',
    },
  ]);
});

it('authors who are left out are "others"', () => {
  expect(bibtexOfListed([listed({ authors: ['Ada Holm'], moreAuthors: true })])).toContain(
    '  author = {Holm, Ada and others},\n',
  );
});

it('keys are the same in whatever order the list is, and no two papers have one', () => {
  const ids = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(ids, fc.boolean(), (numbers, turned) => {
      const papers = numbers.map((number) =>
        listed({ id: `title:${number}`, title: `Rivers ${number}`, authors: ['Ada Holm'] }),
      );
      const keyed = (of: typeof papers): Map<string, string> => {
        const keys = [...bibtexOfListed(of).matchAll(/^@\w+\{([^,]+),/gmu)].map(([, key = '']) => key);
        return new Map(of.map(({ record }, at) => [record.id, keys[at] ?? '']));
      };
      const keys = keyed(papers);
      expect(new Set(keys.values()).size).toBe(papers.length);
      const other = keyed(
        turned ? papers.toReversed() : papers.toSorted((a, b) => (a.record.id < b.record.id ? 1 : -1)),
      );
      for (const [id, key] of keys) expect(other.get(id)).toBe(key);
    }),
  );
});
