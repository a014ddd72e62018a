// A page that knows titles and wants to know what its reader knows: it watches all that a script of a page can, and looks
// at all that it can see. What it learns must not depend on the reader's data (docs/architecture.md, "What a page can see").
import type { Tab } from './session.ts';

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
  const clicks = (window.clicks = []);
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
    addEventListener(type, (event) => {
      if (event.isTrusted) clicks.push([type, event.target.nodeName, event]);
    }, true);
  window.clicksSeen = () => clicks.splice(0).map(([type, target, event]) => type + ' ' + target + (event.defaultPrevented ? ' prevented' : ''));
  window.globalsBefore = Object.getOwnPropertyNames(window).length;
`;

/** A page that prints titles and watches for whatever Byline makes of them. */
export const baitPage = (titles: readonly string[]): string => `<!doctype html><html lang="en"><meta charset="utf-8">
  <title>Bait</title><style>body { font: 16px/24px serif; margin: 40px } h3 { font: inherit }</style><script>${spies}</script>
  <main>${titles.map((title) => `<h3><a href="#x">${title}</a></h3>`).join('')}<p>Fin</p></main>
  <script>arm()</script>`;

/** What a script of the page finds when it looks. */
export interface Learnt {
  hosts: { html: string; box: number[]; rects: number; inside: unknown[]; style: string; kept: string[] }[];
  seen: Record<'mutations' | 'events' | 'entries' | 'calls' | 'errors', string[]>;
  [what: string]: unknown;
}

export const learnt = (tab: Tab): Promise<Learnt> =>
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
      takesFocus: hosts.map((host) => {
        host.focus();
        return document.activeElement === host;
      }),
      layers: document.querySelectorAll(':popover-open, :modal, :fullscreen').length,
      sheets: [document.styleSheets.length, document.adoptedStyleSheets.length, CSS.highlights.size],
      animations: document.getAnimations().length,
      fonts: document.fonts.size,
      globals: Object.getOwnPropertyNames(window).length - known.globalsBefore - 1,
      found: ['Byline', 'To read', 'code'].filter((words) => search.find(words)),
      selected: /byline|read|code/iu.exec(selected)?.[0],
      seen: known.seen,
    };
  });

/** The page stops watching: what follows is a test's own doing in the page's world. */
export const disarm = (tab: Tab): Promise<void> =>
  tab.evaluate(() => {
    Object.assign((globalThis as unknown as { seen: object }).seen, { armed: false, arming: false });
  });

/** What the page heard of the reader's presses since it was last asked. */
export const pressesSeen = (tab: Tab): Promise<string[]> =>
  tab.evaluate(() => (globalThis as unknown as { clicksSeen: () => string[] }).clicksSeen());
