// Whether a title goes on behind "?" or "!": "Can it last? A reply to critics" is another title than "Can it last?". What
// else an entry says there (names, where it appeared, a sentence about it) does not make it another.
import { namesAt } from '../paper/names/reference-names.ts';

/** A mark that ends a title or its first part, then a word; a colon or a dash may be between. */
const GOES_ON = /^\s?[?!]{1,3}\s{0,2}(?:[:–—-]\s{0,2})?(?=[\p{L}\p{N}])/u;
/** Where the words right behind end. */
const END = /[.;?!|•·()[\]\n]|\s[-–—]\s/u;
/** Where a paper appeared, as lists and references say it. */
const WHERE =
  /\d|^in\b|\b(?:journal|proceedings|proc|conference|conf|transactions|trans|symposium|workshop|letters|annals|reviews?|advances in|frontiers in|press|preprint|arxiv|bulletin|magazine|quarterly|university|openreview|ieee|acm)\b|\bet al\b/iu;
/** How a sentence about a paper begins. */
const SENTENCE =
  /^(?:this|these|we|our|they|it|its|he|she|i|you|here|there|the (?:authors?|paper|study|article)|shows?|by)\b/iu;
const SMALL =
  /(?:^|\s)(?:an?|the|of|in|on|for|from|to|with|without|and|or|not|no|yes|as|at|by|how|why|what|when|does|is|are)(?=\s|,|$)/iu;
/** Maximum characters looked at. */
const MAXIMUM_CHARACTERS = 300;

/**
 * @param rest the text right behind the title's last word
 * @param alone it is in a place that holds a title and nothing else: a heading, a link, quotation marks
 * @param isLabel whether a word only says what a link leads to
 */
export function hasSecondPart(rest: string, alone: boolean, isLabel: (word: string) => boolean): boolean {
  const mark = GOES_ON.exec(rest.slice(0, MAXIMUM_CHARACTERS));
  if (mark === null) return false;
  const behind = rest.slice(mark[0].length, MAXIMUM_CHARACTERS);
  const end = END.exec(behind)?.index ?? behind.length;
  const part = behind.slice(0, end).trim();
  const words = part.split(/\s+/u);
  if (words.every(isLabel) || WHERE.test(part)) return false;
  const isNames = namesAt(behind).some(
    ({ names, end: until, initials, closed }) => initials || closed || until >= end - 1 || names.length > 2,
  );
  if (isNames) return false;
  return alone || (SMALL.test(part) && !SENTENCE.test(part));
}
