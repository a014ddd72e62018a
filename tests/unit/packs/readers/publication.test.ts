// Volume, issue, pages and publisher, as each format writes them.
import { expect, it } from 'vitest';
import { readAll } from './fixtures.ts';

const article = { volume: '12', issue: '3', pages: '864-873', publisher: 'Test Press' };
const crossref = {
  type: 'journal-article',
  title: ['On Quiet Rivers'],
  'container-title': ['Annals of Tests'],
  author: [{ given: 'Ada', family: 'Example' }],
  issued: { 'date-parts': [[2020]] },
};

it.each<[string, string, object]>([
  [
    'BibTeX',
    '@article{a, title={On Quiet Rivers}, journal={Annals of Tests}, volume=12, number={3}, pages={864--873}, publisher={Test {Press}}}',
    article,
  ],
  [
    'BibLaTeX',
    '@article{a, title={On Quiet Rivers}, journaltitle={Annals of Tests}, volume={12}, issue={3}, pages={864\\textendash 873}, publisher={Test Press}}',
    article,
  ],
  [
    'BibTeX of a report, whose number is its own',
    '@techreport{a, title={On Quiet Rivers}, number={TR-3}, institution={Tests}}',
    { volume: undefined, issue: undefined, pages: undefined, publisher: undefined },
  ],
  [
    'BibTeX whose volume says the rest',
    '@inproceedings{a, title={On Quiet Rivers}, crossref={all}, pages={864--873}}\n@proceedings{all, title={Proc. of Tests}, volume={12}, publisher={Test Press}}',
    { volume: '12', pages: '864-873', publisher: 'Test Press' },
  ],
  [
    'CoRR, where the volume is an arXiv id',
    '@article{a, title={On Quiet Rivers}, journal={CoRR}, volume={abs/2103.00021}}',
    { volume: undefined, arxivId: '2103.00021' },
  ],
  [
    'RIS',
    'TY  - JOUR\nTI  - On Quiet Rivers\nJO  - Annals of Tests\nVL  - 12\nIS  - 3\nSP  - 864\nEP  - 873\nPB  - Test Press\nER  - \n',
    article,
  ],
  [
    'RIS with all pages in one',
    'TY  - JOUR\nTI  - On Quiet Rivers\nVL  - 12\nIS  - 3\nSP  - 864-873\nPB  - Test Press\nER  - \n',
    article,
  ],
  [
    'CSL-JSON',
    JSON.stringify([{ ...crossref, volume: '12', issue: 3, page: '864–873', publisher: 'Test Press' }]),
    article,
  ],
  [
    'CSL-JSON with an article’s number',
    JSON.stringify([{ ...crossref, volume: '12', 'article-number': 'e17' }]),
    { volume: '12', issue: undefined, pages: 'e17', publisher: undefined },
  ],
  [
    'CSV of Scopus',
    'Title,Authors,Year,Source title,Volume,Issue,Art. No.,Page start,Page end,Publisher\nOn Quiet Rivers,"Example, A.",2020,Annals of Tests,12,3,,864,873,Test Press\n',
    article,
  ],
  [
    'CSV with an article’s number',
    'Title,Authors,Year,Source title,Volume,Art. No.,Page start,Page end\nOn Quiet Rivers,"Example, A.",2020,Annals of Tests,12,e17,,\n',
    { volume: '12', pages: 'e17' },
  ],
  [
    'OpenAlex',
    JSON.stringify({
      id: 'https://openalex.org/W1',
      display_name: 'On Quiet Rivers',
      publication_year: 2020,
      primary_location: {
        source: { display_name: 'Annals of Tests', type: 'journal', host_organization_name: 'Test Press' },
      },
      biblio: { volume: '12', issue: '3', first_page: '864', last_page: '873' },
    }),
    article,
  ],
  [
    'dblp',
    '<?xml version="1.0"?>\n<dblp>\n<article key="journals/a/B20"><author>Ada Example</author><title>On Quiet Rivers.</title><pages>864-873</pages><year>2020</year><volume>12</volume><journal>Annals of Tests</journal><number>3</number><publisher>Test Press</publisher></article>\n</dblp>',
    article,
  ],
])('%s', async (_, text, expected) => {
  const { records, refused } = await readAll(text);
  expect(refused).toEqual([]);
  expect(records).toHaveLength(1);
  const { volume, issue, pages, publisher, arxivId } = records[0] ?? {};
  expect({ volume, issue, pages, publisher, arxivId }).toMatchObject(expected);
});
