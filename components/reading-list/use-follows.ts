// People the reader follows. Somebody no longer followed stays in the list for undoing, until it is read again.
import { useEffect, useRef, useState } from 'react';
import type { Follow } from '../../lib/library/schema.ts';
import { ask } from '../../lib/messages/client.ts';
import type { Answer } from '../../lib/messages/contract.ts';
import { sentenceOf } from '../ui/sentence.ts';

export type FollowRow = Answer<'library.follows'>['people'][number];

export interface FollowList {
  people: readonly FollowRow[];
  /** All that was kept of those who were just unfollowed, by id. */
  gone: ReadonlyMap<string, Follow>;
  /** Who was unfollowed or followed again last, by id. */
  last: string | null;
  problem: string | null;
  /** Unfollows; a person just unfollowed is followed again, as before. */
  press: (id: string) => void;
}

const nobody: ReadonlyMap<string, Follow> = new Map();

/** The list, read again whenever `version` changes; empty until the first answer and where it can't be read. */
export function useFollows(version: unknown): FollowList {
  const [people, setPeople] = useState<readonly FollowRow[]>([]);
  const [gone, setGone] = useState(nobody);
  const [last, setLast] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  /** The worker is asked one thing of a person at a time. */
  const asked = useRef(new Set<string>());
  /** How often the reader pressed: an answer from before that is not shown. */
  const presses = useRef(0);

  useEffect(() => {
    let dropped = false;
    const pressed = presses.current;
    const show = (rows: readonly FollowRow[]): void => {
      if (dropped || pressed !== presses.current) return;
      setPeople(rows);
      setGone(nobody);
      setLast(null);
      setProblem(null);
    };
    ask('library.follows', {}).then(
      (answer) => show(answer.people),
      () => show([]),
    );
    return () => {
      dropped = true;
    };
  }, [version]);

  const change = async (id: string): Promise<void> => {
    const person = gone.get(id);
    try {
      const now = person === undefined ? (await ask('library.unfollow', { id })).gone : null;
      if (person !== undefined) await ask('library.refollow', { person });
      setProblem(null);
      setLast(id);
      setGone((before) => {
        const after = new Map(before);
        after.delete(id);
        return now === null ? after : after.set(id, now);
      });
    } catch (error) {
      setProblem(sentenceOf(error));
    }
  };
  const press = (id: string): void => {
    if (asked.current.has(id)) return;
    asked.current.add(id);
    presses.current += 1;
    void change(id).finally(() => asked.current.delete(id));
  };
  return { people, gone, last, problem, press };
}
