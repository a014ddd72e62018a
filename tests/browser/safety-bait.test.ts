// A page that knows titles and wants to know what its reader knows: which are in the catalog, saved, read. All that it
// may learn is that something was found (the host is there). Two pages that differ in nothing but the reader's list
// must look the same to their own scripts.
import { describe, expect, it } from 'vitest';
import type { Status } from '../../lib/library/schema.ts';
import { ask, eventually, wait } from '../../tools/browser/byline.ts';
import type { Tab } from '../../tools/browser/session.ts';
import { kinds, useByline, type Byline } from './harness.ts';
import { boxOfText, pill } from './marks.ts';

const looped = 'Looped Transformers as Programmable Computers';
const lamb = 'Large Batch Optimization for Deep Learning: Training BERT in 76 minutes';
const unknown = 'Watchful Gradients: A Survey of Imaginary Optimizers for Fictional Networks';
const ids = ['arxiv:2301.13196', 'arxiv:1904.00962'];

/** Runs in the page before all else: notes whatever a script can hear or see without asking. */
const spies = `
  const seen = (window.seen = { mutations: [], events: [], entries: [], calls: [], errors: [] });
  const pageNodes = new WeakSet();
  const isForeign = (node) => node instanceof Node && node.nodeType === 1 && !pageNodes.has(node);
  addEventListener('DOMContentLoaded', () => document.querySelectorAll('*').forEach((node) => pageNodes.add(node)));
  new MutationObserver((records) => {
    if (document.readyState === 'loading') {
      document.querySelectorAll('*').forEach((node) => pageNodes.add(node));
      return;
    }
    seen.armed = false;
    for (const record of records) {
      const added = [...record.addedNodes].filter(isForeign).map((node) => node.nodeName);
      if (added.length > 0 || record.removedNodes.length > 0 || isForeign(record.target) || record.type !== 'childList')
        seen.mutations.push([record.type, record.target.nodeName, record.attributeName, added.join()].join(' '));
    }
    seen.armed = seen.arming;
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  const types = new Set();
  for (let at = window; at; at = Object.getPrototypeOf(at)) for (const name of Object.getOwnPropertyNames(at)) if (name.startsWith('on')) types.add(name.slice(2));
  for (const proto of [Document.prototype, HTMLElement.prototype, Element.prototype]) for (const name of Object.getOwnPropertyNames(proto)) if (name.startsWith('on')) types.add(name.slice(2));
  for (const type of ['focusin', 'focusout', 'DOMNodeInserted', 'slotchange', 'wxt:content-script-started', ...types])
    for (const target of [window, document])
      target.addEventListener(type, (event) => {
        if (isForeign(event.target) || !event.isTrusted || type === 'message' || type === 'error' || /toggle|transition|animation/.test(type)) seen.events.push(type);
      }, true);
  addEventListener('error', (event) => seen.errors.push(String(event.message)));
  addEventListener('unhandledrejection', (event) => seen.errors.push(String(event.reason)));
  for (const type of PerformanceObserver.supportedEntryTypes.filter((type) => /layout-shift|resource|element|largest|long-animation/.test(type)))
    new PerformanceObserver((list) => {
      seen.armed = false;
      for (const entry of list.getEntries())
        if (type === 'layout-shift')
          seen.entries.push(['shift', entry.sources.map(({ node, currentRect }) => (node === null || isForeign(node) ? 'foreign ' + JSON.stringify(currentRect) : 'own')).join()].join(' '));
        else if (type === 'resource' ? !/^https?:/.test(entry.name) : type.startsWith('long') ? entry.scripts.some(({ sourceURL }) => /extension/.test(sourceURL)) : entry.element === null || isForeign(entry.element))
          seen.entries.push(type + ' ' + entry.name);
      seen.armed = seen.arming;
    }).observe({ type, buffered: true });
  const spyOn = (owner, name) => {
    const real = owner[name];
    owner[name] = function (...given) { if (seen.armed) seen.calls[seen.calls.length] = name; return Reflect.apply(real, this, given); };
  };
  window.arm = () => {
    for (const name of ['attachShadow', 'append', 'getBoundingClientRect', 'matches', 'closest', 'checkVisibility', 'querySelector', 'setAttribute', 'remove']) spyOn(Element.prototype, name);
    for (const name of ['appendChild', 'insertBefore', 'contains']) spyOn(Node.prototype, name);
    for (const name of ['elementFromPoint', 'createElement', 'createElementNS', 'createRange', 'createTreeWalker']) spyOn(Document.prototype, name);
    for (const name of ['addEventListener', 'dispatchEvent']) spyOn(EventTarget.prototype, name);
    for (const name of ['map', 'filter', 'push', 'flatMap']) spyOn(Array.prototype, name);
    for (const name of ['getComputedStyle', 'requestAnimationFrame', 'matchMedia', 'postMessage']) spyOn(window, name);
    spyOn(CSSStyleDeclaration.prototype, 'setProperty');
    spyOn(Range.prototype, 'getClientRects');
    spyOn(customElements, 'define');
    seen.arming = seen.armed = true;
    Object.defineProperty(Object.prototype, 'popover', { set() { if (seen.armed) seen.calls[seen.calls.length] = 'popover'; }, configurable: true });
  };
  window.globalsBefore = Object.getOwnPropertyNames(window).length;
`;

