// The research graph: a picture, and the same as a tree and a table, in step with each other.
import {
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type JSX,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import type { GraphNode } from '../../lib/graph/node.ts';
import type { GraphQuestion } from '../../lib/graph/schema.ts';
import { searchGraph } from '../../lib/graph/search-graph.ts';
import { moreKey } from '../../lib/graph/slice.ts';
import { nextNode, type Direction } from '../../lib/graph/walk.ts';
import { count, t } from '../../lib/i18n/i18n.ts';
import { Icon } from '../ui/icons.tsx';
import { Filters } from './filters.tsx';
import { Find } from './find.tsx';
import { InFocus } from './in-focus.tsx';
import { layoutWorker, type Settler } from './layout-worker.ts';
import { Picture, type PictureHandle } from './picture.tsx';
import { Table } from './table.tsx';
import { Tree } from './tree.tsx';
import './graph.css';
import { useGraph, type Around } from './use-graph.ts';
import { usePlaces } from './use-places.ts';

export interface GraphProps {
  /** What it is around at first. */
  start: GraphQuestion;
  /** The worker's `graph.around`; the same function at each render. */
  around: Around;
  /** Shows a node as a page or card of its own. */
  onOpen?: (node: GraphNode) => void;
  /** A slice inside something else: lower, and the wheel scrolls the page. */
  compact?: boolean;
  /** Lays graphs out; the extension's own worker where this is missing. */
  settler?: Settler;
}

const arrows: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
const ZOOM = 1.35;

/** Saves a picture under a name that names nobody. */
function download(blob: Blob): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = 'graph.png';
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

export function Graph({ start, around, onOpen, compact = false, settler }: GraphProps): JSX.Element {
  const id = useId();
  const graph = useGraph(start, around);
  const { state, slice, all } = graph;
  const [own] = useState(() => settler ?? layoutWorker());
  useEffect(() => () => own.close(), [own]);
  const { places, failed } = usePlaces(slice, state?.centre ?? null, own);
  const picture = useRef<PictureHandle>(null);
  const field = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const [as, setAs] = useState<'picture' | 'table'>('picture');
  const hits = useMemo(
    () => (slice === null ? { shown: [], known: [] } : searchGraph(all, slice, query)),
    [all, slice, query],
  );
  const found = useMemo(() => new Set(hits.shown.map(({ key }) => key)), [hits]);

  /** What says how many more there are stands for its node. */
  const expand = (key: string): void => graph.expand(slice?.more.find((one) => one.key === key)?.of ?? key);
  const focus = useCallback((key: string) => graph.focus(key), [graph]);

  const byKey = (event: KeyboardEvent): void => {
    if (state === null || slice === null || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement) return;
    const onButton = event.target instanceof HTMLButtonElement;
    const direction = Object.hasOwn(arrows, event.key) ? arrows[event.key] : undefined;
    const { focus: here } = state;
    const acts: Record<string, () => void> = {
      f: () => graph.fold(here),
      h: () => graph.hide(here),
      c: () => graph.centre(here),
      o: () => {
        const node = slice.nodes.find(({ key }) => key === here);
        if (node !== undefined) onOpen?.(node);
      },
      '+': () => picture.current?.zoom(ZOOM),
      '=': () => picture.current?.zoom(ZOOM),
      '-': () => picture.current?.zoom(1 / ZOOM),
      '0': () => picture.current?.fit(),
      '[': graph.back,
      ']': graph.forward,
      '/': () => field.current?.focus(),
      ...(onButton ? {} : { Enter: () => expand(here) }),
    };
    const act = Object.hasOwn(acts, event.key) ? acts[event.key] : undefined;
    if (act !== undefined) {
      event.preventDefault();
      act();
    } else if (direction !== undefined && !onButton && as === 'picture') {
      const near = slice.edges.flatMap(({ a, b }) => (a === here ? [b] : b === here ? [a] : []));
      const next = nextNode(places, here, direction, new Set([...near, moreKey(here)]));
      event.preventDefault();
      if (next !== null) graph.focus(next, false);
    }
  };

  if (state === null || slice === null || slice.nodes.length === 0)
    return (
      <div className={compact ? 'graph graph-compact graph-bare' : 'graph graph-bare'}>
        <Problem text={graph.problem} onRetry={graph.retry} />
        {graph.problem === null && <p role="status">{t(graph.busy ? 'graphReading' : 'graphNone')}</p>}
      </div>
    );

  const inFocus = slice.nodes.find(({ key }) => key === state.focus);
  const middle = slice.nodes.find(({ key }) => key === state.centre);
  return (
    <div className={compact ? 'graph graph-compact' : 'graph'} onKeyDown={byKey}>
      <div className="graph-bar">
        <div className="graph-group">
          <Sign words={t('graphBack')} isOff={!graph.canGoBack} onPress={graph.back}>
            <Icon name="back" />
          </Sign>
          <Sign words={t('graphForward')} isOff={!graph.canGoForward} onPress={graph.forward}>
            <Icon name="back" className="graph-turned" />
          </Sign>
        </div>
        <Find
          query={query}
          hits={hits}
          field={field}
          onQuery={setQuery}
          onFocus={focus}
          onReveal={(key) => graph.reveal(key)}
        />
        <Filters data={graph.data} state={state} onKind={graph.switchKind} onYears={graph.years} />
        <div className="graph-group graph-last">
          <div className="b-sort graph-as" role="group" aria-label={t('graphAs')}>
            {(['picture', 'table'] as const).map((one) => (
              <button key={one} type="button" aria-pressed={as === one} onClick={() => setAs(one)}>
                {t(one === 'picture' ? 'graphPicture' : 'graphTable')}
              </button>
            ))}
          </div>
        </div>
      </div>
      <div className="graph-body">
        <div className="graph-main">
          {as === 'picture' ? (
            <div
              className="graph-stage"
              role="application"
              aria-label={t('graphLabel', middle?.label ?? '')}
              aria-describedby={`${id}-keys`}
              // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it has the arrow keys
              tabIndex={0}
            >
              <p className="graph-keys" id={`${id}-keys`}>
                {t('graphKeys')}
              </p>
              <Picture
                slice={slice}
                places={places}
                centre={state.centre}
                focus={state.focus}
                found={found}
                wheelZooms={!compact}
                onFocus={focus}
                onExpand={expand}
                handle={picture}
              />
            </div>
          ) : (
            <Table slice={slice} focus={state.focus} onFocus={focus} onExpand={expand} />
          )}
          <div className="graph-foot">
            <span>{count('graphShown', slice.nodes.length)}</span>
            {slice.filtered > 0 && <span>{count('graphFiltered', slice.filtered)}</span>}
            {state.hidden.length > 0 && (
              <button type="button" className="b-link" onClick={graph.showHidden}>
                {count('graphHidden', state.hidden.length)}
              </button>
            )}
            {as === 'picture' && (
              <div className="graph-tools">
                <Sign words={t('graphFurther')} onPress={() => picture.current?.zoom(1 / ZOOM)}>
                  −
                </Sign>
                <Sign words={t('graphCloser')} onPress={() => picture.current?.zoom(ZOOM)}>
                  +
                </Sign>
                <button type="button" className="b-btn" onClick={() => picture.current?.fit()}>
                  {t('graphFit')}
                </button>
                <button
                  type="button"
                  className="b-btn"
                  onClick={() => void picture.current?.png().then((blob) => blob !== null && download(blob))}
                >
                  {t('graphPng')}
                </button>
              </div>
            )}
          </div>
        </div>
        <div className="graph-side">
          <div className="graph-says" role="status">
            {graph.busy && <p>{t('graphReading')}</p>}
            {slice.nodes.length === 1 && !graph.busy && slice.more.length === 0 && <p>{t('graphAlone')}</p>}
            {failed && <p>{t('graphNoLayout')}</p>}
            <span className="b-hidden">{inFocus?.label}</span>
          </div>
          <Problem text={graph.problem} onRetry={graph.retry} />
          <InFocus
            slice={slice}
            focus={state.focus}
            centre={state.centre}
            onFocus={focus}
            onExpand={expand}
            onFold={graph.fold}
            onHide={graph.hide}
            onCentre={graph.centre}
            onOpen={onOpen ?? null}
            Head={compact ? 'h3' : 'h2'}
          />
          <Tree slice={slice} focus={state.focus} onFocus={graph.focus} onExpand={expand} onFold={graph.fold} />
        </div>
      </div>
    </div>
  );
}

interface SignProps {
  words: string;
  isOff?: boolean;
  onPress: () => void;
  children: ReactNode;
}

function Sign({ words, isOff = false, onPress, children }: SignProps): JSX.Element {
  return (
    <button
      type="button"
      className="b-btn b-square"
      title={words}
      aria-label={words}
      aria-disabled={isOff}
      onClick={onPress}
    >
      {children}
    </button>
  );
}

function Problem({ text, onRetry }: { text: string | null; onRetry: () => void }): JSX.Element | null {
  if (text === null) return null;
  return (
    <p role="alert" className="graph-problem">
      {text}{' '}
      <button type="button" className="b-link" onClick={onRetry}>
        {t('graphAgain')}
      </button>
    </p>
  );
}
