// Data from anywhere: cycles, references to nothing, absurd years, ids of any characters. Never an exception, and what is
// shown always holds together.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { connect } from '../../../lib/graph/connect.ts';
import { settle } from '../../../lib/graph/layout.ts';
import { joinGraphData, noGraphData } from '../../../lib/graph/join-data.ts';
import { nodeKinds } from '../../../lib/graph/kinds.ts';
import type { GraphData } from '../../../lib/graph/schema.ts';
import { searchGraph } from '../../../lib/graph/search-graph.ts';
import { sliceOf } from '../../../lib/graph/slice.ts';
import * as change from '../../../lib/graph/state.ts';
import { hitsOf } from '../../../lib/graph/hits.ts';

const id = fc.oneof(
  fc.constantFrom(
    'a',
    'b',
    'c',
    'd',
    '__proto__',
    'constructor',
    'person:a',
    'more:person:a',
    '',
    ' ',
    '\u0000',
    '\n',
    '1 a b',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const text = fc.oneof(id, fc.string({ unit: 'grapheme', maxLength: 30 }), fc.constant('x'.repeat(10_000)));
const year = fc.oneof(fc.constant(null), fc.integer(), fc.constantFrom(0, 1999, 2020, 2023, NaN, Infinity, 1e300));
const data: fc.Arbitrary<GraphData> = fc.record({
  works: fc.array(
    fc.record(
      {
        id,
        title: text,
        year,
        authors: fc.array(
          fc.record({ id, name: text, unsure: fc.constant(true as const) }, { requiredKeys: ['id', 'name'] }),
          { maxLength: 8 },
        ),
        topics: fc.array(text, { maxLength: 4 }),
        cites: fc.array(id, { maxLength: 4 }),
      },
      { requiredKeys: ['id', 'title', 'year', 'authors', 'topics'] },
    ),
    { maxLength: 12 },
  ),
  people: fc.array(
    fc.record({
      id,
      name: text,
      ties: fc.array(
        fc.record(
          {
            kind: fc.constantFrom('works-at' as const, 'was-at' as const, 'degree' as const, 'advisor' as const),
            name: text,
            person: id,
            from: year,
            to: year,
            saidBy: fc.array(text, { maxLength: 2 }),
          },
          { requiredKeys: ['kind', 'name', 'from', 'to', 'saidBy'] },
        ),
        { maxLength: 3 },
      ),
    }),
    { maxLength: 6 },
  ),
  alike: fc.array(fc.record({ one: id, other: id, shares: fc.array(text, { maxLength: 2 }) }), { maxLength: 4 }),
  read: fc.array(fc.record({ key: id.map((one) => `person:${one}`), unread: fc.integer() }), { maxLength: 3 }),
});
const key = fc.tuple(fc.constantFrom(...nodeKinds), id).map(([kind, one]) => `${kind}:${one}`);
const act = fc.record({
  what: fc.constantFrom('expand', 'fold', 'hide', 'reveal', 'kind', 'years', 'unhide'),
  on: fc.oneof(key, fc.nat({ max: 30 })),
  kind: fc.constantFrom(...nodeKinds),
});

it('whatever the data and what is done to it', () => {
  fc.assert(
    fc.property(data, data, key, fc.array(act, { maxLength: 12 }), (first, later, centre, acts) => {
      let body = joinGraphData(noGraphData, first);
      let state = change.beginAt(connect(body), centre);
      for (const [at, { what, on, kind }] of acts.entries()) {
        if (at === 3) body = joinGraphData(body, later);
        const from = connect(body, state.years);
        const target = typeof on === 'string' ? on : (state.shown[on % state.shown.length]?.key ?? centre);
        if (what === 'expand') state = change.expandNode(from, state, target);
        if (what === 'fold') state = change.foldNode(state, target);
        if (what === 'hide') state = change.hideNode(state, target);
        if (what === 'reveal') state = change.revealNode(from, state, target);
        if (what === 'unhide') state = change.showHidden(from, state);
        if (what === 'kind') state = change.switchKind(state, kind);
        if (what === 'years') state = change.withYears(state, [1990, 2021]);
      }
      const from = connect(body, state.years);
      const slice = sliceOf(from, state, connect(body));
      const keys = slice.nodes.map((node) => node.key);
      expect(new Set(keys).size).toBe(keys.length);
      expect(keys).toEqual(keys.toSorted((one, other) => (one < other ? -1 : 1)));
      for (const { a, b, why } of slice.edges) {
        expect(keys).toContain(a);
        expect(keys).toContain(b);
        expect(why.length).toBeGreaterThan(0);
      }
      if (slice.nodes.some((node) => node.key === state.centre))
        expect(slice.tree.map((row) => row.key).toSorted()).toEqual(
          [...keys, ...slice.more.map((more) => more.key)].toSorted(),
        );
      searchGraph(from, slice, 'x');
      const places = settle({
        nodes: slice.nodes.map((node) => ({ key: node.key, radius: 5, from: null })),
        links: [...slice.edges],
      });
      expect(places.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
      hitsOf(new Map(keys.map((one, at) => [one, places[at] ?? { x: 0, y: 0 }])))({ x: 0, y: 0 }, 1e9);
    }),
    { numRuns: 150 },
  );
});

it('a state that goes in a circle is read all the same', () => {
  const body = joinGraphData(noGraphData, {
    works: [
      {
        id: 'w',
        title: 'W',
        year: null,
        authors: [
          { id: 'a', name: 'A' },
          { id: 'b', name: 'B' },
        ],
        topics: [],
      },
    ],
    people: [],
    alike: [],
    read: [],
  });
  const state = change.beginAt(connect(body), 'paper:w');
  const circle = {
    ...state,
    shown: state.shown.map((one) => ({ ...one, from: one.key === 'person:a' ? 'person:b' : 'person:a' })),
  };
  expect(
    sliceOf(connect(body), circle)
      .tree.map(({ key: one }) => one)
      .toSorted(),
  ).toEqual(['paper:w', 'person:a', 'person:b']);
});
