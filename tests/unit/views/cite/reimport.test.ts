// What is written of the reading list is read back by our own readers as the same facts, and no text breaks a file.
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { entries as bibtexEntries } from 'bibtex-parse';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PaperRecord } from '../../../../lib/paper/record.ts';
import { isOneVenue } from '../../../../lib/paper/venue.ts';
import { bibtexOfListed } from '../../../../lib/views/cite/bibtex-list.ts';
import type { ListedPaper } from '../../../../lib/views/cite/cited-paper.ts';
import { cslOfListed } from '../../../../lib/views/cite/csl.ts';
import { risOfListed } from '../../../../lib/views/cite/ris.ts';
import { readAll } from '../../packs/readers/fixtures.ts';
import { anyListed, hostileListed, listed, names } from './listed.ts';

const formats: [string, (papers: readonly ListedPaper[]) => string][] = [
  ['bibtex', bibtexOfListed],
  ['ris', risOfListed],
  ['csl', cslOfListed],
];

async function again(write: (papers: readonly ListedPaper[]) => string, papers: readonly ListedPaper[]) {
  const { kind, records, refused } = await readAll(write(papers));
  expect(refused).toEqual([]);
  return { kind, records };
}

const facts = ({ id: _id, venue: _venue, links: _links, ...rest }: PaperRecord): Partial<PaperRecord> => rest;

describe.each(formats)('%s', (format, write) => {
  it('is read back as the same facts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyListed, { minLength: 1, maxLength: 3 }), async (papers) => {
        const { kind, records } = await again(write, papers);
        expect(kind).toBe(format);
        expect(records).toHaveLength(papers.length);
        for (const [at, { record }] of papers.entries()) {
          const read = records[at] ?? { id: '', title: '' };
          expect({ ...facts(read), categories: undefined }).toEqual({ ...facts(record), categories: undefined });
          // BibTeX has a venue's full name.
          expect(isOneVenue(read.venue ?? '', record.venue ?? '')).toBe(true);
          if (format !== 'bibtex') expect(read.venue).toBe(record.venue);
          const page = record.links?.[0];
          if (page !== undefined && (format !== 'bibtex' || record.arxivId === undefined))
            expect(read.links).toContain(page);
        }
      }),
      { numRuns: 60 },
    );
  });

  it.each<[string, Partial<PaperRecord>]>([
    ['a preprint', { type: 'preprint', venue: 'arXiv preprint', arxivId: '2103.00021', year: 2021 }],
    ['a paper of which only the title is known', {}],
    [
      'five hundred authors',
      {
        authors: Array.from(
          { length: 500 },
          (_, at) =>
            `${'ABCDEFGHIJ'[at % 10] ?? ''}. ${at % 2 === 0 ? 'van ' : ''}Holm${'abcdefghijklmnopqrstuvwxyz'[at % 26] ?? ''}${'abcdefghijklmnopqrst'[Math.floor(at / 26)] ?? ''}`,
        ),
      },
    ],
    ...names.map((name): [string, Partial<PaperRecord>] => [name, { authors: [name] }]),
  ])('%s', async (_, record) => {
    const { records } = await again(write, [listed(record)]);
    expect(records).toHaveLength(1);
    // BibTeX names no place of a preprint but its archive.
    const { venue, ...others } = record;
    expect(records[0]).toMatchObject({ title: 'On Quiet Rivers', ...others });
    if (format !== 'bibtex') expect(records[0]?.venue).toBe(venue);
  });

  it('whatever stands in one paper, the others are read', async () => {
    const before = listed({ title: 'The one before', authors: ['Ada Holm'], year: 2001, doi: '10.1000/before' });
    const after = listed({ title: 'The one after', authors: ['Bo Holm'], year: 2002, doi: '10.1000/after' });
    await fc.assert(
      fc.asyncProperty(hostileListed, async (paper) => {
        const text = write([before, paper, after]);
        expect(text.isWellFormed()).toBe(true);
        const { records, refused } = await readAll(text);
        expect(records.length + refused.length).toBe(3);
        expect(records[0]).toMatchObject(facts(before.record));
        expect(records.at(-1)).toMatchObject(facts(after.record));
      }),
      { numRuns: 100 },
    );
  });
});

it('BibTeX is read by two parsers that are not ours', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyListed, { minLength: 1, maxLength: 3 }), async (papers) => {
      const text = bibtexOfListed(papers);
      const { data } = new Cite(text);
      expect(data.map(({ author, issued, DOI }) => [author?.length, issued?.['date-parts'][0]?.[0], DOI])).toEqual(
        papers.map(({ record }) => [record.authors?.length, record.year, record.doi]),
      );
      expect(bibtexEntries(text)).toHaveLength(papers.length);
    }),
    { numRuns: 40 },
  );
});

it('CSL-JSON is read by citeproc’s rules: each item has an id of its own and a type', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(anyListed, hostileListed), { maxLength: 5 }), (papers) => {
      const items = JSON.parse(cslOfListed(papers)) as { id: string; type: string }[];
      expect(new Set(items.map(({ id }) => id)).size).toBe(papers.length);
      for (const { type } of items) expect(['article-journal', 'paper-conference', 'article']).toContain(type);
    }),
  );
});
