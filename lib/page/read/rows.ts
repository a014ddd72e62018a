// Reads a site adapter's rows on a page: the one interpreter for all sites.
import { closest, findAll, findIn, matchesSelector, parentOf, textIn } from '../dom.ts';
import type { PageAdapter, RowReader } from '../../sites/adapter.ts';
import { inText } from '../../sites/in-text.ts';
import type { RowFields } from '../../messages/page-protocol.ts';
import { fieldsOf } from './page-metadata.ts';

/** What the adapter says of an element. */
export interface Role {
  /** A block of its own, and what it is. */
  slot?: 'title' | 'byline';
  /** Its whole content belongs to this row. */
  row?: number;
  /** It holds one name. */
  name?: true;
  /** Never read. */
  skip?: true;
}
export interface PageRows {
  roles: ReadonlyMap<Element, Role>;
  /** A number for all text of a row: the same for the same text. */
  textNumber: (row: number) => number;
  /** Title and names of the page row, as they were when first asked for; empty where it has none. */
  pageRowText: () => string;
  /** The row's fields as its selectors find them now; read when they are asked for. Null for what is no row. */
  fieldsOf: (row: number) => RowFields | null;
  /** The row that is the whole page; null where the page has none. */
  pageRow: number | null;
}
/** What a row is made of. */
interface RowParts {
  reader: RowReader;
  holders: readonly ParentNode[];
  title: Element | null;
  byline: Element | null;
}

const all = (root: ParentNode, selector: string | undefined): Element[] =>
  selector === undefined || selector === '' ? [] : findAll(root, selector);

export class RowReading {
  readonly #adapter: PageAdapter | null;
  readonly #numbers = new WeakMap<Element, number>();
  /** Texts of rows, numbered. */
  readonly #textNumbers = new Map<string, number>();
  #last = 0;

  constructor(adapter: PageAdapter | null) {
    this.#adapter = adapter;
  }

  #number(element: Element): number {
    let number = this.#numbers.get(element);
    if (number === undefined) this.#numbers.set(element, (number = ++this.#last));
    return number;
  }

  #textNumber(text: string): number {
    let number = this.#textNumbers.get(text);
    if (number === undefined) this.#textNumbers.set(text, (number = this.#textNumbers.size + 1));
    return number;
  }

  /**
   * The rows under some roots as they are now; a row keeps its number from reading to reading. Yields between rows, so
   * that the caller can watch the time.
   */
  *read(roots: readonly Element[]): Generator<null, PageRows> {
    const roles = new Map<Element, Role>();
    const parts = new Map<number, Element[]>();
    const textNumbers = new Map<number, number>();
    const made = new Map<number, RowParts>();
    const texts = new Map<number, string>();
    const textOf = (row: number): string => {
      const text = texts.get(row) ?? (parts.get(row) ?? []).map(textIn).join('\n');
      texts.set(row, text);
      return text;
    };
    const rows: PageRows = {
      roles,
      pageRow: null,
      fieldsOf: (row) => {
        const its = made.get(row);
        if (its === undefined) return null;
        return {
          row,
          isPageRow: row === rows.pageRow,
          fields: fieldsOf(its.reader, its.holders, its.title, its.byline),
        };
      },
      pageRowText: () => (rows.pageRow === null ? '' : textOf(rows.pageRow).trim()),
      textNumber: (row) => {
        let number = textNumbers.get(row);
        if (number === undefined) textNumbers.set(row, (number = this.#textNumber(textOf(row))));
        return number;
      },
    };
    if (this.#adapter === null) return rows;
    const note = (element: Element, role: Role): void => {
      roles.set(element, { ...roles.get(element), ...role });
    };
    const { skip } = this.#adapter;
    for (const element of all(document.body, skip)) note(element, { skip: true });
    yield null;
    for (const reader of this.#adapter.rows) {
      const whole = reader.row === '';
      for (const element of whole ? [document.body] : roots.flatMap((root) => rowsOf(root, reader))) {
        yield null;
        const row = this.#number(element);
        const holder = reader.next === true ? element.nextElementSibling : element;
        const holders = holder === null || holder === element ? [element] : [element, holder];
        const title = firstIn(holder, element, reader.title);
        if (whole && (rows.pageRow === null || title !== null)) {
          rows.pageRow = row;
          made.set(row, { reader, holders: [document], title, byline: null });
        }
        if (title === null ? reader.title !== inText : roles.get(title)?.slot !== undefined) continue;
        if (title !== null) {
          // An article's own heading is often a header, too: what holds the page's title is never skipped.
          for (let at = whole ? title : null; at !== null; at = parentOf(at))
            if (roles.get(at)?.skip === true) roles.delete(at);
          note(title, { slot: 'title', row });
          for (const part of all(title, reader.strip)) note(part, { skip: true });
        }
        const { byline: line } = reader;
        const byline = line === undefined ? null : line === '' ? holder : firstIn(holder, element, line);
        if (byline !== null) {
          note(byline, { slot: 'byline', row });
          for (const name of all(byline, reader.names)) note(name, { name: true });
        }
        made.set(row, { reader, holders: whole ? [document] : holders, title, byline });
        if (!whole) for (const one of holders) if (roles.get(one)?.slot === undefined) note(one, { row });
        parts.set(row, whole ? [title, byline].filter((part) => part !== null) : holders);
      }
    }
    return rows;
  }

  /** The row's elements around an element, so that a changed row is asked again as a whole. */
  around(element: Element): Element[] | null {
    for (const reader of this.#adapter?.rows ?? []) {
      if (reader.row === '') continue;
      const row = closest(element, reader.row);
      const next = row === null || reader.next !== true ? null : row.nextElementSibling;
      if (row !== null) return next === null ? [row] : [row, next];
      if (reader.next !== true) continue;
      for (let at: Element | null = element; at !== null; at = parentOf(at)) {
        const before = rowBefore(at, reader.row);
        if (before !== null) return [before, at];
      }
    }
    return null;
  }
}

/** The first in the first of two elements that has one. */
const firstIn = (holder: Element | null, element: Element, selector: string): Element | null =>
  (holder === null ? null : findIn(holder, selector)) ?? findIn(element, selector);

/** The row's own element right before one that it may continue in. */
function rowBefore(element: Element, row: string): Element | null {
  const before = element.previousElementSibling;
  return before !== null && matchesSelector(before, row) ? before : null;
}

/** The row elements in a root and around it. */
function rowsOf(root: Element, { row, next }: RowReader): Element[] {
  const found = all(root, row);
  for (let at: Element | null = root; at !== null && at !== document.body; at = parentOf(at)) {
    const before = next === true ? rowBefore(at, row) : null;
    if (matchesSelector(at, row)) found.unshift(at);
    else if (before !== null) found.unshift(before);
  }
  return found;
}
