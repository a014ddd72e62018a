// RIS, CSL-JSON and CSV as publishers, indexes and reference managers write them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PaperRecord } from '../../../../lib/paper/record.ts';
import { readAll } from './fixtures.ts';

const entry = (title: string, more = ''): string =>
  `TY  - JOUR\nAU  - Roe, Ann\nTI  - ${title}\n${more}PY  - 2019\nER  - \n`;

describe('RIS', () => {
  it.each<[string, string, string[]]>([
    ['lines of the provider before it', `Provider: A Press\nContent: text/plain\n\n${entry('One')}`, ['One']],
    ['a number before each entry', `1. \n${entry('One')}\n2. \n${entry('Two')}`, ['One', 'Two']],
    [
      'the type behind other tags',
      `${entry('One')}\nDB  - Index\nTI  - Two\nTY  - CONF\nPY  - 2001\nER  - \n`,
      ['One', 'Two'],
    ],
    ['the type behind other tags from the start', 'DB  - Index\nTI  - One\nTY  - CONF\nER  - \n', ['One']],
    ['lines that end in CR', (entry('One') + entry('Two')).replaceAll('\n', '\r'), ['One', 'Two']],
    ['lines that end in CR LF', (entry('One') + entry('Two')).replaceAll('\n', '\r\n'), ['One', 'Two']],
    ['an entry without an end', `${entry('One').replace('ER  - \n', '')}${entry('Two')}`, ['One', 'Two']],
    ['tags behind the last end', `${entry('One')}\nDB  - Index\n`, ['One']],
    ['one space before the hyphen', entry('One').replaceAll('  - ', ' - '), ['One']],
  ])('%s', async (_, text, titles) => {
    const { kind, records, refused } = await readAll(text);
    expect(kind).toBe('ris');
    expect(refused).toEqual([]);
    expect(records.map(({ title }) => title)).toEqual(titles);
  });

  it.each<[string, Partial<PaperRecord>]>([
    ['TY  - CHAP\nTI  - A\nT2  - The Book\nT3  - The Series\nER  - \n', { venue: 'The Book' }],
    ['TY  - CHAP\nTI  - A\nBT  - The Book\nER  - \n', { venue: 'The Book' }],
    [
      'TY  - CONF\nTI  - A\nC3  - Proceedings of a Meeting\nER  - \n',
      { venue: 'Proceedings of a Meeting', type: 'conference' },
    ],
    ['TY  - JOUR\nTI  - A\nJO  - J. Tests\nT2  - Journal of Tests\nER  - \n', { venue: 'J. Tests', type: 'journal' }],
    [
      'TY  - JOUR\nTI  - A\nUR  - https://dl.acm.org/doi/10.1145/2939672.2939785\nER  - \n',
      { doi: '10.1145/2939672.2939785' },
    ],
    ['TY  - CHAP\nTI  - A\nM3  - doi:10.1000/ab_c\nER  - \n', { doi: '10.1000/ab_c' }],
    [
      'TY  - JOUR\nTI  - A\nDO  - 10.1002/(SICI)1097-4571(199906)50:8<651::AID-ASI1>3.0.CO;2-E\nER  - \n',
      { doi: '10.1002/(sici)1097-4571(199906)50:8<651::aid-asi1>3.0.co;2-e' },
    ],
    ['TY  - GEN\nTI  - A\nN1  - arXiv:2103.00021 [cs]\nER  - \n', { arxivId: '2103.00021' }],
    ['TY  - JOUR\nTI  - A\nDA  - 201905\nER  - \n', { year: 2019 }],
    ['TY  - JOUR\nTI  - A\nY1  - 2012/05//\nER  - \n', { year: 2012 }],
  ])('%j', async (text, facts) => {
    expect((await readAll(text)).records[0]).toMatchObject(facts);
  });

  it('the subtitle of a thesis is no venue', async () => {
    const { records } = await readAll('TY  - THES\nTI  - A\nT2  - A Subtitle\nER  - \n');
    expect(records[0]?.venue).toBeUndefined();
  });

  it('nothing in a file throws, and a hundred thousand lines are read in time', async () => {
    const line = fc.constantFrom('TY  - JOUR', 'ER  - ', 'TI  - A', 'T2  -', 'XX', '', ' goes on', 'AU  - A; B, C');
    await fc.assert(
      fc.asyncProperty(fc.array(line), fc.constantFrom('\n', '\r', '\r\n'), async (lines, end) => {
        const text = `TY  - JOUR${end}TI  - A${end}ER  - ${end}${lines.join(end)}`;
        await readAll(text).catch((error: unknown) => {
          expect(error).toMatchObject({ name: 'UnreadableFile' });
        });
      }),
    );
    const { records } = await readAll(entry('One').repeat(20_000).replaceAll('\n', '\r'));
    expect(records).toHaveLength(20_000);
  });
});

describe('CSL-JSON', () => {
  const item = async (facts: Record<string, unknown>): Promise<PaperRecord | undefined> => {
    const row = { id: 'a', type: 'article', title: 'A Title', author: [{ family: 'Roe', given: 'Ann' }], ...facts };
    return (await readAll(JSON.stringify([row]))).records[0];
  };
  it.each<[Record<string, unknown>, Partial<PaperRecord>]>([
    [{ issued: [{ year: '2009', month: '1' }] }, { year: 2009 }],
    [{ issued: { year: 2009 } }, { year: 2009 }],
    [{ issued: { 'date-parts': [['2015', '3']] } }, { year: 2015 }],
    [{ issued: { 'date-parts': [2015, 3] } }, { year: 2015 }],
    [{ issued: { 'date-parts': [[null]], literal: 'c. 2018' } }, { year: 2018 }],
    [{ issued: { 'date-parts': [], raw: '2024 Feb 21' } }, { year: 2024 }],
    [{ issued: '201905' }, { year: 2019 }],
    [{ note: 'DOI: 10.1000/ab\narXiv: 2103.00021 [cs]' }, { doi: '10.1000/ab', arxivId: '2103.00021' }],
    [
      { publisher: 'arXiv', number: 'arXiv:2103.00021' },
      { arxivId: '2103.00021', type: 'preprint' },
    ],
    [{ note: 'PMID: 1234567\ndoi: https://doi.org/10.1000/ab' }, { doi: '10.1000/ab' }],
    [{ URL: 'https://www.tandfonline.com/doi/full/10.1080/12345678.2020.1' }, { doi: '10.1080/12345678.2020.1' }],
  ])('%j', async (facts, wanted) => {
    expect(await item({ DOI: '', ...facts })).toMatchObject(wanted);
  });
});

describe('CSV', () => {
  it.each<[string, Partial<PaperRecord>]>([
    ['Title,DOI\nA Title,https://dl.acm.org/doi/10.1145/2939672.2939785', { doi: '10.1145/2939672.2939785' }],
    ['Title,Url\nA Title,https://doi.org/10.1000/ab?x=1', { doi: '10.1000/ab' }],
    ['Title,arXiv\nA Title,2103.00021 [cs.CV]', { arxivId: '2103.00021' }],
    ['Title,Eprint,Url\nA Title,12345678,http://arxiv.org/abs/2103.00021', { arxivId: '2103.00021' }],
    ['Title,Date\nA Title,201905', { year: 2019 }],
    ['Title,Date\nA Title,20190531', { year: 2019 }],
  ])('%j', async (text, facts) => {
    expect((await readAll(text)).records[0]).toMatchObject(facts);
  });
});
