// Pan, zoom and press on a canvas, by mouse, pen and fingers.
import { useEffect, useRef, type RefObject } from 'react';
import type { Point } from '../../lib/graph/start.ts';
import { panBy, zoomAt, type GraphView } from '../../lib/graph/view.ts';

export interface PointerActs {
  view: () => GraphView;
  move: (view: GraphView) => void;
  /** The node at a point of the canvas. */
  hit: (at: Point, byFinger: boolean) => string | null;
  hover: (key: string | null) => void;
  press: (key: string | null) => void;
  /** Twice in a row on the same. */
  pressAgain: (key: string) => void;
  /** Whether the wheel zooms without Ctrl; else it scrolls the page. */
  wheelZooms: boolean;
}

/** Pixels that a pointer may move and still press. */
const PRESS_MOVES = 4;
/** Milliseconds between two presses that count as twice. */
const TWICE = 400;

export function usePointer(canvas: RefObject<HTMLElement | null>, acts: PointerActs): void {
  const current = useRef(acts);
  useEffect(() => {
    current.current = acts;
  });
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return undefined;
    const over = new AbortController();
    const on = <K extends keyof HTMLElementEventMap>(
      name: K,
      hear: (event: HTMLElementEventMap[K]) => void,
      passive = true,
    ): void => element.addEventListener(name, hear, { signal: over.signal, passive });
    const pointers = new Map<number, Point>();
    let moved = 0;
    let last: { key: string; when: number } | null = null;
    const at = (event: MouseEvent): Point => {
      const box = element.getBoundingClientRect();
      return { x: event.clientX - box.left, y: event.clientY - box.top };
    };
    on('pointerdown', (event) => {
      if (event.button !== 0) return;
      element.setPointerCapture(event.pointerId);
      if (pointers.size === 0) moved = 0;
      pointers.set(event.pointerId, at(event));
    });
    on('pointermove', (event) => {
      const { view, move, hit, hover } = current.current;
      const now = at(event);
      const before = pointers.get(event.pointerId);
      if (before === undefined) {
        hover(hit(now, false));
        return;
      }
      moved += Math.hypot(now.x - before.x, now.y - before.y);
      const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
      pointers.set(event.pointerId, now);
      if (other === undefined) {
        if (moved > PRESS_MOVES) move(panBy(view(), now.x - before.x, now.y - before.y));
        return;
      }
      const apart = (point: Point): number => Math.max(1, Math.hypot(point.x - other.x, point.y - other.y));
      const middle = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 };
      const shifted = panBy(view(), (now.x - before.x) / 2, (now.y - before.y) / 2);
      move(zoomAt(shifted, apart(now) / apart(before), middle));
    });
    const end = (event: PointerEvent): void => {
      const was = pointers.delete(event.pointerId);
      if (!was || pointers.size > 0 || moved > PRESS_MOVES || event.type === 'pointercancel') return;
      const { hit, press, pressAgain } = current.current;
      const key = hit(at(event), event.pointerType !== 'mouse');
      const twice = key !== null && last?.key === key && event.timeStamp - last.when < TWICE;
      last = key === null || twice ? null : { key, when: event.timeStamp };
      if (twice) pressAgain(key);
      else press(key);
    };
    on('pointerup', end);
    on('pointercancel', end);
    on('pointerleave', () => current.current.hover(null));
    on(
      'wheel',
      (event) => {
        const { wheelZooms, view, move } = current.current;
        if (!wheelZooms && !event.ctrlKey) return;
        event.preventDefault();
        // Lines and pages in pixels, as mice of some systems send them; a pinch on a touchpad has small steps and Ctrl.
        const pixels = event.deltaY * (event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? 400 : 1);
        move(
          zoomAt(view(), Math.exp(-Math.max(-240, Math.min(240, pixels)) * (event.ctrlKey ? 0.01 : 0.0016)), at(event)),
        );
      },
      false,
    );
    return () => over.abort();
  }, [canvas]);
}
