// Whether the reader sees the card that a pointer presses. In the browser's top layer only few things can cover it,
// and a page can make each of them let clicks through: another popover, also in a shadow root of the page, whose events
// no one else hears; and a view transition, which is a picture over everything.
//
// Chromium says itself whether an element is wholly visible, once it was painted. Before that, and elsewhere, the page is
// searched: at the press, and every so often while the card is open, so that a cover that goes away right before the
// press is known too.

interface VisibilityEntry extends IntersectionObserverEntry {
  readonly isVisible?: boolean;
}

/** What Firefox gives to extensions. */
interface Opened extends Element {
  readonly openOrClosedShadowRoot?: ShadowRoot | null;
}
/** And Chromium. */
const { chrome } = globalThis as {
  chrome?: { dom?: { openOrClosedShadowRoot?: (element: Element) => ShadowRoot | null } };
};

/** Milliseconds between two searches: the longest is shorter than a card has to be seen before a click counts. */
const MIN_BETWEEN = 100;
const MAX_BETWEEN = 400;
/** A search of a large page takes no more than this part of the time. */
const MAX_LOAD = 0.05;

export class OcclusionWatch {
  readonly #frame: HTMLElement;
  /** The browser has painted the card. */
  painted = false;
  #seen: boolean | null = null;
  /** It was found covered when Chromium last said that it was not wholly visible. */
  #found = false;
  /** Milliseconds on the page's clock at which the card came into sight again, having been covered. */
  backAt = -Infinity;
  /** The same, where something was found that covered it: Chromium also says so at times when nothing does. */
  foundAt = -Infinity;
  #next: ReturnType<typeof setTimeout> | undefined;

  constructor(frame: HTMLElement, signal: AbortSignal) {
    this.#frame = frame;
    let before = false;
    const observer = new IntersectionObserver(
      (entries) => {
        const { isVisible } = (entries.at(-1) ?? {}) as Partial<VisibilityEntry>;
        this.painted = true;
        // Firefox does not know the question.
        if (isVisible === undefined) return;
        if (isVisible && this.#seen === false && before) this.backAt = performance.now();
        if (isVisible && this.#found) this.foundAt = performance.now();
        this.#seen = isVisible;
        this.#found = !isVisible && this.#search();
        before ||= isVisible;
      },
      // The shortest delay that Chromium allows.
      { threshold: [0, 0.5, 1], trackVisibility: true, delay: 100 } as IntersectionObserverInit,
    );
    observer.observe(frame);
    signal.addEventListener('abort', () => {
      observer.disconnect();
      clearTimeout(this.#next);
    });
    this.#searchLater(MIN_BETWEEN);
  }

  #searchLater(wait: number): void {
    this.#next = setTimeout(() => {
      // A browser that says by itself what is visible needs no search.
      if (this.#seen !== null) return;
      const began = performance.now();
      const found = this.#search();
      const now = performance.now();
      if (found) this.backAt = this.foundAt = now;
      this.#searchLater(Math.min(MAX_BETWEEN, Math.max(MIN_BETWEEN, (now - began) / MAX_LOAD)));
    }, wait);
  }

  /** Something of the page covers the card, or may; or it is out of the window. For a pointer: where it is counts. */
  get covered(): boolean {
    if (isInTransition()) return true;
    return this.#seen === null ? this.#search() : !this.#seen;
  }

  /** The same for keys, which may come before the card's first frame: something that covers it is found. */
  get veiled(): boolean {
    return isInTransition() || (this.#seen !== true && this.#search());
  }

  #search(): boolean {
    const box = this.#frame.getBoundingClientRect();
    // In Firefox what the page does to its root's picture is done to the top layer as well.
    return (this.#seen === null && isRootVeiled()) || isOutside(box) || liesOver(document, box, this.#frame);
  }
}

function isInTransition(): boolean {
  try {
    return document.documentElement.matches(':active-view-transition');
  } catch {
    // A browser without view transitions.
    return false;
  }
}

/** What leaves a card readable. */
const clear = /^(?:none|(?:\s*(?:invert|hue-rotate|grayscale|sepia|saturate)\([^()]*\))+)$/u;

function isRootVeiled(): boolean {
  const { filter, clipPath, maskImage } = getComputedStyle(document.documentElement);
  return !clear.test(filter) || clipPath !== 'none' || maskImage !== 'none';
}

const isOutside = ({ left, right, top, bottom }: DOMRect): boolean =>
  right <= 0 || bottom <= 0 || left >= innerWidth || top >= innerHeight;

/** The element's shadow root, closed or not. */
function rootOf(element: Opened): ShadowRoot | null {
  if (element.openOrClosedShadowRoot !== undefined) return element.openOrClosedShadowRoot;
  const closed = element instanceof HTMLElement ? chrome?.dom?.openOrClosedShadowRoot?.(element) : null;
  return closed ?? element.shadowRoot;
}

/** Whether something else in the top layer meets the box; below or above us, no script can tell, but of what we are in. */
function liesOver(root: Document | ShadowRoot, box: DOMRect, frame: Element): boolean {
  const own = frame.getRootNode() as ShadowRoot;
  for (const other of root.querySelectorAll(':popover-open, :modal, :fullscreen')) {
    if (other.contains(own.host) || other === frame || other === document.documentElement) continue;
    const { left, right, top, bottom } = other.getBoundingClientRect();
    if (left < box.right && right > box.left && top < box.bottom && bottom > box.top) return true;
  }
  for (const element of root.querySelectorAll<Opened>('*')) {
    const inner = rootOf(element);
    if (inner !== null && inner !== own && liesOver(inner, box, frame)) return true;
  }
  return false;
}
