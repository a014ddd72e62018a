// Search as the popup asks for it: this page and the reading list first, what other pages said as well, each paper once.
import { beforeEach, describe, expect, it } from 'vitest';
import { fake } from '../../fixtures/fake-browser.ts';
import { popup, testedWorker } from './worker.ts';

const worker = testedWorker();
const lowRank = 'arxiv:2002.07028';
const lamb = 'arxiv:1904.00962';
const limits = { page: 5, list: 5, papers: 30, people: 5 };
const page = { id: 'byline', url: 'https://example.org/list', tab: { id: 7, incognito: false }, frameId: 0 };

const search = (query: string, ids: readonly string[] = []) =>
  worker.value('catalog.search', { query, page: [...ids], limits });

/** A page that is about a paper that no pack has; answers its id. */
async function visit(number: number, title: string, authors: readonly string[], incognito = false): Promise<string> {
  const url = `https://press.example/${number}`;
  const { pagePapers } = await worker.value(
    'page.blocks',
    {
      url,
      meta: [
        ['citation_title', title],
        ...authors.map((author): [string, string] => ['citation_author', author]),
        ['citation_date', '2026'],
        ['citation_doi', `10.55555/press.${number}`],
      ],
      blocks: [],
      page: { title, linked: [], scripts: [], coins: [], dois: [], stale: false },
    },
    { id: 'byline', url, tab: { id: 7, incognito }, frameId: 0 },
  );
  return pagePapers[0]?.paper ?? '';
}

beforeEach(async () => {
  fake.tabs = [{ id: 7, url: page.url, active: true }];
  const { library, pages, privatePages } = worker.stores();
  await Promise.all([library.erase(), pages.forget(), privatePages.forget()]);
});

describe('this page and the list', () => {
  it('come first, and a paper is in one group only', async () => {
    await worker.value('library.set', { id: lowRank, status: 'read' });
    const found = await search('attention', [lowRank]);
    expect(found.page.rows).toMatchObject([{ id: lowRank, status: 'read' }]);
    expect(found.list.rows).toEqual([]);
    expect(found.papers.rows.map(({ id }) => id)).not.toContain(lowRank);
    const elsewhere = await search('attention');
    expect(elsewhere.list).toMatchObject({ total: 1, rows: [{ id: lowRank, status: 'read' }] });
    expect(elsewhere.papers.rows.map(({ id }) => id)).not.toContain(lowRank);
    expect(elsewhere.papers.total).toBe(found.papers.total);
  });

  it('a paper that only its page told of is found on the page, later, and on the list', async () => {
    const title = 'Secrets that leak from access keys';
    const id = await visit(1, title, ['Ada Example', 'Ben Other']);
    expect((await search('secrets leak', [id])).page.rows).toMatchObject([{ id, title }]);
    const later = await search('secrets leak');
    expect(later).toMatchObject({ page: { total: 0 }, papers: { total: 1, rows: [{ id, title }] } });
    expect((await search('leaking secrets acess keys')).papers.rows).toEqual([]);
    expect(await search('ada example')).toMatchObject({
      people: { total: 1, rows: [{ name: 'Ada Example', paper: id, works: 1, with: ['Ben Other'] }] },
    });
    await worker.value('library.set', { id, status: 'to-read' }, page);
    expect(await search('secrets leak')).toMatchObject({ list: { rows: [{ id }] }, papers: { total: 0 } });
  });

  it('a name’s row has the works that its profile opens with, also those that only pages told of', async () => {
    await visit(1, 'Secrets that leak from access keys', ['Ada Example', 'Ben Other']);
    await visit(2, 'Keys that leak from access secrets', ['Ada Example', 'Ben Other']);
    const [row] = (await search('ada example')).people.rows;
    expect(row?.works).toBe(2);
    const profile = await worker.value('card.person', { id: row?.id ?? '', paper: row?.paper ?? '' });
    expect(profile.works).toHaveLength(2);
  });

  it('what was read in a private window is found there alone', async () => {
    const title = 'Secrets that leak from access keys';
    await visit(1, title, ['Ada Example'], true);
    expect((await search('secrets leak')).papers.rows).toEqual([]);
    const privatePanel = { ...popup, tab: { id: 8, incognito: true } };
    const there = await worker.value('catalog.search', { query: 'secrets leak', page: [], limits }, privatePanel);
    expect(there.papers.rows).toMatchObject([{ title }]);
  });
});

describe('an empty result', () => {
  it('says what was searched, and what finds something', async () => {
    const found = await search('attention kingma', [lowRank, lamb]);
    expect(found.searched).toEqual({ page: 2, papers: 48 });
    expect(found.page.rows.length + found.list.rows.length + found.papers.rows.length).toBe(0);
    expect(found.instead).toMatchObject([{ query: 'attention', isExact: true }]);
    expect(found.instead[0]?.total).toBeGreaterThan(0);
  });

  it('of one word has nothing to leave out', async () => {
    expect((await search('kingma')).instead).toEqual([]);
  });

  it('a misspelt query says how the words are spelt', async () => {
    expect((await search('federted optimzation')).spelling).toBe('federated optimization');
    expect((await search('federated optimization')).spelling).toBeNull();
  });
});

it('venue and year are understood in the bundled catalog', async () => {
  for (const { venue, year } of (await search('NIPS 2020')).papers.rows)
    expect([venue, year]).toEqual(['NeurIPS 2020', 2020]);
  expect((await search('NIPS 2020')).papers.total).toBe((await search('neurips 2020')).papers.total);
});
