// What the reader said of who wrote what, as far as it was asked for. What is taken back stays in the list for undoing.
import { useEffect, useRef, useState } from 'react';
import { ask } from '../../../lib/messages/client.ts';
import type { Answer } from '../../../lib/messages/contract.ts';
import { sentenceOf } from '../../ui/sentence.ts';

export type DecisionRow = Answer<'person.decisions'>['rows'][number];
type Gone = Answer<'person.undecide'>['gone'];

/** Rows that are asked for at once: ten thousand would keep the page from answering. */
const PART = 50;

export const keyOf = ({ ids }: DecisionRow): string => ids.join();

export interface DecisionList {
  rows: readonly DecisionRow[];
  /** All, without those that were taken back here. */
  total: number;
  /** Taken back, by `keyOf`. */
  gone: ReadonlyMap<string, Gone>;
  /** What was taken back or said again last. */
  last: DecisionRow | null;
  problem: string | null;
  more: () => Promise<void>;
  press: (row: DecisionRow) => void;
}

const NONE: readonly DecisionRow[] = [];

export function useDecisionList(): DecisionList {
  const [rows, setRows] = useState(NONE);
  const [total, setTotal] = useState(0);
  const [gone, setGone] = useState<ReadonlyMap<string, Gone>>(new Map());
  const [last, setLast] = useState<DecisionRow | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  /** One thing is asked at a time. */
  const asked = useRef(false);

  const oneAtATime = async (work: () => Promise<void>): Promise<void> => {
    if (asked.current) return;
    asked.current = true;
    try {
      await work();
      setProblem(null);
    } catch (error) {
      setProblem(sentenceOf(error));
    }
    asked.current = false;
  };

  useEffect(() => {
    let dropped = false;
    ask('person.decisions', { from: 0, limit: PART }).then(
      (answer) => {
        if (dropped) return;
        setRows(answer.rows);
        setTotal(answer.total);
      },
      (error: unknown) => setProblem(sentenceOf(error)),
    );
    return () => {
      dropped = true;
    };
  }, []);

  const more = (): Promise<void> =>
    oneAtATime(async () => {
      const answer = await ask('person.decisions', { from: rows.length - gone.size, limit: PART });
      const there = new Set(rows.map(keyOf));
      setRows([...rows, ...answer.rows.filter((row) => !there.has(keyOf(row)))]);
      setTotal(answer.total);
    });
  const press = (row: DecisionRow): void =>
    void oneAtATime(async () => {
      const key = keyOf(row);
      const kept = gone.get(key);
      const after = new Map(gone);
      if (kept === undefined) after.set(key, (await ask('person.undecide', { ids: row.ids })).gone);
      else {
        await ask('person.redecide', { rows: kept });
        after.delete(key);
      }
      setGone(after);
      setTotal(total + (kept === undefined ? -1 : 1));
      setLast(row);
    });
  return { rows, total, gone, last, problem, more, press };
}
