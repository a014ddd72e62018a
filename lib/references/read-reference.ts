// One entry of a reference list to what it certainly says, by weights that were learned from labelled references. It
// says no title where it is not certain of it: a wrong one would be shown as a paper that does not exist.
import { chanceOfNone, likeliestLabels, likelyTitles, sumOver, type Likeliest, type TitleSpan } from './chain.ts';
import { featuresOf } from './features.ts';
import { namesIn } from './names.ts';
import { labelStretches, tokenText, venueIn, withTitle, yearInDates } from './fields.ts';
import { label } from './labels.ts';
import { scoresOf, type Model } from './model.ts';
import { signsOf, SIGNS } from './signs.ts';
import { tokensOf, type Tokens } from './tokens.ts';
import { trimmedOf } from './trimmed.ts';

/** What an entry says; a field is null, or empty, where it is not certain. */
export interface ReadEntry {
  title: string | null;
  /** "Given Family". */
  authors: string[];
  year: number | null;
  venue: string | null;
}

/** Maximum characters of an entry; longer texts are something else. */
export const MAX_CHARACTERS = 2500;

/** The same letters and digits. */
export const titleLetters = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');

/** "(3rd ed.)" behind a title is the edition's. */
const edition = / \((?:\d{1,2}(?:st|nd|rd|th|a|ª|e|\.)? ?)?(?:rev\.? )?(?:ed|edn|aufl|éd)\.?\)$/iu;

/** The title's words without quotes and punctuation around them. */
export function bareTitle(text: string): string {
  const trimmed = trimmedOf(text, ',;:.–—-', ',;:–—-');
  const bare = trimmed
    .replace(/^["“”„«»*]\s?(.*?)\s?[.,;:]?\s?["“”«»*][.,;:]?$/su, '$1')
    .replace(/^['‘](.*?)[.,;:]?['’][.,;:]?$/su, '$1');
  return bare
    .replace(/[.,;:]$/u, '')
    .replace(edition, '')
    .trim();
}

export interface Looked {
  tokens: Tokens;
  likeliest: Likeliest;
  /** The titles that it may have, likeliest first. */
  spans: TitleSpan[];
  none: number;
}

/** The likeliest title of an entry, certain or not; null where the text is none. Its tables are used again by the next call. */
export function lookAtEntry(text: string, model: Model): Looked | null {
  if (text.length > MAX_CHARACTERS) return null;
  const tokens = tokensOf(text);
  if (tokens === null || tokens.count < 3) return null;
  const features = featuresOf(text, tokens);
  const sums = sumOver(tokens.count, scoresOf(features, tokens.count, model), features.joints, model);
  return {
    tokens,
    likeliest: likeliestLabels(sums),
    spans: likelyTitles(sums, features.joints, model),
    none: chanceOfNone(sums, model),
  };
}

/** How the rules' title compares to one. */
export const compared = (title: string, rules: string | null): 'same' | 'another' | 'none' =>
  rules === null ? 'none' : titleLetters(rules) === titleLetters(title) ? 'same' : 'another';

/** The sum of what speaks for a title, against the bar that was learned with it. */
export function sureness({ sure }: Pick<Model, 'sure'>, signs: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < SIGNS; at += 1) sum += (sure[at] ?? 0) * (signs[at] ?? 0);
  return sum - (sure[SIGNS] ?? 0);
}

/** An entry without a title is certain from here on, and its names are. */
const NO_TITLE = 0.9;
const NAMES = 0.6;

/** A title that an entry may have, with what speaks for it. */
export interface TitleCandidate {
  span: TitleSpan;
  title: string;
  signs: Float64Array;
}

