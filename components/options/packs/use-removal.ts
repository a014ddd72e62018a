// Removing a pack, with some seconds to undo it. The worker is told at once and does it by itself when they are over,
// whether this page is open or not.
import { useCallback, useRef, useState } from 'react';
import { ask } from '../../../lib/messages/client.ts';
import { sentenceOf } from '../../ui/sentence.ts';

/** Milliseconds in which it can be undone. */
const UNDO_MS = 8_000;

interface Named {
  id: string;
  name: string;
}

export interface Removal {
  /** Packs that are not shown while the worker hears of their removal, by id. */
  hidden: ReadonlySet<string>;
  /** The one whose removal can be undone. */
  last: Named | null;
  problem: string | null;
  remove: (pack: Named) => void;
  undo: () => void;
}

export function useRemoval(look: () => void): Removal {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [last, setLast] = useState<Named | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** What was asked of the worker last: an undo comes after its removal. */
  const asked = useRef<Promise<void>>(Promise.resolve());

  const send = useCallback(
    (run: () => Promise<unknown>): Promise<boolean> => {
      const done = asked.current.then(run).then(
        () => {
          setProblem(null);
          return true;
        },
        (error: unknown) => {
          setProblem(sentenceOf(error));
          return false;
        },
      );
      asked.current = done.then(look);
      return done;
    },
    [look],
  );

  const remove = useCallback(
    (pack: Named): void => {
      clearTimeout(timer.current);
      const forget = (): void => setLast((before) => (before === pack ? null : before));
      timer.current = setTimeout(forget, UNDO_MS);
      setHidden((before) => new Set([...before, pack.id]));
      setLast(pack);
      void send(() => ask('packs.remove', { id: pack.id, undoMs: UNDO_MS })).then((done) => {
        if (done) return;
        forget();
        setHidden((before) => new Set([...before].filter((id) => id !== pack.id)));
      });
    },
    [send],
  );
  const undo = useCallback((): void => {
    if (last === null) return;
    clearTimeout(timer.current);
    setLast(null);
    void send(() => ask('packs.restore', { id: last.id })).then(() =>
      setHidden((before) => new Set([...before].filter((id) => id !== last.id))),
    );
  }, [last, send]);
  return { hidden, last, problem, remove, undo };
}
