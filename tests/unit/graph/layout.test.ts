// The same graph looks the same at every visit; what is there stays where it is.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { settle, type LayoutQuestion } from '../../../lib/graph/layout.ts';
import { serveLayouts, type LayoutReply } from '../../../lib/graph/serve-layouts.ts';

const star = (size: number): LayoutQuestion => ({
  nodes: Array.from({ length: size }, (_, at) => ({
    key: `person:${at}`,
    radius: 6,
    from: at === 0 ? null : 'person:0',
  })),
  links: Array.from({ length: size - 1 }, (_, at) => ({ a: 'person:0', b: `person:${at + 1}`, weight: 1 })),
});

it('the same places for the same graph, in whatever order it is asked', () => {
  const question = star(40);
  const places = settle(question);
  expect(settle(question)).toEqual(places);
  const turned = settle({ nodes: question.nodes.toReversed(), links: question.links.toReversed() });
  expect(turned.toReversed()).toEqual(places);
});

it('the one in the middle is in the middle, and no two nodes lie on each other', () => {
  const places = settle(star(40));
  expect(places[0]).toEqual({ x: 0, y: 0 });
  for (const [at, one] of places.entries())
    for (const other of places.slice(at + 1)) expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(12);
});

it('what is on the screen does not move when more comes in', () => {
  const places = settle(star(40));
  const wider = star(52);
  const nodes = wider.nodes.map((node, at) => ({ ...node, at: places[at], held: at < 40 }));
  const after = settle({ nodes, links: wider.links });
  expect(after.slice(0, 40)).toEqual(places);
  for (const [at, one] of after.entries())
    for (const other of after.slice(Math.max(at + 1, 40)))
      expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(8);
});

it('links to nothing, loops and doubles change nothing that is finite', () => {
  const name = fc.constantFrom('a', 'b', 'c', 'd', 'nowhere');
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 4 }),
      fc.array(fc.record({ a: name, b: name, weight: fc.integer() }), { maxLength: 12 }),
      (keys, links) => {
        const places = settle({
          nodes: keys.map((key) => ({ key, radius: 5, from: null, at: { x: 1, y: 1 } })),
          links,
        });
        expect(places).toHaveLength(keys.length);
        expect(places.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
      },
    ),
  );
});

it('of two questions the later is answered', async () => {
  const replies: LayoutReply[] = [];
  const serve = serveLayouts((reply) => replies.push(reply));
  await Promise.all([serve({ id: 1, question: star(30) }), serve({ id: 2, question: star(20) })]);
  expect(replies).toEqual([{ id: 2, places: settle(star(20)) }]);
});
