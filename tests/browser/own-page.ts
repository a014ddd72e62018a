// What tests of the extension's own pages share: waiting for words, clicking what they name, and the accessibility check.
import axe from 'axe-core';
import { eventually } from '../../tools/browser/byline.ts';
import type { Tab } from '../../tools/browser/session.ts';

/** Waits until the page prints the words, and answers all that it prints. */
export async function printed(tab: Tab, words: string): Promise<string> {
  const text = await eventually(async () => {
    const all = await tab.evaluate(() => document.body.innerText);
    return all.includes(words) ? all : undefined;
  });
  if (text === undefined)
    throw new Error(
      `“${words}” never stood on the page, which says:\n${await tab.evaluate(() => document.body.innerText)}`,
    );
  return text;
}

/** Clicks into the middle of the first element that the selector finds, once it is there and has stopped moving. */
export async function clickOn(tab: Tab, selector: string): Promise<void> {
  let before = '';
  const middle = await eventually(async () => {
    // Over two frames: a page that still loads moves what is below the new part.
    const found = await tab.evaluate(async (wanted) => {
      const element = document.querySelector(wanted);
      element?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      const box = element?.getBoundingClientRect();
      return box === undefined || box.width === 0 ? null : { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }, selector);
    const place = JSON.stringify(found);
    const isStill = place === before;
    before = place;
    return isStill ? (found ?? undefined) : undefined;
  });
  if (middle === undefined) throw new Error(`Nothing to click at ${selector}.`);
  await tab.click(middle.x, middle.y);
}

/** axe-core's violations, a line each. The page's CSP lets no script in, so the source goes along with the question. */
export async function violations(tab: Tab): Promise<string[]> {
  const run = Object.assign((): Promise<string[]> => Promise.resolve([]), {
    toString: () => `async () => {
      ${axe.source};
      const { violations } = await globalThis.axe.run(document, { resultTypes: ['violations'] });
      return violations.flatMap(({ id, nodes }) => nodes.map((node) => id + ': ' + node.target.join(' ')));
    }`,
  });
  return tab.evaluate(run);
}

/** How far the page is wider than its window, CSS pixels: 0 unless it scrolls sideways. */
export const overflow = (tab: Tab): Promise<number> =>
  tab.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth));
