// What the text of a link to a paper is: the paper's title, a label ("PDF", "[Paper]", "arXiv:2301.01234", "Lee et al.
// (2019)"), or words of a sentence. Pure.
import { withoutEnd } from '../text/without-end.ts';
import { identifiersIn, parseArxivId } from '../paper/identifiers.ts';
import { namesAt } from '../paper/names/reference-names.ts';

const WRAPPERS: Readonly<Record<string, string>> = { '[': ']', '(': ')', '"': '"', '“': '”', '‘': '’', '«': '»' };

/** A text without the brackets, quotes and signs around it; those of its own stay. */
export function unwrapped(text: string): string {
  let bare = text.replace(/\s+/gu, ' ').trim();
  for (let turn = 0; turn < 4; turn += 1) {
    const before = bare;
    const closing = WRAPPERS[bare.charAt(0)];
    if (closing !== undefined && bare.endsWith(closing) && !bare.slice(1, -1).includes(closing))
      bare = bare.slice(1, -1).trim();
    // Bullets, emoji, rules: whatever no title begins with.
    bare = withoutEnd(bare.replace(/^[^\p{L}\p{N}$"“‘«([]+/u, ''), /[\s.,;:|·•*_–—-]/u);
    if (bare === before) break;
  }
  return bare;
}

const LABELS = new Set(
  (
    'a abs abstract acm ads and article arxiv at author authors available bib bibtex blog book cas central chapter ' +
    'citation cite code crossref download export figure file files google issue mathscinet medline next permissions ' +
    'previous pubmed reprints request save scholar scopus table volume ' +
    'conference data dataset demo doi download ebook eprint extended full here html ieee implementation in info ' +
    'journal link links local long main manuscript new official old on online open openreview oral original page ' +
    'paper papers pdf post poster preprint presentation press project proceedings proc publication published ' +
    'publisher read ref reference references report review short site slides source spotlight springer supp ' +
    'supplement supplementary survey talk tech technical text the thesis this to tutorial version via video view web ' +
    'webpage website workshop'
  ).split(' '),
);

export const titleWords = (text: string): string[] => text.split(/[\s/|]+/u).filter((word) => /\p{L}/u.test(word));

const isLabelWord = (word: string): boolean =>
  LABELS.has(word.toLowerCase().replace(/[^\p{L}]/gu, '')) || /^[^\p{Ll}]{2,10}$/u.test(word);

/** "Lee et al., 2019", "(Lee and Berg 2019)", "Lee [3]". */
const CITATION =
  /^\(?\p{Lu}[\p{L}'’-]{1,30}(?:,? (?:et al\.?|(?:and|&) \p{Lu}[\p{L}'’ -]{1,40}))?,? ?[([]?(?:(?:19|20)\d\d[a-z]?|\d{1,3})?[)\]]?\)?$/u;

/** Whether a link's text only names what it leads to. */
export function isLabel(text: string): boolean {
  const bare = unwrapped(text);
  const words = titleWords(bare);
  if (words.length <= 2 || /^(?:https?:|www\.|doi:|10\.\d{4})/iu.test(bare) || parseArxivId(bare) !== null) return true;
  if (identifiersIn(bare).some(({ start, end }) => end - start > 0.6 * bare.length)) return true;
  if (CITATION.test(bare) || (bare.length < 60 && /\bet al\b/u.test(bare))) return true;
  return words.length <= 12 && words.every(isLabelWord);
}

/** The name of a journal or a meeting, or where in it. */
const VENUE =
  /^(?:the )?(?:journal|proceedings|proc\.|transactions|annals|advances in|nature [a-z]|science [a-z]|ieee|acm|lecture notes|frontiers in|plos|bmc|international (?:journal|conference)|conference|workshop)\b|\b(?:journal|proceedings|transactions|letters|conference|symposium)\b(?! (?:of|on|for)\b.*:)|\b(?:vol|no|pp)\. ?\d|\b(?:volume|issue|pages) \d{1,5}\b|\b(?:19|20)\d\d, \d{1,4}, [A-Z]?\d/iu;
export const isVenue = (text: string): boolean => VENUE.test(text);

/** Names of people have three words at most: "Label Noise Modeling and Loss Correction" has other words. */
const namesOnly = (text: string): boolean =>
  namesAt(text).some(
    ({ end, names }) =>
      end >= text.length - 1 &&
      names.every((name) => titleWords(name).length <= 3) &&
      (names.length > 1 || titleWords(text).length <= 2),
  );

/** What a sentence about a paper says, and no title. */
const TALK =
  /\b(?:we|our|see|check|this|the (?:original |above |same )?(?:paper|article|study|work|authors?)|(?:for )?more details|for details|implementation of|code (?:for|of)|(?:un)?official|introduced (?:in|by)|proposed (?:in|by)|described in|can be found|available (?:at|on|here|from)|written by|accepted (?:at|by|to)|published (?:in|at)|click|download|tutorial|python package|library for|repository|toolkit)\b/iu;
/** "The Original Transformer Paper" is what somebody calls it. */
const NAMED_SO = /\b(?:paper|papers|article|preprint|post|here|pdf|link|repo|slides|video|website|page|blog|thread)$/iu;

const balanced = (text: string): boolean =>
  (text.match(/[([{]/gu) ?? []).length === (text.match(/[)\]}]/gu) ?? []).length;

/** A text that can be a title: words enough, and nothing that says it is something else. */
export function mayBeTitle(text: string): boolean {
  const count = titleWords(text).length;
  return (
    count >= 2 &&
    count <= 40 &&
    text.length >= 14 &&
    text.length <= 300 &&
    /^(?:\p{Lu}|\p{N}|[$"“‘«([]|\p{Ll}+[\p{Lu}:-])/u.test(text) &&
    balanced(text) &&
    !/https?:|\bet al\b|\bdoi\b|@\w|;/iu.test(text) &&
    // "K. Ruiz and C. Berg, Science": names, and what is behind them.
    !namesAt(text).some(({ initials, end }) => initials && text.slice(0, end).includes('.')) &&
    // Two sentences: "A title. Somebody's names."
    !/\p{Ll}{3}\. \p{Lu}/u.test(text) &&
    !TALK.test(text) &&
    !isLabel(text) &&
    !isVenue(text) &&
    !namesOnly(text)
  );
}

/** Words of four letters and more begin with capitals, as sentences' don't. */
export function isInTitleCase(text: string): boolean {
  const [, ...more] = titleWords(text)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+/u, ''))
    .filter((word) => word.length >= 4);
  const capital = more.filter((word) => /^(?:\p{Lu}|\p{N})/u.test(word)).length;
  return more.length >= 1 && capital >= 0.7 * more.length;
}

/** Where a link is among other words. */
export interface LinkPlace {
  /** It is all of its line, or the beginning of its entry, with a sign behind it that ends a title. */
  setApart: boolean;
  quoted: boolean;
  before: string;
}

/** The title that a link's text certainly is; null where it is none, or words of a sentence. */
export function titleOfLink(text: string, { setApart, quoted, before }: LinkPlace): string | null {
  const title = unwrapped(text);
  if (!mayBeTitle(title)) return null;
  const count = titleWords(title).length;
  if (quoted) return title;
  if (/\b(?:in|at|by)\s*$/iu.test(before) || NAMED_SO.test(title)) return null;
  // Three words are a button's as well as a title's.
  if (setApart) return count >= 4 || (count === 3 && (isInTitleCase(title) || title.length >= 28)) ? title : null;
  return isInTitleCase(title) && count >= 4 ? title : null;
}
