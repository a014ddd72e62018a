// Whether the reader sees the card that a pointer presses. In the browser's top layer only few things can cover it,
// and a page can make each of them let clicks through: another popover, also in a shadow root of the page, whose events
// no one else hears; and a view transition, which is a picture over everything.
//
// Chromium says itself whether an element is wholly visible. Elsewhere the page is searched at the press.

interface VisibilityEntry extends IntersectionObserverEntry {
  readonly isVisible?: boolean;
}

/** What Firefox gives to extensions. */
interface Opened extends Element {
  readonly openOrClosedShadowRoot?: ShadowRoot | null;
}

export class OcclusionWatch {
  readonly #frame: HTMLElement;
  #seen: boolean | null = null;
  /** Milliseconds on the page's clock at which the card came into sight again, having been covered. */
  backAt = 0;

  constructor(frame: HTMLElement, signal: AbortSignal) {
    this.#frame = frame;
    let before = false;
    const observer = new IntersectionObserver(
      (entries) => {
        const { isVisible } = (entries.at(-1) ?? {}) as Partial<VisibilityEntry>;
        // Firefox does not know the question.
        if (isVisible === undefined) return;
        if (isVisible && this.#seen === false && before) this.backAt = performance.now();
        this.#seen = isVisible;
        before ||= isVisible;
      },
      // The shortest delay that Chromium allows.
      { threshold: [0, 0.5, 1], trackVisibility: true, delay: 100 } as IntersectionObserverInit,
    );
    observer.observe(frame);
    signal.addEventListener('abort', () => observer.disconnect());
  }

  /** Something of the page covers the card, or may. */
  get covered(): boolean {
    if (isInTransition()) return true;
    if (this.#seen !== null) return !this.#seen;
    return isRootVeiled() || liesOver(document, this.#frame.getBoundingClientRect(), this.#frame);
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

/** In Firefox what the page does to its root's picture is done to the top layer as well. */
function isRootVeiled(): boolean {
  const { filter, clipPath, maskImage } = getComputedStyle(document.documentElement);
  return !clear.test(filter) || clipPath !== 'none' || maskImage !== 'none';
}

/** Whether something else in the top layer meets the box; below or above us, no script can tell. */
function liesOver(root: Document | ShadowRoot, box: DOMRect, frame: Element): boolean {
  for (const other of root.querySelectorAll(':popover-open, :modal, :fullscreen')) {
    if (other === frame || other === document.documentElement) continue;
    const { left, right, top, bottom } = other.getBoundingClientRect();
    if (left < box.right && right > box.left && top < box.bottom && bottom > box.top) return true;
  }
  for (const element of root.querySelectorAll<Opened>('*')) {
    const inner = element.openOrClosedShadowRoot ?? element.shadowRoot;
    if (inner !== null && inner !== frame.getRootNode() && liesOver(inner, box, frame)) return true;
  }
  return false;
}
