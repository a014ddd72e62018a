// What of the list is shown: what the search finds, in which order and groups. Kept while the page is open.
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { groupRows, type GroupKey } from '../../lib/library/query/group-rows.ts';
import { parseQuery, type QueryHint } from '../../lib/library/query/parse-query.ts';
import { Status } from '../../lib/library/schema.ts';
import { searcher } from '../../lib/library/query/searcher.ts';
import { sortRows, type SortDirection, type SortKey } from '../../lib/library/query/sort-rows.ts';
import type { ListPageRow } from '../../lib/views/schema.ts';

/** `best`: as the search ranks them; without words that is by when they were saved. */
export type Order = 'best' | SortKey;

export interface Group {
  /** Null: no value, or the list is in no groups. */
  value: string | null;
  rows: readonly ListPageRow[];
}

export interface View {
  query: string;
  setQuery: (query: string) => void;
  order: Order;
  setOrder: (order: Order) => void;
  isTurned: boolean;
  turn: () => void;
  by: GroupKey | null;
  setBy: (by: GroupKey | null) => void;
  groups: readonly Group[];
  /** All that is found, each once, in the order of the groups. */
  found: readonly ListPageRow[];
  forgiving: boolean;
  hints: readonly QueryHint[];
}

/** Dates, years: the newest first. */
const newestFirst = new Set<Order>(['best', 'saved', 'changed', 'read', 'year']);

const kept = 'library-view';

/** What was chosen before this page was loaded again. */
function before(): Partial<Record<'order' | 'by', string>> {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(kept) ?? '{}');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

const orders: readonly string[] = ['best', 'saved', 'changed', 'read', 'title', 'author', 'venue', 'year', 'status'];
const bys: readonly string[] = ['status', 'tag', 'year', 'author'];

/** @param now when the page was opened: `saved:30d` counts from there */
export function useView(rows: readonly ListPageRow[], now: number): View {
  const [query, setQuery] = useState('');
  const [order, setOrder] = useState<Order>(() => {
    const { order: chosen = '' } = before();
    return orders.includes(chosen) ? (chosen as Order) : 'best';
  });
  const [by, setBy] = useState<GroupKey | null>(() => {
    const { by: chosen = '' } = before();
    return bys.includes(chosen) ? (chosen as GroupKey) : null;
  });
  const [isTurned, setTurned] = useState(false);
  useEffect(() => sessionStorage.setItem(kept, JSON.stringify({ order, by })), [order, by]);

  // The field answers each key at once; the rows follow.
  const typed = useDeferredValue(query);
  const search = useMemo(() => searcher(rows), [rows]);
  // A status of a later version is found as well.
  const statuses = useMemo(() => [...new Set([...Status.options, ...rows.map(({ status }) => status)])], [rows]);
  const parsed = useMemo(() => parseQuery(typed, statuses), [typed, statuses]);
  const result = useMemo(() => search.find(parsed, now), [search, parsed, now]);
  const sorted = useMemo(() => {
    const hasWords = parsed.parts.some((part) => part.kind === 'text' && part.field === 'any' && !part.negated);
    const key: SortKey = order === 'best' ? 'saved' : order;
    const natural: SortDirection = newestFirst.has(order) ? 'descending' : 'ascending';
    const other: SortDirection = natural === 'descending' ? 'ascending' : 'descending';
    if (order === 'best' && hasWords) return isTurned ? result.rows.toReversed() : result.rows;
    return sortRows(result.rows, key, isTurned ? other : natural);
  }, [result, parsed, order, isTurned]);
  const groups = useMemo<readonly Group[]>(
    () => (by === null ? [{ value: null, rows: sorted }] : groupRows(sorted, by)),
    [sorted, by],
  );
  const found = useMemo(
    () => (by === null ? sorted : [...new Set(groups.flatMap((group) => group.rows))]),
    [by, groups, sorted],
  );
  return {
    query,
    setQuery,
    order,
    setOrder: (next) => {
      setOrder(next);
      setTurned(false);
    },
    isTurned,
    turn: () => setTurned(!isTurned),
    by,
    setBy,
    groups,
    found,
    forgiving: result.forgiving,
    hints: parsed.hints,
  };
}
