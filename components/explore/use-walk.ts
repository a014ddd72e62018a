// Where one is in this document, and the way there and back. The address has a key and no name, and neither has what the
// browser keeps with each step: it writes both to disk.
import { useCallback, useEffect, useState } from 'react';
import { ask } from '../../lib/messages/client.ts';
import type { ExploreSubject } from '../../lib/views/explore/schema.ts';
import { sentenceOf } from '../ui/sentence.ts';

export type Place =
  | { state: 'asking' }
  | { state: 'there'; key: string; subject: ExploreSubject }
  /** No key, or one of an earlier start of the browser. */
  | { state: 'unknown' }
  | { state: 'refused'; sentence: string };

const keyHere = (): string => new URLSearchParams(location.search).get('k') ?? '';

/** What keys stand for, as far as this document has been there; and how far each was scrolled. */
const been = new Map<string, ExploreSubject>();
const scrolled = new Map<string, number>();
/** How far the page of a key was scrolled when it was left; 0 where it is new. */
export const scrollOf = (key: string): number => scrolled.get(key) ?? 0;

export interface Walk {
  place: Place;
  to: (subject: ExploreSubject) => void;
}

export function useWalk(): Walk {
  const [place, setPlace] = useState<Place>({ state: 'asking' });
  const look = useCallback(async (): Promise<void> => {
    const key = keyHere();
    const known = been.get(key);
    if (known !== undefined) return setPlace({ state: 'there', key, subject: known });
    if (key === '') return setPlace({ state: 'unknown' });
    try {
      const { subject } = await ask('explore.read', { key });
      // The reader walked on meanwhile.
      if (key !== keyHere()) return;
      if (subject !== null) been.set(key, subject);
      setPlace(subject === null ? { state: 'unknown' } : { state: 'there', key, subject });
    } catch (error) {
      setPlace({ state: 'refused', sentence: sentenceOf(error) });
    }
  }, []);
  const to = useCallback((subject: ExploreSubject): void => {
    ask('explore.open', { subject, tab: false }).then(
      ({ key }) => {
        been.set(key, subject);
        history.pushState(null, '', `?k=${key}`);
        setPlace({ state: 'there', key, subject });
      },
      (error: unknown) => setPlace({ state: 'refused', sentence: sentenceOf(error) }),
    );
  }, []);
  useEffect(() => {
    // Rows come after the answer, when the browser has already given up.
    history.scrollRestoration = 'manual';
    const keep = (): void => void scrolled.set(keyHere(), window.scrollY);
    const walked = (): void => void look();
    void look();
    window.addEventListener('scroll', keep, { passive: true });
    window.addEventListener('popstate', walked);
    return () => {
      window.removeEventListener('scroll', keep);
      window.removeEventListener('popstate', walked);
    };
  }, [look]);
  return { place, to };
}
