// The title in an entry of a list that links to its paper by a label: "2015-NIPS - A Title. [Paper] [Code]", "A Title,
// A. Author, ICML 2019 (pdf)". Only where it is certain where the title begins and ends; else an entry says nothing.
import { anyYearIn, referenceFrom } from './reference.ts';
import { isInTitleCase, mayBeTitle, unwrapped, titleWords } from './link-text.ts';
import { namesAt } from '../paper/names/reference-names.ts';

export interface EntryTitle {
  title: string;
  authors: string[];
  year: number | null;
}

/** A stretch of the entry that its page sets apart. */
export interface Emphasis {
  text: string;
  kind: 'link' | 'emphasis' | 'quote';
}

/** "2019", "NeurIPS 2019", "ICLR'20", "2015-TNLS", "ECCV_W", "Arxiv": where a paper appeared, as lists abbreviate it. */
const MEETING = String.raw`(?:\p{Lu}[\p{Lu}\p{Ll}&]{0,11}\p{Lu}[\p{L}-]{0,6}(?:[_ -]W)?|[aA]r[xX]iv|Nature|Science|Interspeech|Findings)`;
const YEAR = String.raw`(?:['’]\d\d|(?:19|20)\d\d(?:[./-]\d{1,2}){0,2})`;
const WHERE = String.raw`(?:${YEAR}(?:[ _/-]${MEETING}){0,3}|${MEETING}(?:[ _/-]{0,2}${MEETING}){0,2}[ ,_/-]{0,2}${YEAR})`;
const WHERE_OR_MEETING = `(?:${WHERE}|${MEETING})`;
/** "2015-NIPS" */
const YEAR_AND_MEETING = /\b((?:19|20)\d\d)[-_/](?=\p{Lu}|[aA]r[xX])/gu;
/** Before a title, set off from it. */
const PREFIX = new RegExp(
  String.raw`^(?:[([]{1,2}\s?${WHERE_OR_MEETING}[^()[\]]{0,24}[)\]]{1,2}\s?[-–—:|.,]?\s?|${WHERE}\s?(?:[-–—]\s|[:|.,]\s)|\d{1,3}[.)]\s|${MEETING}(?: ${MEETING})?\s[-–—|]\s)`,
  'u',
);
/** Behind a title: "(ICLR 2020)", ", NeurIPS 2019", ". arXiv 2021". */
const SUFFIX = new RegExp(
  String.raw`(?:\s?[([]\s?${WHERE_OR_MEETING}[^()[\]]{0,40}[)\]]|[.,;:|–—-]\s{0,2}(?:[iI]n\s)?${WHERE}(?:\s\([^()]{1,20}\))?|[.,;]\s{0,2}${YEAR})\s?[.,;:|–—-]{0,2}\s?$`,
  'u',
);

/** Names, or where it appeared: what may be behind a title and its full stop. */
function isBehind(text: string): boolean {
  const rest = text.trim().replace(/^(?:by|authors?:)\s/iu, '');
  if (rest === '' || new RegExp(`^${WHERE_OR_MEETING}$`, 'u').test(rest.replace(/[.,;]$/u, ''))) return true;
  return namesAt(rest).some(({ end, names, closed }) => {
    const left = rest.slice(end).replace(/^[\s.,;:–—-]{1,3}/u, '');
    return (names.length > 1 || closed || titleWords(rest).length <= 3) && (left === '' || left.length < 60);
  });
}

/** A title, then its full stop, comma or dash, then names: null where it is not certain what is which. */
function beforeNames(text: string): { title: string; names: string[] } | null {
  for (const { 0: sign, index } of text.matchAll(/[.?!]\s|\s[-–—|]\s|,\s|\sby\s|\s\(/gu)) {
    const [title, rest] = [text.slice(0, index + (/[?!]/u.test(sign) ? 1 : 0)), text.slice(index + sign.length)];
    const list = namesAt(rest).find(({ names, closed }) => names.length > 1 || closed);
    if (list !== undefined && isBehind(rest.replace(/\)$/u, '')) && mayBeTitle(unwrapped(title)))
      return { title: unwrapped(title), names: list.names };
  }
  return null;
}

/** Between the title's words a full stop, a rule or a bullet: two things, of which one may be no title. */
const BREAK = /\p{Ll}{2}[.;]\s|\s[|•·]\s|\s[-–—]\s/u;

function withoutEnds(text: string): string {
  let bare = unwrapped(text);
  for (let turn = 0; turn < 3; turn += 1) {
    const before = bare;
    bare = unwrapped(bare.replace(PREFIX, '').replace(SUFFIX, ''));
    if (bare === before) break;
  }
  return bare;
}

/** What the page itself sets apart at an entry's beginning, where that is a title; what comes later may be its venue. */
function setApart(text: string, marks: readonly Emphasis[]): string | null {
  const [first] = marks;
  if (first === undefined) return null;
  const title = withoutEnds(first.text);
  const before = text.slice(0, Math.max(0, text.indexOf(first.text.trim())));
  return titleWords(title).length >= 3 && mayBeTitle(title) && titleWords(withoutEnds(before)).length === 0
    ? title
    : null;
}

/**
 * What an entry certainly says.
 * @param text the entry without the labels of its links
 * @param marks what is emphasized, quoted or linked in it, in order
 * @param prose it is a paragraph, where a sentence is likelier than a title
 */
export function titleOfEntry(text: string, marks: readonly Emphasis[], prose: boolean): EntryTitle | null {
  if (text.length > 700) return null;
  const found = (title: string | null, authors: string[] = []): EntryTitle | null =>
    title === null ? null : { title, authors, year: anyYearIn(text.replace(YEAR_AND_MEETING, '$1 '), title) };
  const reference = referenceFrom(text);
  if (reference !== null) return reference;
  const quoted = [...text.matchAll(/[“"]([^“”"]{14,300})[”"]/gu)].map(([, inside = '']) => withoutEnds(inside));
  const [inQuotes] = quoted;
  if (quoted.length === 1 && inQuotes !== undefined && mayBeTitle(inQuotes)) return found(inQuotes);
  const apart = setApart(text, marks);
  if (apart !== null) return found(apart);
  const bare = withoutEnds(text);
  const named = beforeNames(bare);
  if (named !== null) return prose && !isInTitleCase(named.title) ? null : found(named.title, named.names);
  if (!mayBeTitle(bare) || BREAK.test(bare) || titleWords(bare).length < 3) return null;
  return prose && !isInTitleCase(bare) ? null : found(bare);
}
