// Places on their way: nodes glide to new places and appear, once, in a moment. Reduced motion shows the end at once.
import { useCallback, useEffect, useRef } from 'react';
import type { Point } from '../../lib/graph/start.ts';
import type { Places } from './use-places.ts';

/** Milliseconds. */
const GLIDE = 320;
const ease = (part: number): number => 1 - (1 - part) ** 3;

export interface Moving {
  places: Places;
  fading: ReadonlyMap<string, number>;
  isOver: boolean;
}

const still: ReadonlyMap<string, number> = new Map();
const reduced = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Answers where everything is at a time. `from`: the node that a new one comes out of. */
export function useMoving(places: Places, from: ReadonlyMap<string, string | null>): (now: number) => Moving {
  const move = useRef({ start: places, end: places, began: 0, isNew: new Set<string>() });
  const at = useCallback((now: number): Moving => {
    const { start, end, began, isNew } = move.current;
    const part = began === 0 ? 1 : Math.min(1, Math.max(0, (now - began) / GLIDE));
    if (part >= 1) return { places: end, fading: still, isOver: true };
    const done = ease(part);
    const between = [...end].map(([key, { x, y }]) => {
      const was = start.get(key) ?? { x, y };
      return [key, { x: was.x + (x - was.x) * done, y: was.y + (y - was.y) * done }] as const;
    });
    return { places: new Map(between), fading: new Map([...isNew].map((key) => [key, done])), isOver: false };
  }, []);
  const ways = useRef(from);
  useEffect(() => {
    ways.current = from;
  });
  useEffect(() => {
    if (move.current.end === places) return;
    const now = performance.now();
    const shown = at(now).places;
    // The first picture is there at once.
    const isFirst = shown.size === 0;
    const start = new Map<string, Point>();
    const isNew = new Set<string>();
    for (const [key, place] of places) {
      const parent = ways.current.get(key) ?? null;
      const was = shown.get(key) ?? (parent === null ? undefined : shown.get(parent));
      if (!shown.has(key)) isNew.add(key);
      start.set(key, was ?? place);
    }
    move.current = { start, end: places, began: isFirst || reduced() ? 0 : now, isNew };
  }, [places, at]);
  return at;
}
