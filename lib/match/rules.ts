// The rules by which a title in a text is a mention, as a table: the first row that holds says how certain that is.
// `accept.ts` finds out what a candidate's place is like.
import type { BlockKind } from '../messages/page-protocol.ts';

/** What is between two words: nothing, a comma, a colon, what ends a title. */
export const NONE = 0;
export const SOFT = 1;
export const COLON = 2;
export const HARD = 3;

/** What a candidate's place says. Functions where finding out takes time: only rows that need them call them. */
export interface PlaceFacts {
  words: 'main part' | 'six and more' | 'four or five' | 'three' | 'one or two';
  kind: BlockKind;
  /** A whole block, link, emphasis or quotation is exactly the candidate. */
  isExact: boolean;
  /** It is in a title, heading, link, emphasis or quotation. */
  isTitlePlace: boolean;
  isEmphasized: boolean;
  /** What is before and after it in the smallest span that holds it, and in its block. */
  left: number;
  right: number;
  blockLeft: number;
  blockRight: number;
  /** The block is a line of its own, no sentence. */
  isLine: () => boolean;
  /** "?" or "!" and more of a title are behind it. */
  hasSecondPart: () => boolean;
  isInReference: () => boolean;
  /** "Official implementation of" is before it. */
  isLedIn: () => boolean;
  /** The next word continues a title: "with", "for". */
  goesOn: () => boolean;
  isWrittenAsTitle: () => boolean;
  hasManyLetters: () => boolean;
  hasIdentifier: boolean;
  hasAuthor: () => boolean;
  hasYear: () => boolean;
}
type Test = (facts: PlaceFacts) => boolean;

const tests = {
  exact: ({ isExact }) => isExact,
  'title place': ({ isTitlePlace }) => isTitlePlace,
  'not emphasis': ({ isTitlePlace, isEmphasized }) => isTitlePlace && !isEmphasized,
  'running text': ({ isTitlePlace, isLine }) => !isTitlePlace && !isLine(),
  'second part': ({ hasSecondPart }) => hasSecondPart(),
  reference: ({ isInReference }) => isInReference(),
  'title slot': ({ kind }) => kind === 'title',
  // A place that holds one title and nothing else.
  'no slot': ({ isExact, isTitlePlace, left, right, blockLeft, blockRight, isInReference }) =>
    !isExact &&
    !(isTitlePlace && left === HARD && right === HARD) &&
    !(blockLeft >= SOFT && blockRight >= SOFT && blockRight !== COLON && isInReference()),
  identifier: ({ hasIdentifier }) => hasIdentifier,
  author: ({ hasAuthor }) => hasAuthor(),
  year: ({ hasYear }) => hasYear(),
  'not led in': ({ isLedIn }) => !isLedIn(),
  'title goes on': ({ goesOn }) => goesOn(),
  'small letters': ({ kind, isWrittenAsTitle }) => kind !== 'title' && !isWrittenAsTitle(),
  'many letters': ({ hasManyLetters }) => hasManyLetters(),
} as const satisfies Record<string, Test>;
type TestName = keyof typeof tests;

/** Gaps, from nothing to what ends a title: "=" exactly this one, ">" this one or more. */
const gaps = {
  '=none': (gap: number) => gap === NONE,
  '=colon': (gap: number) => gap === COLON,
  '=hard': (gap: number) => gap === HARD,
  '>soft': (gap: number) => gap >= SOFT,
} as const;

interface Row {
  place?: TestName;
  /** In the smallest span that holds the candidate. */
  left?: keyof typeof gaps;
  right?: keyof typeof gaps;
  /** In its block. */
  blockLeft?: keyof typeof gaps;
  blockRight?: keyof typeof gaps;
  /** One of these. */
  evidence?: readonly TestName[];
  score: number;
}

/** "Can it last? A reply": another title, wherever it is. */
const goneOn: Row = { evidence: ['second part'], score: 0 };
const short: readonly Row[] = [
  goneOn,
  { place: 'no slot', score: 0 },
  { evidence: ['identifier'], score: 0.95 },
  { evidence: ['author'], score: 0.85 },
];
const table: Readonly<Record<PlaceFacts['words'], readonly Row[]>> = {
  'main part': [
    goneOn,
    { right: '=colon', score: 0 },
    { blockRight: '=colon', score: 0 },
    { place: 'exact', score: 0.75 },
    { place: 'title place', left: '=hard', right: '=hard', score: 0.7 },
    { place: 'reference', blockLeft: '=hard', blockRight: '=hard', score: 0.6 },
  ],
  'six and more': [
    goneOn,
    { place: 'exact', score: 0.99 },
    { place: 'running text', score: 0.95 },
    // Part of a longer title.
    { left: '=none', evidence: ['not led in'], score: 0 },
    { place: 'not emphasis', left: '=hard', right: '=colon', score: 0 },
    { right: '=none', evidence: ['title goes on'], score: 0 },
    { score: 0.95 },
  ],
  'four or five': [
    goneOn,
    { place: 'exact', score: 0.9 },
    { right: '=colon', score: 0 },
    { place: 'title place', left: '=hard', right: '>soft', score: 0.85 },
    { place: 'not emphasis', score: 0 },
    { blockLeft: '=none', score: 0 },
    { place: 'reference', blockRight: '>soft', score: 0.85 },
    { blockRight: '>soft', evidence: ['identifier', 'year', 'author'], score: 0.8 },
    { blockRight: '>soft', score: 0 },
    // "[2301.13196] Looped Transformers …", or authors directly after the title.
    { blockLeft: '=hard', evidence: ['identifier', 'author'], score: 0.8 },
  ],
  three: [
    ...short,
    { evidence: ['small letters'], score: 0 },
    { place: 'exact', evidence: ['title slot'], score: 0.85 },
    { place: 'exact', evidence: ['many letters'], score: 0.7 },
    { place: 'exact', score: 0 },
    { evidence: ['year'], score: 0.6 },
  ],
  'one or two': short,
};

const allows = (gap: number, wanted: keyof typeof gaps | undefined): boolean =>
  wanted === undefined || gaps[wanted](gap);

/** What takes time is asked last. */
const holds = (row: Row, facts: PlaceFacts): boolean =>
  allows(facts.left, row.left) &&
  allows(facts.right, row.right) &&
  allows(facts.blockLeft, row.blockLeft) &&
  allows(facts.blockRight, row.blockRight) &&
  (row.place === undefined || tests[row.place](facts)) &&
  (row.evidence === undefined || row.evidence.some((name) => tests[name](facts)));

/** 0 to 1: how certain a mention is; 0 where a rule says that it is none, or no rule says that it is one. */
export const scoreOf = (facts: PlaceFacts): number => table[facts.words].find((row) => holds(row, facts))?.score ?? 0;
