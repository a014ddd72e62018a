// A private window: marks and cards as everywhere, and nothing is written, anywhere.
import { describe, expect, it } from 'vitest';
import { ask, eventually, openCard, commandPage } from '../../tools/browser/byline.ts';
import type { Session, Tab } from '../../tools/browser/session.ts';
import { sitePages } from '../../tools/browser/site.ts';
import { fixture, kinds, onlyChromium, useByline } from './harness.ts';
import { middle, pill } from './marks.ts';

const lamb = 'Large Batch Optimization';
const abs = 'https://arxiv.org/abs/1904.00962';
const lambId = 'arxiv:1904.00962';

/** All that the extension keeps: every row of every database, and its storage areas. */
const everythingStored = (session: Session): Promise<string> =>
  session.inExtension(async (api) => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error(String(request.error)));
      });
    const kept: unknown[] = [await api.storage.local.get(null), await api.storage.session.get(null)];
    for (const { name = '', version } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const rows = database.transaction(store).objectStore(store);
        kept.push([name, version, store, await done(rows.getAllKeys()), await done(rows.getAll())]);
      }
      database.close();
    }
    kept.push(Object.keys(localStorage), await caches.keys());
    return JSON.stringify(kept);
  });

const says = (tab: Tab, words: string): Promise<true | undefined> =>
  eventually(async () => ((await openCard(tab))?.text.includes(words) === true ? true : undefined));

describe.each(kinds.flatMap(onlyChromium))('a private window in %s', (kind) => {
  const byline = useByline(kind, { inPrivate: true });

  it('shows marks and the card, says why nothing can be saved, and keeps nothing', async () => {
    const { session } = byline();
    await ask(session, 'library.set', { id: 'arxiv:1912.10077', status: 'reading' });
    session.serve(sitePages(new Map([[abs, fixture('arxiv-abs.html')]])));
    const tab = await session.openPrivate?.(abs);
    if (tab === undefined) throw new Error('This browser opens no private windows.');
    await tab.front();
    // What the page says of its paper is in memory by then, until the window is closed.
    await byline().report(tab);
    // The list is compared with its mirror a moment after the start, once; not because of any window.
    await eventually(async () =>
      (await everythingStored(session)).includes('library-mirror-read') ? true : undefined,
    );
    const before = await everythingStored(session);
    expect(before).toContain('arxiv:1912.10077');

    const mark = await pill(tab, lamb);
    await tab.click(...middle(mark.box));
    expect((await byline().card(tab)).title).toContain(lamb);
    const save = await tab.closed((roots) => {
      const button = roots
        .flatMap((root) => [...root.querySelectorAll<HTMLElement>('button')])
        .find(({ ariaLabel }) => ariaLabel === 'Save');
      const { x = 0, y = 0, width = 0, height = 0 } = button?.getBoundingClientRect() ?? {};
      return { disabled: button?.ariaDisabled, why: button?.title, box: { x, y, width, height } };
    });
    expect(save).toMatchObject({ disabled: 'true', why: 'Private window: nothing is saved.' });
    // The card must be still for half a second before a click counts.
    await eventually(
      async () => {
        await tab.click(...middle(save.box));
        return (await openCard(tab))?.text.includes('nothing is saved') === true ? true : undefined;
      },
      4000,
      300,
    );
    expect(await says(tab, 'Private window: nothing is saved.')).toBe(true);
    await tab.press('s');
    await tab.press('3');
    await tab.press('Backspace');

    // What a page script of a private window might send all the same is refused.
    const worker = await session.inExtension(async (api, id) => {
      const [{ result } = { result: undefined }] = await api.scripting.executeScript({
        target: { tabId: id },
        func: async () => {
          const { runtime } = (globalThis as unknown as { chrome: typeof api }).chrome;
          const sent = [
            { name: 'library.set', request: { id: 'arxiv:1904.00962', status: 'read' } },
            { name: 'library.set', request: { id: 'arxiv:1912.10077', status: null } },
            { name: 'library.follow', request: { id: 'yang-you', follow: true } },
            { name: 'site.switch', request: { host: 'arxiv.org', on: false } },
            { name: 'fields.choose', request: { sets: ['cs:cs:LG'], span: '12-months' } },
            { name: 'packs.install', request: { offer: 'arxiv', temporary: [] } },
          ];
          const answers: unknown[] = await Promise.all(sent.map((message) => runtime.sendMessage(message)));
          return answers.map((answer) => (answer as { error?: { code?: string } }).error?.code);
        },
      });
      return result;
    }, tab.id);
    expect(worker).toEqual([
      'private-save',
      'private-save',
      'private-follow',
      'private-settings',
      'not-allowed',
      'not-allowed',
    ]);
    expect(await commandPage(session, tab, 'page.report', {})).not.toBeNull();

    expect(await everythingStored(session)).toBe(before);
    expect(await session.ownRequests()).toEqual([]);
    expect((await ask(session, 'card.paper', { id: lambId })).status).toBeNull();
    expect(await session.errors()).toEqual([]);
  });
});
