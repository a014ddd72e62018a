// Searches a list as one types: each row's text is folded once, a query then looks through all of them. There is no index:
// ten thousand rows take about as long as a screen takes to draw. Pure.
import { corrected, listWords } from './forgiving.ts';
import { fitsFacts } from './fits-facts.ts';
import type { ListRow } from './list-row.ts';
import type { ListQuery, QueryPart } from './parse-query.ts';
import { rowText, type RowText } from './row-text.ts';
import { bestHit, type Wanted } from './text-hits.ts';

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

const wantedOf = ({ field, words, exact }: TextPart): Wanted => ({
  field,
  forms: !exact && isJoinable(words) ? [words, words.replaceAll(' ', '')] : [words],
  exact,
});

/** All words as they were typed one after the other, to prefer titles that have them so; '' where it is one or none. */
function typedTogether(parts: readonly TextPart[]): string {
  const words = parts.filter(({ negated, field }) => !negated && field === 'any').map((part) => part.words);
  return words.length < 2 ? '' : ` ${words.join(' ')}`;
}

export function searcher<T extends ListRow>(rows: readonly T[]): Searcher<T> {
  const texts = rows.map(rowText);
  let words: readonly string[] | null = null;

  function matching(query: ListQuery, now: number, want: (part: TextPart) => Wanted, isRanked: boolean): T[] {
    const textParts = query.parts.filter(isText);
    const facts = query.parts.filter((part) => !isText(part));
    const needed = textParts.filter(({ negated }) => !negated).map(want);
    const unwanted = textParts.filter(({ negated }) => negated).map(wantedOf);
    const together = typedTogether(textParts);
    const found: { row: T; score: number; at: number }[] = [];
    for (const [at, row] of rows.entries()) {
      const text = texts[at];
      if (text === undefined || !facts.every((part) => fitsFacts(part, row, now))) continue;
      const score = scoreOf(text, needed);
      if (score === 0 || unwanted.some((one) => bestHit(text, one) > 0)) continue;
      found.push({ row, score: together !== '' && text.title.includes(together) ? score + 1 : score, at });
    }
    if (isRanked) found.sort((one, other) => other.score - one.score || one.at - other.at);
    return found.map(({ row }) => row);
  }

  return {
    find(query, now) {
      const isRanked = query.parts.some((part) => isText(part) && part.field === 'any' && !part.negated);
      const exact = matching(query, now, wantedOf, isRanked);
      if (exact.length > 0) return { rows: exact, forgiving: false };
      words ??= listWords(texts);
      const known = words;
      const forms = new Map(
        query.parts.flatMap((part) => {
          const near = isText(part) && !part.negated && !part.exact ? corrected(part.words, known) : [];
          return near.length === 0 ? [] : [[part, near] as const];
        }),
      );
      if (forms.size === 0) return { rows: [], forgiving: false };
      const near = (part: TextPart): Wanted => {
        const more = forms.get(part);
        return more === undefined ? wantedOf(part) : { ...wantedOf(part), forms: [part.words, ...more] };
      };
      const rowsNear = matching(query, now, near, isRanked);
      return { rows: rowsNear, forgiving: rowsNear.length > 0 };
    },
  };
}

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
