// Lays a graph out: d3's forces over nodes that start by hash and come in the order of their keys, so that the same
// question has the same answer. What is on the screen stays where it is. Pure; run in slices by who needs to stay responsive.
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';
import type { SimulationNodeDatum } from 'd3-force';
import { byText } from './node.ts';
import { besideOf, LINK_LENGTH, startOf, type Point } from './start.ts';

export interface LayoutNode {
  key: string;
  radius: number;
  /** Where it is, or was when it was last shown; absent for a new one. */
  at?: Point | undefined;
  /** It is on the screen there, and does not move. */
  held?: boolean | undefined;
  /** The node that it was reached from. */
  from: string | null;
}
export interface LayoutLink {
  a: string;
  b: string;
  weight: number;
}
export interface LayoutQuestion {
  nodes: readonly LayoutNode[];
  links: readonly LayoutLink[];
}
/** x and y of each node, in the order of the question. */
export type LayoutAnswer = readonly Point[];

/** Ticks of a layout: more for a new graph, fewer where most nodes have their place. */
const TICKS = 260;
const TICKS_OF_MORE = 140;
/** How strongly a node that was shown before is drawn to where it was. */
const ANCHOR = 0.5;
/** Room around a node, for its label. */
const ROOM = 13;

/** Neighbours of one node that have room around it; more are laid further out. */
const ONE_RING = 42;
const reachOf = (neighbours: number): number => Math.max(1, Math.sqrt(neighbours / ONE_RING));

interface Body extends SimulationNodeDatum {
  key: string;
  radius: number;
  x: number;
  y: number;
  anchor: Point | null;
}

export interface Layout {
  /** Goes on for so many ticks; true once all are done. */
  run: (ticks: number) => boolean;
  places: () => LayoutAnswer;
}

function bodiesOf(nodes: readonly LayoutNode[], degrees: ReadonlyMap<string, number>): Body[] {
  const sorted = nodes.toSorted((one, other) => byText(one.key, other.key));
  const places = new Map(sorted.flatMap(({ key, at }) => (at === undefined ? [] : [[key, at] as const])));
  const isNew = places.size === 0;
  return sorted.map(({ key, radius, at, from, held = false }) => {
    const parent = from === null ? undefined : places.get(from);
    // The one in the middle of a new graph is where all others are laid around.
    const start = at ?? (isNew && from === null ? { x: 0, y: 0 } : undefined);
    const { x, y } =
      start ??
      (parent === undefined
        ? startOf(key, sorted.length)
        : besideOf(key, parent, reachOf(degrees.get(from ?? '') ?? 0)));
    const isHeld = held || (isNew && start !== undefined);
    return { key, radius, x, y, anchor: start ?? null, ...(isHeld ? { fx: x, fy: y } : {}) };
  });
}

export function layOut({ nodes, links }: LayoutQuestion): Layout {
  const degrees = new Map<string, number>();
  for (const { a, b } of links) for (const key of [a, b]) degrees.set(key, (degrees.get(key) ?? 0) + 1);
  const bodies = bodiesOf(nodes, degrees);
  const byKey = new Map(bodies.map((body) => [body.key, body]));
  const sound = links
    .flatMap(({ a, b, weight }) => {
      const [source, target] = [byKey.get(a), byKey.get(b)];
      return source === undefined || target === undefined || a === b ? [] : [{ source, target, weight, key: [a, b] }];
    })
    .toSorted((one, other) => byText(one.key.join(' '), other.key.join(' ')));
  const isMore = bodies.filter(({ anchor }) => anchor !== null).length > 1;
  const ticks = isMore ? TICKS_OF_MORE : TICKS;
  const simulation = forceSimulation<Body>(bodies)
    .stop()
    .alpha(isMore ? 0.5 : 1)
    .alphaDecay(1 - 0.001 ** (1 / ticks))
    .force(
      'link',
      forceLink<Body, { source: Body; target: Body; weight: number }>(sound)
        .distance(({ source, target }) => {
          const most = Math.max(degrees.get(source.key) ?? 0, degrees.get(target.key) ?? 0);
          return LINK_LENGTH * 0.7 * reachOf(most) + source.radius + target.radius;
        })
        .iterations(2),
    )
    .force(
      'charge',
      forceManyBody<Body>()
        .strength(-260)
        .distanceMax(LINK_LENGTH * 7)
        .theta(0.9),
    )
    .force('room', forceCollide<Body>(({ radius }) => radius + ROOM).iterations(2))
    .force(
      'x',
      forceX<Body>(({ anchor }) => anchor?.x ?? 0).strength(({ anchor }) => (anchor === null ? 0.035 : ANCHOR)),
    )
    .force(
      'y',
      forceY<Body>(({ anchor }) => anchor?.y ?? 0).strength(({ anchor }) => (anchor === null ? 0.05 : ANCHOR)),
    );
  let left = bodies.length === 0 ? 0 : ticks;
  return {
    run: (some) => {
      const now = Math.min(some, left);
      if (now > 0) simulation.tick(now);
      left -= now;
      return left === 0;
    },
    places: () => nodes.map(({ key }) => ({ x: byKey.get(key)?.x ?? 0, y: byKey.get(key)?.y ?? 0 })),
  };
}

/** The whole layout at once. */
export function settle(question: LayoutQuestion): LayoutAnswer {
  const layout = layOut(question);
  layout.run(Infinity);
  return layout.places();
}
