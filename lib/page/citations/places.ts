// All citations in a page's text, in its order: where each is, and what it cites.
import type { Mark } from '../draw/marks.ts';
import { contains, findAll } from '../dom.ts';
import { citedBy, CITING, linkCitation, linksOf, MAX_TEXT, plainCitation, type Citation } from './citation.ts';
import { markOfEntry } from './entries.ts';
import { citationsIn } from './numbers.ts';

export interface CitationPlace {
  /** One link, or one bracket of plain numbers. */
  citation: Citation;
  /** First of its bracket: the one that steps lead to. */
  isFirst: boolean;
  /** All that its bracket cites. */
  bracket: () => Citation;
}

/** Maximum links, and pieces of plain text, that are looked through; no article has as many. */
const MAX_LINKS = 5000;
const MAX_TEXTS = 50_000;
/** After how many of them there is a pause. */
const PAUSE = 40;

/** @param cited the marks of the page's reference list. Yields where there may be a pause. */
export function* citationPlaces(cited: readonly Mark[]): Generator<null, CitationPlace[]> {
  if (cited.length === 0) return [];
  const links = yield* placesOfLinks(cited);
  return links.length > 0 ? links : yield* plainPlaces(cited.filter((mark) => mark.cited));
}

function* placesOfLinks(cited: readonly Mark[]): Generator<null, CitationPlace[]> {
  const known = new Map<Element, Mark | null>();
  const entryOf = (target: Element): Mark | null => {
    const found = known.get(target);
    if (found !== undefined) return found;
    const mark = markOfEntry(target, cited);
    known.set(target, mark);
    return mark;
  };
  const places: CitationPlace[] = [];
  const seen = new Set<Element>();
  for (const [at, link] of findAll(document, CITING).slice(0, MAX_LINKS).entries()) {
    if (at % PAUSE === PAUSE - 1) yield null;
    const mark = citedBy(link, cited, entryOf);
    if (mark === null) continue;
    const isFirst = !seen.has(link);
    if (isFirst) for (const { link: beside } of linksOf(link)) seen.add(beside);
    const bracket = (): Citation => linkCitation(link, cited);
    const boxes = (): DOMRect[] => (link.isConnected ? [...link.getClientRects()] : []);
    places.push({ citation: { at: link, start: 0, marks: [mark], boxes }, isFirst, bracket });
  }
  return places;
}

/** Without links only a list that is known to be one of references can be meant. */
function* plainPlaces(cited: readonly Mark[]): Generator<null, CitationPlace[]> {
  const places: CitationPlace[] = [];
  if (cited.length === 0) return places;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let at = 0; at < MAX_TEXTS && walker.nextNode() !== null; at += 1) {
    if (at % (10 * PAUSE) === 0) yield null;
    const { currentNode: node } = walker;
    if (!(node instanceof Text) || node.length > MAX_TEXT || !node.data.includes('[')) continue;
    const found = citationsIn(node.data);
    if (found.length === 0 || cited.some(({ element }) => contains(element, node))) continue;
    for (const one of found) {
      const citation = plainCitation(node, one, cited);
      if (citation !== null) places.push({ citation, isFirst: true, bracket: () => citation });
    }
  }
  return places;
}
