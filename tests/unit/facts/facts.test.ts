// Names, dates and identifiers as pages write them.
import { describe, expect, it } from 'vitest';
import { TITLE, own, read, row, said, tags } from './page.ts';
import { startSpending } from '../spent.ts';

describe('names', () => {
  const names = (texts: string[], name = 'citation_author'): readonly string[] | undefined =>
    own({
      meta: [
        ['citation_title', TITLE],
        ['citation_date', '2020'],
        ...texts.map((text): [string, string] => [name, text]),
      ],
    }).record.authors;
  it.each<[string[], string[]]>([
    [['Lovelace, Ada'], ['Ada Lovelace']],
    [['van der Berg, Bo'], ['Bo van der Berg']],
    [['Smith, John, Jr.'], ['John Smith Jr.']],
    [['Smith, John, University of X'], ['John Smith']],
    [
      ['John Smith, PhD', 'Dr. Ada Lovelace'],
      ['John Smith', 'Ada Lovelace'],
    ],
    [['Ada Lovelace; Bo Berg; Cy Chen'], ['Ada Lovelace', 'Bo Berg', 'Cy Chen']],
    [['Lovelace, Ada; Berg, Bo'], ['Ada Lovelace', 'Bo Berg']],
    [['Ada Lovelace, Bo Berg and Cy Chen'], ['Ada Lovelace', 'Bo Berg', 'Cy Chen']],
    [['Ada Lovelace, Bo Berg, Cy Chen'], ['Ada Lovelace', 'Bo Berg', 'Cy Chen']],
    [
      ['Ada Lovelace ada@x.example', 'Bo Berg (University of X)'],
      ['Ada Lovelace', 'Bo Berg'],
    ],
    [['Ada Lovelace', 'Ada Lovelace', 'University of X', 'et al.', 'https://orcid.org/0000'], ['Ada Lovelace']],
    [
      ['M&uuml;ller, J&#246;rg', 'Łukasz Żółć'],
      ['Jörg Müller', 'Łukasz Żółć'],
    ],
    [
      ['王小明', '李雷'],
      ['王小明', '李雷'],
    ],
  ])('%j', (texts, wanted) => {
    expect(names(texts)).toEqual(wanted);
  });

  it('a row’s line ends at the venue', () => {
    const rows = [
      row(1, { title: [TITLE], authors: ['A Lovelace, B Berg… - Annals of Tests, 2019 - journal.example'] }),
    ];
    expect(read({ url: 'https://journal.example/list', rows }).rows.get(1)?.record.authors).toEqual([
      'A Lovelace',
      'B Berg',
    ]);
  });

  it.each([
    [499, 499, undefined],
    [500, 500, undefined],
    [501, 500, true],
  ])('%i authors in tags are %i, and more: %s', (count, kept, more) => {
    const letters = (number: number): string =>
      Array.from(String(number), (digit) => 'abcdefghij'.charAt(Number(digit))).join('');
    const authors = Array.from({ length: count }, (_, at): [string, string] => [
      'citation_author',
      `N${letters(at)}, Ada`,
    ]);
    const { record } = own({ meta: [['citation_title', TITLE], ['citation_doi', '10.55555/1'], ...authors] });
    expect([record.authors?.length, record.moreAuthors]).toEqual([kept, more]);
  });

  it('ten thousand names: five hundred are kept, and more of them take no longer', () => {
    const letters = (number: number): string =>
      Array.from(String(number), (digit) => 'abcdefghij'.charAt(Number(digit))).join('');
    const people = (count: number): { name: string }[] =>
      Array.from({ length: count }, (_, at) => ({ name: `Ada N${letters(at)}` }));
    const kept = (count: number): (readonly string[] | undefined)[] => [
      own({
        said: said({ linked: [JSON.stringify({ '@type': 'ScholarlyArticle', name: TITLE, author: people(count) })] }),
      }).record.authors,
      own({
        url: 'https://journal.example/paper/a1',
        rows: [
          row(
            1,
            {
              title: [TITLE],
              authors: [
                people(count)
                  .map(({ name }) => name)
                  .join(', '),
              ],
            },
            true,
          ),
        ],
      }).record.authors,
    ];
    expect(kept(10_000).map((names) => names?.length)).toEqual([500, 500]);
    const time = (count: number): number => {
      const since = startSpending();
      kept(count);
      return since();
    };
    const once = Math.min(time(10_000), time(10_000));
    expect(Math.min(time(20_000), time(20_000))).toBeLessThan(4 * once + 20);
  });
});

