// Draws a graph on a canvas: edges, marks, labels. Everything comes in; nothing is kept but widths of texts.
import { ALWAYS, placeLabels, type Label } from '../../lib/graph/labels.ts';
import type { GraphNode } from '../../lib/graph/node.ts';
import type { MoreNode, Slice } from '../../lib/graph/slice.ts';
import type { Point } from '../../lib/graph/start.ts';
import { toScreen, type GraphView, type Size } from '../../lib/graph/view.ts';
import { importanceOf, MORE_RADIUS, radiusOf } from './marks.ts';
import type { Look } from './palette.ts';

export interface Scene {
  slice: Slice;
  places: ReadonlyMap<string, Point>;
  /** 0 to 1, of nodes that are still appearing. */
  fading: ReadonlyMap<string, number>;
  view: GraphView;
  size: Size;
  /** Pixels of the canvas a unit of the screen. */
  density: number;
  look: Look;
  focus: string | null;
  hover: string | null;
  found: ReadonlySet<string>;
  centre: string;
  /** What stands on a node that says how many more there are. */
  others: (more: MoreNode) => string;
}

const LABEL_HEIGHT = 15;
const MAX_LABEL = 168;
const MAX_FOCUS_LABEL = 320;
/** Marks shrink and grow less than the distances between them. */
const markScale = (scale: number): number => Math.min(1.6, Math.max(0.55, Math.sqrt(scale)));

const widths = new Map<string, number>();
const shortened = new Map<string, string>();
/** Maximum texts that are remembered. */
const MAX_TEXTS = 4000;

