// The worker's door: damaged messages, strangers, and a first import that is killed half-way.
import { describe, expect, it } from 'vitest';
import { contract } from '../../lib/messages/contract.ts';
import { ask, catalogReady, eventually } from '../../tools/browser/byline.ts';
import { kinds, useByline, onlyChromium } from './harness.ts';
import { isWhole } from './short-form.ts';

const names = Object.keys(contract);
const page = '<!doctype html><html lang="en"><title>Page</title><h3>Looped Transformers as Programmable Computers</h3>';

/** Payloads that no schema lets in, made in the other world: not all of them survive the way there as JSON. */
const damaged = `(n) => {
  const pool = [undefined, null, 0, -1, 1.5, NaN, 1e308, true, '', 'x', 'arxiv:' + 'y'.repeat(99999), '__proto__', [], [[]], {}, { id: {} }, { id: null },
    { url: 7 }, { ids: 'a' }, { ids: Array(5000).fill('a') }, { tab: 'x' }, { limit: -5 }, { limit: 1e9 }, { query: 'q'.repeat(1e5), limit: 0 }, { host: '', on: 1 },
    { blocks: [{ text: 1 }], url: '', meta: [] }, { blocks: Array(4001).fill({ text: '', kind: 'text', spans: [] }), url: '', meta: [] },
    { blocks: [{ text: 't', kind: 'nope', spans: [] }], url: 'x', meta: [] }, { blocks: null, meta: 3, url: 'u' }, { papers: -3 }, { id: 'p', status: 'loved' },
    JSON.parse('{"__proto__": {"id": "a"}, "constructor": 1}'), { hover: 'never', delay: 'x' }, { sitesOff: [1, 2] }, { delay: -1e9 }];
  return pool[n % pool.length];
}`;

