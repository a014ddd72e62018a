// Search as you type. Answers that arrive after a newer question are dropped.
import { useEffect, useState } from 'react';
import { ask } from '../../lib/messages/client.ts';
import type { Answer } from '../../lib/messages/contract.ts';
import { sentenceOf } from '../ui/sentence.ts';

export interface Found {
  /** The question that this answers. */
  query: string;
  answer: Answer<'catalog.search'> | null;
  problem: string | null;
}

const LIMIT = 30;
/** Milliseconds of rest before asking: below what one notices, above the time between two quick keys. */
const REST = 60;

/** Null while the field is empty; the answer to the previous question stays until the next one is there. */
export function useSearch(typed: string): Found | null {
  const query = typed.trim().slice(0, 300);
  const [found, setFound] = useState<Found | null>(null);

  useEffect(() => {
    if (query === '') return undefined;
    let dropped = false;
    const timer = setTimeout(() => {
      ask('catalog.search', { query, limit: LIMIT })
        .then((answer) => dropped || setFound({ query, answer, problem: null }))
        .catch((error: unknown) => dropped || setFound({ query, answer: null, problem: sentenceOf(error) }));
    }, REST);
    return () => {
      dropped = true;
      clearTimeout(timer);
    };
  }, [query]);

  return query === '' ? null : found;
}
