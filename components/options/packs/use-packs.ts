// The packs and imports as the worker knows them: read again when something changed, and each second while an
// import runs.
import { useCallback, useEffect, useRef, useState } from 'react';
import { ask } from '../../../lib/messages/client.ts';
import type { Answer } from '../../../lib/messages/contract.ts';
import { hearChanges } from '../../../lib/packs/importer-channel.ts';
import { sentenceOf } from '../../ui/sentence.ts';
import { secondsLeft, withSample, type ProgressSample } from './time-left.ts';

export type PackList = Answer<'packs.list'>;
export type Job = PackList['jobs'][number];

/** Milliseconds between two samples: while something runs, and while not. */
const [BUSY, IDLE] = [700, 15_000];

/** The importer has work on it. */
export const isOpen = ({ state }: Job): boolean =>
  state === 'recognising' || state === 'waiting' || state === 'reading' || state === 'merging';

export interface PacksState {
  list: PackList | null;
  problem: string | null;
  /** Seconds that an import still takes; null where that is not known. */
  left: (job: Job) => number | null;
  look: () => void;
}

export function usePacks(): PacksState {
  const [list, setList] = useState<PackList | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const samples = useRef(new Map<string, ProgressSample[]>());
  const again = useRef<() => void>(() => undefined);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let ended = false;
    let round = 0;
    let failed = 0;
    const look = async (): Promise<void> => {
      clearTimeout(timer);
      round += 1;
      const mine = round;
      let pause = BUSY;
      try {
        const answer = await ask('packs.list', {});
        if (ended || mine !== round) return;
        for (const { id, progress } of answer.jobs)
          if (progress !== null)
            samples.current.set(id, withSample(samples.current.get(id) ?? [], { time: performance.now(), progress }));
        setList(answer);
        failed = 0;
        setProblem(null);
        pause = answer.jobs.some(isOpen) ? BUSY : IDLE;
      } catch (error) {
        if (ended || mine !== round) return;
        // A worker that was stopped in the middle of an answer is there again at the next question.
        failed += 1;
        if (failed > 2) setProblem(sentenceOf(error));
      }
      timer = setTimeout(() => void look(), pause);
    };
    again.current = () => void look();
    void look();
    // Several changes at once are one look.
    let told: ReturnType<typeof setTimeout> | undefined;
    const unhear = hearChanges(() => {
      told ??= setTimeout(() => {
        told = undefined;
        again.current();
      }, 150);
    });
    return () => {
      ended = true;
      clearTimeout(timer);
      clearTimeout(told);
      unhear();
    };
  }, []);

  return {
    list,
    problem,
    left: useCallback((job: Job) => secondsLeft(samples.current.get(job.id) ?? []), []),
    look: useCallback(() => again.current(), []),
  };
}
