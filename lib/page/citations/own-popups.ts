// Whether the page itself shows something where the pointer rests on a citation: then ours is not opened over it.
import { boxOf, checkVisibility } from '../dom.ts';

/** Maximum changed elements that are looked at: a page that rewrites itself has no pop-up among the first. */
const MAX_CHANGED = 60;
/** How near to the citation, and how large, a pop-up of the page is; pixels. */
const NEAR = 260;
const MIN_WIDTH = 60;
const MIN_HEIGHT = 24;
const watched = ['class', 'style', 'hidden', 'open', 'aria-hidden', 'data-state'];

export class OwnPopups {
  readonly #changed = new Set<Element>();
  readonly #observer = new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) {
      if (this.#changed.size >= MAX_CHANGED) return;
      const found = type === 'attributes' ? [target] : addedNodes;
      for (const node of found) if (node instanceof Element) this.#changed.add(node);
    }
  });
  #isWatching = false;

  constructor(signal: AbortSignal) {
    signal.addEventListener('abort', () => this.rest());
  }

  /** The pointer is on a citation: what changes from now on may be about it. */
  watch(): void {
    if (this.#isWatching) return;
    this.#isWatching = true;
    this.#observer.observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: watched,
    });
  }

  /** The pointer is on none. */
  rest(): void {
    this.#isWatching = false;
    this.#observer.disconnect();
    this.#changed.clear();
  }

  /** Something of the page came up beside these boxes, in front of the text. */
  cameNear(boxes: readonly DOMRect[]): boolean {
    return [...this.#changed].some((element) => {
      if (!element.isConnected || !isLifted(element)) return false;
      const { left, right, top, bottom, width, height } = boxOf(element);
      if (width < MIN_WIDTH || height < MIN_HEIGHT) return false;
      return boxes.some(
        (box) =>
          left < box.right + NEAR && right > box.left - NEAR && top < box.bottom + NEAR && bottom > box.top - NEAR,
      );
    });
  }
}

/** Out of the flow of text, and seen. */
function isLifted(element: Element): boolean {
  const { position } = getComputedStyle(element);
  return (
    (position === 'absolute' || position === 'fixed') &&
    checkVisibility(element, { opacityProperty: true, visibilityProperty: true })
  );
}
