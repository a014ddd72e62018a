// Presses in the card over a page, which lies in a closed shadow root.
import { eventually } from '../../tools/browser/byline.ts';
import type { Box, Tab } from '../../tools/browser/session.ts';
import { middle } from './marks.ts';

/** Where the first part of the card is that the selector finds and that is shown; scrolled into view. */
async function boxInCard(tab: Tab, selector: string): Promise<Box> {
  const box = await eventually(async () => {
    const shown = await tab.closed((roots, wanted) => {
      const found = roots
        .flatMap((root) => [...root.querySelectorAll<HTMLElement>(wanted)])
        .find((one) => one.getBoundingClientRect().width > 0);
      found?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
      const { x = 0, y = 0, width = 0, height = 0 } = found?.getBoundingClientRect() ?? {};
      return width > 0 ? { x, y, width, height } : null;
    }, selector);
    return shown ?? undefined;
  });
  if (box === undefined) throw new Error(`The card has nothing to press at ${selector}.`);
  return box;
}

const isRefused = (tab: Tab): Promise<boolean> =>
  tab.closed((roots) => roots.some((root) => (root.querySelector('.refused[role=status]')?.textContent ?? '') !== ''));

/** Clicks what the selector finds first in the card, once it is there. A driver is faster than a hand, and a click right
 *  after the card came is refused with a word; then it clicks again, as a reader would. */
export async function clickInCard(tab: Tab, selector: string): Promise<void> {
  const place = middle(await boxInCard(tab, selector));
  await tab.hover(...place);
  await tab.click(...place);
  const counted = await eventually(async () => {
    if (!(await isRefused(tab))) return true;
    await tab.click(...place);
    return undefined;
  });
  if (counted === undefined) throw new Error(`The card refuses each click at ${selector}.`);
}
