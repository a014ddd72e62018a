// Presses in the card over a page, which lies in a closed shadow root.
import { eventually } from '../../tools/browser/byline.ts';
import type { Tab } from '../../tools/browser/session.ts';
import { middle } from './marks.ts';

/** Clicks the first part of the card that the selector finds and that is shown, once there is one. */
export async function clickInCard(tab: Tab, selector: string): Promise<void> {
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
  await tab.hover(...middle(box));
  await tab.click(...middle(box));
}
