// What was chosen on a page stays as long as the document is open, also when one walks on and comes back. In memory
// alone: nothing of it is in the address or on disk.
import { useState } from 'react';

const kept = new Map<string, unknown>();

/** State of the page with this key. @param name tells several of one page apart */
export function useRemembered<T>(key: string, name: string, first: T): [T, (next: T) => void] {
  const place = `${key} ${name}`;
  // What is under a name was put there by the same call: one name, one type.
  const [value, setValue] = useState<T>(() => (kept.has(place) ? (kept.get(place) as T) : first));
  const set = (next: T): void => {
    kept.set(place, next);
    setValue(next);
  };
  return [value, set];
}

/** Answers to pages that were open, for the way back. The oldest go first. */
const MAX_ANSWERS = 20;
const answers = new Map<string, unknown>();

export const answerOf = <T>(key: string): T | null => (answers.get(key) as T | undefined) ?? null;

export function keepAnswer<T>(key: string, answer: T): T {
  answers.delete(key);
  answers.set(key, answer);
  for (const old of answers.keys()) {
    if (answers.size <= MAX_ANSWERS) break;
    answers.delete(old);
  }
  return answer;
}
