// The heads of saved pages: papers say who they are, all other pages say that they are none.
import { existsSync, readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { pageContext } from '../../../lib/facts/page-context.ts';
import { factsOfPage } from '../../../lib/facts/read-page.ts';
import { SHARED } from '../match/seed-papers.ts';

const PAGES = `${SHARED}/pages`;
const saved = existsSync(`${PAGES}/INDEX.tsv`)
  ? readFileSync(`${PAGES}/INDEX.tsv`, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t'))
      .flatMap(([file = '', url = '']) => (file.endsWith('.html') ? [{ file, url }] : []))
  : [];

interface Tag {
  getAttribute(name: string): string | null;
  textContent: string | null;
  closest(selector: string): unknown;
}

/** What the page script would send of the head. */
function facts(file: string, url: string): ReturnType<typeof factsOfPage> {
  const { document } = parseHTML(readFileSync(`${PAGES}/${file}`, 'utf8'));
  const all = (selector: string): Tag[] => [...document.querySelectorAll(selector)];
  const meta = all('meta[content]').map((tag): [string, string] => [
    tag.getAttribute('name') ?? tag.getAttribute('property') ?? '',
    tag.getAttribute('content') ?? '',
  ]);
  const said = {
    title: document.title,
    linked: all('script[type="application/ld+json"]').map((script) => script.textContent ?? ''),
    scripts: [],
    coins: all('.Z3988[title]')
      .filter((span) => span.closest('li, cite') === null)
      .map((span) => span.getAttribute('title') ?? ''),
    dois: all('[data-doi]').map((one) => one.getAttribute('data-doi') ?? ''),
    stale: false,
  };
  return factsOfPage(pageContext(url), { meta, said, rows: [] });
}

/** By a part of the file's name: what its head alone says. */
const papers: readonly [part: string, wanted: Record<string, unknown>][] = [
  [
    'abs-1912.10077',
    {
      title: 'Are Transformers universal approximators of sequence-to-sequence functions?',
      arxivId: '1912.10077',
      year: 2019,
    },
  ],
  [
    'arxiv-org-abs-1902',
    { arxivId: '1902.02534', authors: ['Ivan Heibi', 'Silvio Peroni', 'David Shotton'], year: 2019 },
  ],
  ['plos-one', { doi: '10.1371/journal.pone.0213978', venue: 'PLOS ONE', year: 2019 }],
  ['nature-article', { doi: '10.1038/d41586-020-02610-z', authors: ['Diana Kwon'], year: 2020, venue: 'Nature' }],
  ['upstream-force11', { doi: '10.54900/rckn8ey-1fm76va-qsrnf', venue: 'Upstream', year: 2021 }],
  ['donnywinston', { doi: '10.57099/11h5yt3819', authors: ['Donny Winston'], year: 2022 }],
  ['biorxiv.org', { title: 'Sub-nucleosomal organization in urine cell-free DNA', year: 2019 }],
];
const isPaper = /abs-|citation-meta|plos|nature|upstream|donnywinston|biorxiv|pangaea/;

describe.skipIf(saved.length === 0)('saved pages', () => {
  it.each(papers)('%s', (part, wanted) => {
    const page = saved.find(({ file }) => file.includes(part));
    expect(facts(page?.file ?? '', page?.url ?? '').pagePaper?.record).toMatchObject(wanted);
  });

  it.each(saved.filter(({ file }) => !isPaper.test(file)))('no paper in the head of $file', ({ file, url }) => {
    expect(facts(file, url).pagePaper).toBeNull();
  });
});