const page = (titles: readonly string[]): string => `<!doctype html><html lang="en"><meta charset="utf-8">
  <title>Bait</title><style>body { font: 16px/24px serif; margin: 40px } h3 { font: inherit }</style><script>${spies}</script>
  <main>${titles.map((title) => `<h3><a href="#x">${title}</a></h3>`).join('')}<p>Fin</p></main>
  <script>arm()</script>`;

/** What a script of the page finds when it looks. */
interface Learnt {
  hosts: { html: string; box: number[]; rects: number; inside: unknown[]; style: string; kept: string[] }[];
  seen: Record<'mutations' | 'events' | 'entries' | 'calls' | 'errors', string[]>;
  [what: string]: unknown;
}

const fingerprint = (tab: Tab): Promise<Learnt> =>
  tab.evaluate(() => {
    const { documentElement: root } = document;
    const known = window as unknown as { seen: Learnt['seen']; globalsBefore: number };
    const hosts = [...root.children].filter(({ nodeName }) => !/^(?:HEAD|BODY)$/iu.test(nodeName)) as HTMLElement[];
    const points = new Set<string>();
    for (let x = 5; x < innerWidth; x += 14)
      for (let y = 5; y < 320; y += 5) {
        for (const element of document.elementsFromPoint(x, y)) points.add(element.nodeName);
        const caret = document.caretPositionFromPoint(x, y);
        if (caret !== null && hosts.some((host) => host.contains(caret.offsetNode))) points.add('caret in host');
      }
    const search = window as unknown as { find: (words: string) => boolean };
    getSelection()?.selectAllChildren(root);
    const selected = String(getSelection());
    getSelection()?.removeAllRanges();
    return {
      hosts: hosts.map((host) => ({
        html: host.outerHTML,
        box: [host.offsetWidth, host.offsetHeight, host.scrollWidth, host.scrollHeight, host.clientTop, host.offsetTop],
        rects: host.getClientRects().length,
        inside: [host.childNodes.length, host.textContent, host.innerText, host.shadowRoot],
        // Rects are in viewport pixels; nothing of it may depend on what is inside.
        style: [...getComputedStyle(host)].map((name) => getComputedStyle(host).getPropertyValue(name)).join('|'),
        kept: Object.getOwnPropertyNames(host),
      })),
      sizes: [
        root.scrollWidth,
        root.scrollHeight,
        document.body.scrollWidth,
        document.body.scrollHeight,
        scrollX,
        scrollY,
      ],
      points: [...points],
      active: document.activeElement?.nodeName,
      sheets: [document.styleSheets.length, document.adoptedStyleSheets.length, CSS.highlights.size],
      animations: document.getAnimations().length,
      fonts: document.fonts.size,
      globals: Object.getOwnPropertyNames(window).length - known.globalsBefore - 1,
      found: ['Byline', 'To read', 'code'].filter((words) => search.find(words)),
      selected: /byline|read|code/iu.exec(selected)?.[0],
      seen: known.seen,
    };
  });

async function visit(byline: Byline, titles: readonly string[]): Promise<Tab> {
  const tab = await byline.visit('https://openreview.net/bait', page(titles));
  await tab.front();
  await byline.report(tab);
  return tab;
}

