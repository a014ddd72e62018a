// Names of authors out of what pages write: one text a name, or a line of them, with marks, addresses and places in it.
import { cleanNames, givenFirst, splitNames } from './author-list.ts';
import { fromHtml } from '../plain-text.ts';
import { generation } from './family-name.ts';

/** Maximum names kept. */
const MAX_NAMES = 500;
/** Maximum characters read of one text: some pages write ten thousand names into one. */
const MAX_CHARACTERS = 30_000;

const LEAD =
  /^(?:(?:authors?|creators?|written by|by)\s{0,3}:?\s{1,3}|authors?:|(?:dr|prof|professor|mr|mrs|ms)\.?\s+|and\s+|&\s*)/i;
const DEGREE =
  /,?\s?(?:\bph\.?\s?d\b\.?|\bm\.d\.|\bMD\b|\bMSc\b|\bM\.Sc\.|\bMPH\b|\bMBBS\b|\bDPhil\b|\bRN\b|\besq\b\.?)$/i;
const MAIL = /\S{1,100}@\S{1,100}/g;
const BRACKETS = /\([^()]{0,300}\)|\[[^[\]]{0,300}\]/g;
/** What is left of a pair of brackets when the other one is missing. */
const HALF_BRACKETS = /[([][^)\]]{0,300}$|\s?\d{0,3}[)\]]/g;
const MARKS = /[*\u2020\u2021\u00a7\u00b6\u2217#^\u2709\u00b9\u00b2\u00b3\u2070-\u2079]+/g;
/** Places and parts of the page that occur among names. */
const NO_PERSON =
  /https?:|www\.|\borcid\b|\b(?:university|universit\u00e9|universit\u00e4t|institute|department|dept|school of|faculty|laborator(?:y|ies)|hospital|college of|academy of sciences|corresponding author|affiliations?|view all|show (?:more|all|less)|author (?:links|information|notes)|search for more|google scholar|et al|and \d+ (?:others|more)|\+\d+ (?:authors|more))\b/i;

/** "Family, Given", "Family, Given, Jr"; a third part that is no generation is a place or a degree. */
function turned(name: string): string {
  const parts = name.split(',').map((part) => part.trim());
  const [family = '', given = '', third = ''] = parts;
  if (parts.length >= 3 && !generation.test(third) && !generation.test(given)) return givenFirst(`${family}, ${given}`);
  return givenFirst(name);
}

/** A group that signs is longer than a person's name; a sentence is longer still. */
const possible = (name: string): boolean =>
  name.length <= 100 && name.split(' ').length <= 9 && /\p{L}/u.test(name) && !/\d{2}|[<>{}=]/.test(name);

function cleanName(text: string): string {
  let name = text
    .replace(MAIL, ' ')
    .replace(BRACKETS, ' ')
    .replace(HALF_BRACKETS, ' ')
    .replace(MARKS, ' ')
    .replace(/(?<=\p{L}|\.)[\d,;]+(?=\s|$)/gu, (found) => (/\d/.test(found) ? '' : found))
    .replace(/\s+/g, ' ')
    .trim();
  name = name.replace(LEAD, '');
  for (let turn = 0; turn < 3 && DEGREE.test(name); turn += 1) name = name.replace(DEGREE, '');
  return name
    .replace(/^[\s,;:.\u2026-]+/, '')
    .replace(/[\s,;:\u2026]+$/, '')
    .trim();
}

const one = (text: string): string[] => {
  const name = turned(cleanName(text));
  return name !== '' && possible(name) && !NO_PERSON.test(name) ? [name] : [];
};

/** A line of names; what follows a dash with spaces is venue and host. */
function line(text: string): string[] {
  const names = (text.slice(0, MAX_CHARACTERS).split(/\s[-\u2013\u2014]\s/, 1)[0] ?? '')
    .replace(MAIL, ' ')
    .replace(MARKS, ' ')
    .replace(LEAD, '')
    // "Ada Lovelace1,2, Alan Turing2": figures behind a letter are footnotes.
    .replace(/(?<=\p{L}|\.)\d+(?:,\d+)*/gu, '')
    .replace(/[\u00b7\u2022]/g, ';')
    .replace(/\s+/g, ' ')
    .trim();
  return splitNames(names).flatMap(one);
}

/** Maximum texts between a bracket and the one that closes it: affiliations after a byline, cut at their commas. */
const MAX_TEXTS_IN_BRACKETS = 30;

/**
 * Texts without what is in brackets, nested ones and those that open in one text and close in a later one, as arXiv
 * cuts "B. Koopmans (1) ((1) An Observatory, (2) An Institute)"; as they are where brackets do not match.
 */
function outsideBrackets(texts: readonly string[]): readonly string[] {
  const outside: string[] = [];
  let depth = 0;
  let opened = 0;
  for (const [at, text] of texts.entries()) {
    let kept = '';
    for (const sign of text) {
      if (sign === '(' || sign === '[') {
        if (depth === 0) opened = at;
        depth += 1;
      } else if (sign === ')' || sign === ']') depth -= 1;
      else if (depth === 0) kept += sign;
      if (depth < 0) return texts;
    }
    if (depth > 0 && at - opened > MAX_TEXTS_IN_BRACKETS) return texts;
    outside.push(kept);
  }
  return depth === 0 ? outside : texts;
}

/** "Smith, John, University of X" without the university. */
const withoutPlaces = (text: string): string =>
  text.includes(',')
    ? text
        .split(',')
        .filter((part) => !NO_PERSON.test(part))
        .join(',')
    : text;

/** Several people in one text: a semicolon, an "and", or more than one comma. */
const holdsMany = (text: string): boolean =>
  /[;|\u00b7\u2022\n]|\s(?:and|&)\s/.test(text) ||
  text.split(',').filter((part) => !generation.test(part.trim())).length > 2;

/**
 * "Given Family" one by one, each once, at most 500; empty where nothing reads as a name.
 * @param single each text is one person's name, even with a comma in it (`citation_author`)
 */
export function authorsFrom(texts: readonly string[], single = false): string[] {
  const found = new Set<string>();
  const read = texts.slice(0, 2 * MAX_NAMES).map((text) => fromHtml(text.slice(0, MAX_CHARACTERS)));
  for (const text of outsideBrackets(read)) {
    const plain = withoutPlaces(text);
    const alone = texts.length > 1 || single;
    const many = !alone || plain.includes(';') || (texts.length === 1 && holdsMany(plain));
    for (const name of cleanNames(many ? line(plain) : one(plain))) {
      if (found.size < MAX_NAMES) found.add(name);
    }
    if (found.size === MAX_NAMES) break;
  }
  return [...found];
}
