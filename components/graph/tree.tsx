// All that is shown, as a tree to be read: what is in focus on the picture is the chosen row here.
import { memo, useEffect, useRef, type JSX, type KeyboardEvent, type MouseEvent } from 'react';
import type { Slice } from '../../lib/graph/slice.ts';
import type { TreeRow } from '../../lib/graph/tree.ts';
import { t } from '../../lib/i18n/i18n.ts';
import { oneWords, othersWords, whyWords } from './words.ts';

export interface TreeProps {
  slice: Slice;
  focus: string;
  onFocus: (key: string, isStep: boolean) => void;
  onExpand: (key: string) => void;
  onFold: (key: string) => void;
}

/** What a row says: "Ada Lee, person: wrote 4 works together, last 2023". */
function RowWords({ row }: { row: TreeRow }): JSX.Element {
  const { node, from } = row;
  if (node === null) return <span className="graph-others">{othersWords({ count: row.more, exact: row.exact })}</span>;
  const facts = [t(oneWords[node.kind]), ...(node.year === null ? [] : [String(node.year)])].join(', ');
  return (
    <>
      <span className={`graph-sign graph-${node.kind}`} aria-hidden="true" />
      <span className="graph-row-words">
        <bdi className={`graph-name graph-name-${node.kind}`}>{node.label}</bdi>
        <span className="b-hidden">{row.why.length > 0 ? `, ${facts}: ` : `, ${facts}`}</span>
        {row.why.length > 0 && <span className="graph-why">{whyWords(row.why, from ?? '')}</span>}
      </span>
    </>
  );
}

export function Tree({ slice, focus, onFocus, onExpand, onFold }: TreeProps): JSX.Element {
  const list = useRef<HTMLDivElement>(null);
  const rows = slice.tree;
  const chosen = rows.some(({ key }) => key === focus) ? focus : rows[0]?.key;

  // The chosen row is kept in sight; it takes the keyboard only where the tree has it.
  useEffect(() => {
    const tree = list.current;
    const row = tree?.querySelector<HTMLElement>('[aria-selected="true"]') ?? null;
    if (tree === null || row === null) return;
    if (tree.contains(document.activeElement)) row.focus({ preventScroll: true });
    const [top, bottom] = [row.offsetTop, row.offsetTop + row.offsetHeight];
    if (top < tree.scrollTop) tree.scrollTop = top;
    else if (bottom > tree.scrollTop + tree.clientHeight) tree.scrollTop = bottom - tree.clientHeight;
  }, [chosen, rows]);

  const byKey = (event: KeyboardEvent): void => {
    const at = rows.findIndex(({ key }) => key === chosen);
    const row = rows[at];
    if (row === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    const go = (key: string | null | undefined): void => {
      if (key !== null && key !== undefined) onFocus(key, false);
    };
    const acts: Record<string, () => void> = {
      ArrowDown: () => go(rows[at + 1]?.key),
      ArrowUp: () => go(rows[at - 1]?.key),
      Home: () => go(rows[0]?.key),
      End: () => go(rows.at(-1)?.key),
      ArrowRight: () => (row.hasRows ? go(rows[at + 1]?.key) : onExpand(row.key)),
      ArrowLeft: () => (row.hasRows && row.level > 1 ? onFold(row.key) : go(row.from)),
      Enter: () => onExpand(row.key),
    };
    const act = Object.hasOwn(acts, event.key) ? acts[event.key] : undefined;
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };

  const pressed = (event: MouseEvent): TreeRow | undefined => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-at]') : null;
    return rows[Number(row?.dataset['at'] ?? -1)];
  };
  const onClick = (event: MouseEvent): void => {
    const row = pressed(event);
    if (row?.node === null) onExpand(row.key);
    else if (row !== undefined) onFocus(row.key, true);
  };
  const onDoubleClick = (event: MouseEvent): void => {
    const row = pressed(event);
    if (row !== undefined && row.node !== null) onExpand(row.key);
  };

  return (
    <div
      className="graph-tree"
      role="tree"
      aria-label={t('graphList')}
      ref={list}
      tabIndex={-1}
      onKeyDown={byKey}
      onClick={onClick}
      onDoubleClick={onDoubleClick}
    >
      {rows.map((row, at) => (
        <Row key={row.key} row={row} at={at} isChosen={row.key === chosen} />
      ))}
    </div>
  );
}

/** Rendered again only where it changes: there may be a thousand. */
const Row = memo(function Row({ row, at, isChosen }: { row: TreeRow; at: number; isChosen: boolean }): JSX.Element {
  return (
    <div
      role="treeitem"
      aria-level={row.level}
      aria-posinset={row.at}
      aria-setsize={row.of}
      aria-selected={isChosen}
      {...(row.node === null ? {} : { 'aria-expanded': row.hasRows })}
      tabIndex={isChosen ? 0 : -1}
      className="graph-row"
      data-at={at}
      style={{ paddingInlineStart: `${8 + (Math.min(row.level, 8) - 1) * 14}px` }}
    >
      <RowWords row={row} />
    </div>
  );
});
