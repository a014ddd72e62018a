// Pages of papers that no pack knows, on the sites that readers are on most: marked, shown, saved, and known again. The
// pages and what they say are those of `npm run sites`.
import { describe, expect, it } from 'vitest';
import { ask, eventually, commandPage } from '../../tools/browser/byline.ts';
import type { Kind, Tab } from '../../tools/browser/session.ts';
import { served } from '../../tools/browser/site.ts';
import { readCases, type Case, type ExpectedPaper } from '../../tools/sites/cases.ts';
import known from '../../seeds/papers.json';
import { fixture, kinds, onlyChromium, showPaper, useByline, type Byline } from './harness.ts';
import { pill } from './marks.ts';

type Expected = ExpectedPaper & { title: string };
interface Visit {
  url: string;
  html: string;
  paper: Expected;
}

const letters = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
const inCatalog = new Set(known.flatMap(({ titles }) => titles.map(({ value }) => letters(value))));

/** All sites have the same invented paper; told apart, so that each site speaks for itself. */
const apart = (text: string, number: number): string =>
  text
    .replaceAll('Quiet Rivers', `Quiet Rivers ${number}`)
    .replaceAll('2609.01234', `2609.0560${number}`)
    .replaceAll('boats.2026.7', `boats.2026.7${number}`)
    .replaceAll('boats-1.7', `boats-1.7${number}`)
    .replaceAll('Boats_2026x', `Boats_2026x${number}`);

const papersOf = ({ own, rows }: Case): ExpectedPaper[] => [
  ...(own === undefined || own === null ? [] : [own]),
  ...(rows?.has ?? []),
];

/** The first page of ours that has a paper that Byline does not come with, and that paper. */
function visitOf(site: string, change: (text: string) => string = (text) => text): Visit {
  for (const page of readCases().get(site) ?? [])
    for (const paper of page.isSaved ? [] : papersOf(page)) {
      if (paper.title === undefined || inCatalog.has(letters(paper.title))) continue;
      const html = change(fixture(`sites/${site}/${page.name}`).body.toString('utf8'));
      const { title = '', ...rest } = JSON.parse(change(JSON.stringify(paper))) as ExpectedPaper; // Parsed before.
      return { url: change(page.url), html, paper: { ...rest, title } };
    }
  throw new Error(`tests/fixtures/sites/${site}/expected.json has no page of ours with a paper that is new to Byline.`);
}

const sites = [
  'arxiv',
  'google-scholar',
  'openreview',
  'acl-anthology',
  'dblp',
  'semantic-scholar',
  'pubmed',
  'generic',
] as const;
/** A pill is placed where there is room for its slot; here the line goes on behind the title (in Firefox's wider letters
 *  on one more site), and a line under it must do. */
const roomless: Record<Kind, readonly string[]> = { chromium: ['dblp'], firefox: ['dblp', 'semantic-scholar'] };
const journal = 'https://journal.example/';
const slow = 'https://slow.example/';

const open = (byline: Byline, { url, html }: Visit): Promise<Tab> => byline.visit(url, html);

async function found(byline: Byline, tab: Tab, title: string) {
  const report = await byline.report(tab);
  const paper = report.papers.find((one) => letters(one.title) === letters(title));
  if (paper === undefined)
    throw new Error(`Not marked: ${title}. Marked: ${report.papers.map((one) => one.title).join(' | ')}`);
  return paper;
}

