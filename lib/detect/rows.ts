// Reads a site adapter's rows on a page: the one interpreter for all sites.
import type { PageAdapter } from '../sites/adapter.ts';

/** What the adapter says of this page's elements. */
export interface Rows {
  /** Elements that are a block of their own, with what they are. */
  slots: Map<Element, { kind: 'title' | 'byline'; row: number }>;
  /** Elements whose whole content belongs to one row. */
  inside: Map<Element, number>;
  /** One element a name. */
  names: Set<Element>;
  /** Never read. */
  skip: Set<Element>;
  /** All text of a row, for its hash. */
  text: (row: number) => string;
}

const all = (root: ParentNode, selector: string | undefined): Element[] =>
  selector === undefined || selector === '' ? [] : [...root.querySelectorAll(selector)];

export class RowReading {
  readonly #adapter: PageAdapter | null;
  readonly #numbers = new WeakMap<Element, number>();
  #last = 0;

  constructor(adapter: PageAdapter | null) {
    this.#adapter = adapter;
  }

  #number(element: Element): number {
    let number = this.#numbers.get(element);
    if (number === undefined) this.#numbers.set(element, (number = ++this.#last));
    return number;
  }

  /** The page as it is now; a row keeps its number from reading to reading. */
  read(root: HTMLElement): Rows {
    const rows: Rows = {
      slots: new Map(),
      inside: new Map(),
      names: new Set(),
      skip: new Set(all(root, this.#adapter?.skip)),
      text: (row) =>
        parts
          .get(row)
          ?.map((part) => part.textContent)
          .join('\n') ?? '',
    };
    const parts = new Map<number, Element[]>();
    for (const reader of this.#adapter?.rows ?? []) {
      const whole = reader.row === '';
      for (const element of whole ? [root] : all(root, reader.row)) {
        const row = this.#number(element);
        const holder = reader.next === true ? element.nextElementSibling : element;
        const holders = holder === null || holder === element ? [element] : [element, holder];
        const title = holder?.querySelector(reader.title) ?? null;
        if (title === null || rows.slots.has(title)) continue;
        rows.slots.set(title, { kind: 'title', row });
        for (const part of all(title, reader.strip)) rows.skip.add(part);
        const byline = reader.byline === undefined ? null : (holder?.querySelector(reader.byline) ?? null);
        if (byline !== null) {
          rows.slots.set(byline, { kind: 'byline', row });
          for (const name of all(byline, reader.names)) rows.names.add(name);
        }
        if (!whole) for (const one of holders) rows.inside.set(one, row);
        parts.set(row, whole ? (byline === null ? [title] : [title, byline]) : holders);
      }
    }
    return rows;
  }

  /** The row's elements round an element, so that a changed row is asked again as a whole. */
  around(element: Element): Element[] | null {
    for (const reader of this.#adapter?.rows ?? []) {
      if (reader.row === '') continue;
      const row = element.closest(reader.row);
      if (row !== null)
        return reader.next === true && row.nextElementSibling !== null ? [row, row.nextElementSibling] : [row];
      if (reader.next !== true) continue;
      for (let at: Element | null = element; at !== null; at = at.parentElement)
        if (at.previousElementSibling?.matches(reader.row) === true) return [at.previousElementSibling, at];
    }
    return null;
  }
}
