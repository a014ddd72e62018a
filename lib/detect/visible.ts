// What nobody sees is neither asked nor marked.

/** Rendered, not `visibility: hidden`, not fully transparent, itself and through its ancestors. */
export const isShown = (element: Element): boolean =>
  element.checkVisibility({ visibilityProperty: true, opacityProperty: true });

/** The closed <details> round an element, if a click on it would show the element. As find-in-page, we read there. */
export function closedRound(element: Element): Element | null {
  const details = element.closest('details:not([open])');
  if (details === null || !isShown(details)) return null;
  for (let at: Element | null = element; at !== null && at !== details; at = at.parentElement)
    if (getComputedStyle(at).display === 'none') return null;
  return getComputedStyle(element).visibility === 'visible' ? details : null;
}

/** Text for screen readers alone: out of the flow, and clipped or of one pixel, or far off the page. */
export function isForEarsOnly(style: CSSStyleDeclaration): boolean {
  if (style.position !== 'absolute' && style.position !== 'fixed') return false;
  if (/inset\((?:50|100)%|rect\((?:0|1)px/u.test(`${style.clipPath} ${style.getPropertyValue('clip')}`)) return true;
  if (Number.parseFloat(style.left) < -999 || Number.parseFloat(style.top) < -999) return true;
  return style.overflow !== 'visible' && Number.parseFloat(style.width) <= 1 && Number.parseFloat(style.height) <= 1;
}

/** Whether readers see an element's own text, or would after a click on the <details> round it. Asked of one moment. */
export class Sight {
  readonly #forEars = new Map<Element, boolean>();
  readonly #seen = new Map<Element, boolean>();

  sees(element: Element): boolean {
    let seen = this.#seen.get(element);
    if (seen === undefined) {
      seen = !this.#isForEars(element) && (isShown(element) || closedRound(element) !== null);
      this.#seen.set(element, seen);
    }
    return seen;
  }

  #isForEars(element: Element): boolean {
    let known = this.#forEars.get(element);
    if (known === undefined) {
      const { parentElement: parent } = element;
      known = (parent !== null && this.#isForEars(parent)) || isForEarsOnly(getComputedStyle(element));
      this.#forEars.set(element, known);
    }
    return known;
  }
}