/** What a title goes on with: a number of a part, a word in small letters behind an abbreviation. */
const goesOn = /^(?:[IVX]{1,4}|\d{4})[.:,]|^(?:of|and|the|for|und|der|des|et|de|la|du)\s|^\(in\s/u;

/** Whose handbook a chapter is in, who wrote it, or the end of a quotation that began before it: no title has these. */
const isMore = (title: string): boolean =>
  (title.match(/[([]/gu) ?? []).length > (title.match(/[)\]]/gu) ?? []).length ||
  /\bIn:? (?:\p{Lu}\. ?){1,3}\p{Lu}|\((?:Eds?|Hrsg|Hg|dir|org)\.?\)|; ?(?:\p{Lu}\. ?){1,3}\p{Lu}/u.test(title) ||
  /^[^“«„]*[”»]/u.test(title.replaceAll(/»[^»«]*«/gu, ''));

/** Whether a title that ends here was cut: "… d. | 1471", "Comm. | of the ACM", "Integral operators. | II." */
function isCut(text: string, { start, end }: Tokens, { to }: TitleSpan): boolean {
  const ending = text.slice(start[to], end[to]);
  if (/^\p{Ll}\.$/u.test(ending)) return true;
  return !/[,;"”»]$/u.test(ending) && goesOn.test(text.slice((end[to] ?? 0) + 1, (end[to] ?? 0) + 12));
}

export const candidatesOf = (
  text: string,
  { tokens, likeliest, spans, none }: Looked,
  rules: string | null,
): TitleCandidate[] =>
  spans.flatMap((span, at) => {
    if (isCut(text, tokens, span)) return [];
    const title = bareTitle(tokenText(text, tokens, span));
    if (isMore(title)) return [];
    const other = spans[at === 0 ? 1 : 0]?.chance ?? 0;
    return [{ span, title, signs: signsOf(text, tokens, likeliest, span, other, none, compared(title, rules)) }];
  });

/** What the rules for references are certain of. */
export interface ByRules {
  title: string;
  authors: string[];
  year: number | null;
}

/** The work of the entry before, which this one does not name. */
const sameAgain = /^\P{L}{0,8}(?:ibid(?:em)?|ebenda|ebd|op\.? ?cit|loc\.? ?cit)(?!\p{L})/iu;

/** @param rules what the rules for references find, or null where they are certain of nothing */
export function readReference(written: string, model: Model, rules: ByRules | null): ReadEntry | null {
  const text = oneLine(written);
  if (sameAgain.test(text)) return withoutVenue(rules);
  const looked = lookAtEntry(text, model);
  return looked === null ? withoutVenue(rules) : decideEntry(text, looked, model, rules);
}

export const oneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();
const withoutVenue = (rules: ByRules | null): ReadEntry | null => (rules === null ? null : { ...rules, venue: null });

/** The rules' title, or else the surest of the candidates where it reaches the bar, or else an entry without a title. */
export function decideEntry(
  text: string,
  looked: Looked,
  model: Pick<Model, 'sure'>,
  rules: ByRules | null,
): ReadEntry | null {
  const { tokens, likeliest, none } = looked;
  let [found, most]: [TitleCandidate | null, number] = [null, 0];
  for (const one of candidatesOf(text, looked, rules?.title ?? null)) {
    const isSame = rules !== null && compared(one.title, rules.title) === 'same';
    const sum = isSame ? Infinity : rules === null ? sureness(model, one.signs) : -1;
    if (sum >= most && one.title !== '') [found, most] = [one, sum];
  }
  if (found === null && rules !== null) return withoutVenue(rules);
  if (found === null && none < NO_TITLE) return null;
  const read = entryFields(text, tokens, withTitle(likeliest, found?.span ?? null), found?.title ?? null);
  if (rules === null) return isNothing(read) ? null : read;
  return {
    ...read,
    authors: rules.authors.length === 0 ? read.authors : rules.authors,
    year: rules.year ?? read.year,
  };
}

const isNothing = ({ title, authors, venue }: ReadEntry): boolean =>
  title === null && (authors.length === 0 || venue === null);

/** The names of an entry, from where its first author is labelled. */
export function authorsOfEntry(text: string, tokens: Tokens, all: Likeliest): string[] {
  const [first] = labelStretches(all, [label.author]);
  return first === undefined || first.chance < NAMES ? [] : namesIn(tokenText(text, tokens, first));
}

export function entryFields(text: string, tokens: Tokens, all: Likeliest, title: string | null): ReadEntry {
  return {
    title,
    authors: authorsOfEntry(text, tokens, all),
    year: yearInDates(text, tokens, all),
    venue: venueIn(text, tokens, all),
  };
}
