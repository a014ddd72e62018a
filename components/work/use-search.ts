// Search as you type. Answers that arrive after a newer question are dropped.
import { useEffect, useState } from 'react';
import { ask } from '../../lib/messages/client.ts';
import type { Answer, Request } from '../../lib/messages/contract.ts';
import { MAX_PAGE_PAPERS } from '../../lib/messages/max-page-papers.ts';
import { sentenceOf } from '../ui/sentence.ts';

export type Limits = Request<'catalog.search'>['limits'];
export type Part = keyof Limits;

export interface Found {
  /** The question that this answers. */
  query: string;
  answer: Answer<'catalog.search'> | null;
  problem: string | null;
}

export interface Search {
  /** Null while the field is empty; the answer to the previous question stays until the next one is there. */
  found: Found | null;
  /** The answer takes so long that a reader is told that it is looked for. */
  isSlow: boolean;
  /** Asks for more rows of one part. */
  more: (part: Part) => void;
}

/** Rows of each part at first; catalog papers fill the rest. */
const FIRST: Limits = { page: 5, list: 5, people: 5, papers: 30 };
/** Rows that "show more" adds. */
const MORE = 30;
/** Maximum rows of one part. */
export const MAX_ROWS = 240;
/** Milliseconds of rest before asking: below what one notices, above the time between two quick keys. */
const REST = 60;
/** Milliseconds without an answer before that is said: a first search of a large catalog reads its index. */
const SLOW = 400;

/** `page`: ids of the papers of the page that the reader looks at. */
export function useSearch(typed: string, page: readonly string[]): Search {
  const query = typed.trim().slice(0, 300);
  const [asked, setAsked] = useState({ query, limits: FIRST });
  const limits = asked.query === query ? asked.limits : FIRST;
  const [found, setFound] = useState<Found | null>(null);
  const [isSlow, setSlow] = useState(false);
  const ids = page.slice(0, MAX_PAGE_PAPERS).join(' ');

  useEffect(() => {
    if (query === '') return undefined;
    let dropped = false;
    const slow = setTimeout(() => setSlow(true), SLOW);
    const settled = (): void => {
      clearTimeout(slow);
      setSlow(false);
    };
    const timer = setTimeout(() => {
      ask('catalog.search', { query, page: ids === '' ? [] : ids.split(' '), limits })
        .then((answer) => dropped || setFound({ query, answer, problem: null }))
        .catch((error: unknown) => dropped || setFound({ query, answer: null, problem: sentenceOf(error) }))
        .finally(() => dropped || settled());
    }, REST);
    return () => {
      dropped = true;
      clearTimeout(timer);
      settled();
    };
  }, [query, ids, limits]);

  return {
    found: query === '' ? null : found,
    isSlow: query !== '' && isSlow,
    more: (part) => setAsked({ query, limits: { ...limits, [part]: Math.min(MAX_ROWS, limits[part] + MORE) } }),
  };
}
