// What is known of a page's address, and that it is worked out once for a request.
import { describe, expect, it } from 'vitest';
import { pageContext } from '../../../lib/facts/page-context.ts';
import { factsOfPage, factsOfStalePage } from '../../../lib/facts/read-page.ts';
import type { SiteAdapter } from '../../../lib/sites/adapter.ts';
import { TITLE, row, said, site, tags } from './page.ts';

describe('the context of a page', () => {
  it.each([
    ['a paper’s page', 'https://journal.example/paper/a1', site, 'Journal of Tests', site.pages[0], site.pages[0]],
    ['another page of a site', 'https://journal.example/about', site, 'Journal of Tests', null, 'any'],
    ['a site without an adapter', 'https://www.unknown.example/a', null, 'unknown.example', null, 'any'],
    ['no page of the web', 'file:///a.pdf', null, 'page', null, null],
    ['no address', 'nonsense', null, 'page', null, null],
  ])('%s', (_, url, adapter, siteName, page, readAs) => {
    const context = pageContext(url, undefined, [site]);
    expect(context).toMatchObject({ url, site: adapter, siteName, page, showsPrevious: false });
    if (readAs === 'any') expect(context.readAs?.rows.length).toBeGreaterThan(0);
    else expect(context.readAs).toEqual(readAs);
  });

  it('what the page shows is the address’s before, unless both are one paper’s', () => {
    const after = (previous?: string): boolean =>
      pageContext('https://journal.example/paper/a1', previous, [site]).showsPrevious;
    expect(after()).toBe(false);
    expect(after('https://journal.example/pdf/a1.pdf')).toBe(false);
    expect(after('https://journal.example/paper/b2')).toBe(true);
  });
});

describe('a request asks all adapters once a host', () => {
  /** An adapter of another site, which counts how often its hosts are looked at. */
  function counted(): { among: SiteAdapter[]; looks: () => number } {
    let looks = 0;
    const other: SiteAdapter = {
      ...site,
      id: 'other',
      get hosts() {
        looks += 1;
        return ['elsewhere.example'];
      },
    };
    return { among: [other, site], looks: () => looks };
  }
  const url = 'https://journal.example/paper/a1';
  const here = {
    meta: [
      ...tags(),
      ['citation_pdf_url', 'https://journal.example/pdf/a1.pdf'],
      ['citation_abstract_html_url', 'https://journal.example/paper/a1'],
    ] as [string, string][],
    said: said({ title: TITLE }),
    rows: [
      row(0, { title: [TITLE] }, true),
      ...[1, 2, 3].map((at) => row(at, { title: [`${TITLE} ${at}`], page: [`https://journal.example/paper/b${at}`] })),
    ],
  };

  it('for the page, its tags and its rows', () => {
    const { among, looks } = counted();
    const facts = factsOfPage(pageContext(url, 'https://journal.example/paper/a0', among), here);
    expect(facts.rows.get(3)?.pdf).toBe('https://journal.example/pdf/b3.pdf');
    expect(looks()).toBe(1);
  });

  it('for a page whose tags may be the page’s before', () => {
    const { among, looks } = counted();
    factsOfStalePage(pageContext(url, undefined, among), { ...here, said: said({ title: TITLE, stale: true }) });
    expect(looks()).toBe(1);
  });

  it('and one more for each other host that it names', () => {
    const { among, looks } = counted();
    const rows = [1, 2].map((at) => row(at, { title: [`${TITLE} ${at}`], page: [`https://unknown.example/${at}`] }));
    factsOfPage(pageContext(url, undefined, among), { ...here, rows });
    expect(looks()).toBe(2);
  });
});
