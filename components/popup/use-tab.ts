// What the worker knows of the tab, asked again while a page may still be filling up: a listing's marks arrive
// over its first seconds, and a site that was just switched on needs a moment to run.
import { useCallback, useEffect, useState } from 'react';
import { ask } from '../../lib/messages/client.ts';
import type { Answer } from '../../lib/messages/contract.ts';
import { followList } from '../../lib/messages/list-changed.ts';
import { sentenceOf } from '../ui/sentence.ts';

export type TabView = Answer<'popup.tab'>;

export interface TabState {
  view: TabView | null;
  problem: string | null;
  /** Asks at once, and then often for a while: something was just changed. */
  again: () => void;
}

/** Milliseconds before each further question; the last one ends it until `again`. */
const PAUSES = [300, 700, 1000, 2000, 3000, 5000];

export function useTab(tab: number | null): TabState {
  const [round, setRound] = useState(0);
  const [view, setView] = useState<TabView | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    if (tab === null) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let ended = false;
    const look = async (turn: number): Promise<void> => {
      try {
        const answer = await ask('popup.tab', { tab });
        if (ended) return;
        setView((before) => (sameView(before, answer) ? before : answer));
        setProblem(null);
      } catch (error) {
        if (ended) return;
        setProblem(sentenceOf(error));
      }
      const pause = PAUSES[turn];
      if (pause !== undefined) timer = setTimeout(() => void look(turn + 1), pause);
    };
    void look(0);
    return () => {
      ended = true;
      clearTimeout(timer);
    };
  }, [tab, round]);

  const again = useCallback(() => setRound((before) => before + 1), []);
  // Rows say what is on the list.
  useEffect(() => followList(again), [again]);
  return { view, problem, again };
}

/** Keeps the old object where nothing changed, so that ten thousand rows are not drawn again for nothing. */
function sameView(a: TabView | null, b: TabView): boolean {
  return (
    a !== null &&
    a.host === b.host &&
    a.state === b.state &&
    a.always === b.always &&
    a.managed === b.managed &&
    a.grantable === b.grantable &&
    a.places?.page === b.places?.page &&
    a.places?.here === b.places?.here &&
    JSON.stringify([a.listing, a.missing, a.tooMuch]) === JSON.stringify([b.listing, b.missing, b.tooMuch]) &&
    a.rows.length === b.rows.length &&
    a.rows.every((row, i) => {
      const other = b.rows[i];
      return other?.id === row.id && other.status === row.status && other.hasCode === row.hasCode;
    })
  );
}
