// The newest of the reading list, read again whenever the list or `version` changes.
import { useEffect, useState } from 'react';
import { ask } from '../../lib/messages/client.ts';
import type { Answer } from '../../lib/messages/contract.ts';
import { followList } from '../../lib/messages/list-changed.ts';

export type Recent = Answer<'library.recent'>;

/** Null until the first answer, and where the list can't be read (the page's papers are shown all the same). */
export function useRecent(limit: number, version: unknown): Recent | null {
  const [recent, setRecent] = useState<Recent | null>(null);
  useEffect(() => {
    let dropped = false;
    const read = (): void => {
      ask('library.recent', { limit })
        .then((answer) => dropped || setRecent(answer))
        .catch(() => dropped || setRecent(null));
    };
    read();
    const end = followList(read);
    return () => {
      dropped = true;
      end();
    };
  }, [limit, version]);
  return recent;
}
