// The state of a graph: what was read, what is shown of it, and the way back.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { connect, partsOfKey, type Connections, type Years } from '../../lib/graph/connect.ts';
import { back, forward, inPlace, startHistory, step, type History } from '../../lib/graph/history.ts';
import { joinGraphData, noGraphData } from '../../lib/graph/join-data.ts';
import type { NodeKind } from '../../lib/graph/kinds.ts';
import type { GraphData, GraphQuestion } from '../../lib/graph/schema.ts';
import { sliceOf, type Slice } from '../../lib/graph/slice.ts';
import * as change from '../../lib/graph/state.ts';
import type { GraphState } from '../../lib/graph/state.ts';
import { sentenceOf } from '../ui/sentence.ts';

export type Around = (question: GraphQuestion) => Promise<{ centre: string; data: GraphData }>;

interface Whole {
  data: GraphData;
  history: History<GraphState> | null;
}

type Then = (whole: Whole, centre: string) => Whole;

export interface GraphHandle {
  data: GraphData;
  /** Of all years. */
  all: Connections;
  state: GraphState | null;
  slice: Slice | null;
  busy: boolean;
  problem: string | null;
  canGoBack: boolean;
  canGoForward: boolean;
  retry: () => void;
  focus: (key: string, isStep?: boolean) => void;
  expand: (key: string) => void;
  fold: (key: string) => void;
  hide: (key: string) => void;
  showHidden: () => void;
  reveal: (key: string) => void;
  /** A graph around another node. */
  centre: (key: string) => void;
  switchKind: (kind: NodeKind) => void;
  years: (years: Years | null) => void;
  back: () => void;
  forward: () => void;
}

/** What to ask about a node: a person of a name is told from others by a paper of theirs. */
function questionOf(all: Connections, key: string): GraphQuestion | null {
  const parts = partsOfKey(key);
  if (parts === null) return null;
  const paper = parts.kind === 'person' ? all.worksOf.get(parts.id)?.[0]?.id : undefined;
  return { ...parts, ...(paper === undefined ? {} : { paper }) };
}

/** What is in focus changes nothing of the slice. */
function useSlice(within: Connections, all: Connections, state: GraphState | null): Slice | null {
  const { centre, shown, opened, hidden, kinds, years } = state ?? nothing;
  return useMemo(
    () => (centre === '' ? null : sliceOf(within, { centre, focus: centre, shown, opened, hidden, kinds, years }, all)),
    [within, all, centre, shown, opened, hidden, kinds, years],
  );
}
const nothing: GraphState = { centre: '', focus: '', shown: [], opened: [], hidden: [], kinds: [], years: null };

export function useGraph(start: GraphQuestion, around: Around): GraphHandle {
  const [{ data, history }, setWhole] = useState<Whole>({ data: noGraphData, history: null });
  const [busy, setBusy] = useState(true);
  const [problem, setProblem] = useState<string | null>(null);
  const round = useRef(0);
  const failed = useRef<{ question: GraphQuestion; goOn: Then } | null>(null);

  const all = connect(data);
  const state = history?.now ?? null;
  const within = connect(data, state?.years ?? null);
  const slice = useSlice(within, all, state);

  /** Reads around a node and goes on with what is known then; only the latest reading counts. */
  const read = useCallback(
    async (question: GraphQuestion, then: Then): Promise<void> => {
      round.current += 1;
      const mine = round.current;
      setBusy(true);
      setProblem(null);
      try {
        const answer = await around(question);
        if (mine !== round.current) return;
        setWhole((before) => then({ ...before, data: joinGraphData(before.data, answer.data) }, answer.centre));
      } catch (error) {
        if (mine !== round.current) return;
        failed.current = { question, goOn: then };
        setProblem(sentenceOf(error));
      } finally {
        if (mine === round.current) setBusy(false);
      }
    },
    [around],
  );

  const { kind, id, paper } = start;
  useEffect(() => {
    setWhole({ data: noGraphData, history: null });
    void read({ kind, id, ...(paper === undefined ? {} : { paper }) }, (whole, centre) => ({
      ...whole,
      history: startHistory(change.beginAt(connect(whole.data), centre)),
    }));
    return () => {
      round.current += 1;
    };
  }, [read, kind, id, paper]);

  const now = (make: (state: GraphState) => GraphState, isStep = true): void =>
    setWhole((before) => {
      if (before.history === null) return before;
      const next = make(before.history.now);
      return { ...before, history: isStep ? step(before.history, next) : inPlace(before.history, next) };
    });

  /** Does that with what is known of a node, after reading around it where that was not done. */
  const readThen = (key: string, make: (from: Connections, state: GraphState, centre: string) => GraphState): void => {
    const then = (whole: Whole, centre: string): Whole =>
      whole.history === null
        ? whole
        : {
            ...whole,
            history: step(whole.history, make(connect(whole.data, whole.history.now.years), whole.history.now, centre)),
          };
    const question = all.unread.has(key) ? null : questionOf(all, key);
    if (question === null) setWhole((before) => then(before, key));
    else void read(question, then);
  };

  return {
    data,
    all,
    state,
    slice,
    busy,
    problem,
    canGoBack: (history?.past.length ?? 0) > 0,
    canGoForward: (history?.future.length ?? 0) > 0,
    retry: () => {
      if (failed.current !== null) void read(failed.current.question, failed.current.goOn);
    },
    focus: (key, isStep = true) =>
      now((before) => (before.focus === key ? before : change.focusOn(before, key)), isStep),
    expand: (key) => readThen(key, (from, before) => change.expandNode(from, before, key)),
    fold: (key) => now((before) => change.foldNode(before, key)),
    hide: (key) => now((before) => change.hideNode(before, key)),
    showHidden: () => now((before) => change.showHidden(within, before)),
    reveal: (key) => now((before) => change.revealNode(within, before, key)),
    centre: (key) =>
      readThen(key, (from, before, centre) => ({
        ...change.beginAt(from, centre),
        kinds: before.kinds,
        years: before.years,
      })),
    switchKind: (one) => now((before) => change.switchKind(before, one)),
    years: (range) => now((before) => change.withYears(before, range)),
    back: () => setWhole((before) => (before.history === null ? before : { ...before, history: back(before.history) })),
    forward: () =>
      setWhole((before) => (before.history === null ? before : { ...before, history: forward(before.history) })),
  };
}
