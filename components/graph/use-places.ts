// Where each node of a slice is. New nodes are laid out around those that are there; these stay. A graph around another
// node has places of its own, so that it looks the same however the reader came to it.
import { useEffect, useRef, useState } from 'react';
import type { LayoutNode } from '../../lib/graph/layout.ts';
import { besideOf, startOf, type Point } from '../../lib/graph/start.ts';
import type { Slice } from '../../lib/graph/slice.ts';
import { radiusOf, MORE_RADIUS } from './marks.ts';
import type { Settler } from './layout-worker.ts';

export type Places = ReadonlyMap<string, Point>;

interface Placed {
  centre: string;
  /** What is on the screen. */
  shown: Places;
}

/** The nodes of a slice, and what says how many more there are, each with what it hangs on. */
function bodiesOf(slice: Slice): { key: string; radius: number; from: string | null }[] {
  const radii = new Map(slice.nodes.map((node) => [node.key, radiusOf(node)]));
  return slice.tree.map(({ key, from }) => ({ key, from, radius: radii.get(key) ?? MORE_RADIUS }));
}

const linksOf = (slice: Slice): { a: string; b: string; weight: number }[] => [
  ...slice.edges.filter(({ drawn }) => drawn),
  ...slice.more.map(({ key, of }) => ({ a: key, b: of, weight: 1 })),
];

/** `failed`: there is no worker, and nodes are where they would begin. */
export function usePlaces(
  slice: Slice | null,
  centre: string | null,
  settler: Settler,
): { places: Places; failed: boolean } {
  const [placed, setPlaced] = useState<Placed | null>(null);
  const [failed, setFailed] = useState(false);
  /** By the node in the middle: where nodes were when they were last shown. */
  const known = useRef(new Map<string, Map<string, Point>>());
  const latest = useRef<Placed | null>(null);

  useEffect(() => {
    if (slice === null || centre === null) return undefined;
    let isOver = false;
    const memory = known.current.get(centre) ?? new Map<string, Point>();
    known.current.set(centre, memory);
    const bodies = bodiesOf(slice);
    const before = latest.current?.centre === centre ? latest.current.shown : new Map<string, Point>();
    const show = (): void => {
      const shown = new Map(
        bodies.flatMap(({ key }) => {
          const at = memory.get(key);
          return at === undefined ? [] : [[key, at] as const];
        }),
      );
      latest.current = { centre, shown };
      setPlaced(latest.current);
    };
    if (bodies.every(({ key }) => memory.has(key))) {
      show();
      return undefined;
    }
    const nodes = bodies.map(({ key, radius, from }): LayoutNode => ({
      key,
      radius,
      from,
      at: memory.get(key),
      held: before.has(key),
    }));
    void (async () => {
      try {
        const places = await settler.settle({ nodes, links: linksOf(slice) });
        if (places === null || isOver) return;
        for (const [at, { key }] of nodes.entries()) {
          const place = places[at];
          if (place !== undefined) memory.set(key, place);
        }
      } catch (error) {
        if (isOver) return;
        console.warn('Byline: the graph could not be laid out', error);
        setFailed(true);
        for (const { key, from } of nodes) {
          const parent = from === null ? undefined : memory.get(from);
          if (!memory.has(key))
            memory.set(key, parent === undefined ? startOf(key, nodes.length) : besideOf(key, parent));
        }
      }
      show();
    })();
    return () => {
      isOver = true;
    };
  }, [slice, centre, settler]);

  return { places: placed?.shown ?? empty, failed };
}

const empty: Places = new Map();
