// What each format's reader makes of a file: the facts a card shows, and the rows that it refuses by name.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filePlace, unreadable } from '../../../../lib/packs/unreadable-file.ts';
import { PaperRecord } from '../../../../lib/paper/record.ts';
import {
  abstracts,
  arxivRow,
  cslItems,
  csv,
  files,
  gz,
  links,
  parquet,
  readAll,
  readAs,
  utf8,
  work,
} from './fixtures.ts';

const titles = ({ records }: { records: readonly PaperRecord[] }): string[] => records.map(({ title }) => title);

describe('every kind of file', () => {
  it.each(Object.entries(files))('%s is known by its content, and its records are whole', async (name, make) => {
    const { kind, records } = await readAll(make());
    expect([name.split(',')[0], 'parquet']).toContain(kind);
    expect(records.length).toBeGreaterThan(0);
    for (const record of records) expect(PaperRecord.safeParse(record).error).toBeUndefined();
  });

  it.each(Object.entries(files))(
    '%s reads the same with a byte order mark and spaces before it',
    async (name, make) => {
      const content = make();
      if (name.includes('gzipped') || name.includes('Parquet')) return;
      const marked = new Uint8Array([
        0xef,
        0xbb,
        0xbf,
        ...(name === 'csv' || name === 'dblp' ? [] : [10, 32]),
        ...content,
      ]);
      expect((await readAll(marked)).records).toEqual((await readAll(content)).records);
    },
  );
});

describe('Papers with Code', () => {
  it('joins the rows of one paper that stand together, and says whose code it is', async () => {
    const { records } = await readAll(JSON.stringify(links));
    expect(titles({ records })).toEqual([
      'Attention Is All You Need',
      'A Paper Without Code We Can Use',
      'Deep Residual Learning for Image Recognition',
      'Attention Is All You Need',
    ]);
    expect(records[0]).toMatchObject({ id: 'arxiv:1706.03762', arxivId: '1706.03762', year: 2017 });
    expect(records[0]?.code).toEqual([
      { url: 'https://github.com/tensorflow/tensor2tensor', official: true, saidBy: 'Papers with Code' },
      { url: 'https://github.com/jadore801120/attention', official: false, saidBy: 'Papers with Code' },
    ]);
    expect(records[1]?.code).toBeUndefined();
    expect(records[2]?.code?.[0]?.url).toBe('https://github.com/KaimingHe/resnet');
  });

  it('is the same as JSON, packed and as Parquet, also when row groups divide a paper', async () => {
    const { records } = await readAll(JSON.stringify(links));
    expect((await readAll(gz(JSON.stringify(links)))).records).toEqual(records);
    expect((await readAll(parquet(links, { group: 1 }))).records).toEqual(records);
    expect((await readAs('papers-with-code-links', parquet(links))).records).toEqual(records);
  });

  it('reads papers with authors, venue and date', async () => {
    expect((await readAll(JSON.stringify(abstracts))).records[0]).toMatchObject({
      authors: ['Ashish Vaswani', 'Noam Shazeer'],
      year: 2017,
      venue: 'NEURIPS 2017',
      type: 'conference',
      arxivId: '1706.03762',
    });
  });
});

describe('arXiv', () => {
  it('reads names that come apart, the journal and lower-case DOIs; Parquet says the same', async () => {
    const rows = [0, 1, 2].map(arxivRow);
    const { records } = await readAll(rows.map((row) => JSON.stringify(row)).join('\n'));
    expect(records[0]).toEqual({
      id: 'arxiv:1001.0000',
      title: 'On the calculation of numbers by engines of the kind 0',
      authors: ['Ada Lovelace', 'Charles Babbage Jr.'],
      year: 2010,
      venue: 'J. Eng. 3 (1843) 666',
      type: 'journal',
      arxivId: '1001.0000',
      doi: '10.1000/eng.0',
      categories: ['cs.LG', 'math.NA'],
    });
    expect(records[1]).toMatchObject({ type: 'preprint', venue: 'arXiv' });
    expect((await readAll(parquet(rows, { group: 2 }))).records).toEqual(records);
  });

  it('divides a printed line of authors', async () => {
    const { authors_parsed: _, ...row } = arxivRow(1);
    const { records } = await readAll(JSON.stringify({ ...row, authors: 'A. Bee (CERN, Geneva), C. Dee and E. Eff' }));
    expect(records[0]?.authors).toEqual(['A. Bee', 'C. Dee', 'E. Eff']);
  });
});

describe('OpenAlex', () => {
  it('reads a line each, and an answer of its service', async () => {
    const { records } = await readAll(JSON.stringify(work));
    expect(records[0]).toMatchObject({
      id: 'arxiv:1801.00001',
      title: 'Growth of E. coli & others',
      authors: ['Jane Doe', 'Ö. Smith'],
      doi: '10.1007/abc_1',
      venue: 'Journal of Growth',
      type: 'journal',
    });
    const answer = await readAll(JSON.stringify({ meta: { count: 1 }, results: [work, work] }, undefined, 2));
    expect(answer.records).toEqual([records[0], records[0]]);
  });
});