describe.each(kinds)('sites in %s', (kind) => {
  const byline = useByline(kind);

  it.each(sites)('%s: a paper that no pack knows has its mark and card, and is kept', async (site) => {
    const visit = visitOf(site, (text) => apart(text, sites.indexOf(site)));
    const { paper: expected } = visit;
    const tab = await open(byline(), visit);
    const paper = await found(byline(), tab, expected.title);
    expect(paper).toMatchObject({ title: expected.title, status: null });
    if (expected.arxivId !== undefined) expect(paper.arxivId).toBe(expected.arxivId);
    if (expected.doi !== undefined) expect(paper.doi).toBe(expected.doi);
    expect(paper.mentions.some(({ visible, rect }) => visible && rect !== null)).toBe(true);

    const card = await showPaper(byline(), tab, paper.id);
    expect(card.title).toBe(expected.title);
    for (const part of [
      ...(expected.authors ?? []).slice(0, 2),
      ...(expected.year === undefined || expected.year === null ? [] : [String(expected.year)]),
      ...(expected.abstract === undefined || expected.abstract === null ? [] : [expected.abstract]),
      ...(expected.code ?? []).slice(0, 1).map((url) => new URL(url).pathname.slice(1)),
    ])
      expect(card.text).toContain(part);

    // A card takes no click or key in its first moment.
    const kept = await eventually(
      async () => {
        const { rows } = await ask(byline().session, 'library.recent', { limit: 50 });
        const row = rows.find(({ id }) => id === paper.id);
        if (row !== undefined) return row;
        await tab.click(card.box.x + 150, card.box.y + 18);
        await tab.press('s');
        return undefined;
      },
      10_000,
      200,
    );
    expect(kept).toMatchObject({ title: expected.title, status: 'to-read' });
    await tab.close();

    const again = await open(byline(), visit);
    expect((await found(byline(), again, expected.title)).status).toBe('to-read');
    if (!roomless[kind].includes(site)) await pill(again, expected.title, 'on your list');
    await again.close();
    expect(await byline().session.errors()).toEqual([]);
  });

  it('knows one paper on five sites as one: saved on the first, saved on all', async () => {
    const [first, ...others] = ['arxiv', 'semantic-scholar', 'openreview', 'acl-anthology', 'google-scholar'].map(
      (site) => visitOf(site),
    );
    if (first === undefined) throw new Error('No site is first.');
    const tab = await open(byline(), first);
    const { id } = await found(byline(), tab, first.paper.title);
    await ask(byline().session, 'library.set', { id, status: 'reading' });
    await tab.close();
    for (const visit of others) {
      expect(visit.paper.title).toBe(first.paper.title);
      const other = await open(byline(), visit);
      expect((await found(byline(), other, visit.paper.title)).status).toBe('reading');
      await other.close();
    }
  });

  it('follows a single-page site from paper to paper, whose tags come late', async () => {
    const paper = (title: string, author: string) =>
      `<main><h1 data-test-id="paper-detail-title">${title}</h1><h2 class="citation_title">${title}</h2>
      <span class="forum-authors" data-test-id="author-list"><a href="/author/1">${author}</a></span></main>`;
    const tags = (title: string, author: string) =>
      `<title>${title}</title><meta name="citation_title" content="${title}">
      <meta name="citation_author" content="${author}"><meta name="citation_publication_date" content="2024">`;
    const [first, second, third] = [
      ['Weather Forecasts From Garden Snails', 'Orla Finnegan-Sato'],
      ['Why Bridges Hum in the Evening', 'Dagny Holm'],
      ['Maps Drawn by Migrating Eels', 'Casimir Oyelaran'],
    ] as const;
    const tab = await byline().visit(
      'https://openreview.net/forum?id=aaaa',
      served(`<!doctype html><head><meta charset="utf-8">${tags(...first)}</head>${paper(...first)}`),
    );
    await found(byline(), tab, first[0]);

    // The address, then the text; the tags are the first paper's until they are told otherwise.
    const goOn = (to: string, html: string): Promise<void> =>
      tab.evaluate(
        ({ address, body }) => {
          history.pushState(null, '', address);
          document.body.innerHTML = body;
        },
        { address: to, body: html },
      );
    const only = async (title: string, author: string): Promise<void> => {
      const report = await eventually(async () => {
        const now = await commandPage(byline().session, tab, 'page.report', {});
        return now?.settled === true && now.papers.length === 1 && now.papers[0]?.title === title ? now : undefined;
      });
      expect(report?.papers.map((one) => one.title)).toEqual([title]);
      const card = await showPaper(byline(), tab, report?.papers[0]?.id ?? '');
      expect(card.title).toBe(title);
      expect(card.text).toContain(author);
      expect(card.text).not.toContain(first[1]);
      await tab.press('Escape');
      await byline().noCard(tab);
    };
    await goOn('/forum?id=bbbb', paper(...second));
    await only(...second);
    await goOn('/forum?id=cccc', paper(...third));
    await tab.evaluate(
      (html) => {
        document.head.innerHTML = html;
      },
      tags(...third),
    );
    await only(...third);
    await tab.close();
    expect(await byline().session.errors()).toEqual([]);
  });

  it('does not take the paper before for the one that the address already names', async () => {
    const page = (title: string, author: string, code: string) => `<main><h1>${title}</h1><p>By ${author}.</p>
      <p>Our code is at <a href="${code}">${code}</a> from today.</p></main>`;
    const tags = `<title>Geese</title><meta name="citation_title" content="Weather Forecasts From Tame Geese">
      <meta name="citation_author" content="Orla Finnegan-Sato">`;
    const tab = await byline().visit(
      'https://www.alphaxiv.org/abs/2609.33331',
      `<!doctype html><meta charset="utf-8">${tags}
      ${page('Weather Forecasts From Tame Geese', 'Orla Finnegan-Sato', 'https://github.com/orla/geese')}`,
    );
    expect((await found(byline(), tab, 'Weather Forecasts From Tame Geese')).id).toBe('arxiv:2609.33331');
    await tab.evaluate(() => history.pushState(null, '', '/abs/2609.33332'));
    const left = await eventually(async () => {
      const now = await commandPage(byline().session, tab, 'page.report', {});
      return now?.settled === true && now.url.endsWith('33332') ? now : undefined;
    });
    expect(left?.papers).toEqual([]);
    await tab.evaluate(
      (html) => {
        document.body.innerHTML = html;
      },
      page('Why Owls Never Turn in the Evening', 'Dagny Holm', 'https://github.com/dagny/owls'),
    );
    await pill(tab, 'Why Owls Never Turn in the Evening', 'code');
    const view = await ask(byline().session, 'card.paper', { id: 'arxiv:2609.33332' });
    expect(view.title).toBe('Why Owls Never Turn in the Evening');
    expect(view.authors).toEqual([]);
    expect(view.code.map(({ url }) => url)).toEqual(['https://github.com/dagny/owls']);
    await tab.close();
    expect(await byline().session.errors()).toEqual([]);
  });

  it.each([
    ['broken-meta.html', `${journal}broken`, ['A Small Theory of Umbrellas']],
    ['several-papers.html', `${journal}issues/4`, []],
    ['empty-title.html', `${journal}empty`, []],
    ['lying-title.html', `${slow}22/9`, ['Moss on Moving Trains']],
  ])('a bad page (%s) shows nothing wrong and breaks nothing', async (page, address, titles) => {
    const tab = await byline().visit(address, fixture(`sites/generic/${page}`));
    const report = await byline().report(tab);
    expect(report.papers.map(({ title }) => title)).toEqual(titles);
    for (const { id } of report.papers) {
      const view = await ask(byline().session, 'card.paper', { id });
      for (const link of [...view.elsewhere, ...view.code]) expect(link.url).toMatch(/^https:/u);
      expect(view.years.every(({ value }) => value <= new Date().getFullYear() + 1)).toBe(true);
    }
    await tab.close();
    expect(await byline().session.errors()).toEqual([]);
  });

  it.each(onlyChromium(kind))('a form that hides what elements are stops neither page nor browser', async () => {
    const tab = await byline().visit(
      `${journal}trap`,
      `<!doctype html><form><input name="parentElement"><main><h1>Looped Transformers as Programmable Computers</h1>
      </main></form>`,
    );
    // Where the way up never ends, the page answers nothing any more.
    await found(byline(), tab, 'Looped Transformers as Programmable Computers');
    expect(await tab.evaluate(() => document.forms.length)).toBe(1);
    await tab.close();
    expect(await byline().session.errors()).toEqual([]);
  });

  it('a paper of ten thousand authors is one like any other', async () => {
    const names = Array.from({ length: 10_000 }, (_, at) => `Person${at.toString(36)}, A.`);
    const tab = await byline().visit(
      `${journal}collaboration`,
      `<!doctype html><meta charset="utf-8"><title>Many Hands Weigh One Feather</title>
      <meta name="citation_title" content="Many Hands Weigh One Feather"><meta name="citation_doi" content="10.55555/many">
      ${names.map((name) => `<meta name="citation_author" content="${name}">`).join('')}
      <main><h1>Many Hands Weigh One Feather</h1><p>${names.join('; ')}</p></main>`,
    );
    const paper = await found(byline(), tab, 'Many Hands Weigh One Feather');
    const view = await ask(byline().session, 'card.paper', { id: paper.id });
    expect(view.authors.length).toBeGreaterThan(100);
    expect(view.authors.length).toBeLessThanOrEqual(500);
    expect((await showPaper(byline(), tab, paper.id)).title).toBe('Many Hands Weigh One Feather');
    await tab.close();
    expect(await byline().session.errors()).toEqual([]);
  });
});
