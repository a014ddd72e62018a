// Follows a page that changes. Observers only note what changed; the work comes later, at most a few times a second.
import { parentOf } from '../dom.ts';

/** Maximum records at once; above, the whole page is read again (most of it is known by hash). */
const MAXIMUM_RECORDS = 1000;
/** Changes are handled when there were none for this long, and at the latest after the second time. */
const QUIET_MS = 200;
const MAXIMUM_WAIT_MS = 1000;

export interface WatchPorts {
  /** Something moved or changed: what is painted may be wrong. Called often. True: read the change at once. */
  stirred: () => boolean;
  /** Text came or changed under these elements; null: read everything. */
  changed: (roots: readonly Element[] | null) => void;
  /** Styles changed: what was hidden may be visible. Called as often as `changed`. */
  restyled: () => void;
  /** The page's root is another one, or got or lost children. */
  rooted: () => void;
  /** The address changed. */
  moved: () => void;
  /** The head changed: its tags, scripts or title. */
  headChanged: () => void;
}

interface Navigation {
  addEventListener: (type: string, listener: () => void, options: { signal: AbortSignal }) => void;
}

export class Watch {
  readonly #ports: WatchPorts;
  readonly #signal: AbortSignal;
  readonly #observer: MutationObserver;
  #roots = new Set<Element>();
  #all = false;
  #restyled = false;
  #timer = 0;
  #headTimer = 0;
  #since = 0;
  #url = location.href;

  constructor(ports: WatchPorts, signal: AbortSignal) {
    this.#ports = ports;
    this.#signal = signal;
    this.#observer = this.#hears((records) => this.#note(records));
    this.resume();
    signal.addEventListener('abort', () => {
      clearTimeout(this.#timer);
      clearTimeout(this.#headTimer);
    });
    this.#followBody();
    this.#followHead();
    const look = (): void => this.#look();
    const { navigation } = globalThis as { navigation?: Navigation };
    navigation?.addEventListener('navigatesuccess', look, { signal });
    for (const type of ['popstate', 'hashchange']) addEventListener(type, look, { signal });
    // Styles may change without a record: a media query, the end of an animation.
    const restyled = (): void => {
      this.#restyled = true;
      this.#later();
    };
    for (const type of ['resize', 'transitionend', 'animationend', 'toggle'])
      addEventListener(type, restyled, { capture: true, signal });
  }

  /** Nothing is waiting. */
  get idle(): boolean {
    return this.#timer === 0 && this.#headTimer === 0;
  }

  /** Stops following what the page adds; its address is still watched. */
  rest(): void {
    this.#observer.disconnect();
    this.#observe({ childList: true });
  }

  resume(): void {
    this.#observe({
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: ['class', 'style', 'hidden', 'open', 'aria-expanded'],
    });
  }

  #observe(what: MutationObserverInit): void {
    const { body } = document as { body: HTMLElement | null };
    if (body !== null) this.#observer.observe(body, what);
  }

  /** A single-page application changes its tags after the address. */
  #followHead(): void {
    const observer = this.#hears(() => {
      clearTimeout(this.#headTimer);
      this.#headTimer = setTimeout(() => {
        this.#headTimer = 0;
        this.#ports.headChanged();
      }, QUIET_MS) as unknown as number;
    });
    const { head } = document as { head: HTMLElement | null };
    if (head !== null)
      observer.observe(head, { subtree: true, childList: true, characterData: true, attributeFilter: ['content'] });
  }

  /** Pages put another body, or another root, in place of the first (Turbo, `document.open`). */
  #followBody(): void {
    let body: HTMLElement | null = document.body;
    const observer = this.#hears(() => {
      const { documentElement: root } = document as { documentElement: Element | null };
      if (root !== null) {
        observer.observe(root, { childList: true });
        this.#ports.rooted();
      }
      if (document.body === body) return;
      body = document.body;
      this.#look();
      this.#ports.stirred();
      this.resume();
      this.all();
    });
    observer.observe(document, { childList: true });
    observer.observe(document.documentElement, { childList: true });
  }

  /** An observer that ends with everything else. */
  #hears(hear: MutationCallback): MutationObserver {
    const observer = new MutationObserver(hear);
    this.#signal.addEventListener('abort', () => observer.disconnect());
    return observer;
  }

  #look(): void {
    if (location.href === this.#url || this.#signal.aborted) return;
    const before = new URL(this.#url);
    this.#url = location.href;
    // A jump on the page is no other page.
    if (before.pathname + before.search !== location.pathname + location.search) this.#ports.moved();
  }

  /** Reads everything again, soon. */
  all(): void {
    this.#all = true;
    this.#later();
  }

  #note(records: readonly MutationRecord[]): void {
    this.#look();
    const atOnce = this.#ports.stirred();
    if (this.#signal.aborted) return;
    if (records.length > MAXIMUM_RECORDS) this.#all = true;
    else for (const record of records) this.#noteOne(record);
    if (this.#roots.size > MAXIMUM_RECORDS) this.#all = true;
    if (this.#all) this.#roots.clear();
    if (this.#all || this.#restyled || this.#roots.size > 0) this.#later(atOnce);
  }

  #noteOne({ type, target, addedNodes }: MutationRecord): void {
    if (type === 'attributes') this.#restyled = true;
    else if (type === 'characterData') {
      const around = parentOf(target);
      if (around !== null) this.#roots.add(around);
    } else
      for (const node of addedNodes) {
        const root = node instanceof Element ? node : parentOf(node);
        if (root !== null) this.#roots.add(root);
      }
  }

  #later(atOnce = false): void {
    const now = performance.now();
    if (this.#timer === 0) this.#since = now;
    // A negative wait is at once, too.
    const wait = atOnce ? 0 : Math.min(QUIET_MS, this.#since + MAXIMUM_WAIT_MS - now);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#work(), wait) as unknown as number;
  }

  #work(): void {
    this.#timer = 0;
    const roots = this.#roots;
    const all = this.#all;
    const restyled = this.#restyled;
    this.#roots = new Set();
    this.#all = false;
    this.#restyled = false;
    if (all || roots.size > 0) this.#ports.changed(all ? null : topmost(roots));
    if (restyled) this.#ports.restyled();
  }
}

/** Drops what has left the page and what is inside another. */
function topmost(roots: ReadonlySet<Element>): Element[] {
  return [...roots].filter((root) => {
    if (!root.isConnected) return false;
    for (let at = parentOf(root); at !== null; at = parentOf(at)) if (roots.has(at)) return false;
    return true;
  });
}
