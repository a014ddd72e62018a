// What the popup asks.
import { fake } from '../../fixtures/fake-browser.ts';
import { describe, expect, it } from 'vitest';
import { lowRank, page, workerForTests } from '../../fixtures/worker.ts';

const { send, value } = workerForTests();

describe('the popup', () => {
  const summary = (papers: string[]) => () => ({
    papers,
    listing: null,
    adapter: { id: 'arxiv', missing: ['title', 'authors'] },
  });

  it.each([
    [
      'a page with marks',
      { url: page.url, script: summary([lowRank]) },
      { host: 'arxiv.org', state: 'running', always: true, grantable: null, rows: [{ id: lowRank }] },
    ],
    [
      'a page that lacks what its site always has',
      { url: page.url, script: summary([lowRank]) },
      { missing: { site: 'arXiv', fields: ['title', 'authors'] } },
    ],
    [
      'a paper site opened before the install',
      { url: page.url },
      { state: 'ask', always: true, rows: [{ id: lowRank }] },
    ],
    [
      'any other site',
      { url: 'https://blog.example.org:8080/a' },
      { host: 'blog.example.org', state: 'ask', always: false, grantable: 'https://blog.example.org/*', rows: [] },
    ],
    [
      'a host that is ours in part, where there is nothing left to allow',
      { url: 'https://huggingface.co/models' },
      { state: 'ask', always: false, takenBack: false, grantable: null },
    ],
    [
      'an offered site, which is allowed as the options offer it',
      { url: 'https://www.nature.com/articles/1' },
      { state: 'ask', always: false, takenBack: false, grantable: 'https://*.nature.com/*' },
    ],
    ['a PDF', { url: 'https://arxiv.org/pdf/2002.07028v1' }, { state: 'pdf', rows: [{ id: lowRank }] }],
    [
      'a PDF where a page script runs and finds nothing',
      { url: 'https://arxiv.org/pdf/2002.07028', script: summary([]) },
      { state: 'pdf', rows: [{ id: lowRank }] },
    ],
    ['the browser’s own page', {}, { host: null, state: 'never', rows: [] }],
    ['a store', { url: 'https://chromewebstore.google.com/detail/x' }, { state: 'never' }],
    ['a page script that answers nonsense', { url: page.url, script: () => ({ papers: 'many' }) }, { state: 'ask' }],
  ])('%s', async (_, tab, wanted) => {
    fake.tabs = [{ id: 3, ...tab }];
    expect(await value('popup.tab', { tab: 3 })).toMatchObject(wanted);
  });

  it('a site of the install that the browser’s settings took back can be allowed again', async () => {
    fake.origins = [];
    expect(await value('popup.tab', { tab: 7 })).toMatchObject({
      state: 'ask',
      always: false,
      takenBack: true,
      grantable: 'https://*.arxiv.org/*',
    });
  });

  it('a site that is off says so', async () => {
    await value('site.switch', { host: 'arxiv.org', on: false });
    expect(await value('popup.tab', { tab: 7 })).toMatchObject({ state: 'off', always: true });
  });

  it('runs the page script by a click, or says that the browser does not allow it', async () => {
    fake.forbidden.add(9);
    await value('popup.run', { tab: 7 });
    expect(fake.injected).toEqual([{ tab: 7, files: ['content-scripts/detector.js'] }]);
    expect(await send('popup.run', { tab: 9 })).toMatchObject({ ok: false, error: { code: 'page-closed' } });
  });

  it('shows a mark only where a page script answers', async () => {
    expect(await value('popup.show', { tab: 7, id: lowRank })).toEqual({ shown: false });
    fake.tabs = [{ id: 7, url: page.url, script: () => ({ shown: true }) }];
    expect(await value('popup.show', { tab: 7, id: lowRank })).toEqual({ shown: true });
  });

  it('searches papers and people', async () => {
    const limits = { page: 5, list: 5, papers: 5, people: 5 };
    const hits = await value('catalog.search', { query: 'bhojanapalli', page: [], limits });
    expect(hits.people.rows[0]).toMatchObject({ name: 'Srinadh Bhojanapalli' });
    expect(hits.papers.rows).toHaveLength(5);
  });
});
