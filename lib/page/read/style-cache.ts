// What the tag does not say and the style does: a span that is a block, a word for screen readers alone, a hidden part.
// To ask for the style of every element would be half of the whole cost; elements of one tag and one class look alike,
// so two of them are asked, and all only where those two differ or are hidden.
import { isBlockSort, type Sort } from './tags.ts';
import { isForEarsOnly } from './visibility.ts';

/** Entries of reference lists, on sites and in the formats that papers come in. */
const referenceClass =
  /(?:^|\s)(?:ltx_bibitem|ref-cit|csl-entry|citation|mixed-citation|element-citation|c-article-references__item|bibitem|reference)(?:\s|$)/u;
/** Lists whose items are references. */
const listClass = /(?:^|\s)(?:references|reflist|bibliography)(?:\s|$)/u;

export interface Look {
  block: boolean;
  hidden: boolean;
  reference: boolean;
  list: boolean;
}
interface Manner extends Look {
  asked: number;
  mixed: boolean;
}
const enough = 2;

const plainInline: Look = { block: false, hidden: false, reference: false, list: false };
const plainBlock: Look = { ...plainInline, block: true };

export class Looks {
  readonly #manners = new Map<string, Map<string, Manner>>();
  readonly unseen = new Set<Element>();

  /** `name`: the element's local name. `closed`: within a closed <details>, whose styles the browser would have to make only for this question. */
  of(element: Element, name: string, sort: Sort, closed: boolean): Look {
    const isBlock = isBlockSort(sort);
    const { className } = element;
    const styled = !isBlock && element.hasAttribute('style');
    // What an element is by its tag; of custom elements no tag says it.
    if (className === '' && !styled && !(sort === 'inline' && name.includes('-')))
      return isBlock ? plainBlock : plainInline;
    const manner = this.#manner(name, String(className), isBlock);
    if (closed) return manner;
    if (styled) return { ...manner, ...this.#ask(element, isBlock) };
    if (manner.asked >= enough && !manner.mixed) return manner;
    const now = this.#ask(element, isBlock);
    manner.mixed ||= now.hidden || (manner.asked > 0 && now.block !== manner.block);
    manner.block = now.block;
    manner.asked += 1;
    return manner.mixed ? { ...manner, ...now } : manner;
  }

  #manner(name: string, className: string, block: boolean): Manner {
    let byClass = this.#manners.get(name);
    if (byClass === undefined) this.#manners.set(name, (byClass = new Map<string, Manner>()));
    let manner = byClass.get(className);
    if (manner === undefined) {
      const reference = referenceClass.test(className);
      const list = listClass.test(className);
      manner = { block, hidden: false, reference, list, asked: 0, mixed: false };
      byClass.set(className, manner);
    }
    return manner;
  }

  #ask(element: Element, isBlock: boolean): Pick<Look, 'block' | 'hidden'> {
    const style = getComputedStyle(element);
    const { display } = style;
    const hidden = display === 'none' || isForEarsOnly(style);
    if (hidden) this.unseen.add(element);
    return { block: isBlock || !/^(?:inline|contents|ruby|none)/u.test(display), hidden };
  }
}
