// The panel beside a page: the page's own paper is open in it, and rows open inside of it, not on the page.
import { describe, expect, it } from 'vitest';
import { eventually, openCard } from '../../tools/browser/byline.ts';
import { listedPapers, listingOf } from '../fixtures/listing.ts';
import { fixture, kinds, useByline } from './harness.ts';
import { clickOn, printed, violations } from './own-page.ts';

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
