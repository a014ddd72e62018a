// The rows that are in view, and no others: a list of ten thousand scrolls like one of ten.
import { useEffect, useImperativeHandle, useMemo, useRef, type JSX, type Ref } from 'react';
import { WindowVirtualizer, type WindowVirtualizerHandle } from 'virtua';
import { number } from '../../lib/i18n/i18n.ts';
import type { ListPageRow } from '../../lib/views/schema.ts';
import { Row, type RowActions } from './row.tsx';
import type { Group } from './use-view.ts';

type Line = { kind: 'head'; key: string; words: string; size: number } | { kind: 'row'; key: string; row: ListPageRow };

/** Milliseconds in which a row that was scrolled to is drawn. */
const DRAWN = 500;

export interface RowsHandle {
  /** Moves the focus to that paper's row, wherever it is in the list. */
  focus: (id: string) => void;
}

export function RowsView(props: {
  groups: readonly Group[];
  /** What a group is called; null where the list is in none. */
  nameOf: ((value: string | null) => string) | null;
  ticked: ReadonlySet<string>;
  open: string | null;
  now: number;
  actions: RowActions;
  label: string;
  handle: Ref<RowsHandle>;
}): JSX.Element {
  const { groups, nameOf, handle } = props;
  const list = useRef<WindowVirtualizerHandle>(null);
  const wanted = useRef<string | null>(null);
  const lines = useMemo<readonly Line[]>(
    () =>
      groups.flatMap(({ value, rows }): Line[] => {
        const name = value ?? '';
        const all = rows.map((row): Line => ({ kind: 'row', key: `${name} ${row.id}`, row }));
        return nameOf === null
          ? all
          : [
              {
                kind: 'head',
                key: `head ${value === null ? '-' : `+${name}`}`,
                words: nameOf(value),
                size: rows.length,
              },
              ...all,
            ];
      }),
    [groups, nameOf],
  );
  const focusNow = (): void => {
    const id = wanted.current;
    if (id === null) return;
    const row = document.querySelector<HTMLElement>(`.l-main[data-work="${CSS.escape(id)}"]`);
    if (row === null) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
  };
  useImperativeHandle(handle, () => ({
    focus: (id) => {
      const at = lines.findIndex((line) => line.kind === 'row' && line.row.id === id);
      if (at < 0) return;
      wanted.current = id;
      list.current?.scrollToIndex(at, { align: 'nearest' });
      focusNow();
      // A row that was far away is drawn some frames later; after that the focus is left where it is.
      setTimeout(() => {
        focusNow();
        if (wanted.current === id) wanted.current = null;
      }, DRAWN);
    },
  }));
  useEffect(focusNow);
  return (
    <div className="l-rows" role="list" aria-label={props.label}>
      <WindowVirtualizer ref={list}>
        {lines.map((line) =>
          line.kind === 'head' ? (
            <h2 key={line.key} className="l-group">
              {line.words} <span className="l-count">{number(line.size)}</span>
            </h2>
          ) : (
            <div role="listitem" key={line.key}>
              <Row
                row={line.row}
                isTicked={props.ticked.has(line.row.id)}
                isOpen={props.open === line.row.id}
                now={props.now}
                actions={props.actions}
              />
            </div>
          ),
        )}
      </WindowVirtualizer>
    </div>
  );
}
