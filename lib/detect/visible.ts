// What nobody sees is neither asked nor marked.

/** Rendered, not `visibility: hidden`, not fully transparent, itself and through its ancestors. */
export const isShown = (element: Element): boolean =>
  element.checkVisibility({ visibilityProperty: true, opacityProperty: true });

/** Text for screen readers alone: out of the flow, and clipped or of one pixel, or far off the page. */
export function isForEarsOnly(style: CSSStyleDeclaration): boolean {
  if (style.position !== 'absolute' && style.position !== 'fixed') return false;
  if (/inset\((?:50|100)%|rect\((?:0|1)px/u.test(`${style.clipPath} ${style.getPropertyValue('clip')}`)) return true;
  if (Number.parseFloat(style.left) < -999 || Number.parseFloat(style.top) < -999) return true;
  return style.overflow !== 'visible' && Number.parseFloat(style.width) <= 1 && Number.parseFloat(style.height) <= 1;
}

/** What styles say of an element, the more telling the greater: no click on a <details> would show it. */
const gone = 1;
const forEars = 2;

/** Elements of one tag and class in parents of one tag and class. */
interface Kind {
  manner: number;
  /** Minus infinity where two of them looked different: each is asked. */
  asked: number;
}
/** So many of a kind are asked for their style: that takes longer than all else about a mark. */
const enough = 2;

/** Whether readers see an element's own text, or would after a click on the <details> round it. Asked of one moment. */
export class Sight {
  readonly #kinds: Map<string, Kind>;
  readonly #manners = new Map<Element, number>();

  /** `before`: of another moment with the same styles; what is known of kinds is not asked again. */
  constructor(before?: Sight) {
    this.#kinds = before === undefined ? new Map<string, Kind>() : before.#kinds;
  }

  sees(element: Element): boolean {
    return this.#manner(element) < forEars && (isShown(element) || this.closedRound(element) !== null);
  }

  /** The closed <details> round an element, if a click on it would show the element. As find-in-page, we read there. */
  closedRound(element: Element): Element | null {
    const details = element.closest('details:not([open])');
    return details === null || this.#manner(element) >= gone || !isShown(details) ? null : details;
  }

  /** Its own and that of all round it. */
  #manner(element: Element | null): number {
    if (element === null) return 0;
    let manner = this.#manners.get(element);
    if (manner === undefined) {
      const { parentElement: parent } = element;
      manner = Math.max(this.#own(element, parent), this.#manner(parent));
      this.#manners.set(element, manner);
    }
    return manner;
  }

  #own(element: Element, parent: Element | null): number {
    // In SVG a class is no string; all classes are one there.
    const name = `${element.localName} ${element.className} ${parent?.localName} ${parent?.className}`;
    const kind = this.#kinds.get(name) ?? { manner: 0, asked: 0 };
    const isSingle = element.hasAttribute('style');
    if (!isSingle && kind.asked >= enough) return kind.manner;
    const style = getComputedStyle(element);
    const isGone = style.display === 'none' || style.visibility !== 'visible';
    const manner = isForEarsOnly(style) ? forEars : isGone ? gone : 0;
    if (!isSingle) {
      const isLike = kind.asked === 0 || kind.manner === manner;
      this.#kinds.set(name, { manner, asked: isLike ? kind.asked + 1 : -Infinity });
    }
    return manner;
  }
}
