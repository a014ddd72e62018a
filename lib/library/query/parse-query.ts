// What somebody types above their list, as parts that all have to fit: words, "phrases", and keys such as year:2019..2023,
// each of them also with "-" before it. Never throws; what is not understood is a word. Pure.
import { cutQuery, type Token } from './cut-query.ts';
import { searchWords } from './fold-text.ts';
import { identifierWords } from './identifier-words.ts';
import { savedWithin, yearsOf } from './ranges.ts';

export type TextField = 'any' | 'title' | 'author' | 'venue' | 'tag';
export const isValues = ['unread', 'reading', 'read', 'starred', 'tagged'] as const;
export type IsValue = (typeof isValues)[number];
export const hasValues = ['code', 'note', 'doi', 'tags', 'arxiv'] as const;
export type HasValue = (typeof hasValues)[number];

export type QueryPart = { negated: boolean } & (
  | {
      kind: 'text';
      field: TextField;
      /** As `searchWords` has it. */
      words: string;
      /** In quotes: these words whole, and in this order. */
      exact: boolean;
    }
  | { kind: 'year'; from: number | null; to: number | null }
  | { kind: 'status'; status: string }
  | { kind: 'is'; what: IsValue }
  | { kind: 'has'; what: HasValue }
  | { kind: 'saved'; days: number }
);

/** What was taken for a word although it looks like more, as it was typed. */
export interface QueryHint {
  kind: 'unknown-key' | 'bad-value';
  text: string;
}

export interface ListQuery {
  parts: QueryPart[];
  hints: QueryHint[];
}

const fields: ReadonlySet<string> = new Set(['title', 'author', 'venue', 'tag']);
const isField = (key: string): key is TextField => fields.has(key);
const keys: ReadonlySet<string> = new Set([...fields, 'year', 'status', 'is', 'has', 'saved']);
/** What is before a colon in addresses and identifiers, which are pasted as they are. */
const notKeys: ReadonlySet<string> = new Set(['arxiv', 'doi', 'http', 'https']);

const knownStatuses = ['to-read', 'reading', 'read'];

const text = (
  field: TextField,
  value: string,
  { negated, quotes }: Pick<Token, 'negated' | 'quotes'>,
): QueryPart | null => {
  const words = searchWords(value);
  return words === '' ? null : { kind: 'text', field, words, exact: quotes === 'closed', negated };
};

/** The part that a key and its value are; null where the value is none of that key. */
function keyed(key: string, value: string, token: Token, statuses: readonly string[]): QueryPart | null {
  const { negated } = token;
  if (isField(key)) return text(key, value, token);
  const word = value.trim().toLowerCase();
  if (key === 'year') {
    const years = yearsOf(word);
    return years === null ? null : { kind: 'year', ...years, negated };
  }
  if (key === 'saved') {
    const days = savedWithin(word);
    return days === null ? null : { kind: 'saved', days, negated };
  }
  if (key === 'status') {
    const status = statuses.find((one) => one.toLowerCase() === word);
    return status === undefined ? null : { kind: 'status', status, negated };
  }
  if (key === 'is') {
    const what = isValues.find((one) => one === word);
    return what === undefined ? null : { kind: 'is', what, negated };
  }
  const what = hasValues.find((one) => one === word);
  return what === undefined ? null : { kind: 'has', what, negated };
}

/** @param statuses those that rows have, where a later version's are among them */
export function parseQuery(typed: string, statuses: readonly string[] = knownStatuses): ListQuery {
  const parts: QueryPart[] = [];
  const hints: QueryHint[] = [];
  const add = (part: QueryPart | null): void => {
    if (part !== null) parts.push(part);
  };
  for (const token of cutQuery(typed)) {
    const { key, value, whole, negated, quotes } = token;
    if (key !== null && keys.has(key)) {
      // "year:" is on its way to a year.
      if (value.trim() === '') continue;
      const part = keyed(key, value, token, statuses);
      if (part !== null) {
        parts.push(part);
        continue;
      }
      hints.push({ kind: 'bad-value', text: whole });
    } else if (key !== null && value !== '' && !notKeys.has(key)) hints.push({ kind: 'unknown-key', text: whole });
    const bare = negated ? whole.slice(1) : whole;
    if (key === null && quotes !== 'none') add(text('any', value, token));
    else add(text('any', identifierWords(bare) ?? bare, { negated, quotes: 'none' }));
  }
  return { parts, hints };
}