describe('dates and identifiers in any form', () => {
  it.each<[string, number | undefined]>([
    ['2019/12/15', 2019],
    ['15.12.2019', 2019],
    ['12/15/2019', 2019],
    ['Dec 15, 2019', 2019],
    ['20191215', 2019],
    ['2019', 2019],
    ['2019-12-15T00:00:00Z', 2019],
    ['Submitted on 15 Dec 2019 (v1), last revised 25 Feb 2020', 2019],
    ['1970-01-01', undefined],
    ['soon', undefined],
    ['0000', undefined],
  ])('%s', (date, year) => {
    expect(
      own({
        meta: [
          ['citation_title', TITLE],
          ['citation_author', 'A B'],
          ['citation_date', date],
        ],
      }).record.year,
    ).toBe(year);
  });

  it.each<[string, string | undefined]>([
    ['10.1234/Garden.7', '10.1234/garden.7'],
    ['doi:10.1234/garden.7', '10.1234/garden.7'],
    ['DOI: 10.1234/garden.7.', '10.1234/garden.7'],
    ['https://doi.org/10.1234/garden.7', '10.1234/garden.7'],
    ['http://dx.doi.org/10.1234%2Fgarden.7', '10.1234/garden.7'],
    ['10.1016/0004-3702(94)00041-X', '10.1016/0004-3702(94)00041-x'],
    ['(10.1234/garden.7)', '10.1234/garden.7'],
    ['https://doi.org/', undefined],
    ['10.1234/xxxx', undefined],
    [
      '10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O',
      '10.1002/(sici)1097-4571(199806)49:8<693::aid-asi4>3.0.co;2-o',
    ],
    ['https://doi.org/10.1234/garden.7?utm_source=feed&lang=en', '10.1234/garden.7'],
    ['n/a', undefined],
  ])('%s', (doi, clean) => {
    expect(
      own({
        meta: [
          ['citation_title', TITLE],
          ['citation_author', 'A B'],
          ['citation_doi', doi],
        ],
      }).record.doi,
    ).toBe(clean);
  });

  it('only https leaves the page', () => {
    const meta = [...tags(), ['citation_pdf_url', 'http://unknown.example/a.pdf'] as [string, string]];
    expect(own({ meta }).pdf).toBeNull();
    expect(own({ url: 'http://unknown.example/a', meta }).record.links).toBeUndefined();
    for (const pdf of ['javascript:alert(1)', 'data:application/pdf,x', 'ftp://x.example/a.pdf'])
      expect(own({ meta: [...tags(), ['citation_pdf_url', pdf]] }).pdf).toBeNull();
  });
});

it('names and abstract of the fuller source', () => {
  const start = 'This abstract begins in the tags and goes on where the page has room for the rest of it';
  const fact = own({
    url: 'https://journal.example/paper/a1',
    meta: [
      ['citation_title', TITLE],
      ['citation_author', 'Lovelace, Ada'],
      ['citation_abstract', `${start} ...`],
    ],
    rows: [
      row(
        1,
        {
          title: [TITLE],
          authors: ['Ada Lovelace', 'Bo Berg'],
          abstract: [`Abstract: ${start}, to its very end, and even further.`],
        },
        true,
      ),
    ],
  });
  expect(fact.record.authors).toEqual(['Ada Lovelace', 'Bo Berg']);
  expect(fact.abstract).toBe(`${start}, to its very end, and even further.`);
  expect(fact.from).toMatchObject({ authors: 'site', abstract: 'site', title: 'meta' });
});