describe.each(kinds)('the worker in %s', (kind) => {
  const byline = useByline(kind);

  it('refuses damaged messages in words, from pages of ours and from page scripts, and stays as it is', async () => {
    const { session } = byline();
    const tab = await byline().visit('https://openreview.net/messages', page);
    await byline().report(tab);
    const before = await ask(session, 'settings.get', {});
    const kept = await ask(session, 'library.recent', { limit: 50 });
    const send = `async (api, { names, count }) => {
      const damaged = ${damaged};
      const odd = [];
      const seen = {};
      const waiting = [];
      for (const name of [...names, 'no.such', 'constructor', 'toString', '', 7, null])
        for (let n = 0; n < count; n++) {
          const request = damaged(n);
          // What asks for nothing, or changes nothing, takes an object without its fields.
          const message = n % 9 === 8 ? request : { name, request };
          waiting.push(
            api.runtime.sendMessage(message).then(
              (answer) => {
                const code = answer?.ok === true ? 'ok' : (answer?.error?.code ?? 'nothing');
                if (code === 'internal' || code === 'nothing') odd.push([name, n, code].join(' '));
                if (code === 'ok') (seen[name] ??= new Set()).add(n);
              },
              (error) => {
                odd.push([name, n, String(error)].join(' '));
              },
            ),
          );
        }
      await Promise.all(waiting);
      return { odd: odd.slice(0, 20), taken: Object.keys(seen).sort() };
    }`;
    const risky = names.filter((name) => !/rebuild|^popup\.|inject|report/u.test(name));
    const sender = Object.assign(
      (_api: unknown, _given: { names: string[]; count: number }) => Promise.resolve({ odd: [''], taken: [''] }),
      { toString: () => send },
    );
    // Each payload once to each name; in the soak also each in place of the whole message.
    const { odd, taken } = await session.inExtension(sender, { names: risky, count: isWhole ? 342 : 38 });
    expect(odd).toEqual([]);
    // All fields of these may be missing, or there are none; and to follow nobody of that name no more, or to take back
    // what was never said, is no error.
    const bare = [
      'backup.files',
      'backup.state',
      'data.copy',
      'fields.pause',
      'fields.status',
      'library.follows',
      'library.met',
      'library.notice',
      'library.noticed',
      'library.unfollow',
      'library.unread',
      'list.bin',
      'merge.machine',
      'packs.list',
      'person.undecide',
      'settings.get',
      'settings.managed',
      'settings.set',
      'sites.list',
      'stored.summary',
      'zotero.read',
      'zotero.state',
    ];
    expect(taken.filter((name) => !bare.includes(name))).toEqual([]);

    const fromPage = await session.inExtension(
      async (api, { id, given }) => {
        const [{ result } = { result: undefined }] = await api.scripting.executeScript({
          target: { tabId: id },
          args: [given],
          // The pool above can't come along: no text becomes a function in this world.
          func: async (wanted: string[]) => {
            const world = globalThis as unknown as { browser?: typeof api; chrome: typeof api };
            const { runtime } = world.browser ?? world.chrome;
            const own: string[] = [];
            for (const name of wanted)
              for (const request of [null, {}, [], { id: 1 }, { limit: 5 }, { tab: 1 }, { query: 'a', limit: 5 }]) {
                const answer = (await runtime.sendMessage({ name, request })) as {
                  ok: boolean;
                  error?: { code: string };
                };
                if (answer.ok || answer.error?.code === 'internal') own.push(name);
              }
            return [...new Set(own)];
          },
        });
        return result as string[];
      },
      { id: tab.id, given: names.filter((name) => !/inject/u.test(name)) },
    );
    expect(fromPage).toEqual([]);
    expect(await ask(session, 'settings.get', {})).toEqual(before);
    expect(await ask(session, 'library.recent', { limit: 50 })).toEqual(kept);
    expect(await session.errors()).toEqual([]);
    await tab.close();
  });

  it('has no door for other extensions and for pages', async () => {
    const { session } = byline();
    const manifest = await session.inExtension((api) => api.runtime.getManifest());
    // Firefox names what is not there, as null.
    expect((manifest as { externally_connectable?: unknown }).externally_connectable ?? null).toBeNull();
    expect(manifest.web_accessible_resources ?? null).toBeNull();
    const tab = await byline().visit('https://openreview.net/door', page);
    const reached = await tab.evaluate(() => {
      const { chrome, browser } = globalThis as unknown as {
        chrome?: { runtime?: unknown };
        browser?: { runtime?: unknown };
      };
      return [chrome?.runtime, browser?.runtime].some((runtime) => runtime !== undefined);
    });
    expect(reached).toBe(false);
    const connected = await session.inExtension(
      (api) =>
        new Promise<boolean>((resolve) => {
          const port = api.runtime.connect();
          port.onDisconnect.addListener(() => {
            resolve(false);
          });
          port.onMessage.addListener(() => {
            resolve(true);
          });
          port.postMessage({ name: 'settings.get', request: {} });
          setTimeout(() => {
            resolve(false);
          }, 500);
        }),
    );
    expect(connected).toBe(false);
    await tab.close();
  });

  it.each(onlyChromium(kind))('has the whole catalog in the end, however often the import was killed', async () => {
    const { session, papers } = byline();
    await ask(session, 'library.set', { id: 'arxiv:2301.13196', status: 'read' });
    const summary = await ask(session, 'stored.summary', {});
    for (let round = 0; round < 12; round++) {
      void session
        .inExtension<unknown>((api) => api.runtime.sendMessage({ name: 'catalog.rebuild', request: {} }))
        .catch(() => undefined);
      // Each time a little later: before, while and after the rows go in.
      await new Promise((resolve) => setTimeout(resolve, 12 * round));
      await session.stopWorker?.();
    }
    expect(await catalogReady(session)).toBe(papers);
    const after = await ask(session, 'stored.summary', {});
    expect(after.packs).toEqual(summary.packs);
    expect((await ask(session, 'library.recent', { limit: 5 })).rows).toHaveLength(1);
    const found = await ask(session, 'catalog.search', {
      query: 'looped transformers',
      page: [],
      limits: { page: 5, list: 5, papers: 5, people: 5 },
    });
    expect(found.list.rows[0]?.id).toBe('arxiv:2301.13196');
    await ask(session, 'library.set', { id: 'arxiv:2301.13196', status: null });
  });

  it('rebuilds its catalog when somebody deletes it, and says so meanwhile', async () => {
    const { session, papers } = byline();
    const blocked = await session.inExtension(
      () =>
        new Promise<string>((resolve) => {
          const request = indexedDB.deleteDatabase('byline-catalog');
          request.onsuccess = () => {
            resolve('deleted');
          };
          request.onerror = () => {
            resolve('error');
          };
        }),
    );
    expect(blocked).toBe('deleted');
    const again = await eventually(async () => {
      const summary = await ask(session, 'stored.summary', {}).catch(() => undefined);
      return summary?.catalog.ready === true && summary.packs[0]?.papers === papers ? true : undefined;
    }, 8000);
    expect(again).toBe(true);
    const tab = await byline().visit('https://openreview.net/after', page);
    expect((await byline().report(tab)).papers).toHaveLength(1);
    await tab.close();
  });
});