/** Content moves, so that marks have to; then what the page has learnt. */
async function learn(byline: Byline, titles: readonly string[]): Promise<Learnt> {
  const tab = await visit(byline, titles);
  await tab.evaluate(() => {
    // What follows is the test's own doing in the page's world.
    Object.assign((globalThis as unknown as { seen: object }).seen, { armed: false, arming: false });
    document.querySelector('main')?.prepend(Object.assign(document.createElement('div'), { style: 'height: 120px' }));
  });
  await eventually(async () => {
    const [title, mark] = [await boxOfText(tab, looped), await pill(tab, looped)];
    return Math.abs(title.y + title.height / 2 - mark.box.y - mark.box.height / 2) < 3 ? true : undefined;
  });
  await byline.report(tab);
  const learnt = await fingerprint(tab);
  await tab.close();
  return learnt;
}

const setStatus = async (byline: Byline, statuses: readonly (Status | null)[]): Promise<void> => {
  for (const [at, id] of ids.entries()) await ask(byline.session, 'library.set', { id, status: statuses[at] ?? null });
};

/** The points of a grid at which the page finds our host: how far an open card reaches. */
const hostPoints = (tab: Tab): Promise<string[]> =>
  tab.evaluate(() => {
    const points: string[] = [];
    for (let x = 0; x < innerWidth; x += 8)
      for (let y = 0; y < innerHeight; y += 8)
        if (document.elementFromPoint(x, y)?.parentElement === document.documentElement) points.push(`${x},${y}`);
    return points;
  });

describe.each(kinds)('a page that baits, in %s', (kind) => {
  const byline = useByline(kind);

  it('sees no difference between what is saved, what is read and what is on no list', async () => {
    await setStatus(byline(), [null, null]);
    const before = await learn(byline(), [looped, unknown, lamb]);
    await setStatus(byline(), ['to-read', 'read']);
    const after = await learn(byline(), [looped, unknown, lamb]);
    await setStatus(byline(), [null, null]);
    expect(after).toEqual(before);

    // All there is to learn: something was found.
    const { seen, hosts, ...rest } = before;
    expect(seen.mutations).toEqual(['childList HTML  DIV', 'childList MAIN  DIV']);
    expect(seen).toMatchObject({ events: [], errors: [], calls: [] });
    expect(seen.entries.filter((entry) => entry.includes('foreign') || !entry.startsWith('shift'))).toEqual([]);
    expect(hosts).toHaveLength(1);
    expect(hosts[0]).toMatchObject({ box: [0, 0, 0, 0, 0, 0], rects: 0, inside: [0, '', '', null], kept: [] });
    expect(rest).toMatchObject({ active: 'BODY', animations: 0, found: [], globals: 0 });
    expect(rest['points']).toEqual(expect.not.arrayContaining(['caret in host']));
  });

  it('sees no difference between a title that is known and one that is not', async () => {
    const first = await learn(byline(), [looped, unknown, unknown]);
    const more = await learn(byline(), [looped, unknown, lamb]);
    // The words themselves are of other widths: nothing that is compared depends on them.
    expect(more).toEqual(first);
  });

  it('can not tell by an open card whether its paper is saved', async () => {
    const reach: string[][] = [];
    for (const status of [null, 'to-read'] as const) {
      await setStatus(byline(), [status]);
      const tab = await visit(byline(), [looped]);
      await tab.evaluate(() =>
        Object.assign((globalThis as unknown as { seen: object }).seen, { arming: false, armed: false }),
      );
      const { x, y } = await boxOfText(tab, looped);
      await tab.hover(x + 200, y + 300);
      await tab.hover(x + 20, y + 8);
      await byline().card(tab);
      await wait(300);
      reach.push(await hostPoints(tab));
      const leaks = await tab.evaluate(() => ({
        found: ['Save', 'To read', 'Abstract'].filter((words) =>
          (window as unknown as { find: (words: string) => boolean }).find(words),
        ),
        active: document.activeElement?.nodeName,
        animations: document.getAnimations().length,
        seen: (window as unknown as { seen: { events: string[]; entries: string[]; errors: string[] } }).seen,
      }));
      expect(leaks).toMatchObject({ found: [], active: 'BODY', animations: 0, seen: { errors: [] } });
      await tab.close();
    }
    await setStatus(byline(), [null]);
    expect(reach[0]?.length).toBeGreaterThan(100);
    expect(reach[1]).toEqual(reach[0]);
  });
});
