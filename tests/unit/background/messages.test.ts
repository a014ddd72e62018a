import { fake } from '../../fixtures/fake-browser.ts';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { lowRank, pack, page, popup, privatePage, workerForTests } from '../../fixtures/worker.ts';
import { failureText } from '../../../lib/i18n/failures.ts';
import { NewerLibrary, StorageFault } from '../../../lib/library/faults.ts';
import { contract, type MessageName } from '../../../lib/messages/contract.ts';
import { answer, type Handlers } from '../../../lib/messages/server.ts';
import { defaults } from '../../../lib/settings/schema.ts';

const { send, value, stores, handlers } = workerForTests();
const strangers = [
  { id: 'another-extension', url: 'chrome-extension://another/page.html' },
  { id: 'another-extension', url: page.url, tab: { id: 7 } },
  { url: page.url, tab: { id: 7 } },
  { id: 'byline', url: 'https://evil.example/' },
  {},
];

describe('who may ask what', () => {
  const names = Object.keys(contract) as MessageName[];

  it.each(names)('%s: strangers are refused, whatever they send', async (name) => {
    for (const sender of strangers)
      expect(
        await answer({ name, request: { id: lowRank, status: 'read', url: page.url } }, sender, handlers()),
      ).toMatchObject({
        ok: false,
        error: { code: 'not-allowed' },
      });
  });

  it.each(names.filter((name) => !(contract[name].from as readonly string[]).includes('page')))(
    '%s: a page script is refused',
    async (name) => {
      expect(await answer({ name, request: {} }, page, handlers())).toMatchObject({
        ok: false,
        error: { code: 'not-allowed' },
      });
    },
  );

  it.each(names.filter((name) => !(contract[name].from as readonly string[]).includes('extension')))(
    '%s: only a page script may',
    async (name) => {
      expect(await answer({ name, request: {} }, popup, handlers())).toMatchObject({
        ok: false,
        error: { code: 'not-allowed' },
      });
    },
  );

  it.each(names)('%s: damaged payloads reach no handler', async (name) => {
    const schema = contract[name].request;
    const sender = (contract[name].from as readonly string[]).includes('extension') ? popup : page;
    let reached = 0;
    const watched = Object.fromEntries(
      names.map((one) => [one, async () => ((reached += 1), {})]),
    ) as unknown as Handlers;
    const damaged = fc.oneof(
      fc.anything(),
      fc.record({
        id: fc.anything(),
        status: fc.anything(),
        url: fc.anything(),
        blocks: fc.anything(),
        meta: fc.anything(),
        tab: fc.anything(),
        host: fc.anything(),
        on: fc.anything(),
      }),
    );
    await fc.assert(
      fc.asyncProperty(damaged, async (request) => {
        fc.pre(!schema.safeParse(request).success);
        expect(await answer({ name, request }, sender, watched)).toMatchObject({
          ok: false,
          error: { code: 'bad-request' },
        });
        expect(reached).toBe(0);
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    undefined,
    null,
    'page.handshake',
    7,
    {},
    { name: 'toString' },
    { name: '__proto__' },
    { name: 'nothing.like' },
  ])('no message: %j', async (message) => {
    expect(await answer(message, popup, handlers())).toMatchObject({ ok: false, error: { code: 'bad-request' } });
  });
});

describe('a page', () => {
  it('begins with the settings and its site’s rows, or is told to stay off', async () => {
    expect(await value('page.handshake', { url: page.url }, page)).toMatchObject({
      on: true,
      settings: defaults,
      adapter: { id: 'arxiv' },
    });
    await value('site.switch', { host: 'arxiv.org', on: false });
    expect(await value('page.handshake', { url: page.url }, page)).toMatchObject({ on: false });
  });

  it('gets papers, what is known of them, and the people of the byline', async () => {
    await value('library.set', { id: lowRank, status: 'read' });
    const found = await value(
      'page.blocks',
      {
        url: page.url,
        meta: [],
        blocks: [
          { kind: 'title', text: 'Low-Rank Bottleneck in Multi-head Attention Models', spans: [], row: 0 },
          {
            kind: 'byline',
            text: 'Srinadh Bhojanapalli, Chulhee Yun, Ankit Singh Rawat, Sashank J. Reddi, Sanjiv Kumar',
            spans: [],
            row: 0,
          },
          { kind: 'byline', text: 'Srinadh Bhojanapalli', spans: [], row: 3 },
        ],
      },
      page,
    );
    expect(found.pagePapers).toEqual([{ paper: lowRank, via: 'url' }]);
    expect(found.mentions).toMatchObject([{ block: 0, start: 0, papers: [lowRank], via: 'title' }]);
    expect(found.papers).toMatchObject([{ id: lowRank, arxivId: '2002.07028', status: 'read' }]);
    expect(found.people.map((person) => [person.block, person.name])).toEqual([
      [1, 'Srinadh Bhojanapalli'],
      [1, 'Chulhee Yun'],
      [1, 'Ankit Singh Rawat'],
      [1, 'Sashank Reddi'],
      [1, 'Sanjiv Kumar'],
    ]);
  });

  it('on a paper’s own page the title is a mention, also when the site prints another', async () => {
    const found = await value(
      'page.blocks',
      {
        url: page.url,
        meta: [],
        blocks: [{ kind: 'title', text: ' A title that we do not know ', spans: [], row: 0 }],
      },
      page,
    );
    expect(found.mentions).toMatchObject([{ block: 0, start: 1, length: 27, papers: [lowRank], via: 'url' }]);
  });

  it('puts its count on the badge of its tab', async () => {
    await value('page.count', { papers: 17 }, page);
    expect(fake.badges.get(7)).toBe('17');
    await value('page.count', { papers: 0 }, page);
    expect(fake.badges.get(7)).toBe('');
    await value('page.count', { papers: 3 }, { ...page, frameId: 4 });
    expect(fake.badges.get(7)).toBe('');
  });

  it('gets the card script into its own frame only', async () => {
    await value('card.inject', {}, page);
    expect(fake.injected).toEqual([{ tab: 7, files: ['content-scripts/card.js'] }]);
  });

  it('a page that the reader left before its script came is gone, which is no error of ours', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    fake.tabs = [];
    fake.forbidden.add(7);
    for (const name of ['card.inject', 'marks.inject', 'answers.inject'] as const)
      expect(await send(name, {}, page)).toMatchObject({ ok: false, error: { code: 'page-closed' } });
    expect(error).not.toHaveBeenCalled();
    error.mockRestore();
  });
});

describe('cards', () => {
  it('every paper of the bundled pack has a whole view; related works have reasons', async () => {
    for (const { id } of pack.papers) {
      const view = await value('card.paper', { id }, page);
      expect(view.related.length).toBeGreaterThanOrEqual(2);
      expect(view.related.length).toBeLessThanOrEqual(12);
      expect(view.byAuthors.length).toBeGreaterThanOrEqual(3);
      expect(view.sources.length).toBeGreaterThan(0);
      expect(view.elsewhere.map((place) => place.name)).toContain('Google Scholar');
      expect(new Set(view.elsewhere.map((place) => place.name)).size).toBe(view.elsewhere.length);
      expect(view.bibtex).toMatch(/^@(inproceedings|article|misc)\{/);
      expect(view.venueShort).toMatch(/\d{4}/);
    }
  });

  it('every person of the bundled pack has a whole view', async () => {
    for (const { id } of pack.people) {
      const view = await value('card.person', { id }, page);
      expect(view.works.length).toBeGreaterThan(0);
      expect(view.collaborators.some((other) => other.id === id)).toBe(false);
    }
  });

  it('a private window’s card says that nothing can be saved', async () => {
    expect((await value('card.paper', { id: lowRank }, privatePage)).privateWindow).toBe(true);
    expect((await value('card.paper', { id: lowRank }, page)).privateWindow).toBe(false);
  });

  it.each([
    ['card.paper', 'paper-gone'],
    ['card.person', 'person-gone'],
  ] as const)('%s of something unknown says so', async (name, code) => {
    expect(await send(name, { id: 'nobody' }, page)).toMatchObject({ ok: false, error: { code } });
  });

  it('rows come in the order asked, without the unknown', async () => {
    const { rows } = await value('card.rows', { ids: ['nobody', lowRank] }, page);
    expect(rows.map((row) => row.id)).toEqual([lowRank]);
  });
});

describe('saving', () => {
  it('from a page: kept with its facts, and all tabs hear of it', async () => {
    const heard: unknown[] = [];
    fake.tabs[0] = { id: 7, url: page.url, script: (message) => heard.push(message) };
    expect(await value('library.set', { id: lowRank, status: 'to-read' }, page)).toMatchObject({
      before: null,
      status: 'to-read',
    });
    expect((await stores().library.rows()).works.get(lowRank)).toMatchObject({
      record: { title: 'Low-Rank Bottleneck in Multi-head Attention Models' },
    });
    await vi.waitFor(() =>
      expect(heard).toContainEqual({ name: 'page.status', request: { id: lowRank, status: 'to-read' } }),
    );
    const recent = await value('library.recent', { limit: 3 });
    expect(recent).toMatchObject({ total: 1, rows: [{ id: lowRank, status: 'to-read' }] });
  });

  it('from a private page or a popup over a private window: refused, nothing written', async () => {
    fake.frontIncognito = true;
    for (const sender of [privatePage, popup]) {
      expect(await send('library.set', { id: lowRank, status: 'read' }, sender)).toMatchObject({
        ok: false,
        error: { code: 'private-save' },
      });
      expect(await send('site.switch', { host: 'arxiv.org', on: false }, sender)).toMatchObject({
        ok: false,
        error: { code: 'private-settings' },
      });
    }
    expect(await send('settings.set', { hover: 'click' }, popup)).toMatchObject({
      ok: false,
      error: { code: 'private-settings' },
    });
    expect((await stores().library.rows()).works.size).toBe(0);
    expect((await stores().library.rows()).removedWorks.size).toBe(0);
    expect(fake.stored.size).toBe(0);
  });

  it('a disk that takes nothing is told, never hidden', async () => {
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const reply = await send('library.set', { id: lowRank, status: 'read' }, page);
    full.mockRestore();
    expect(reply).toMatchObject({ ok: false, error: { code: 'library-full' } });
    expect((await stores().library.rows()).works.size).toBe(0);
  });
});

describe('a write of the reading list that fails', () => {
  it.each([
    [new StorageFault('full', null), 'There is no room left on the disk, so nothing has changed.'],
    [new StorageFault('mirror', null), 'could not write the second copy of your reading list, so nothing has changed.'],
    [new StorageFault('store', null), 'The browser could not store this, so nothing has changed.'],
    [new StorageFault('blocked', null), 'Close other Byline pages and try again.'],
    [new NewerLibrary(), 'Update Byline to change it.'],
  ])('%s: one sentence says what happened, and the next try works', async (fault, sentence) => {
    const refused = vi.spyOn(stores().library, 'change').mockRejectedValueOnce(fault);
    const reply = await send('library.set', { id: lowRank, status: 'read' }, page);
    refused.mockRestore();
    expect(reply.ok ? '' : failureText(reply.error)).toContain(sentence);
    expect(await value('library.set', { id: lowRank, status: 'read' }, page)).toMatchObject({ status: 'read' });
  });
});

describe('settings', () => {
  it('a site switched off: its open tabs hear it, others keep running', async () => {
    const heard: [number, unknown][] = [];
    const listening = (id: number, url: string) => ({
      id,
      url,
      script: (message: unknown) => (heard.push([id, message]), {}),
    });
    fake.tabs = [listening(1, 'https://arxiv.org/list/cs.LG/new'), listening(2, 'https://openreview.net/forum?id=1')];
    const settings = await value('site.switch', { host: 'arxiv.org', on: false });
    expect(settings.sitesOff).toEqual(['arxiv.org']);
    await vi.waitFor(() => expect(heard).toEqual([[1, { name: 'page.settings', request: { on: false, settings } }]]));
  });

  it('switched on again, a tab without page script gets it', async () => {
    fake.tabs = [{ id: 1, url: 'https://arxiv.org/abs/1' }];
    await value('site.switch', { host: 'arxiv.org', on: true });
    await vi.waitFor(() => expect(fake.injected).toEqual([{ tab: 1, files: ['content-scripts/detector.js'] }]));
  });

  it('a change that could not be stored is told', async () => {
    fake.storageFault = new Error('full');
    expect(await send('settings.set', { hover: 'click' })).toMatchObject({
      ok: false,
      error: { code: 'settings-not-written' },
    });
  });
});

describe('what is stored', () => {
  it('is summed up, and the catalog can be rebuilt without touching the list', async () => {
    await value('library.set', { id: lowRank, status: 'read' }, page);
    expect(await value('catalog.rebuild', {})).toEqual({ papers: 48, lost: [] });
    expect(await value('stored.summary', {})).toMatchObject({
      packs: [{ id: pack.id, papers: 48, people: 162 }],
      catalog: { ready: true, problem: null },
      entries: 1,
    });
  });
});
