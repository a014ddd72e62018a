// Clicks and keys that the reader did not mean: forged by the page, or lured onto a card that the reader does not see.
import { describe, expect, it } from 'vitest';
import { stillFor } from '../../components/over-page/may-act.ts';
import { ask, commandPage, eventually, openCard, wait } from '../../tools/browser/byline.ts';
import type { Kind, Tab } from '../../tools/browser/session.ts';
import { kinds, useByline, type Byline } from './harness.ts';
import { boxOfText, middle, pill } from './marks.ts';
import { shortForm } from './short-form.ts';

const looped = 'Looped Transformers as Programmable Computers';
const loopedId = 'arxiv:2301.13196';
const cover =
  'position: fixed; inset: 0; width: 100vw; height: 100vh; margin: 0; border: 0; background: gold; pointer-events: none';
const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Page</title>
  <style>body { margin: 40px } ::view-transition { pointer-events: none }
    ::view-transition-old(root) { animation: none; opacity: 1 } ::view-transition-new(root) { animation: 1000s linear stay; opacity: 0 }
    @keyframes stay { from { opacity: 0 } to { opacity: 0.01 } }</style>
  <h3>${looped}</h3><div id="late" popover="manual" style="${cover}">Win</div><div id="deep"></div>
  <dialog style="${cover}">Win</dialog><div style="height: 3000px"></div>
  <script>deep = document.querySelector('#deep').attachShadow({ mode: 'closed' });
    deep.innerHTML = '<div popover="manual" style="${cover}">Win</div>';</script>`;

/** What a page does to an open card right before the click. */
const attacks: Record<string, () => void> = {
  'a popover over it whose events are stopped': () => {
    for (const type of ['toggle', 'beforetoggle'])
      addEventListener(type, (event) => event.stopImmediatePropagation(), true);
    document.querySelector<HTMLElement>('#late')?.showPopover();
  },
  'a popover in a closed shadow root': () => {
    (globalThis as unknown as { deep: ShadowRoot }).deep.querySelector<HTMLElement>('div')?.showPopover();
  },
  'a modal dialog': () => document.querySelector('dialog')?.showModal(),
  'a view transition': () => {
    (document as { startViewTransition?: (change: () => void) => void }).startViewTransition?.(() => undefined);
  },
  'a zoom of the root': () => document.documentElement.style.setProperty('zoom', '1.25'),
  'a transform of the root': () => document.documentElement.style.setProperty('transform', 'translateX(40px)'),
  'a scroll': () => scrollBy({ top: 30, behavior: 'instant' }),
  'a host that is hidden': () => {
    for (const host of document.querySelectorAll<HTMLElement>('html > div'))
      host.style.setProperty('display', 'none', 'important');
  },
  'a host that is clipped': () => {
    for (const host of document.querySelectorAll<HTMLElement>('html > div'))
      host.style.cssText +=
        'opacity: 0 !important; clip-path: inset(50%) !important; overflow: hidden !important; transform: translate(60px, 60px) !important';
  },
  'a host that is inert': () => {
    for (const host of document.querySelectorAll<HTMLElement>('html > div')) host.inert = true;
  },
  'a host that is moved': () => {
    for (const host of document.querySelectorAll<HTMLElement>('html > div')) document.querySelector('h3')?.append(host);
  },
  'a filter of the root': () => document.documentElement.style.setProperty('filter', 'opacity(0)'),
  'a root seen through': () => {
    document.documentElement.style.cssText = 'opacity: 0.01 !important; filter: blur(9px) !important';
  },
};
/** Attacks that the browser's top layer makes idle: a card that is still there looks as before. */
const seeming: Record<Kind, ReadonlySet<string>> = {
  chromium: new Set([
    'a host that is clipped',
    'a root seen through',
    'a filter of the root',
    'a transform of the root',
  ]),
  // A filter of the root is one of everything there.
  firefox: new Set(['a host that is clipped']),
};

async function openByHover(byline: Byline, tab: Tab): Promise<void> {
  const { x, y } = await boxOfText(tab, looped);
  await tab.hover(x + 60, y + 700);
  await tab.hover(x + 20, y + 8);
  await byline.card(tab);
}

async function saveButton(tab: Tab): Promise<[number, number]> {
  const box = await eventually(async () => {
    const found = await tab.closed((roots) => {
      const button = roots.flatMap((root) => [...root.querySelectorAll('[aria-label="Save"]')])[0];
      const { x = 0, y = 0, width = 0, height = 0 } = button?.getBoundingClientRect() ?? {};
      return width === 0 ? null : { x, y, width, height };
    });
    return found ?? undefined;
  });
  if (box === undefined) throw new Error('The card has no Save.');
  return middle(box);
}

/** Takes away what an attack put over the card. */
function uncover(): void {
  for (const open of document.querySelectorAll<HTMLDialogElement>('dialog[open]')) open.close();
  const { deep } = globalThis as unknown as { deep: ShadowRoot };
  for (const root of [document, deep])
    for (const open of root.querySelectorAll<HTMLElement>('[popover]:popover-open')) open.hidePopover();
}

/** What the page's scripts did is drawn, and who watches what is drawn has heard of it. */
const settledFrames = (tab: Tab): Promise<void> =>
  tab.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
      }),
  );

/** Opens the card of a page, clicks by a lure, and answers whether that saved the paper. */
async function isLured(byline: Byline, lure: (tab: Tab) => Promise<{ changedAt: number }>): Promise<boolean> {
  for (let tries = 0; tries < 6; tries += 1) {
    // A save of the try before may have come after its look.
    await ask(byline.session, 'library.set', { id: loopedId, status: null });
    const tab = await byline.visit('https://openreview.net/lure', page);
    await byline.report(tab);
    await openByHover(byline, tab);
    const { changedAt } = await lure(tab);
    const late = performance.now() - changedAt >= stillFor;
    await settledFrames(tab);
    await wait(120);
    const saved = (await status(byline)) !== null;
    if (saved) await ask(byline.session, 'library.set', { id: loopedId, status: null });
    await tab.close();
    // A busy machine may bring the click so late that the reader has seen the card as it is: that one is their own.
    if (!saved || !late) return saved;
  }
  throw new Error('Each click came later than a reader needs to see the card.');
}

async function isStill(tab: Tab, [x, y]: [number, number]): Promise<boolean> {
  const [nowX, nowY] = await saveButton(tab);
  return Math.hypot(nowX - x, nowY - y) < 2;
}

/** The page's focus goes to its end: the next Tab leads into what follows. */
function focusLast(): void {
  const last = document.createElement('button');
  document.body.append(last);
  last.focus({ preventScroll: true });
}

const status = async (byline: Byline): Promise<string | null> =>
  (await ask(byline.session, 'card.paper', { id: loopedId })).status;

describe.each(kinds)('a hostile page in %s', (kind) => {
  const byline = useByline(kind);

  it('saves nothing by a click that it lured onto a card out of sight', async () => {
    const fell: string[] = [];
    for (const [name, attack] of shortForm(Object.entries(attacks), 3)) {
      let isThere = false;
      const saved = await isLured(byline(), async (tab) => {
        await tab.hover(...(await saveButton(tab)));
        await wait(560);
        const [x, y] = await saveButton(tab);
        const changedAt = performance.now();
        await tab.evaluate(attack);
        await settledFrames(tab);
        await wait(150);
        // What only seems to hide it leaves the card where it was: then the click is the reader's own.
        isThere = seeming[kind].has(name) && (await isStill(tab, [x, y]));
        await tab.click(x, y);
        return { changedAt };
      });
      if (saved && !isThere) fell.push(name);
    }
    expect(fell).toEqual([]);
  });

  it.each<[string, (tab: Tab, x: number, y: number) => Promise<void>]>([
    [
      'of a pointer that came into the card while that was covered',
      async (tab, x, y) => {
        await wait(150);
        for (const before of [60, 40, 20]) await tab.hover(x - before, y);
      },
    ],
    [
      'on a card that was covered until right before, however long it is open',
      async (tab, x, y) => {
        await tab.hover(x, y);
        await wait(2 * stillFor);
      },
    ],
  ])('saves nothing by a click %s', async (_, meanwhile) => {
    const fell: string[] = [];
    for (const [name, attack] of shortForm(Object.entries(attacks).slice(0, 3), 2)) {
      const saved = await isLured(byline(), async (tab) => {
        const [x, y] = await saveButton(tab);
        await tab.evaluate(attack);
        await meanwhile(tab, x, y);
        const changedAt = performance.now();
        await tab.evaluate(uncover);
        await tab.click(x, y);
        return { changedAt };
      });
      if (saved) fell.push(name);
    }
    expect(fell).toEqual([]);
  });

  it('saves nothing by keys that it led into a card out of sight', async () => {
    const fell: string[] = [];
    const coverings = Object.entries(attacks).slice(0, 3);
    const ways = [
      ['Tab', 's'],
      ['Tab', 'Tab', 'Tab', 's'],
      ['Tab', 'Tab', 'Enter'],
    ].flatMap((keys) => coverings.map(([name, attack]) => ({ keys, name, attack })));
    // In the short form each covering and each row of keys comes once.
    for (const { keys, name, attack } of shortForm(ways, 4)) {
      await ask(byline().session, 'library.set', { id: loopedId, status: null });
      const tab = await byline().visit('https://openreview.net/keys', page);
      await byline().report(tab);
      await openByHover(byline(), tab);
      await wait(560);
      await tab.evaluate(focusLast);
      await tab.evaluate(attack);
      await settledFrames(tab);
      await wait(150);
      for (const key of keys) await tab.press(key);
      await wait(120);
      if ((await status(byline())) !== null) {
        fell.push(`${name}: ${keys.join(' ')}`);
        await ask(byline().session, 'library.set', { id: loopedId, status: null });
      }
      await tab.close();
    }
    expect(fell).toEqual([]);
  });

  it('still lets the reader save by keys, at once in a card that a key opened', async () => {
    for (const byKey of [true, false]) {
      const tab = await byline().visit('https://openreview.net/keys', page);
      await tab.front();
      await byline().report(tab);
      if (byKey) {
        await commandPage(byline().session, tab, 'page.show', { id: loopedId });
        await byline().card(tab);
      } else {
        await openByHover(byline(), tab);
        await tab.evaluate(focusLast);
        await tab.press('Tab');
      }
      await tab.press('s');
      expect([byKey, await eventually(async () => (await status(byline())) ?? undefined)]).toEqual([byKey, 'to-read']);
      await ask(byline().session, 'library.set', { id: loopedId, status: null });
      await tab.close();
    }
  });

  it('still lets the reader save by a click, also where its root is filtered, zoomed and moved from the start', async () => {
    for (const look of ['filter: grayscale(1); opacity: 0.9', 'zoom: 1.25; transform: translateX(9px)']) {
      const tab = await byline().visit(
        'https://openreview.net/own',
        page.replace('<html lang="en"', `<html lang="en" style="${look}"`),
      );
      await tab.front();
      await byline().report(tab);
      await openByHover(byline(), tab);
      await wait(900);
      await tab.click(...(await saveButton(tab)));
      expect([look, await eventually(async () => (await status(byline())) ?? undefined)]).toEqual([look, 'to-read']);
      await ask(byline().session, 'library.set', { id: loopedId, status: null });
      await tab.close();
    }
  });

  it('does nothing by a thousand forged events', async () => {
    const tab = await byline().visit('https://openreview.net/forged', page);
    await tab.front();
    await byline().report(tab);
    const { box } = await pill(tab, looped);
    const forge = (points: number[][]): void => {
      const targets = [
        window,
        document,
        document.documentElement,
        document.body,
        ...document.querySelectorAll('h3, html > div'),
      ];
      const types = [
        'pointerdown',
        'mousedown',
        'pointerup',
        'mouseup',
        'click',
        'pointermove',
        'mouseover',
        'dblclick',
        'keydown',
        'keyup',
      ];
      for (const [x = 0, y = 0] of points)
        for (const target of targets)
          for (const type of types)
            for (const key of ['s', 'Enter']) {
              const given = {
                bubbles: true,
                composed: true,
                cancelable: true,
                clientX: x,
                clientY: y,
                screenX: x,
                screenY: y,
              };
              target.dispatchEvent(
                type.startsWith('key')
                  ? new KeyboardEvent(type, { ...given, key, altKey: true })
                  : new PointerEvent(type, { ...given, pointerType: 'mouse', detail: 1 }),
              );
            }
    };
    await tab.evaluate(forge, [middle(box), [box.x - 60, box.y + 8]]);
    await tab.hover(900, 700);
    await wait(700);
    expect(await openCard(tab)).toBeUndefined();
    await tab.click(...middle(box));
    await byline().card(tab);
    const save = await saveButton(tab);
    await wait(700);
    await tab.evaluate(forge, [save, middle(box)]);
    await wait(300);
    expect((await openCard(tab))?.title).toBe(looped);
    expect(await status(byline())).toBeNull();
    expect(await byline().session.errors()).toEqual([]);
    await tab.close();
  });
});
