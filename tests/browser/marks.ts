// The marks on a page, as the closed overlay holds them, and the pointer over them.
import { eventually } from '../../tools/browser/byline.ts';
import type { Box, Tab } from '../../tools/browser/session.ts';

export interface Pill {
  label: string;
  box: Box;
}

/** The pills that are drawn now: buttons outside of any dialog. */
export const pillsNow = (tab: Tab): Promise<Pill[]> =>
  tab.closed((roots) =>
    roots
      .flatMap((root) => [...root.querySelectorAll<HTMLElement>('button')])
      .filter((button) => button.closest('[role="dialog"]') === null)
      .map((button) => {
        const { x, y, width, height } = button.getBoundingClientRect();
        return { label: button.getAttribute('aria-label') ?? '', box: { x, y, width, height } };
      })
      .filter(({ box }) => box.width > 0),
  );

/** Waits for the pill of a paper, and for words in its label. */
export async function pill(tab: Tab, ...words: string[]): Promise<Pill> {
  const found = await eventually(async () =>
    (await pillsNow(tab)).find(({ label }) => words.every((word) => label.toLowerCase().includes(word.toLowerCase()))),
  );
  if (found === undefined)
    throw new Error(
      `No pill says ${words.join(', ')}. Pills: ${(await pillsNow(tab)).map(({ label }) => label).join(' | ')}`,
    );
  return found;
}

export const middle = ({ x, y, width, height }: Box): [number, number] => [x + width / 2, y + height / 2];

/** The first rectangle of a text on the page itself. */
export async function boxOfText(tab: Tab, text: string): Promise<Box> {
  const box = await tab.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = (node.nodeValue ?? '').indexOf(wanted);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const [first] = range.getClientRects();
      if (first !== undefined) return { x: first.x, y: first.y, width: first.width, height: first.height };
    }
    return null;
  }, text);
  if (box === null) throw new Error(`“${text}” does not stand on the page.`);
  return box;
}

/** The texts among these under which a line is drawn now. */
export async function underlinedNow(tab: Tab, texts: readonly string[]): Promise<string[]> {
  const lines = await tab.closed((roots) =>
    roots
      .flatMap((root) => [...root.querySelectorAll<HTMLElement>('div')])
      .filter((line) => line.style.borderTop !== '')
      .map((line) => {
        const { x, y, width, height } = line.getBoundingClientRect();
        return { x, y, width, height };
      }),
  );
  const found: string[] = [];
  for (const text of texts) {
    const { x, y, width, height } = await boxOfText(tab, text);
    const isUnder = lines.some(
      (line) => Math.abs(line.x - x) < 3 && Math.abs(line.width - width) < 6 && Math.abs(line.y - y - height) < 6,
    );
    if (isUnder) found.push(text);
  }
  return found;
}
