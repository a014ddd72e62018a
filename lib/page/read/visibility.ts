// What readers can't see is neither asked about nor marked.
import { checkVisibility, hasAttribute, parentOf, tagOf } from '../dom.ts';

/** Rendered, not `visibility: hidden`, not fully transparent, itself and through its ancestors. */
export const isShown = (element: Element): boolean =>
  checkVisibility(element, { visibilityProperty: true, opacityProperty: true });

/** Text for screen readers only: out of the flow, and clipped or of one pixel, or far off the page. */
export function isScreenReaderOnly(style: CSSStyleDeclaration): boolean {
  if (!/absolute|fixed/u.test(style.position)) return false;
  if (/inset\((?:50|100)%|rect\([01]px/u.test(`${style.clipPath} ${style.getPropertyValue('clip')}`)) return true;
  if (Number.parseFloat(style.left) < -999 || Number.parseFloat(style.top) < -999) return true;
  return style.overflow !== 'visible' && Number.parseFloat(style.width) <= 1 && Number.parseFloat(style.height) <= 1;
}

/** How an element is hidden by its style; of both, the second wins. A click on a <details> would show neither. */
const HIDDEN = 1;
const SCREEN_READER_ONLY = 2;

/** Elements of one tag and class in parents of one tag and class. */
interface ClassState {
  hiding: number;
  /** Minus infinity where two of them looked different: each is asked. */
  asked: number;
}
/** How many elements of a class are asked for their style: that takes longer than all else about a mark. */
const SAMPLES_PER_CLASS = 2;

/** What is known of one element. */
interface ElementState {
  /** Its tag and class. */
  name: string;
  /** Its own and that of all around it. */
  hiding: number;
  /** The closed <details> that it is, or that is around it, if a click on that would show the element. */
  details: Element | null;
}

/** Whether readers see an element's own text, or would after a click on the <details> around it. For one moment. */
export class Visibility {
  readonly #classes: Map<string, ClassState>;
  readonly #elements = new Map<Element, ElementState>();

  /** `before`: of another moment with the same styles; what is known of classes is not asked again. */
  constructor(before?: Visibility) {
    this.#classes = before === undefined ? new Map<string, ClassState>() : before.#classes;
  }

  sees(element: Element): boolean {
    // The <details> first: asked what is in a closed one, the browser computes all styles there.
    const { hiding, details } = this.#state(element);
    return hiding < SCREEN_READER_ONLY && (details !== null || isShown(element));
  }

  /** The closed <details> around an element, if a click on it would show the element. As find-in-page, we read there. */
  closedDetails(element: Element): Element | null {
    return this.#state(element).details;
  }

  #state(element: Element): ElementState {
    let state = this.#elements.get(element);
    if (state === undefined) {
      const [tag, parent] = [tagOf(element), parentOf(element)];
      const up = parent === null ? { name: '', hiding: 0, details: null } : this.#state(parent);
      const name = `${tag} ${element.className}`;
      const hiding = Math.max(up.hiding, this.#hiding(element, `${name} ${up.name}`));
      let { details } = up;
      if (tag === 'details' && !hasAttribute(element, 'open')) details = isShown(element) ? element : null;
      state = { name, hiding, details: hiding < HIDDEN ? details : null };
      this.#elements.set(element, state);
    }
    return state;
  }

  #hiding(element: Element, name: string): number {
    const known = this.#classes.get(name) ?? { hiding: 0, asked: 0 };
    const isSingle = hasAttribute(element, 'style');
    if (!isSingle && known.asked >= SAMPLES_PER_CLASS) return known.hiding;
    const style = getComputedStyle(element);
    const isHidden = style.display === 'none' || style.visibility !== 'visible';
    const hiding = isScreenReaderOnly(style) ? SCREEN_READER_ONLY : isHidden ? HIDDEN : 0;
    if (!isSingle) {
      const asked = known.asked === 0 || known.hiding === hiding ? known.asked + 1 : -Infinity;
      this.#classes.set(name, { hiding, asked });
    }
    return hiding;
  }
}
