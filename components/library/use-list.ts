// The reading list as its page has it: the newest rows first, then all; changed at once, written by the worker, and undone.
import { useCallback, useEffect, useRef, useState } from 'react';
import { applyEdit } from '../../lib/library/apply-edit.ts';
import type { Edit } from '../../lib/library/edit-schema.ts';
import { ask } from '../../lib/messages/client.ts';
import { followList } from '../../lib/messages/list-changed.ts';
import type { ListPageRow } from '../../lib/views/schema.ts';
import { sentenceOf } from '../ui/sentence.ts';

/** Rows asked for first: a screen or two. */
const FIRST = 60;
/** Milliseconds from a change elsewhere until the list is read again: those that come meanwhile are read with it. */
const SETTLED = 300;
/** Maximum changes that can be undone. */
const MAX_UNDO = 50;

/** What was just done, and how it is undone. */
export interface Done {
  words: string;
  undo: () => Promise<unknown>;
}

export interface ReadingList {
  /** Null until the first rows are there. */
  rows: readonly ListPageRow[] | null;
  /** All rows are there, not only the newest. */
  isWhole: boolean;
  total: number;
  unread: number;
  binned: number;
  /** Why the list can't be shown or a change was not made. */
  problem: string | null;
  /** The last change that can be undone. */
  done: Done | null;
  edit: (ids: readonly string[], edit: Edit, words: string) => Promise<boolean>;
  remove: (ids: readonly string[], words: string) => Promise<boolean>;
  merge: (pairs: readonly (readonly [string, string])[], words: string) => Promise<boolean>;
  undo: () => Promise<void>;
  dismiss: () => void;
}

interface Loaded {
  rows: readonly ListPageRow[];
  isWhole: boolean;
  total: number;
  unread: number;
  binned: number;
}

export function useList(): ReadingList {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [stack, setStack] = useState<readonly Done[]>([]);
  const [shown, setShown] = useState<Done | null>(null);
  const asked = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const read = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const turn = (asked.current += 1);
    try {
      const all = await ask('list.rows', { limit: null });
      // A later reading has it newer, and one that began before a change would take that back.
      if (turn === asked.current) setLoaded({ ...all, isWhole: true });
    } catch (error) {
      if (turn === asked.current) setProblem(sentenceOf(error));
    }
  }, []);
  // The first change sets the time: changes without end would put off the reading without end.
  const readSoon = useCallback((): void => {
    timer.current ??= setTimeout(() => void read(), SETTLED);
  }, [read]);

  useEffect(() => {
    const stop = followList(readSoon);
    ask('list.rows', { limit: FIRST })
      .then((newest) => setLoaded((before) => before ?? { ...newest, isWhole: newest.rows.length >= newest.total }))
      .catch((error: unknown) => setProblem(sentenceOf(error)))
      .finally(() => void read());
    return () => {
      stop();
      clearTimeout(timer.current);
    };
  }, [read, readSoon]);

  const push = (one: Done): void => {
    setProblem(null);
    setShown(one);
    setStack((before) => [...before, one].slice(-MAX_UNDO));
  };
  const change = async (to: () => Promise<Done | null>): Promise<boolean> => {
    // What is being read may not have it yet.
    asked.current += 1;
    try {
      const done = await to();
      if (done !== null) push(done);
      asked.current += 1;
      readSoon();
      return true;
    } catch (error) {
      setProblem(sentenceOf(error));
      void read();
      return false;
    }
  };

  const edit: ReadingList['edit'] = (ids, by, words) =>
    change(async () => {
      const wanted = new Set(ids);
      const now = Date.now();
      // At once; the worker's own reading follows.
      setLoaded((before) =>
        before === null
          ? null
          : {
              ...before,
              rows: before.rows.map((row) => (wanted.has(row.id) ? { ...row, ...applyEdit(row, by, now) } : row)),
            },
      );
      const { before } = await ask('list.edit', { ids: [...ids], edit: by });
      return before.length === 0 ? null : { words, undo: () => ask('list.undoEdit', { before }) };
    });

  const remove: ReadingList['remove'] = (ids, words) =>
    change(async () => {
      const wanted = new Set(ids);
      setLoaded((before) =>
        before === null ? null : { ...before, rows: before.rows.filter(({ id }) => !wanted.has(id)) },
      );
      const gone = await ask('list.remove', { ids: [...ids] });
      return gone.ids.length === 0 ? null : { words, undo: () => ask('list.putBack', { ids: gone.ids }) };
    });

  const merge: ReadingList['merge'] = (pairs, words) =>
    change(async () => {
      const { before } = await ask('list.merge', { pairs: pairs.map(([kept, other]) => [kept, other]) });
      return before.length === 0 ? null : { words, undo: () => ask('list.unmerge', { before }) };
    });

  const undo = async (): Promise<void> => {
    const last = stack.at(-1);
    if (last === undefined) return;
    setStack(stack.slice(0, -1));
    setShown(null);
    try {
      await last.undo();
      await read();
    } catch (error) {
      // It can be tried again.
      setStack((before) => [...before, last]);
      setProblem(sentenceOf(error));
    }
  };

  return {
    rows: loaded?.rows ?? null,
    isWhole: loaded?.isWhole ?? false,
    total: loaded?.total ?? 0,
    unread: loaded?.unread ?? 0,
    binned: loaded?.binned ?? 0,
    problem,
    done: shown,
    edit,
    remove,
    merge,
    undo,
    dismiss: () => setShown(null),
  };
}
