// The panel beside a page: the page's own paper is open in it, and rows open inside of it, not on the page.
import { describe, expect, it } from 'vitest';
import { eventually, openCard } from '../../tools/browser/byline.ts';
import { listedPapers, listingOf } from '../fixtures/listing.ts';
import { fixture, kinds, useByline } from './harness.ts';
import { clickOn, overflow, printed, violations } from './own-page.ts';

const lamb = 'Large Batch Optimization for Deep Learning: Training BERT in 76 minutes';

describe.each(kinds)('the side panel in %s', (kind) => {
  const byline = useByline(kind);

  it('shows the card of the paper that the page is about, whole', async () => {
    const tab = await byline().visit('https://arxiv.org/abs/1904.00962', fixture('arxiv-abs.html'));
    await byline().report(tab);
    const panel = await byline().session.openOwn(`sidepanel.html?tab=${tab.id}`);
    await printed(panel, lamb);
    await eventually(() =>
      panel.evaluate(() => (document.querySelectorAll('.popup-paper .b-work').length > 3 ? true : undefined)),
    );
    const shown = await panel.evaluate(() => ({
      rows: document.querySelectorAll('.popup-paper .b-work').length,
      folded: [...document.querySelectorAll('.popup-paper .b-more')].length,
      title: document.querySelector<HTMLAnchorElement>('.popup-paper .b-title-link')?.href,
      again: [...document.querySelectorAll('.popup-part .b-work-title')].map((one) => one.textContent),
    }));
    expect(shown.rows).toBeGreaterThan(3);
    expect(shown.folded).toBe(0);
    expect(shown.title).toBe('https://arxiv.org/abs/1904.00962');
    expect(shown.again).not.toContain(lamb);
    expect(await violations(panel)).toEqual([]);
    await Promise.all([tab.close(), panel.close()]);
  });

  it('has an author’s profile, related works and the graph of the paper that is chosen, by key too', async () => {
    const tab = await byline().visit('https://arxiv.org/abs/1904.00962', fixture('arxiv-abs.html'));
    await byline().report(tab);
    const panel = await byline().session.openOwn(`sidepanel.html?tab=${tab.id}`);
    await panel.size(400, 900);
    await printed(panel, lamb);
    // What a chunk brings is linked to when it is loaded.
    const hasGraph = (): Promise<boolean> =>
      panel.evaluate(() => document.querySelector('link[href*="/graph-"]') !== null);
    expect(await hasGraph()).toBe(false);
    const chosen = (): Promise<string | null | undefined> =>
      panel.evaluate(() => document.querySelector('[role=tab][aria-selected=true]')?.textContent);
    await clickOn(panel, '[data-look=paper]');
    await panel.press('ArrowRight');
    expect(await chosen()).toBe('Authors');
    await printed(panel, 'Collaborators');
    await clickOn(panel, '.panel-names .plain:nth-child(2)');
    await eventually(() =>
      panel.evaluate(
        () =>
          document.querySelector('.popup-paper .b-title')?.textContent ===
            document.querySelector('.panel-names [aria-pressed=true]')?.textContent || undefined,
      ),
    );
    expect(await violations(panel)).toEqual([]);
    expect(await overflow(panel)).toBe(0);
    await clickOn(panel, '[role=tab][aria-selected=true]');
    await panel.press('ArrowRight');
    await printed(panel, 'On the same subject');
    expect(await violations(panel)).toEqual([]);
    await panel.press('End');
    expect(await chosen()).toBe('Graph');
    const nodes = await eventually(() =>
      panel.evaluate(() => {
        const many = document.querySelectorAll('.graph [role=treeitem]').length;
        return many > 5 ? many : undefined;
      }),
    );
    expect(nodes).toBeGreaterThan(5);
    expect(await hasGraph()).toBe(true);
    expect(await violations(panel)).toEqual([]);
    expect(await overflow(panel)).toBe(0);
    await panel.press('Home');
    expect(await chosen()).toBe('Paper');
    expect(await byline().session.errors()).toEqual([]);
    await Promise.all([tab.close(), panel.close()]);
  });

  it('keeps what is looked at from paper to paper, and leads back to the page’s papers', async () => {
    const tab = await byline().visit('https://arxiv.org/list/cs.LG/recent', listingOf(12));
    await byline().report(tab);
    const panel = await byline().session.openOwn(`sidepanel.html?tab=${tab.id}`);
    const title = listedPapers[2]?.title ?? '';
    await printed(panel, title);
    await clickOn(panel, '.popup-part .b-works li:nth-child(3) .b-work');
    await clickOn(panel, '[data-look=related]');
    await printed(panel, 'On the same subject');
    const next = await panel.evaluate(() => document.querySelector('.b-related .b-work')?.getAttribute('data-work'));
    await clickOn(panel, '.b-related .b-work');
    const moved = await eventually(() =>
      panel.evaluate(
        (before) => document.querySelector('.b-related .b-work')?.getAttribute('data-work') !== before || undefined,
        next ?? '',
      ),
    );
    expect(moved).toBe(true);
    expect(await panel.evaluate(() => document.querySelector('[aria-selected=true]')?.textContent)).toBe('Related');
    await panel.press('Escape');
    const back = await eventually(() =>
      panel.evaluate(() =>
        document.activeElement?.matches('.b-work') === true
          ? document.activeElement.querySelector('.b-work-title')?.textContent
          : undefined,
      ),
    );
    expect(back).toBe(title);
    await Promise.all([tab.close(), panel.close()]);
  });

  it('opens a row of the page inside, and leaves the page as it is', async () => {
    const tab = await byline().visit('https://arxiv.org/list/cs.LG/recent', listingOf(12));
    await byline().report(tab);
    const panel = await byline().session.openOwn(`sidepanel.html?tab=${tab.id}`);
    const title = listedPapers[2]?.title ?? '';
    await printed(panel, title);
    expect(await panel.evaluate(() => document.querySelectorAll('.popup-part .b-work').length)).toBeGreaterThanOrEqual(
      12,
    );
    await clickOn(panel, '.popup-part .b-works li:nth-child(3) .b-work');
    await eventually(() =>
      panel.evaluate(() => document.querySelector('.popup-detail .b-title')?.textContent ?? undefined),
    );
    expect(await panel.evaluate(() => document.querySelector('.popup-detail .b-title')?.textContent)).toContain(title);
    expect(await openCard(tab)).toBeUndefined();
    await Promise.all([tab.close(), panel.close()]);
  });
});
