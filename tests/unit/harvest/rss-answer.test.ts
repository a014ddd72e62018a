import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { paperOfFeedEntry } from '../../../lib/harvest/harvested.ts';
import { readFeed } from '../../../lib/harvest/rss-answer.ts';
import { root } from '../../../tools/project.ts';

const feeds = join(root, '../shared/services/arxiv-rss');
const feed = (entries: string): string =>
  `<?xml version='1.0' encoding='UTF-8'?><feed xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns="http://www.w3.org/2005/Atom"><title>cs.LG updates on arXiv.org</title>${entries}</feed>`;
const entry = (id: string): string =>
  `<entry><id>oai:arXiv.org:${id}v2</id><title>Folded Rivers</title><summary>arXiv:${id}v2 Announce Type: cross \nAbstract: Rivers fold.</summary><category term="cs.LG"/><category term="stat.ML"/><arxiv:announce_type>cross</arxiv:announce_type><dc:creator>Ida Vale, Bo Reed (MIT)</dc:creator></entry>`;

describe('a feed', () => {
  it('has its entries, and a paper comes of each', () => {
    const { entries, isFull } = readFeed(feed(entry('2611.00001')));
    expect(isFull).toBe(false);
    expect(entries).toMatchObject([
      {
        id: '2611.00001',
        title: 'Folded Rivers',
        abstract: 'Rivers fold.',
        announced: 'cross',
        categories: ['cs.LG', 'stat.ML'],
      },
    ]);
    expect(entries.map((one) => paperOfFeedEntry(one, () => []))).toMatchObject([
      { record: { id: 'arxiv:2611.00001', year: 2026, authors: ['Ida Vale', 'Bo Reed'] }, abstract: 'Rivers fold.' },
    ]);
  });

  it('of two thousand entries may lack some', () => {
    expect(readFeed(feed(entry('2611.00001').repeat(2_000))).isFull).toBe(true);
  });

  it.each([
    ['HTML', '<html><body>no</body></html>'],
    ['one that is cut', feed(entry('2611.00001')).slice(0, -30)],
    ['an OAI answer', '<OAI-PMH></OAI-PMH>'],
  ])('is refused where it is %s', (_, text) => {
    expect(() => readFeed(text)).toThrow(expect.objectContaining({ name: 'UnreadableXml' }));
  });
});

describe.skipIf(!existsSync(feeds))('recorded feeds', () => {
  it.each([
    ['recorded/atom-cs.AI-2026-09-29-cut.xml', 3, null],
    ['rendered/atom-cs.CV.xml', 2, null],
    ['rendered/atom-empty-saturday-cs.CV.xml', 0, null],
    ['rendered/atom-error-bad-category.xml', 0, 'Feed error'],
  ])('%s has %i entries', (name, count, error) => {
    const read = readFeed(readFileSync(join(feeds, name), 'utf8'));
    expect(read.entries).toHaveLength(count);
    expect(read.error?.slice(0, 10) ?? null).toBe(error);
  });
});
