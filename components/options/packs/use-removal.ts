// Taking a pack out, with some seconds to think again. Until they are over nothing has happened; who leaves the page
// meant it.
import { useCallback, useEffect, useRef, useState } from 'react';
import { ask } from '../../../lib/messages/client.ts';
import { sentenceOf } from '../../ui/sentence.ts';

/** Milliseconds in which it can be undone. */
const THINK = 8_000;

export interface Removal {
  /** Packs that are on their way out, by id. */
  going: ReadonlySet<string>;
  /** The one that can be called back. */
  last: { id: string; name: string } | null;
  problem: string | null;
  remove: (pack: { id: string; name: string }) => void;
  undo: () => void;
}

export function useRemoval(look: () => void): Removal {
  const [going, setGoing] = useState<ReadonlySet<string>>(new Set());
  const [last, setLast] = useState<{ id: string; name: string } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const waiting = useRef<{ id: string; timer: ReturnType<typeof setTimeout> } | null>(null);

  const back = useCallback((id: string) => setGoing((before) => new Set([...before].filter((one) => one !== id))), []);

  /** Sends what waits, now. */
  const settle = useCallback(async (): Promise<void> => {
    const { current } = waiting;
    if (current === null) return;
    waiting.current = null;
    clearTimeout(current.timer);
    setLast((before) => (before?.id === current.id ? null : before));
    try {
      await ask('packs.remove', { id: current.id });
      setProblem(null);
    } catch (error) {
      setProblem(sentenceOf(error));
    }
    back(current.id);
    look();
  }, [back, look]);

  useEffect(() => {
    const leave = (): void => void settle();
    addEventListener('pagehide', leave);
    return () => removeEventListener('pagehide', leave);
  }, [settle]);

  const remove = useCallback(
    (pack: { id: string; name: string }): void => {
      void settle();
      waiting.current = { id: pack.id, timer: setTimeout(() => void settle(), THINK) };
      setGoing((before) => new Set([...before, pack.id]));
      setLast(pack);
    },
    [settle],
  );
  const undo = useCallback((): void => {
    const { current } = waiting;
    if (current === null) return;
    waiting.current = null;
    clearTimeout(current.timer);
    setLast(null);
    back(current.id);
  }, [back]);
  return { going, last, problem, remove, undo };
}
