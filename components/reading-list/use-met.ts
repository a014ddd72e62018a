// Papers by people the reader follows, on pages since the browser started. One that was taken off stays for undoing,
// until the list is read again.
import { useEffect, useState } from 'react';
import { ask } from '../../lib/messages/client.ts';
import type { Answer } from '../../lib/messages/contract.ts';
import { sentenceOf } from '../ui/sentence.ts';

export interface MetList extends Answer<'library.met'> {
  gone: ReadonlySet<string>;
  problem: string | null;
  /** Takes a paper off; one just taken off is put back. */
  press: (id: string) => void;
}

/** The list, read again whenever `version` changes; empty until the first answer and where it can't be read. */
export function useMet(version: unknown): MetList {
  const [met, setMet] = useState<Answer<'library.met'>>({ rows: [], total: 0 });
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    let dropped = false;
    const show = (answer: Answer<'library.met'>): void => {
      if (dropped) return;
      setMet(answer);
      setGone(new Set());
      setProblem(null);
    };
    ask('library.met', {}).then(show, () => show({ rows: [], total: 0 }));
    return () => {
      dropped = true;
    };
  }, [version]);

  const change = async (id: string): Promise<void> => {
    const removed = !gone.has(id);
    try {
      await ask('library.removeMet', { id, removed });
      setProblem(null);
      setGone((before) => new Set(removed ? [...before, id] : [...before].filter((one) => one !== id)));
    } catch (error) {
      setProblem(sentenceOf(error));
    }
  };
  return { ...met, gone, problem, press: (id) => void change(id) };
}
