// What speaks for and against the likeliest title being right: the chain's own certainty, what stands at its ends, and
// what a title seldom has. Their weights are learned on entries that the chain has not seen.
import type { Likeliest, TitleSpan } from './chain.ts';
import { label, LABELS } from './labels.ts';
import { classesOfWord, wordClass } from './lexicon.ts';
import { kind, type Tokens } from './tokens.ts';

/** What stands before a title, and behind it. */
const joints = ['nothing', 'comma', 'stop', 'colon', 'bracket', 'quote', 'question', 'end'] as const;

export const signNames = [
  'always',
  'certainty',
  'certainty, squared',
  'very certain',
  'no title',
  'rules agree',
  'rules say another',
  'rules say nothing, and certainty',
  'a sentence ends inside',
  'two sentences end inside',
  'a question ends inside',
  'ends with punctuation',
  'ends with a comma',
  'in quotes',
  'quotes elsewhere',
  'quotes at one end',
  'a bracket is open',
  'one word',
  'two words',
  'many words',
  'begins small',
  'no small words',
  'capitals behind its last comma',
  'commas',
  'its last stretch has a word of journals',
  'its last stretch has a word of places or publishers',
  'has a word of editors or kinds of works',
  'has a year',
  'ends with a number',
  'colon',
  'uncertain labels',
  'most uncertain label',
  'the label behind it is likely',
  'the label before it is likely',
  'another stretch of small words behind it',
  'several years',
  'long entry',
  'signs at its beginning',
  'in at its beginning',
  'digits at its beginning',
  'journal and volume',
  'container',
  ...[
    'journal',
    'container',
    'publisher',
    'location',
    'date',
    'editor',
    'volume',
    'pages',
    'note',
    'address',
    'end',
  ].map((name) => `before ${name}`),
  ...['author', 'date', 'number', 'beginning'].map((name) => `behind ${name}`),
  ...joints.flatMap((before) => joints.map((behind) => `between ${before} and ${behind}`)),
  'a sentence ends inside, behind a full stop',
  'a sentence ends inside, behind a comma',
  'commas between commas',
  'commas before a full stop',
  'words',
  'the likeliest',
  'how much likelier than the next',
  'pages',
  'editor',
  'publisher',
  'location',
  'more than one stretch of names',
  ...['serial', 'publisher', 'place', 'month', 'genre', 'name', 'editor', 'number'].map((name) => `next: ${name}`),
  'next: in',
  'next: digits',
  'next: small words',
  'next: colon',
  'next: small',
  'next: quote',
  'next: a letter or numeral',
  'next: signs',
  'next: small, behind a stop',
  'ends with a short word and stop',
  'ends with a letter',
  'quotes inside quotes',
] as const;
export const SIGNS = signNames.length;

const after = [
  label.journal,
  label.container,
  label.publisher,
  label.location,
  label.date,
  label.editor,
  label.volume,
  label.pages,
  label.note,
  label.address,
];
const before = [label.author, label.date, label.number];

function jointOf(signs: string): number {
  if (/["“”„«»]/u.test(signs)) return 5;
  if (/[?!]/u.test(signs)) return 6;
  if (/[)\]]/u.test(signs)) return 4;
  if (/[:;]/u.test(signs)) return 3;
  if (signs.includes('.')) return 2;
  return signs.includes(',') ? 1 : 0;
}

/**
 * @param ahead how likely the likeliest other title is
 * @param none how likely the entry has no title
 * @param rules whether the rules say the same title, another, or none
 */
