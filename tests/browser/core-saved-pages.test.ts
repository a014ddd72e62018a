// Every saved page under its own address: each visible title is marked, and nothing else.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasSavedPages, kinds, savedPage, savedPages, useByline } from './harness.ts';
import { shortForm } from './short-form.ts';

interface Expected {
  url: string;
  /** By the paper's number in facts.json. */
  papers: Record<string, { visible?: number }>;
}
const facts = join(savedPages, '../seeds/facts.json');
const read = <T>(file: string, none: T): T => (existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : none);
const expected = read<Record<string, Expected>>(join(savedPages, 'expected.json'), {});
const titles = new Map(
  read<{ n: number; title: string; arxivId: string | null }[]>(facts, []).map((paper) => [
    String(paper.n),
    paper.arxivId ?? paper.title,
  ]),
);
const pages = Object.entries(expected).map(([path, { url, papers }]) => ({
  path,
  url,
  visible: Object.fromEntries(
    Object.entries(papers)
      .filter(([, { visible = 0 }]) => visible > 0)
      .map(([n, { visible }]) => [titles.get(n) ?? n, visible]),
  ),
}));

/** What is found is the worker's work, the same in both browsers: in Firefox one page of each site shows that it is. */
const pagesIn = (kind: (typeof kinds)[number]): typeof pages => {
  if (kind === 'chromium') return shortForm(pages, 3);
  const ofSite = new Map<string, (typeof pages)[number]>();
  for (const page of pages) {
    const site = page.path.split('/', 1)[0] ?? '';
    const known = ofSite.get(site);
    if (known === undefined || Object.keys(known.visible).length < Object.keys(page.visible).length)
      ofSite.set(site, page);
  }
  return [...ofSite.values()];
};

// A page that is not on a paper site runs by the reader's grant; the copy of the build has it for all of these.
describe.skipIf(!hasSavedPages).each(kinds)('saved pages in %s', (kind) => {
  const byline = useByline(kind, { grant: pages.map(({ url }) => url) });

  const own = pagesIn(kind);
  it.each(own.length > 0 ? own : [{ path: 'none here', url: '', visible: {} }])('$path', async (page) => {
    const tab = await byline().visit(page.url, savedPage(page.path));
    const report = await byline().report(tab);
    const found = Object.fromEntries(
      report.papers
        .map(({ arxivId, title, mentions }) => [
          arxivId ?? title,
          mentions.filter(({ visible, via }) => visible && via === 'title').length,
        ])
        .filter(([, count]) => count !== 0),
    ) as Record<string, number>;
    expect(found).toEqual(page.visible);
    await tab.close();
  });
});
