// When a title in a text is a mention of the paper, and how certain that is. In words (`rules.ts` has them as a table):
//
//   six words and more   accepted, unless the text around makes a longer title of it
//   four or five         only in context: alone in a link, heading, quotes, emphasis or block; between the
//                        punctuation of a reference; or bounded, with an author, a year or its identifier near by
//   three                only where a whole block, link, emphasis, quotation or a reference's title slot is exactly
//                        it, written as a title
//   one or two           the same, and only with an author or its identifier near by
//   a main part          a title without its subtitle: only where it fills such a place
//
// A title continued by further words of the same link, heading or quotation is another title ("Efficient Adaptive
// Federated Optimization"), and so is one that goes on behind "?" (`second-part.ts`). Words that merely lead in ("implementation of", "Paper:") do not count as such.
import type { BlockKind, Span } from '../messages/page-protocol.ts';
import { hasSecondPart } from './second-part.ts';
import { COLON, HARD, NONE, scoreOf, SOFT, type PlaceFacts } from './rules.ts';

/** What is less certain than this is not marked. */
export const BAR = 0.5;

export interface TitleSlot {
  text: string;
  kind: BlockKind;
  spans: readonly Span[];
  /** Where each word begins and ends in `text`; the candidate is words [from, to) of `words`. */
  start: Int32Array;
  end: Int32Array;
  words: number;
  from: number;
  to: number;
  mainPart: boolean;
  /** An identifier of the paper is in this block or beside it. */
  named: boolean;
  /** A family name of one of its authors is near by. */
  authored(): boolean;
}

