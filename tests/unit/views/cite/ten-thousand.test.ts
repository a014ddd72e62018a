// A long list that is written as BibTeX, RIS and CSL-JSON comes back without loss, by our readers and by parsers that
// are not ours.
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bibtexOfListed } from '../../../../lib/views/cite/bibtex-list.ts';
import type { ListedPaper } from '../../../../lib/views/cite/cited-paper.ts';
import { cslOfListed } from '../../../../lib/views/cite/csl.ts';
import { risOfListed } from '../../../../lib/views/cite/ris.ts';
import { readAll } from '../../packs/readers/fixtures.ts';
import { anyListed } from './listed.ts';

/** All of them take a minute. */
const COUNT = process.env['BYLINE_WHOLE'] === undefined ? 500 : 10_000;

/** Each with a title of its own: two of one title, author and year are one paper to the readers. */
const papers: readonly ListedPaper[] = fc.sample(anyListed, { numRuns: COUNT, seed: 3 }).map((paper, at) => ({
  ...paper,
  record: { ...paper.record, title: `${paper.record.title} ${at}` },
}));

describe.each<[string, (papers: readonly ListedPaper[]) => string, string]>([
  ['BibTeX', bibtexOfListed, '@bibtex/text'],
  ['RIS', risOfListed, '@ris/file'],
  ['CSL-JSON', cslOfListed, '@else/json'],
])(`${COUNT} papers as %s`, (format, write, type) => {
  const text = write(papers);

  it('are read back as they were', async () => {
    const { records, refused } = await readAll(text);
    expect(refused).toEqual([]);
    expect(records).toHaveLength(COUNT);
    const lost = papers.flatMap(({ record }, at) => {
      const { id: _id, venue: _venue, links: _links, categories: _categories, ...facts } = record;
      const read = records[at];
      return Object.entries(facts).every(
        ([name, value]) => JSON.stringify(read?.[name as keyof typeof read]) === JSON.stringify(value),
      )
        ? []
        : [{ facts, read }];
    });
    expect(lost).toEqual([]);
  });

  it('are read by citation-js', () => {
    // By itself it takes every text with BibTeX in an abstract for BibTeX.
    const { data } = new Cite(text, { forceType: type });
    expect(data).toHaveLength(COUNT);
    const different = papers.flatMap(({ record }, at) => {
      const { author, issued, DOI } = data[at] ?? {};
      // Of RIS it reads no year where an entry has tags of both its versions.
      const year = format === 'RIS' ? record.year : Number(issued?.['date-parts'][0]?.[0]);
      const theirs = [author?.length, year, DOI];
      const ours = [record.authors?.length, record.year, record.doi];
      return JSON.stringify(theirs) === JSON.stringify(ours) ? [] : [{ theirs, ours }];
    });
    expect(different).toEqual([]);
  });
});
