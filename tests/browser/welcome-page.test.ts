// The welcome page: opened at install, with a listing that Byline really marks.
import { describe, expect, it } from 'vitest';
import { ask, eventually, openCard } from '../../tools/browser/byline.ts';
import type { Tab } from '../../tools/browser/session.ts';
import { kinds, useByline } from './harness.ts';
import { clickOn, overflow, printed, violations } from './own-page.ts';

const lamb = 'Large Batch Optimization for Deep Learning: Training BERT in 76 minutes';

/** A place on the title's text, once the listing is marked: the overlay is there. */
async function titleOf(tab: Tab, title: string): Promise<{ x: number; y: number }> {
  const marked = await eventually(() =>
    tab.closed((roots) => (roots.some((root) => root.querySelectorAll('button').length >= 4) ? true : undefined)),
  );
  expect(marked).toBe(true);
  return tab.evaluate((wanted) => {
    const line = [...document.querySelectorAll('.listed-title')].find((one) => one.textContent === wanted);
    const { x, y } = line?.getBoundingClientRect() ?? { x: 0, y: 0 };
    return { x: x + 80, y: y + 12 };
  }, title);
}

describe.each(kinds)('an install in %s', (kind) => {
  const byline = useByline(kind, { welcome: true });
  it('opens the welcome page', async () => {
    const opened = await eventually(async () => {
      const tabs = await byline().session.inExtension(async (api) =>
        (await api.tabs.query({})).map((tab) => tab.url ?? ''),
      );
      return tabs.some((url) => url.endsWith('/welcome.html')) ? true : undefined;
    });
    expect(opened).toBe(true);
  });
});

describe.each(kinds)('the welcome page in %s', (kind) => {
  const byline = useByline(kind, { asInstalled: true });

  it('opens the first card without a click, and a save shows on its mark', async () => {
    const tab = await byline().session.openOwn('welcome.html');
    const { x, y } = await titleOf(tab, lamb);
    await tab.hover(x, y);
    expect((await eventually(() => openCard(tab)))?.title).toBe(lamb);
    await tab.press('Escape');
    expect(await eventually(async () => ((await openCard(tab)) === undefined ? true : undefined))).toBe(true);

    // Nothing of the card stays, not its frame's border either.
    const left = await tab.closed((roots) =>
      roots.flatMap((root) => [...root.querySelectorAll('.frame')].map((frame) => frame.getClientRects().length)),
    );
    expect(left).toEqual([0]);

    await ask(byline().session, 'library.set', { id: 'arxiv:1904.00962', status: 'to-read' });
    await tab.hover(x + 40, y + 2);
    const card = await eventually(async () => {
      const open = await openCard(tab);
      return open?.text.includes('To read') === true ? open : undefined;
    });
    expect(card?.title).toBe(lamb);
  });

  it('leads to today’s listing from its top, and to the choice of fields', async () => {
    const tab = await byline().session.openOwn('welcome.html');
    await printed(tab, 'Your catalog has 48 papers');
    await tab.press('Tab');
    const first = await tab.evaluate(() => {
      const link = document.activeElement;
      return { address: link?.getAttribute('href'), bottom: link?.getBoundingClientRect().bottom ?? Infinity };
    });
    expect(first.address).toBe('https://arxiv.org/list/cs.LG/recent');
    expect(first.bottom).toBeLessThan(100);

    await clickOn(tab, '.steps a');
    const reached = await eventually(() =>
      tab
        .evaluate(() => {
          const { activeElement: heading } = document;
          const top = heading?.getBoundingClientRect().top ?? -1;
          return heading?.id === 'start' && top >= 0 && top < innerHeight / 2 ? true : undefined;
        })
        // The tab is on its way from one page to the other.
        .catch(() => undefined),
    );
    expect(reached).toBe(true);
  });

  it.each([
    [1280, 900],
    [700, 900],
    [640, 450],
    [320, 600],
  ])('has no fault that axe-core finds, and fits %i × %i px', async (width, height) => {
    const tab = await byline().session.openOwn('welcome.html');
    await titleOf(tab, lamb);
    await printed(tab, 'Where it runs');
    await tab.size(width, height);
    expect(await violations(tab)).toEqual([]);
    expect(await overflow(tab)).toBe(0);
    await printed(tab, 'Nothing is sent');
  });

  it('asked nothing of the network and wrote no error', async () => {
    expect((await byline().session.requests()).filter(({ by }) => by !== 'page')).toEqual([]);
    expect(await byline().session.errors()).toEqual([]);
  });
});

describe.each(kinds)('the welcome page in %s on a dark desktop', (kind) => {
  const byline = useByline(kind, { scheme: 'dark', asInstalled: true });
  it('has no fault that axe-core finds', async () => {
    const tab = await byline().session.openOwn('welcome.html');
    await printed(tab, 'Also on publishers’ and all other paper sites');
    expect(await violations(tab)).toEqual([]);
  });
});