describe('dblp', () => {
  it('reads named characters, marks in titles, numbered namesakes and CoRR; leaves home pages out', async () => {
    const { records, refused } = await readAll(files['dblp']?.() ?? '');
    expect(records[0]).toMatchObject({
      title: 'Fast and Slow: O(n2) Schönhage–Strassen',
      authors: ['Jürgen Müller', 'Anna Åberg'],
      doi: '10.1016/j.tcs.2019.1',
      type: 'journal',
    });
    expect(records[2]).toMatchObject({ id: 'arxiv:1706.03762', type: 'preprint', venue: 'arXiv' });
    expect(records).toHaveLength(3);
    expect(refused).toEqual([
      { refused: unreadable('XML'), at: filePlace.entry('journals/x/bad') },
      { refused: { code: 'no-title', args: [] }, at: filePlace.entry('journals/x/none') },
    ]);
  });
});

describe('BibTeX', () => {
  it('reads TeX to characters, names with particles, abbreviations; mathematics stays', async () => {
    const { records, refused } = await readAll(files['bibtex']?.() ?? '');
    expect(records[0]).toMatchObject({
      title: 'BERT: Pre-training of Deep Schölkopf & co',
      authors: ['Jörg Müller', 'Anna van der Berg', 'The ATLAS Collaboration', 'John Doe Jr.'],
      venue: 'Annual Meeting of the ACL',
      arxivId: '1810.04805',
    });
    expect(records[1]).toMatchObject({ title: String.raw`Sorting in $O(n \log n)$ Time`, doi: '10.1000/abc' });
    expect(titles({ records })[2]).toBe('What follows is still read');
    expect(refused.map(({ at }) => at)).toEqual([filePlace.entry('broken'), filePlace.entry('none')]);
  });
});

describe('RIS', () => {
  it('reads entries, also values that go on in the next line', async () => {
    const { records, refused } = await readAll(files['ris']?.() ?? '');
    expect(records[0]).toMatchObject({
      authors: ['Martial Sankar', 'Christian S Hardtke'],
      year: 2014,
      venue: 'eLife',
      doi: '10.7554/elife.01567',
    });
    expect(records[1]?.title).toBe('A title that goes on');
    expect(refused).toEqual([{ refused: { code: 'no-title', args: [] }, at: filePlace.entry(3) }]);
  });
});

describe('CSL-JSON', () => {
  it('reads names with particles and groups; a title without letters is refused', async () => {
    const { records, refused } = await readAll(JSON.stringify(cslItems));
    expect(records[0]).toMatchObject({ authors: ['Anna van der Berg', 'The Group'], year: 2015, type: 'journal' });
    expect(refused).toEqual([{ refused: { code: 'no-letters', args: [] }, at: filePlace.entry(2) }]);
  });
});

describe('CSV', () => {
  it('reads headers in other spellings, quotes, named characters and titles over two lines', async () => {
    const { records, refused } = await readAll(csv);
    expect(records[0]).toMatchObject({
      title: 'Notes on "the" Engine; & more',
      authors: ['A. Lovelace', 'C. Babbage'],
      year: 1843,
      venue: 'Memoirs',
      doi: '10.1000/x',
    });
    expect(records[1]).toMatchObject({ title: 'A second title', authors: ['Jane Doe'], year: 2020 });
    expect(refused).toEqual([]);
  });

  it.each([
    ['tabs', 'title\tauthor\tyear\nA title\tA. Bee\t2001\n'],
    ['commas and CRLF', 'Year,Title\r\n2001,A title\r\n'],
    ['one column', 'Title\nA title\n'],
    ['old Latin-1', new Uint8Array([...utf8('Title,Year\nA titl'), 0xe9, ...utf8(',2001\n')])],
    ['UTF-16', new Uint8Array([0xff, 0xfe, ...Buffer.from('Title\tYear\nA title\t2001\n', 'utf16le')])],
  ])('reads %s', async (_, content) => {
    expect(titles(await readAll(content))[0]).toMatch(/^A titl[eé]$/);
  });
});

const shared = new URL('../../../../../shared/api', import.meta.url).pathname;
describe.skipIf(!existsSync(shared))('recorded files', () => {
  const recorded = (folder: string, pattern: RegExp): string[] =>
    readdirSync(join(shared, folder))
      .filter((name) => pattern.test(name))
      .map((name) => join(folder, name));

  it.each([
    ...recorded('bib-ris-csl', /^(?:crossref|pure)\.(?:bib|ris)$|^(?:csl-list|citeproc|crossref)\.json$/),
    ...recorded('openalex', /^(?!test-does-openalex).*\.json$/),
  ])('%s gives papers with titles', async (path) => {
    const { records, refused } = await readAll(readFileSync(join(shared, path)), path);
    expect(records.length + refused.length).toBeGreaterThan(0);
    for (const record of records) expect(PaperRecord.safeParse(record).error).toBeUndefined();
    if (path.startsWith('bib')) expect(refused).toEqual([]);
  });
});