function widthOf(context: CanvasRenderingContext2D, text: string): number {
  const key = `${context.font} ${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  if (widths.size > MAX_TEXTS) widths.clear();
  const { width } = context.measureText(text);
  widths.set(key, width);
  return width;
}

/** As much of a text as has room, between words where that is possible. */
function shorten(context: CanvasRenderingContext2D, text: string, most: number): string {
  if (widthOf(context, text) <= most) return text;
  const key = `${context.font} ${most} ${text}`;
  const known = shortened.get(key);
  if (known !== undefined) return known;
  let [low, high] = [0, text.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (context.measureText(`${text.slice(0, middle)}…`).width <= most) low = middle;
    else high = middle - 1;
  }
  const cut = text.slice(0, low);
  const space = cut.lastIndexOf(' ');
  const short = `${(space > low / 2 ? cut.slice(0, space) : cut).trimEnd().toWellFormed()}…`;
  if (shortened.size > MAX_TEXTS) shortened.clear();
  shortened.set(key, short);
  return short;
}

const fontOf = ({ serif, sans }: Look, kind: GraphNode['kind'], strong: boolean): string =>
  kind === 'paper'
    ? `${strong ? 600 : 400} 12px ${serif}`
    : kind === 'topic'
      ? `italic ${strong ? 600 : 400} 12px ${serif}`
      : `${strong ? 600 : 400} 11.5px ${sans}`;

const colourOf = ({ palette }: Look, kind: GraphNode['kind']): string =>
  kind === 'person' ? palette.people : kind === 'paper' ? palette.ink : palette.ink2;

/** Lines of one look are one path: a graph of a thousand nodes has thousands of them. */
function drawEdges(context: CanvasRenderingContext2D, scene: Scene, at: (key: string) => Point | null): void {
  const { slice, look, focus, fading } = scene;
  const paths = new Map<string, { near: boolean; width: number; dashed: boolean; alpha: number; path: Path2D }>();
  const line = (a: string, b: string, near: boolean, width: number, dashed: boolean): void => {
    const [from, to] = [at(a), at(b)];
    if (from === null || to === null) return;
    const seen = Math.min(fading.get(a) ?? 1, fading.get(b) ?? 1);
    // Where all edges are those of the one in the middle, none needs to stand out.
    const alpha = seen * (near && focus === scene.centre ? 0.55 : 1);
    const style = `${near} ${width} ${dashed} ${alpha}`;
    const known = paths.get(style) ?? { near, width, dashed, alpha, path: new Path2D() };
    paths.set(style, known);
    known.path.moveTo(from.x, from.y);
    known.path.lineTo(to.x, to.y);
  };
  const isNear = (a: string, b: string): boolean => focus !== null && (a === focus || b === focus);
  for (const { key, of } of slice.more) line(key, of, isNear(key, of), 0.75, true);
  for (const { a, b, drawn, weight, why } of slice.edges) {
    const near = isNear(a, b);
    if (!drawn && !near) continue;
    const unsure = why.every((one) => one.kind === 'wrote' && !one.sure);
    line(a, b, near, Math.min(2.25, 0.75 + Math.round(Math.log2(weight)) * 0.4), unsure);
  }
  // Those of the node in focus are drawn last, and over the others.
  for (const { near, width, dashed, alpha, path } of [...paths.values()].toSorted(
    (one, other) => Number(one.near) - Number(other.near),
  )) {
    context.globalAlpha = alpha;
    context.strokeStyle = near ? look.palette.accent : look.palette.rule;
    context.lineWidth = width + (near ? 0.25 : 0);
    context.setLineDash(dashed ? [3, 3] : []);
    context.stroke(path);
  }
  context.setLineDash([]);
  context.globalAlpha = 1;
}

function shape(context: CanvasRenderingContext2D, kind: GraphNode['kind'], { x, y }: Point, radius: number): void {
  context.beginPath();
  if (kind === 'paper') context.roundRect(x - radius, y - radius, radius * 2, radius * 2, Math.min(2.5, radius / 2));
  else if (kind === 'institution') {
    context.moveTo(x, y - radius * 1.2);
    context.lineTo(x + radius * 1.2, y);
    context.lineTo(x, y + radius * 1.2);
    context.lineTo(x - radius * 1.2, y);
    context.closePath();
  } else context.arc(x, y, radius, 0, 2 * Math.PI);
}

function drawNode(context: CanvasRenderingContext2D, scene: Scene, node: GraphNode, at: Point, radius: number): void {
  const { palette } = scene.look;
  context.globalAlpha = scene.fading.get(node.key) ?? 1;
  if (scene.found.has(node.key)) {
    context.fillStyle = palette.foundWash;
    context.strokeStyle = palette.found;
    context.lineWidth = 1.5;
    context.beginPath();
    context.arc(at.x, at.y, radius + 6, 0, 2 * Math.PI);
    context.fill();
    context.stroke();
  }
  const isFocus = node.key === scene.focus;
  shape(context, node.kind, at, radius);
  context.fillStyle = isFocus ? palette.accent : node.kind === 'person' ? palette.people : palette.ink2;
  if (node.kind === 'topic' && !isFocus) {
    context.fillStyle = palette.paper;
    context.fill();
    context.strokeStyle = palette.ink2;
    context.lineWidth = 1.25;
    context.stroke();
  } else context.fill();
  if (isFocus || node.key === scene.centre || node.key === scene.hover) {
    shape(context, node.kind, at, radius + 3.5);
    context.strokeStyle = isFocus ? palette.accent : palette.ink2;
    context.lineWidth = isFocus ? 2 : 1;
    context.stroke();
  }
  context.globalAlpha = 1;
}

function drawMore(context: CanvasRenderingContext2D, scene: Scene, more: MoreNode, at: Point, radius: number): void {
  const { palette, sans } = scene.look;
  const strong = more.key === scene.focus || more.key === scene.hover;
  context.globalAlpha = scene.fading.get(more.key) ?? 1;
  context.beginPath();
  context.arc(at.x, at.y, radius, 0, 2 * Math.PI);
  context.fillStyle = palette.paper;
  context.fill();
  context.setLineDash([2.5, 2.5]);
  context.strokeStyle = strong ? palette.accent : palette.ink2;
  context.lineWidth = strong ? 2 : 1;
  context.stroke();
  context.setLineDash([]);
  context.fillStyle = strong ? palette.accent : palette.ink2;
  context.font = `600 12px ${sans}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText('+', at.x, at.y + 0.5);
  context.globalAlpha = 1;
}

