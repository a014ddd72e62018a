// Authors as reference managers and exports write them: lines where lists belong, groups, generations, numbers.
import { expect, it } from 'vitest';
import { openAs } from '../../../../lib/packs/readers/index.ts';
import type { PaperRecord } from '../../../../lib/paper/record.ts';
import { mergeRecords } from '../../../../lib/paper/merge.ts';
import { sourceOf } from './fixtures.ts';

async function recordOf(kind: string, content: string): Promise<PaperRecord | undefined> {
  for await (const { rows } of (await openAs(kind, sourceOf(content))).rows())
    for (const row of rows) if ('record' in row) return row.record;
  return undefined;
}
const bib = (authors: string): [string, string] => [
  'bibtex',
  `@article{x, author = {${authors}}, title = {A Title of Some Words}, year = 2020}`,
];
const ris = (...authors: string[]): [string, string] => [
  'ris',
  ['TY  - JOUR', ...authors.map((name) => `AU  - ${name}`), 'TI  - A Title of Some Words', 'ER  - ', ''].join('\n'),
];
const csv = (header: string, cells: string): [string, string] => [
  'csv',
  `Title,Year,${header}\n"A Title of Some Words",2020,${cells}\n`,
];
const csl = (...author: object[]): [string, string] => [
  'csl',
  JSON.stringify([
    { id: 'x', type: 'article-journal', title: 'A Title of Some Words', author, issued: { raw: '2020' } },
  ]),
];

it.each<[what: string, file: [kind: string, content: string], names: string[]]>([
  ['BibTeX with commas between people', bib('M. Vale, T. Reed and I. Holm'), ['M. Vale', 'T. Reed', 'I. Holm']],
  ['BibTeX with semicolons', bib('Vale, M.; Reed, T.; Holm, I.'), ['M. Vale', 'T. Reed', 'I. Holm']],
  ['BibTeX that ends in et al.', bib('Vale Mona, Reed Tom, et al.'), ['Vale Mona', 'Reed Tom']],
  [
    'BibTeX with groups',
    bib('{LHCb Collaboration} and {Vale and Sons} and Reed, Tom'),
    ['LHCb Collaboration', 'Vale and Sons', 'Tom Reed'],
  ],
  ['BibTeX with a colon as an author', bib('{OpenAI} and : and Vale, Mona'), ['OpenAI', 'Mona Vale']],
  ['BibTeX of East Asia', bib('杨, 育伟 and 蔡, 洪'), ['杨育伟', '蔡洪']],
  [
    'BibTeX with footnote marks',
    bib('Vale, Mona\\textsuperscript{1} and Reed, Tom\\thanks{Supported by nobody}'),
    ['Mona Vale', 'Tom Reed'],
  ],
  ['BibTeX of the APS', bib('\\ifmmode \\check{Z}\\else \\v{Z}\\fi{}umar, S. and Vale, M.'), ['S. Žumar', 'M. Vale']],
  ['BibTeX with a dotless i', bib("Garc{\\'{\\i}}a, Ana"), ['Ana García']],
  ['RIS with a line of names', ris('Vale, M., Reed, T., Holm, I.'), ['M. Vale', 'T. Reed', 'I. Holm']],
  ['RIS with "and" in a line', ris('Vale, Mona and Reed, Tom'), ['Mona Vale', 'Tom Reed']],
  [
    'RIS with two family names',
    ris('Ahumada Vale, Mona Isabel', 'Reed, Tom, Jr'),
    ['Mona Isabel Ahumada Vale', 'Tom Reed Jr'],
  ],
  ['CSV of Scopus, older', csv('Authors', '"Vale, M.A., Reed, T."'), ['M.A. Vale', 'T. Reed']],
  [
    'CSV of Scopus, newer',
    csv('Authors,Author full names', '"Vale M.A.; Reed T.","Vale, Mona A. (700361); Reed, Tom (551234)"'),
    ['Mona A. Vale', 'Tom Reed'],
  ],
  [
    'CSV of Scopus without full names',
    csv('Authors,Author full names', '"Vale M.A.; Reed T.",""'),
    ['M.A. Vale', 'T. Reed'],
  ],
  ['CSV of Scopus without a name', csv('Authors', '"[No author name available]"'), []],
  ['CSV of JabRef', csv('Author', '"Vale, Mona; Reed, Tom & Holm, Ida"'), ['Mona Vale', 'Tom Reed', 'Ida Holm']],
  ['CSV with two family names', csv('Author', '"García Vale, María José"'), ['María José García Vale']],
  ['CSV with two family names, plain', csv('Author', '"Ahumada Vale, Miguel Angel"'), ['Miguel Angel Ahumada Vale']],
  ['CSV with two whole names', csv('Author', '"Yao Bing, Court Aron"'), ['Yao Bing', 'Court Aron']],
  ['CSV with a generation', csv('Author', '"Vale, Mona A., Jr."'), ['Mona A. Vale Jr.']],
  ['CSV with a list of Python', csv('Author', "\"['Mona Vale', 'Tom Reed']\""), ['Mona Vale', 'Tom Reed']],
  ['CSL with a generation in the given name', csl({ family: 'Vale', given: 'Mona, III' }), ['Mona Vale III']],
  [
    'CSL with both particles',
    csl({ family: 'Fontaine', given: 'Jean', 'dropping-particle': 'de', 'non-dropping-particle': 'La' }),
    ['Jean de La Fontaine'],
  ],
  [
    'CSL with a particle that ends in a hyphen',
    csl({ family: 'Vale', given: 'Anwar', 'non-dropping-particle': 'el-' }),
    ['Anwar el-Vale'],
  ],
  [
    'CSL with a whole name',
    csl({ literal: 'Vale, Mona' }, { literal: 'World Health Organization' }),
    ['Mona Vale', 'World Health Organization'],
  ],
])('%s', async (_, [kind, content], names) => {
  expect((await recordOf(kind, content))?.authors ?? []).toEqual(names);
});

const dblp = `<?xml version="1.0"?><dblp><article key="x"><author orcid="0000-0002-1825-0097">Wei Wang 0001</author>
<author>Wei Wang 0002</author><author>Mona Vale</author><title>A Title of Some Words.</title></article></dblp>`;

it('what tells people of one name apart is kept as an id and not printed', async () => {
  const record = await recordOf('dblp', dblp);
  expect(record?.authors).toEqual(['Wei Wang', 'Wei Wang', 'Mona Vale']);
  expect(record?.authorIds).toEqual(['orcid:0000-0002-1825-0097', 'dblp:Wei Wang 0002', null]);
  expect(await recordOf(...bib('Vale, Mona'))).not.toHaveProperty('authorIds');
});

it('ids stay with the list of authors that they came with', async () => {
  const record = await recordOf('dblp', dblp);
  const other = await recordOf(...bib('Vale, Mona'));
  if (record === undefined || other === undefined) throw new Error('no records');
  expect(mergeRecords(other, record)).not.toHaveProperty('authorIds');
  expect(mergeRecords(record, other).authorIds).toHaveLength(3);
  const { authors: _, ...without } = other;
  expect(mergeRecords(without, record).authorIds).toHaveLength(3);
});
