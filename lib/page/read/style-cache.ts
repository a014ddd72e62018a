// What an element's style says and its tag does not: a span that is a block, a word for screen readers only, a hidden
// part. Asking every element for its style would be half of the whole cost. Elements of one tag and one class look alike,
// so two of them are asked, and all only where those two differ or are hidden.
import { hasAttribute } from '../dom.ts';
import { isBlockSort, type Sort } from './tags.ts';
import { isScreenReaderOnly } from './visibility.ts';

/** Entries of reference lists, on sites and in the formats that papers come in. */
const referenceClass =
  /(?:^|\s)(?:(?:ltx_)?bibitem|ref-cit|csl-entry|(?:mixed-|element-)?citation|c-article-references__item|reference)(?:\s|$)/u;
/** Lists whose items are references. */
const listClass = /(?:^|\s)(?:references|reflist|bibliography)(?:\s|$)/u;

export interface ElementStyle {
  block: boolean;
  hidden: boolean;
  reference: boolean;
  list: boolean;
}
/** Of the elements of one tag and class. */
interface ClassStyle extends ElementStyle {
  asked: number;
  mixed: boolean;
}
/** How many elements of a tag and class are asked for their style. */
const SAMPLES_PER_CLASS = 2;

const plainInline: ElementStyle = { block: false, hidden: false, reference: false, list: false };
const plainBlock: ElementStyle = { ...plainInline, block: true };

export class StyleCache {
  readonly #classes = new Map<string, Map<string, ClassStyle>>();
  readonly unseen = new Set<Element>();

  /** `name`: the element's local name. `closed`: in a closed <details>, whose styles the browser would have to compute only for this question. */
  of(element: Element, name: string, sort: Sort, closed: boolean): ElementStyle {
    const isBlock = isBlockSort(sort);
    const className = String(element.className);
    const styled = !isBlock && hasAttribute(element, 'style');
    // What an element is by its tag; no tag says it of custom elements.
    if (className === '' && !styled && !(sort === 'inline' && name.includes('-')))
      return isBlock ? plainBlock : plainInline;
    const known = this.#class(name, className, isBlock);
    if (closed) return known;
    if (styled) return { ...known, ...this.#ask(element, isBlock) };
    if (known.asked >= SAMPLES_PER_CLASS && !known.mixed) return known;
    const now = this.#ask(element, isBlock);
    known.mixed ||= now.hidden || (known.asked > 0 && now.block !== known.block);
    known.block = now.block;
    known.asked += 1;
    return known.mixed ? { ...known, ...now } : known;
  }

  #class(name: string, className: string, block: boolean): ClassStyle {
    let byClass = this.#classes.get(name);
    if (byClass === undefined) this.#classes.set(name, (byClass = new Map<string, ClassStyle>()));
    let style = byClass.get(className);
    if (style === undefined) {
      const reference = referenceClass.test(className);
      const list = listClass.test(className);
      style = { block, hidden: false, reference, list, asked: 0, mixed: false };
      byClass.set(className, style);
    }
    return style;
  }

  #ask(element: Element, isBlock: boolean): Pick<ElementStyle, 'block' | 'hidden'> {
    const style = getComputedStyle(element);
    const { display } = style;
    const hidden = display === 'none' || isScreenReaderOnly(style);
    if (hidden) this.unseen.add(element);
    return { block: isBlock || !/^(?:inline|contents|ruby|none)/u.test(display), hidden };
  }
}