const HARD_SIGNS = new Set('.;?!"“”„‟«»‹›《》〈〉「」『』【】`()[]{}|•·–—―…*_#<>=†‡§¶，。；：？！（）、\u2018');
const QUOTES_BEFORE = /["“„«‹《〈「『`'‘][$\s([{*_]{0,3}$/;
const QUOTES_AFTER = /^[$\s.,;:?!)\]}*_]{0,4}["”“»›》〉」』`'’]/;

function gapBetween(text: string, from: number, to: number): number {
  let strongest = NONE;
  for (let i = from; i < to; i += 1) {
    const sign = text.charAt(i);
    if (HARD_SIGNS.has(sign)) {
      // An en dash between letters is a hyphen.
      if ((sign === '–' || sign === '—') && i === from && i === to - 1) continue;
      return HARD;
    }
    if (sign === ':') strongest = Math.max(strongest, COLON);
    else if (sign === ',' || sign === '/') strongest = Math.max(strongest, SOFT);
    else if ((sign === '-' || sign === '−') && text.charAt(i - 1) === ' ' && text.charAt(i + 1) === ' ') return HARD;
    else if (sign === '-' && i === from && text.charAt(i + 1) === ' ' && from > 0)
      strongest = Math.max(strongest, SOFT);
    else if (sign === '\n' && /^\s*\n/.test(text.slice(i + 1, to))) return HARD;
    else if (sign === "'" || sign === '’') strongest = Math.max(strongest, SOFT);
    else if (sign === '\t') return HARD;
  }
  return strongest;
}

const LABELS = new Set(
  (
    'title paper papers pdf arxiv doi html link links code preprint new abs abstract ref reference references poster ' +
    'oral spotlight talk slides video article publication manuscript re neurips nips icml iclr acl emnlp cvpr tmlr ' +
    'jmlr aistats colt uai kdd aaai ijcai www conference journal workshop book chapter citation'
  ).split(' '),
);
const isLabel = (word: string): boolean => /^\d{1,4}$/.test(word) || LABELS.has(word.toLowerCase());

/** Words after which a title may follow directly, in a heading or a link, if one of those below comes before. */
const LEAD_IN = new Set(
  'of for paper papers code to from in by title titled entitled called see read our the this via article'.split(' '),
);
const ABOUT_PAPERS = new Set(
  (
    'code implementation implementations paper papers repository repo material materials supplement slides poster talk ' +
    'review summary notes page website project demo video title titled entitled called see read article reproduction ' +
    'reproducing reproducibility report preprint publication script scripts experiments figures version cite'
  ).split(' '),
);
/** Words by which a title continues. */
const GOES_ON = new Set(
  (
    'with for in via using by under and of to on from without through as at is are or over against beyond revisited ' +
    'based towards toward'
  ).split(' '),
);

/** "Official implementation of", "code for": what comes before the candidate leads in and is no part of a title. */
function isLedIn(place: TitleSlot): boolean {
  if (!LEAD_IN.has(wordAt(place, place.from - 1))) return false;
  for (let word = place.from - 1; word >= Math.max(0, place.from - 7); word -= 1) {
    if (ABOUT_PAPERS.has(wordAt(place, word))) return true;
  }
  return false;
}

/** Maximum words of a line that may be a row of a listing. */
const MAXIMUM_LINE_WORDS = 25;

/** A block of its own, no sentence: a row of a listing, as far as can be seen. */
function isLine(place: TitleSlot, whole: Bounds): boolean {
  if (place.words > MAXIMUM_LINE_WORDS || (whole.before > 0 && whole.after > 0)) return false;
  return !/[.!?]\s/.test(place.text) && !/\.\s*$/.test(place.text);
}

/** The title is first in its entry, or behind the names of a reference: not among a sentence's words. */
const beginsEntry = (place: TitleSlot, { before, left }: Bounds): boolean =>
  left === HARD && (before === 0 || place.kind !== 'text' || inReference(place));

/** Maximum labels before a title: "ICLR 2020 Poster 12". */
const MAXIMUM_LABELS = 6;

interface Bounds {
  /** Words before and after the candidate inside the container. */
  before: number;
  after: number;
  left: number;
  right: number;
  exact: boolean;
}

function boundsIn(place: TitleSlot, first: number, last: number): Bounds {
  const { text, start, end, from, to } = place;
  let lead = first;
  while (lead < from && from - first <= MAXIMUM_LABELS && isLabel(text.slice(start[lead] ?? 0, end[lead] ?? 0)))
    lead += 1;
  const onlyLabels = lead === from;
  const before = from - first;
  const gapLeft = before > 0 ? gapBetween(text, end[from - 1] ?? 0, start[from] ?? 0) : HARD;
  // "3.2 Title", "Paper: Title": a number or label is no part of a title, however it is set off.
  const left = onlyLabels ? HARD : gapLeft;
  const right = last > to ? gapBetween(text, end[to - 1] ?? 0, start[to] ?? 0) : HARD;
  return { before, after: last - to, left, right, exact: onlyLabels && last === to };
}

/** Words [first, last) that lie inside [from, to) of the text. */
export function wordsWithin(
  start: Int32Array,
  end: Int32Array,
  words: number,
  from: number,
  to: number,
): { from: number; to: number } {
  let low = 0;
  let high = words;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((start[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  const first = low;
  high = words;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((end[middle] ?? 0) <= to) low = middle + 1;
    else high = middle;
  }
  return { from: first, to: Math.max(first, low) };
}

const YEAR = /(?:^|\D)(?:19|20)\d\d(?!\d)/;
const CITED =
  /\bet al\b|\bpp?\.|\bvol\b|\bpages\b|\bproceedings\b|\bproc\b|\barxiv\b|\bpreprint\b|\bjournal\b|\bconference\b|\btransactions\b|\bdoi\b|\bworkshop\b|\bneurips\b|\bnips\b|\bicml\b|\biclr\b/i;
/** Maximum characters on each side of a title that are near it. */
const MAXIMUM_DISTANCE = 160;

function around(place: TitleSlot): string {
  const begin = place.start[place.from] ?? 0;
  const stop = place.end[place.to - 1] ?? 0;
  return `${place.text.slice(Math.max(0, begin - MAXIMUM_DISTANCE), begin)} \u0001 ${place.text.slice(stop, stop + MAXIMUM_DISTANCE)}`;
}

/** Each word of four letters and more begins with a capital, a digit, or is in capitals. */
function writtenAsTitle(place: TitleSlot): boolean {
  for (let i = place.from; i < place.to; i += 1) {
    const word = place.text.slice(place.start[i] ?? 0, place.end[i] ?? 0);
    if (i > place.from && (word.length < 4 || GOES_ON.has(word))) continue;
    if (/^\p{Ll}/u.test(word)) return false;
  }
  return true;
}

/** Minimum letters of three words that are taken for a title by how they are set alone. */
const MINIMUM_LETTERS = 20;

/** 0 to 1: how certain it is that the title there is a mention; 0 where a rule says that it is none. */
export function confidence(place: TitleSlot): number {
  const { text, start, end, from, to } = place;
  const begin = start[from] ?? 0;
  const stop = end[to - 1] ?? 0;
  const whole = boundsIn(place, 0, place.words);
  let inner = whole;
  let innerKind: 'block' | Span['kind'] = 'block';
  let innerSize = Number.POSITIVE_INFINITY;
  let innerEnd = text.length;
  let exactSpan = false;
  for (const span of place.spans) {
    if (span.kind === 'name' || span.start > begin || span.end < stop) continue;
    const inside = wordsWithin(start, end, place.words, span.start, span.end);
    if (inside.from > from || inside.to < to) continue;
    const bounds = boundsIn(place, inside.from, inside.to);
    if (bounds.exact) exactSpan = true;
    if (span.end - span.start < innerSize) {
      inner = bounds;
      innerKind = span.kind;
      innerSize = span.end - span.start;
      innerEnd = span.end;
    }
  }
  const before = text.slice(Math.max(0, begin - 5), begin);
  const quoted = QUOTES_BEFORE.test(before) && QUOTES_AFTER.test(text.slice(stop, stop + 6));
  const isTitlePlace = innerKind !== 'block' || place.kind === 'title' || place.kind === 'heading';
  return scoreOf({
    words: wordsOf(place),
    kind: place.kind,
    isExact: exactSpan || quoted || whole.exact,
    isTitlePlace,
    isEmphasized: innerKind === 'emphasis',
    left: inner.left,
    right: inner.right,
    blockLeft: whole.left,
    blockRight: whole.right,
    isLine: () => isLine(place, whole),
    hasSecondPart: () =>
      (isTitlePlace || beginsEntry(place, whole)) && hasSecondPart(text.slice(stop, innerEnd), isTitlePlace, isLabel),
    isInReference: () => inReference(place),
    isLedIn: () => isLedIn(place),
    goesOn: () => GOES_ON.has(wordAt(place, to)),
    isWrittenAsTitle: () => writtenAsTitle(place),
    hasManyLetters: () => hasManyLetters(place),
    hasIdentifier: place.named,
    hasAuthor: () => place.authored(),
    hasYear: () => YEAR.test(around(place)),
  });
}

function wordsOf({ from, to, mainPart }: TitleSlot): PlaceFacts['words'] {
  if (mainPart) return 'main part';
  const count = to - from;
  if (count >= 6) return 'six and more';
  if (count >= 4) return 'four or five';
  return count === 3 ? 'three' : 'one or two';
}

function hasManyLetters({ start, end, from, to }: TitleSlot): boolean {
  let letters = 0;
  for (let word = from; word < to; word += 1) letters += (end[word] ?? 0) - (start[word] ?? 0);
  return letters >= MINIMUM_LETTERS;
}

const wordAt = (place: TitleSlot, word: number): string =>
  place.text.slice(place.start[word] ?? 0, place.end[word] ?? 0).toLowerCase();

function inReference(place: TitleSlot): boolean {
  if (place.kind === 'reference') return true;
  const near = around(place);
  return YEAR.test(near) && (CITED.test(near) || /\b\p{Lu}\. ?(?:\p{Lu}\.|\p{Lu}\p{Ll})/u.test(near));
}
