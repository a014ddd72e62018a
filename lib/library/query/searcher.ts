// Searches a list as one types: each row's text is folded once, a query then looks through all of them. There is no index:
// ten thousand rows take about as long as a screen takes to draw. Pure.
import { corrected, listWords } from './forgiving.ts';
import { fitsFacts } from './fits-facts.ts';
import type { ListRow } from './list-row.ts';
import type { ListQuery, QueryPart } from './parse-query.ts';
import { rowText, type RowText } from './row-text.ts';
import { BEST_HIT, bestHit, type Wanted } from './text-hits.ts';

export interface Found<T> {
  rows: T[];
  /** Nothing has the words as they were typed: these have words that one typing error makes of them. */
  forgiving: boolean;
}

export interface Searcher<T> {
  /** The rows that all parts of a query fit: with words the best first, else as they were given.
   *  @param now milliseconds since 1970, for `saved:` */
  find(query: ListQuery, now: number): Found<T>;
}

type TextPart = Extract<QueryPart, { kind: 'text' }>;
const isText = (part: QueryPart): part is TextPart => part.kind === 'text';

/** "pre-training" is also "pretraining". */
const isJoinable = (words: string): boolean => /^\p{L}+(?: \p{L}+)+$/u.test(words);
/** @param near forms that the words may have besides */
const wantedOf = ({ field, words, exact }: TextPart, near: readonly string[] = []): Wanted => ({
  field,
  forms: [words, ...(!exact && isJoinable(words) ? [words.replaceAll(' ', '')] : []), ...near],
  exact,
});

/** All words as they were typed one after the other, to prefer titles that have them so; '' where it is one or none. */
function typedTogether(parts: readonly TextPart[]): string {
  const words = parts.filter(({ negated, field }) => !negated && field === 'any').map((part) => part.words);
  return words.length < 2 ? '' : words.join(' ');
}

/** Texts of rows: after a change of some the others are not folded again. */
const folded = new WeakMap<ListRow, RowText>();

function textOf(row: ListRow): RowText {
  const known = folded.get(row);
  if (known !== undefined) return known;
  const text = rowText(row);
  folded.set(row, text);
  return text;
}

/** @param rows that nobody changes: a row with other facts is another object */
export function searcher<T extends ListRow>(rows: readonly T[]): Searcher<T> {
  const texts = rows.map(textOf);
  let words: readonly string[] | null = null;

  /** @param near forms that a part may have besides its own */
  function matching({ parts }: ListQuery, now: number, near?: ReadonlyMap<QueryPart, readonly string[]>): T[] {
    const textParts = parts.filter(isText);
    const facts = parts.filter((part) => !isText(part));
    // Long words are rare: the others are then looked for in few rows.
    const needed = textParts
      .filter(({ negated }) => !negated)
      .toSorted((one, other) => other.words.length - one.words.length)
      .map((part) => wantedOf(part, near?.get(part)));
    const unwanted = textParts.filter(({ negated }) => negated).map((part) => wantedOf(part));
    const isRanked = textParts.some(({ field, negated }) => field === 'any' && !negated);
    const together = typedTogether(textParts);
    /** Rows by their score, those of one as they were given. */
    const byScore = new Map<number, T[]>();
    for (let at = 0; at < rows.length; at += 1) {
      const row = rows[at];
      const text = texts[at];
      if (row === undefined || text === undefined || !facts.every((part) => fitsFacts(part, row, now))) continue;
      let score = scoreOf(text, needed);
      if (score === 0 || unwanted.some((one) => bestHit(text, one) > 0)) continue;
      // Only where all of them are in the title.
      if (together !== '' && score >= needed.length * (BEST_HIT - 1) && inTitle(text, together)) score += 1;
      const place = isRanked ? score : 0;
      const equal = byScore.get(place);
      if (equal === undefined) byScore.set(place, [row]);
      else equal.push(row);
    }
    return [...byScore].toSorted(([one], [other]) => other - one).flatMap(([, equal]) => equal);
  }

  return {
    find(query, now) {
      const exact = matching(query, now);
      if (exact.length > 0) return { rows: exact, forgiving: false };
      words ??= listWords(texts);
      const near = new Map<QueryPart, readonly string[]>();
      for (const part of query.parts) {
        if (!isText(part) || part.negated || part.exact) continue;
        const forms = corrected(part.words, words);
        if (forms.length > 0) near.set(part, forms);
      }
      const found = near.size === 0 ? [] : matching(query, now, near);
      return { rows: found, forgiving: found.length > 0 };
    },
  };
}

const inTitle = ({ text, range }: RowText, words: string): boolean => {
  const at = text.indexOf(words);
  return at >= 0 && at < range.title.to && text.charAt(at - 1) === ' ';
};

/** 0 where one of them is missing; 1 where nothing is wanted. */
function scoreOf(text: RowText, needed: readonly Wanted[]): number {
  let score = 1;
  for (const one of needed) {
    const hit = bestHit(text, one);
    if (hit === 0) return 0;
    score += hit;
  }
  return score;
}
