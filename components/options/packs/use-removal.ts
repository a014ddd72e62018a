// Taking a pack out, with some seconds to think again. The worker is told at once and does it by itself when they are
// over, whatever becomes of this page; until then it can be called back.
import { useCallback, useRef, useState } from 'react';
import { ask } from '../../../lib/messages/client.ts';
import { sentenceOf } from '../../ui/sentence.ts';

/** Milliseconds in which it can be undone. */
const THINK = 8_000;

interface Named {
  id: string;
  name: string;
}

export interface Removal {
  /** Packs that are not to be shown while the worker hears of them, by id. */
  going: ReadonlySet<string>;
  /** The one that can be called back. */
  last: Named | null;
  problem: string | null;
  remove: (pack: Named) => void;
  undo: () => void;
}

export function useRemoval(look: () => void): Removal {
  const [going, setGoing] = useState<ReadonlySet<string>>(new Set());
  const [last, setLast] = useState<Named | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** What was asked of the worker last: an undo comes after its removal. */
  const asked = useRef<Promise<void>>(Promise.resolve());

  const order = useCallback(
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
      timer.current = setTimeout(forget, THINK);
      setGoing((before) => new Set([...before, pack.id]));
      setLast(pack);
      void order(() => ask('packs.remove', { id: pack.id, undoMs: THINK })).then((done) => {
        if (done) return;
        forget();
        setGoing((before) => new Set([...before].filter((id) => id !== pack.id)));
      });
    },
    [order],
  );
  const undo = useCallback((): void => {
    if (last === null) return;
    clearTimeout(timer.current);
    setLast(null);
    void order(() => ask('packs.keep', { id: last.id })).then(() =>
      setGoing((before) => new Set([...before].filter((id) => id !== last.id))),
    );
  }, [last, order]);
  return { going, last, problem, remove, undo };
}