export function signsOf(
  text: string,
  tokens: Tokens,
  { labels, chances }: Likeliest,
  { from, to, chance }: TitleSpan,
  ahead: number,
  none: number,
  rules: 'same' | 'another' | 'none',
): Float64Array {
  const all = new Float64Array(SIGNS);
  let next = 0;
  const put = (value: number | boolean): void => {
    all[next] = Number(value);
    next += 1;
  };
  const { count, start, end, coreStart, coreEnd, kind: kinds } = tokens;
  const certainty = Math.max(-4, Math.min(9, Math.log(chance / Math.max(1e-9, 1 - chance))));
  const title = text.slice(start[from] ?? 0, end[to] ?? 0);
  const tail = (at: number): string => text.slice(coreEnd[at] ?? 0, end[at] ?? 0);
  const is = (at: number, one: number): boolean => kinds[at] === one;

  let [stops, asks, commas, small, years, mask, lastComma, lastMask, lastSmall, colons] = [
    0, 0, 0, 0, 0, 0, -1, 0, 0, 0,
  ];
  for (let at = from; at <= to; at += 1) {
    const size = (coreEnd[at] ?? 0) - (coreStart[at] ?? 0);
    const classes = classesOfWord(text.slice(coreStart[at], coreEnd[at]).toLowerCase());
    const isSmall = is(at, kind.small);
    mask |= isSmall ? classes & wordClass.editor & wordClass.genre : classes;
    lastMask |= isSmall ? 0 : classes;
    if (isSmall && size > 3) {
      small += 1;
      lastSmall += 1;
    }
    if (is(at, kind.year)) years += 1;
    if (at === to) continue;
    const signs = tail(at);
    if (signs.includes(',')) commas += 1;
    if (signs.includes(':')) colons += 1;
    if (/[?!]/u.test(signs)) asks += 1;
    const stop = signs.includes('.') && size > 2;
    if (stop) stops += 1;
    if (stop || signs.includes(',')) {
      lastComma = at;
      lastMask = 0;
      lastSmall = 0;
    }
  }
  let [unsure, most] = [0, 0];
  const seen = new Uint8Array(LABELS);
  let [authors, before1] = [0, -1];
  const allYears = new Set<string>();
  let [run, longest] = [0, 0];
  for (let at = 0; at < count; at += 1) {
    const here = labels[at] ?? 0;
    unsure += 1 - (chances[at] ?? 0);
    most = Math.max(most, 1 - (chances[at] ?? 0));
    seen[here] = 1;
    if (here === label.author && before1 !== label.author) authors += 1;
    before1 = here;
    if (is(at, kind.year)) allYears.add(text.slice(coreStart[at], coreEnd[at]));
    if (at <= to) continue;
    if (is(at, kind.small) && (coreEnd[at] ?? 0) - (coreStart[at] ?? 0) > 3) run += 1;
    longest = Math.max(longest, run);
    if (/[.,;:?!]/u.test(tail(at))) run = 0;
  }
  const last = tail(to);
  const quotes = /["“”„«»]/u;
  const opens = quotes.test(title.slice(0, 2)) || /^[‘']/u.test(title);
  const closes = quotes.test(title.slice(-3));
  const open = (title.match(/[([]/gu) ?? []).length - (title.match(/[)\]]/gu) ?? []).length;
  const size = to - from + 1;

  put(1);
  put(certainty);
  put((certainty * certainty) / 9);
  put(Math.max(0, certainty - 4));
  put(Math.max(0, Math.min(8, Math.log(none / 1e-4))));
  put(rules === 'same');
  put(rules === 'another');
  put(rules === 'none' ? Math.max(0, 4 - certainty) : 0);
  put(stops > 0);
  put(stops > 1);
  put(asks > 0);
  put(/[.?!]/u.test(last));
  put(/,/u.test(last) && !/[.?!]/u.test(last));
  put(opens && closes);
  put(!opens && !closes && quotes.test(text));
  put(opens !== closes);
  put(open !== 0);
  put(size === 1);
  put(size === 2);
  put(size > 24);
  put(is(from, kind.small));
  put(small === 0);
  put(lastComma >= 0 && lastSmall === 0);
  put(Math.min(commas, 4));
  put((lastMask & wordClass.serial) !== 0);
  put((lastMask & (wordClass.place | wordClass.publisher)) !== 0);
  put((mask & (wordClass.editor | wordClass.genre)) !== 0);
  put(years > 0);
  put(is(to, kind.number) || is(to, kind.range) || is(to, kind.year));
  put(colons > 0);
  put((10 * unsure) / count);
  put(most);
  const best = (at: number): number => labels[at] ?? 0;
  put(to + 1 < count ? Math.log(1e-3 + 1 - (chances[to + 1] ?? 0)) + 7 : 0);
  put(from > 0 ? Math.log(1e-3 + 1 - (chances[from - 1] ?? 0)) + 7 : 0);
  put(longest > 2);
  put(allYears.size > 1);
  put(count > 60);
  put(is(from, kind.signs));
  put(/^in:?\s/iu.test(title));
  put(is(from, kind.number) || is(from, kind.year) || is(from, kind.range));
  put(seen[label.journal] === 1 && seen[label.volume] === 1);
  put(seen[label.container] ?? 0);
  const behind = to + 1 < count ? best(to + 1) : -1;
  for (const one of after) put(behind === one);
  put(behind === -1);
  const first = from > 0 ? best(from - 1) : -1;
  for (const one of before) put(first === one);
  put(first === -1);
  const beforeIt = from === 0 ? 7 : jointOf(tail(from - 1));
  const behindIt = to === count - 1 ? 7 : jointOf(last);
  next += beforeIt * joints.length + behindIt;
  all[next] = 1;
  next += joints.length * joints.length - beforeIt * joints.length - behindIt;
  put(stops > 0 && (beforeIt === 2 || behindIt === 2));
  put(stops > 0 && beforeIt === 1);
  put(commas > 0 && beforeIt === 1 && behindIt === 1);
  put(commas > 0 && behindIt === 2);
  put(Math.log(size));
  put(chance > ahead);
  put(Math.max(-3, Math.min(5, Math.log(chance / Math.max(1e-5, ahead)))));
  put(seen[label.pages] ?? 0);
  put(seen[label.editor] ?? 0);
  put(seen[label.publisher] ?? 0);
  put(seen[label.location] ?? 0);
  put(authors > 1);
  let [nextMask, nextDigits, nextSmall, nextEnd] = [0, false, 0, ''];
  for (let at = to + 1; at < count; at += 1) {
    const isSmall = is(at, kind.small);
    const classes = classesOfWord(text.slice(coreStart[at], coreEnd[at]).toLowerCase());
    nextMask |= isSmall ? classes & ~(wordClass.name | wordClass.place) : classes;
    if (isSmall && (coreEnd[at] ?? 0) - (coreStart[at] ?? 0) > 3) nextSmall += 1;
    nextDigits ||= (kinds[at] ?? 0) >= kind.year && (kinds[at] ?? 0) <= kind.mixed;
    nextEnd = tail(at);
    if (/[,;:?!]|\.$/u.test(nextEnd)) break;
  }
  for (let bit = 0; bit < 8; bit += 1) put((nextMask & (1 << bit)) !== 0);
  put(/^\s*["“]?in\b/iu.test(text.slice(start[to + 1] ?? 0, (start[to + 1] ?? 0) + 6)) && to < count - 1);
  put(nextDigits);
  put(Math.min(nextSmall, 3));
  put(nextEnd.includes(':'));
  put(to < count - 1 && is(to + 1, kind.small));
  put(to < count - 1 && quotes.test(text.charAt(start[to + 1] ?? 0)));
  put(to < count - 1 && (is(to + 1, kind.initial) || is(to + 1, kind.roman)));
  put(to < count - 1 && is(to + 1, kind.signs));
  put(to < count - 1 && is(to + 1, kind.small) && behindIt === 2);
  const lastSize = (coreEnd[to] ?? 0) - (coreStart[to] ?? 0);
  put(behindIt === 2 && lastSize < 5 && is(to, kind.capital));
  put(lastSize === 1 && !is(to, kind.number));
  put(opens && quotes.test(title.slice(2, -3)));
  return all;
}
