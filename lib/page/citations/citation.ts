// What a citation under the pointer cites: the entries that its link, those beside it in one bracket, or its numbers lead to.
import type { Mark } from '../draw/marks.ts';
import { attributeOf, closest, contains, nextOf, parentOf, previousOf, tagOf, textIn } from '../dom.ts';
import { markOfEntry, markOfNumber } from './entries.ts';
import { citationAt, numbersIn, type NumberedCitation } from './numbers.ts';

export interface Citation {
  /** The link, or the text that the bracket is in. */
  at: Node;
  /** Where in that text the bracket begins; 0 for a link. */
  start: number;
  marks: readonly Mark[];
  /** Where it is now, in viewport pixels. */
  boxes: () => DOMRect[];
}

export const isSameCitation = (one: Citation, other: Citation): boolean =>
  one.at === other.at && one.start === other.start;

/** Maximum characters of one text node that citations are looked for in: reading more takes a while. */
export const MAX_TEXT = 80_000;
/** Maximum links of one bracket. */
const MAX_LINKS = 20;
/** What may be between two links of one bracket: "[3, 7–9]", "(Lee, 2019; Wu, 2020)". */
const BETWEEN = /^[\s,;&–—\-()[\]]{0,6}$|^\s?(?:and|et|und|y)\s?$/u;
const RANGE = /^\s?[–—-]\s?$/u;

/** Links that may cite an entry of this page. Some lead to the work itself, and name the entry beside that. */
export const CITING = 'a[href*="#"], a[data-jats-rid]';

/** The element that a link leads to on this page, or names; null where it leads elsewhere. */
function targetOf(link: Element): Element | null {
  const named = attributeOf(link, 'data-jats-rid');
  if (named !== null) return document.getElementById(named);
  const href = attributeOf(link, 'href') ?? '';
  if (!href.includes('#') || !URL.canParse(href, document.baseURI)) return null;
  const { origin, pathname, search, hash } = new URL(href, document.baseURI);
  if (origin !== location.origin || pathname !== location.pathname || search !== location.search) return null;
  let id = hash.slice(1);
  try {
    id = decodeURIComponent(id);
  } catch {
    // As it is written.
  }
  if (id === '') return null;
  return document.getElementById(id) ?? document.querySelector(`a[name=${CSS.escape(id)}]`);
}

const follows = (later: Element | null, earlier: Element): boolean =>
  later !== null && (earlier.compareDocumentPosition(later) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/** The mark of an element's entry, as `markOfEntry`; of many links to one entry it is looked for once. */
export type EntryOf = (target: Element, cited: readonly Mark[]) => Mark | null;

/** The mark that a link cites; null for links to notes, figures and sections, and for those inside of the entry. */
export function citedBy(link: Element, cited: readonly Mark[], entryOf: EntryOf = markOfEntry): Mark | null {
  const target = targetOf(link);
  const mark = target === null ? null : entryOf(target, cited);
  // Back from an entry to the text, or within one.
  return mark === null || contains(mark.element, link) || !follows(target, link) ? null : mark;
}

/** The link next to a link in one run of text, and what is printed between them. */
function neighbour(link: Element, step: (node: Node) => Node | null): { link: Element; between: string } | null {
  let between = '';
  let at: Node | null = link;
  // Out of markup around the link alone: <sup><a>3</a></sup>.
  for (let up = 0; up < 2 && at !== null && step(at) === null; up += 1) at = parentOf(at);
  for (at = at === null ? null : step(at); at !== null; at = step(at)) {
    if (at instanceof Element) {
      const next: Element | null = tagOf(at) === 'a' ? at : at.querySelector('a[href]');
      if (next !== null) return { link: next, between };
    }
    between += textIn(at) ?? '';
    if (!BETWEEN.test(between)) return null;
  }
  return null;
}

/** All links of the bracket that a link is in, in order, each with what is printed before it. */
export function linksOf(link: Element): { link: Element; before: string }[] {
  const links = [{ link, before: '' }];
  for (let at = link; links.length < MAX_LINKS;) {
    const found = neighbour(at, previousOf);
    const [first] = links;
    if (found === null || first === undefined) break;
    first.before = found.between;
    links.unshift({ link: found.link, before: '' });
    at = found.link;
  }
  for (let at = link; links.length < MAX_LINKS;) {
    const found = neighbour(at, nextOf);
    if (found === null) break;
    links.push({ link: found.link, before: found.between });
    at = found.link;
  }
  return links;
}

const numberOf = (link: Element): number | null => numbersIn((textIn(link) ?? '').replace(/[[\]()]/gu, ''))[0] ?? null;

/** What the links of one bracket cite; between "7" and "9" with a dash is 8, too. */
function marksOfLinks(links: readonly { link: Element; before: string }[], cited: readonly Mark[]): Mark[] {
  const marks: Mark[] = [];
  for (const [at, { link, before }] of links.entries()) {
    const last = links[at - 1];
    const [from, to] = [last === undefined ? null : numberOf(last.link), numberOf(link)];
    if (RANGE.test(before) && from !== null && to !== null && to - from < MAX_LINKS)
      for (let number = from + 1; number < to; number += 1) marks.push(...[markOfNumber(number, cited) ?? []].flat());
    marks.push(...[citedBy(link, cited) ?? []].flat());
  }
  return [...new Map(marks.map((mark) => [mark.element, mark])).values()];
}

/** The bracket of numbers in plain text at a point of the window. */
function plainAt(x: number, y: number, citedOn: () => readonly Mark[]): Citation | null {
  const place = document.caretPositionFromPoint(x, y);
  const node = place?.offsetNode;
  if (!(node instanceof Text) || place === null || node.length > MAX_TEXT) return null;
  const found = citationAt(node.data, place.offset);
  if (found === null) return null;
  // Without links only a list that is known to be one of references can be meant.
  const cited = citedOn().filter((mark) => mark.cited);
  if (cited.some(({ element }) => contains(element, node))) return null;
  const citation = plainCitation(node, found, cited);
  const isThere = citation?.boxes().some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom);
  return isThere === true ? citation : null;
}

/** A bracket of numbers in plain text; null where none of them is certainly an entry's. */
export function plainCitation(
  node: Text,
  { start, end, numbers }: NumberedCitation,
  cited: readonly Mark[],
): Citation | null {
  const marks = numbers.flatMap((number) => markOfNumber(number, cited) ?? []);
  if (marks.length === 0) return null;
  const boxes = (): DOMRect[] => {
    if (!node.isConnected || end > node.length) return [];
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, end);
    return [...range.getClientRects()];
  };
  return { at: node, start, marks, boxes };
}

/**
 * The citation at a point; null where there is none.
 * @param under the element there
 * @param citedOn the marks of the page's reference list, asked for only where something may cite them
 */
export function citationUnder(under: Element, x: number, y: number, citedOn: () => readonly Mark[]): Citation | null {
  const link = closest(under, 'a[href]');
  if (link === null) return plainAt(x, y, citedOn);
  if (targetOf(link) === null) return null;
  const cited = citedOn();
  return citedBy(link, cited) === null ? null : linkCitation(link, cited);
}

/** What a link and those beside it in one bracket cite. */
export function linkCitation(link: Element, cited: readonly Mark[]): Citation {
  return {
    at: link,
    start: 0,
    marks: marksOfLinks(linksOf(link), cited),
    boxes: () => (link.isConnected ? [...link.getClientRects()] : []),
  };
}
