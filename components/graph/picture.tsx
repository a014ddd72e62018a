// The picture: a canvas that is drawn again only when something changed.
import { useCallback, useEffect, useImperativeHandle, useMemo, useRef, type JSX, type Ref } from 'react';
import { hitsOf } from '../../lib/graph/hits.ts';
import type { Slice } from '../../lib/graph/slice.ts';
import type { Point } from '../../lib/graph/start.ts';
import { fitView, keepInside, toGraph, zoomAt, type GraphView, type Size } from '../../lib/graph/view.ts';
import { drawGraph, type Scene } from './draw.ts';
import { lookOf, lookQueries, type Look } from './palette.ts';
import { useMoving } from './use-moving.ts';
import type { Places } from './use-places.ts';
import { usePointer } from './use-pointer.ts';
import { othersWords } from './words.ts';

export interface PictureProps {
  slice: Slice;
  places: Places;
  centre: string;
  focus: string;
  found: ReadonlySet<string>;
  wheelZooms: boolean;
  onFocus: (key: string) => void;
  onExpand: (key: string) => void;
  handle: Ref<PictureHandle>;
}

export interface PictureHandle {
  zoom: (by: number) => void;
  fit: () => void;
  png: () => Promise<Blob | null>;
}

/** How far from a node's middle a press still counts, in pixels of the screen. */
const NEAR = 16;
const NEAR_FINGER = 26;
/** Pixels of a saved picture a unit of the screen. */
const PNG_DENSITY = 2;
const PNG_SIZE: Size = { width: 1600, height: 1100 };

export function Picture(props: PictureProps): JSX.Element {
  const { slice, places, centre, focus, found, wheelZooms, onFocus, onExpand, handle } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const view = useRef<GraphView>({ dx: 0, dy: 0, scale: 1 });
  const size = useRef<Size>({ width: 0, height: 0 });
  const look = useRef<Look | null>(null);
  const hover = useRef<string | null>(null);
  const frame = useRef(0);
  /** The reader has moved or zoomed: from then on the view is theirs. */
  const isTheirs = useRef(false);
  const from = useMemo(() => new Map(slice.tree.map((row) => [row.key, row.from])), [slice]);
  const moving = useMoving(places, from);
  const hits = useMemo(() => hitsOf(places), [places]);

  const sceneAt = useCallback(
    (now: number): Omit<Scene, 'look'> & { isOver: boolean } => {
      const { places: where, fading, isOver } = moving(now);
      return {
        slice,
        places: where,
        fading,
        isOver,
        view: view.current,
        size: size.current,
        density: globalThis.devicePixelRatio,
        focus,
        hover: hover.current,
        found,
        centre,
        others: othersWords,
      };
    },
    [slice, moving, focus, found, centre],
  );

  const draw = useRef<() => void>(() => undefined);
  const ask = useCallback((): void => {
    if (frame.current === 0) frame.current = requestAnimationFrame(() => draw.current());
  }, []);
  useEffect(() => {
    draw.current = () => {
      frame.current = 0;
      const element = canvas.current;
      const context = element?.getContext('2d') ?? null;
      if (element === null || context === null || size.current.width === 0) return;
      look.current ??= lookOf(element.parentElement ?? element);
      const scene = { ...sceneAt(performance.now()), look: look.current };
      const [width, height] = [size.current.width, size.current.height].map((one) => Math.round(one * scene.density));
      if (width !== undefined && element.width !== width) element.width = width;
      if (height !== undefined && element.height !== height) element.height = height;
      drawGraph(context, scene);
      if (!scene.isOver) ask();
    };
    ask();
  }, [sceneAt, ask]);

  const show = useCallback(
    (next: GraphView): void => {
      view.current = next;
      ask();
    },
    [ask],
  );
  const fit = useCallback((): void => {
    isTheirs.current = false;
    show(fitView([...places.values()], size.current));
  }, [places, show]);

  // A new graph, and one that grew before the reader took hold of it, is shown whole.
  const fitted = useRef<string | null>(null);
  useEffect(() => {
    if (places.size === 0) return;
    if (fitted.current !== centre || !isTheirs.current) fit();
    fitted.current = centre;
  }, [places, centre, fit]);
  useEffect(() => {
    const place = places.get(focus);
    if (place !== undefined && isTheirs.current) show(keepInside(view.current, place, size.current));
  }, [focus, places, show]);

  useEffect(() => {
    const element = canvas.current;
    if (element === null) return undefined;
    const sized = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = element;
      const before = size.current;
      if (before.width === width && before.height === height) return;
      size.current = { width, height };
      if (isTheirs.current)
        show({
          ...view.current,
          dx: view.current.dx + (width - before.width) / 2,
          dy: view.current.dy + (height - before.height) / 2,
        });
      else fit();
    });
    sized.observe(element);
    return () => sized.disconnect();
  }, [fit, show]);

  useEffect(() => {
    const over = new AbortController();
    const changed = (): void => {
      look.current = null;
      ask();
    };
    for (const query of lookQueries) matchMedia(query).addEventListener('change', changed, { signal: over.signal });
    // Fonts that come late, and a window on a screen of another density.
    void document.fonts.ready.then(changed);
    addEventListener('resize', changed, { signal: over.signal });
    return () => {
      over.abort();
      cancelAnimationFrame(frame.current);
      frame.current = 0;
    };
  }, [ask]);

  const hit = (at: Point, byFinger: boolean): string | null =>
    hits(toGraph(view.current, at), (byFinger ? NEAR_FINGER : NEAR) / view.current.scale);
  usePointer(canvas, {
    view: () => view.current,
    move: (next) => {
      isTheirs.current = true;
      show(next);
    },
    hit,
    hover: (key) => {
      if (hover.current === key) return;
      hover.current = key;
      if (canvas.current !== null) canvas.current.style.cursor = key === null ? '' : 'pointer';
      ask();
    },
    press: (key) => {
      if (key === null) return;
      if (slice.more.some((one) => one.key === key)) onExpand(key);
      else onFocus(key);
    },
    pressAgain: onExpand,
    wheelZooms,
  });

  useImperativeHandle(handle, () => ({
    zoom: (by) => {
      isTheirs.current = true;
      show(zoomAt(view.current, by, { x: size.current.width / 2, y: size.current.height / 2 }));
    },
    fit,
    png: async () => {
      const element = canvas.current;
      if (element === null) return null;
      const made = document.createElement('canvas');
      made.width = PNG_SIZE.width * PNG_DENSITY;
      made.height = PNG_SIZE.height * PNG_DENSITY;
      const context = made.getContext('2d');
      if (context === null) return null;
      drawGraph(context, {
        ...sceneAt(Infinity),
        look: lookOf(element.parentElement ?? element),
        size: PNG_SIZE,
        density: PNG_DENSITY,
        view: fitView([...places.values()], PNG_SIZE),
        hover: null,
      });
      return new Promise((done) => made.toBlob(done, 'image/png'));
    },
  }));

  return <canvas ref={canvas} className="graph-canvas" aria-hidden="true" />;
}
