// Saving by key and from the browser's menu as the page sees it, and all papers of a page from the popup.
import { afterEach, describe, expect, it } from 'vitest';
import { ask, eventually } from '../../tools/browser/byline.ts';
import type { Session, Tab } from '../../tools/browser/session.ts';
import type { PageNotice, SavingPort } from '../../lib/messages/saving-port.ts';
import { kinds, useByline } from './harness.ts';
import { clickOn, printed, violations } from './own-page.ts';
import { boxOf, hoverText, lamb, lambId, transformers, visit } from './two-papers.ts';

/** What the worker does after a key or the menu: drivers reach neither. */
const saving = <T>(session: Session, tab: Tab, notice: PageNotice | null): Promise<T> =>
  session.inExtension<T, { id: number; what: PageNotice | null }>(
    async (api, { id, what }) => {
      const target = { tabId: id };
      await api.scripting.executeScript({ target, files: ['content-scripts/saving.js'] });
      const [found] = await api.scripting.executeScript({
        target,
        func: (said: PageNotice | null) => {
          const world = globalThis as unknown as Record<symbol, { saving?: SavingPort } | undefined>;
          const port = world[Symbol.for('byline')]?.saving;
          return said === null ? port?.current() : port?.say(said);
        },
        args: [what],
      });
      return found?.result as T;
    },
    { id: tab.id, what: notice },
  );

interface Shown {
  words: string;
  button: { x: number; y: number };
}
const notice = (tab: Tab): Promise<Shown | null> =>
  tab.closed((roots) => {
    for (const root of roots) {
      const bar = root.querySelector('[role="status"][aria-label]');
      const box = bar?.querySelector('button')?.getBoundingClientRect();
      if (bar !== null && bar !== undefined && box !== undefined)
        return {
          words: bar.getAttribute('aria-label') ?? '',
          button: { x: box.x + box.width / 2, y: box.y + box.height / 2 },
        };
    }
    return null;
  });

describe.each(kinds)('saving from a page in %s', (kind) => {
  const byline = useByline(kind);
  afterEach(async () => {
    await ask(byline().session, 'data.erase', { confirmed: true });
  });

  it('means the title under the pointer, and nothing where the pointer is at none', async () => {
    const { session } = byline();
    const tab = await visit(byline());
    await hoverText(tab, '#two');
    expect(await saving(session, tab, null)).toBe(lambId);
    const { x, y } = await boxOf(tab, '#field');
    await tab.hover(x + 5, y + 5);
    expect(await saving(session, tab, null)).toBeNull();
    await tab.close();
  });

  it('says what was saved, and undoes it by a press that the page does not hear', async () => {
    const { session } = byline();
    const tab = await visit(byline(), "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'");
    await ask(session, 'library.set', { id: lambId, status: 'to-read' });
    expect(await saving(session, tab, { text: `Saved: ${lamb}`, paper: lambId })).toBe(true);
    const shown = await eventually(async () => (await notice(tab)) ?? undefined);
    expect(shown?.words).toBe(`Saved: ${lamb}`);
    await tab.evaluate(() => void ((globalThis as unknown as { heard: string[] }).heard.length = 0));
    await tab.click(shown?.button.x ?? 0, shown?.button.y ?? 0);
    const gone = await eventually(async () =>
      (await ask(session, 'library.recent', { limit: 5 })).total === 0 ? true : undefined,
    );
    expect(gone).toBe(true);
    await eventually(async () => ((await notice(tab)) === null ? true : undefined));
    expect(await notice(tab)).toBeNull();
    const heard = await tab.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
    expect(heard.filter((type) => type === 'click' || type === 'pointerdown')).toEqual([]);
    await tab.close();
  });

  it('puts all papers of a page on the list by one press in the popup, and takes them off by another', async () => {
    const { session } = byline();
    const tab = await visit(byline());
    const popup = await session.openOwn(`popup.html?tab=${tab.id}`);
    await popup.size(360, 600);
    await printed(popup, 'Save all 2');
    await clickOn(popup, '.part-head .plain:not([aria-pressed])');
    await printed(popup, '2 papers saved.');
    const { rows, total } = await ask(session, 'library.recent', { limit: 5 });
    expect(total).toBe(2);
    expect(rows.map(({ title }) => title).toSorted()).toEqual([transformers, lamb].toSorted());
    await printed(popup, 'On your list · 2');
    expect(await violations(popup)).toEqual([]);
    await clickOn(popup, '.saved-all button');
    await printed(popup, 'Save all 2');
    expect((await ask(session, 'library.recent', { limit: 5 })).total).toBe(0);
    expect(await session.errors()).toEqual([]);
    await popup.close();
    await tab.close();
  });
});
