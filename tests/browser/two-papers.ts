// A page that names two papers, whose CSP forbids what it is told to and whose styles and scripts are not friendly; and what
// tests of the card do on it.
import { eventually, openCard } from '../../tools/browser/byline.ts';
import type { Box, Tab } from '../../tools/browser/session.ts';
import { served } from '../../tools/browser/site.ts';
import type { Byline } from './harness.ts';

export const transformers = 'Are Transformers universal approximators of sequence-to-sequence functions?';
export const lamb = 'Large Batch Optimization for Deep Learning: Training BERT in 76 minutes';
export const lambId = 'arxiv:1904.00962';

/** Its script counts what the page hears; its styles try to reach into the card. */
const page = (policy: string) =>
  served(
    `<!doctype html><html lang="en"><title>Two papers</title>
    <style>* { opacity: .99 !important; --ink: red !important; font-size: 40px !important; pointer-events: auto }
      html > div { display: none; transform: scale(.1) } body { font: 16px serif; margin: 40px }</style>
    <p><input id="field" aria-label="A field"></p>
    <p>We read <a id="one" href="#there" style="font-size: 16px !important">${transformers}</a> first.</p>
    <p style="margin-top: 420px">Then <b id="two" style="font-size: 16px !important">${lamb}</b>.</p>
    <div style="height: 2000px"></div>
    <script>heard = []; for (const type of ['keydown', 'keyup', 'click', 'pointerdown', 'wheel', 'toggle', 'focusin'])
      document.addEventListener(type, (event) => heard.push(type));</script>`,
    policy === '' ? {} : { 'content-security-policy': policy },
  );
const address = 'https://arxiv.org/list/cs.LG/new';

export const boxOf = (tab: Tab, selector: string): Promise<Box> =>
  tab.evaluate((wanted) => {
    const { x, y, width, height } = document.querySelector(wanted)?.getBoundingClientRect() ?? new DOMRect();
    return { x, y, width, height };
  }, selector);

export const covers = (card: Box, text: Box): boolean =>
  card.x < text.x + text.width &&
  text.x < card.x + card.width &&
  card.y < text.y + text.height &&
  text.y < card.y + card.height;

/** The pointer comes onto the text from elsewhere and rests there. */
export async function hoverText(tab: Tab, selector: string): Promise<void> {
  const { x, y, height } = await boxOf(tab, selector);
  await tab.hover(x + 30, y + height / 2 + 60);
  await tab.hover(x + 40, y + height / 2);
}

/** The middle of a part of the card, once it is in the visible level. */
export async function partOf(tab: Tab, words: string): Promise<{ x: number; y: number }> {
  const middle = await eventually(async () => {
    const found = await tab.closed((roots, wanted) => {
      for (const root of roots)
        for (const part of root.querySelectorAll<HTMLElement>('button, a')) {
          const { x, y, width, height } = part.getBoundingClientRect();
          const name = part.getAttribute('aria-label') ?? part.innerText;
          if (width > 0 && name.trim().startsWith(wanted)) return { x: x + width / 2, y: y + height / 2 };
        }
      return null;
    }, words);
    return found ?? undefined;
  });
  if (middle === undefined) throw new Error(`The card has no “${words}”.`);
  return middle;
}

export async function visit(byline: Byline, policy = ''): Promise<Tab> {
  const tab = await byline.visit(address, page(policy));
  await tab.front();
  // Two layers, and a line in a box for each of the two marks.
  await eventually(async () => ((await markCount(tab)) >= 6 ? true : undefined));
  return tab;
}
const markCount = (tab: Tab): Promise<number> =>
  tab.closed((roots) => roots.reduce((sum, root) => sum + root.querySelectorAll('*').length, 0));

export const titled = (tab: Tab, title: string): Promise<true | undefined> =>
  eventually(async () => ((await openCard(tab))?.title === title ? true : undefined));

export const says = (tab: Tab, words: string): Promise<true | undefined> =>
  eventually(async () => ((await openCard(tab))?.text.includes(words) === true ? true : undefined));

export const heardBy = (tab: Tab): Promise<string[]> =>
  tab.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
