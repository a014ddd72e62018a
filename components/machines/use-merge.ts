// Merging a copy: a file is chosen, what it would do is shown, it is done, it is undone.
import { useState } from 'react';
import { t } from '../../lib/i18n/i18n.ts';
import { MAX_BACKUP } from '../../lib/library/max-backup.ts';
import { ask } from '../../lib/messages/client.ts';
import type { Answer } from '../../lib/messages/contract.ts';
import { sentenceOf } from '../ui/sentence.ts';
import { differenceWords } from './difference-words.ts';

type View = Answer<'merge.look'>;
export type Removals = 'ask' | 'take' | 'keep';

/** A copy that was read and is not yet merged. */
export interface Looked {
  name: string;
  text: string;
  view: View;
}

export interface Merging {
  looked: Looked | null;
  busy: boolean;
  /** What was done. */
  said: string;
  problem: string | null;
  /** Null where there is nothing to undo. */
  undo: (() => void) | null;
  look: (file: File) => void;
  merge: (removals: Removals) => void;
  leave: () => void;
}

export function useMerge(): Merging {
  const [looked, setLooked] = useState<Looked | null>(null);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [undo, setUndo] = useState<string | null>(null);
  const run = async (work: () => Promise<void>): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    setSaid('');
    try {
      await work();
    } catch (error) {
      setProblem(error instanceof RangeError ? t('copyLarge') : sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  const look = (file: File): void =>
    void run(async () => {
      setLooked(null);
      setUndo(null);
      // A letter has two bytes at most that count here.
      if (file.size > 2 * MAX_BACKUP) throw new RangeError();
      const text = await file.text();
      setLooked({ name: file.name, text, view: await ask('merge.look', { text }) });
    });
  const merge = (removals: Removals): void =>
    void run(async () => {
      if (looked === null) return;
      const done = await ask('merge.do', { text: looked.text, removals });
      if (done.undo === null) {
        // More is taken off by now than when it was looked at.
        setLooked({ ...looked, view: done.view });
        return;
      }
      setLooked(null);
      setUndo(done.undo);
      setSaid(t('mergeDone', differenceWords(done.view)));
    });
  const takeBack = (): void =>
    void run(async () => {
      if (undo === null) return;
      await ask('merge.undo', { undo });
      setUndo(null);
      setSaid(t('mergeUndone'));
    });
  return {
    looked,
    busy,
    said,
    problem,
    undo: undo === null ? null : takeBack,
    look,
    merge,
    leave: () => setLooked(null),
  };
}