/** Pixels beyond the screen in which a node may still be seen. */
const BEYOND = 40;
const isNearScreen = ({ x, y }: Point, { width, height }: Size): boolean =>
  x > -BEYOND && y > -BEYOND && x < width + BEYOND && y < height + BEYOND;

interface Written extends Label {
  text: string;
  font: string;
  colour: string;
}

function labelsOf(context: CanvasRenderingContext2D, scene: Scene, at: (key: string) => Point | null): Written[] {
  const { slice, look, focus, hover, found, centre } = scene;
  const grow = markScale(scene.view.scale);
  const near = new Set(slice.edges.flatMap(({ a, b }) => (a === focus ? [b] : b === focus ? [a] : [])));
  const write = (key: string, text: string, font: string, colour: string, radius: number, base: number): Written[] => {
    const place = at(key);
    if (place === null || text === '' || !isNearScreen(place, scene.size)) return [];
    const first = key === focus || key === hover;
    context.font = font;
    const shown = shorten(context, text, first ? MAX_FOCUS_LABEL : MAX_LABEL);
    const importance =
      base +
      (key === focus ? ALWAYS + 2000 : 0) +
      (key === hover ? ALWAYS + 1000 : 0) +
      (key === centre ? ALWAYS : 0) +
      (found.has(key) ? 500 : 0) +
      (near.has(key) ? 100 : 0);
    const width = widthOf(context, shown);
    return [{ key, ...place, radius, width, height: LABEL_HEIGHT, importance, text: shown, font, colour }];
  };
  return [
    ...slice.nodes.flatMap((node) =>
      write(
        node.key,
        node.label,
        fontOf(look, node.kind, node.key === focus || node.key === centre),
        node.key === focus ? look.palette.accent : colourOf(look, node.kind),
        radiusOf(node) * grow + (node.key === focus || node.key === centre ? 3 : 0),
        importanceOf(node),
      ),
    ),
    ...slice.more.flatMap((more) =>
      write(more.key, scene.others(more), `400 11.5px ${look.sans}`, look.palette.ink2, MORE_RADIUS * grow, 35),
    ),
  ];
}

/** Draws it all; the canvas has `size` times `density` pixels. Answers the keys whose labels are drawn. */
export function drawGraph(context: CanvasRenderingContext2D, scene: Scene): string[] {
  const { size, density, view, places, slice, look } = scene;
  const onScreen = new Map([...places].map(([key, point]) => [key, toScreen(view, point)]));
  const at = (key: string): Point | null => onScreen.get(key) ?? null;
  context.setTransform(density, 0, 0, density, 0, 0);
  context.fillStyle = look.palette.paper;
  context.fillRect(0, 0, size.width, size.height);
  drawEdges(context, scene, at);
  const grow = markScale(view.scale);
  for (const node of slice.nodes) {
    const place = at(node.key);
    if (place !== null && isNearScreen(place, size)) drawNode(context, scene, node, place, radiusOf(node) * grow);
  }
  for (const more of slice.more) {
    const place = at(more.key);
    if (place !== null) drawMore(context, scene, more, place, MORE_RADIUS * grow);
  }
  const labels = labelsOf(context, scene, at);
  const byKey = new Map(labels.map((label) => [label.key, label]));
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  const placed = placeLabels(labels, size);
  for (const { key, x, y, height } of placed) {
    const label = byKey.get(key);
    if (label === undefined) continue;
    context.globalAlpha = scene.fading.get(key) ?? 1;
    context.font = label.font;
    // A rim of paper keeps it readable over edges.
    context.strokeStyle = look.palette.paper;
    context.lineWidth = 3;
    context.strokeText(label.text, x, y + height / 2);
    context.fillStyle = label.colour;
    context.fillText(label.text, x, y + height / 2);
  }
  context.globalAlpha = 1;
  return placed.map(({ key }) => key);
}
