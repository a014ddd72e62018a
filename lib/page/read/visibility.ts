// What nobody sees is neither asked nor marked.

/** Rendered, not `visibility: hidden`, not fully transparent, itself and through its ancestors. */
export const isShown = (element: Element): boolean =>
  element.checkVisibility({ visibilityProperty: true, opacityProperty: true });

/** Text for screen readers alone: out of the flow, and clipped or of one pixel, or far off the page. */
export function isForEarsOnly(style: CSSStyleDeclaration): boolean {
  if (!/absolute|fixed/u.test(style.position)) return false;
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

/** What is known of one element. */
interface Place {
  /** Its tag and class. */
  name: string;
  /** Its own and that of all round it. */
  manner: number;
  /** The closed <details> that it is, or that is round it, if a click on it would show the element. */
  details: Element | null;
}

/** Whether readers see an element's own text, or would after a click on the <details> round it. Asked of one moment. */
export class Sight {
  readonly #kinds: Map<string, Kind>;
  readonly #places = new Map<Element, Place>();

  /** `before`: of another moment with the same styles; what is known of kinds is not asked again. */
  constructor(before?: Sight) {
    this.#kinds = before === undefined ? new Map<string, Kind>() : before.#kinds;
  }

  sees(element: Element): boolean {
    // The <details> first: asked what is in a closed one, the browser makes all styles there.
    const { manner, details } = this.#place(element);
    return manner < forEars && (details !== null || isShown(element));
  }

  /** The closed <details> round an element, if a click on it would show the element. As find-in-page, we read there. */
  closedRound(element: Element): Element | null {
    return this.#place(element).details;
  }

  #place(element: Element): Place {
    let place = this.#places.get(element);
    if (place === undefined) {
      const { localName, parentElement: parent } = element;
      const up = parent === null ? { name: '', manner: 0, details: null } : this.#place(parent);
      // In SVG a class is no string; all classes are one there.
      const name = `${localName} ${element.className}`;
      const manner = Math.max(up.manner, this.#own(element, `${name} ${up.name}`));
      let { details } = up;
      if (localName === 'details' && !element.hasAttribute('open')) details = isShown(element) ? element : null;
      place = { name, manner, details: manner < gone ? details : null };
      this.#places.set(element, place);
    }
    return place;
  }

  #own(element: Element, name: string): number {
    const kind = this.#kinds.get(name) ?? { manner: 0, asked: 0 };
    const isSingle = element.hasAttribute('style');
    if (!isSingle && kind.asked >= enough) return kind.manner;
    const style = getComputedStyle(element);
    const isGone = style.display === 'none' || style.visibility !== 'visible';
    const manner = isForEarsOnly(style) ? forEars : isGone ? gone : 0;
    if (!isSingle) {
      const asked = kind.asked === 0 || kind.manner === manner ? kind.asked + 1 : -Infinity;
      this.#kinds.set(name, { manner, asked });
    }
    return manner;
  }
}
