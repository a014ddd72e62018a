// Which rows are ticked: one by one, a range with Shift, all that is found.
import { useMemo, useRef, useState } from 'react';
import type { ListPageRow } from '../../lib/views/schema.ts';

export interface Selection {
  /** Those that are ticked and still in the list, wherever the search has them. */
  rows: readonly ListPageRow[];
  ids: ReadonlySet<string>;
  tick: (id: string, isTicked: boolean, range: boolean) => void;
  all: () => void;
  /** Ticks these and no others. */
  only: (ids: readonly string[]) => void;
  none: () => void;
}

export function useSelection(rows: readonly ListPageRow[], found: readonly ListPageRow[]): Selection {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string | null>(null);
  const selected = useMemo(() => (ticked.size === 0 ? [] : rows.filter(({ id }) => ticked.has(id))), [rows, ticked]);
  const ids = useMemo(() => new Set(selected.map(({ id }) => id)), [selected]);
  return {
    rows: selected,
    ids,
    tick: (id, isTicked, range) => {
      const from = range ? found.findIndex((row) => row.id === last.current) : -1;
      const to = found.findIndex((row) => row.id === id);
      const changed =
        from < 0 || to < 0 ? [id] : found.slice(Math.min(from, to), Math.max(from, to) + 1).map((row) => row.id);
      last.current = id;
      setTicked((before) => {
        const next = new Set(before);
        for (const one of changed)
          if (isTicked) next.add(one);
          else next.delete(one);
        return next;
      });
    },
    all: () => setTicked(new Set(found.map(({ id }) => id))),
    only: (wanted) => setTicked(new Set(wanted)),
    none: () => setTicked(new Set()),
  };
}
