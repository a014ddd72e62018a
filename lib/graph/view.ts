// What part of a graph the screen shows: a shift and a scale. Pure.
import type { Point } from './start.ts';

/** On the screen a point is at `x * scale + dx`, `y * scale + dy`. */
export interface GraphView {
  dx: number;
  dy: number;
  scale: number;
}
export interface Size {
  width: number;
  height: number;
}

const MIN_SCALE = 0.08;
const MAX_SCALE = 6;
/** A graph of few nodes is not drawn larger than this by itself. */
const MAX_FIT = 2.2;
/** Room for labels at the edges. */
const MARGIN = { x: 70, y: 34 };

export const toScreen = ({ dx, dy, scale }: GraphView, { x, y }: Point): Point => ({
  x: x * scale + dx,
  y: y * scale + dy,
});
export const toGraph = ({ dx, dy, scale }: GraphView, { x, y }: Point): Point => ({
  x: (x - dx) / scale,
  y: (y - dy) / scale,
});

export const panBy = (view: GraphView, x: number, y: number): GraphView => ({
  ...view,
  dx: view.dx + x,
  dy: view.dy + y,
});

/** Zooms so that what is at a point of the screen stays there. */
export function zoomAt(view: GraphView, by: number, at: Point): GraphView {
  const scale = Math.min(MAX_SCALE, Math.max(MIN_SCALE, view.scale * by));
  const ratio = scale / view.scale;
  return { scale, dx: at.x - (at.x - view.dx) * ratio, dy: at.y - (at.y - view.dy) * ratio };
}

/** All of these points on the screen. */
export function fitView(points: readonly Point[], { width, height }: Size): GraphView {
  if (points.length === 0 || width <= 0 || height <= 0) return { dx: width / 2, dy: height / 2, scale: 1 };
  const [left, right] = [Math.min(...points.map(({ x }) => x)), Math.max(...points.map(({ x }) => x))];
  const [top, bottom] = [Math.min(...points.map(({ y }) => y)), Math.max(...points.map(({ y }) => y))];
  const room = { x: Math.max(40, width - 2 * MARGIN.x), y: Math.max(40, height - 2 * MARGIN.y) };
  const scale = Math.max(MIN_SCALE, Math.min(MAX_FIT, room.x / (right - left || 1), room.y / (bottom - top || 1)));
  return { scale, dx: width / 2 - ((left + right) / 2) * scale, dy: height / 2 - ((top + bottom) / 2) * scale };
}

/** Shifted as little as brings a point inside, away from the edges. */
export function keepInside(view: GraphView, point: Point, { width, height }: Size): GraphView {
  const at = toScreen(view, point);
  const shift = (value: number, size: number, margin: number): number => {
    const edge = Math.min(margin, size / 2);
    return Math.max(0, edge - value) - Math.max(0, value - (size - edge));
  };
  return panBy(view, shift(at.x, width, MARGIN.x), shift(at.y, height, MARGIN.y));
}
