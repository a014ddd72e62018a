// What a graph shows, and why each edge is there.
import { expect, it } from 'vitest';
import { connect } from '../../../lib/graph/connect.ts';
import { joinGraphData, noGraphData } from '../../../lib/graph/join-data.ts';
import type { Why } from '../../../lib/graph/node.ts';
import type { GraphData } from '../../../lib/graph/schema.ts';
import { sliceOf, type Slice } from '../../../lib/graph/slice.ts';
import * as change from '../../../lib/graph/state.ts';
import { career, dataOf, tie, work } from './data.ts';

const open = (data: GraphData, centre: string): Slice => {
  const from = connect(data);
  return sliceOf(from, change.beginAt(from, centre));
};
const keysOf = ({ nodes }: Slice): string[] => nodes.map(({ key }) => key);
const whyOf = ({ edges }: Slice, one: string, other: string): readonly Why[] =>
  edges.find(({ a, b }) => (a === one && b === other) || (a === other && b === one))?.why ?? [];

const small = dataOf(
  [
    work('w1', ['ann', 'bob'], { year: 2019, topics: ['graphs'] }),
    work('w2', ['bob', 'cy', 'ann'], { year: 2023, topics: ['graphs', 'layout'], cites: ['w1', 'nowhere'] }),
    work('w3', ['cy'], { year: null }),
  ],
  {
    people: [
      {
        id: 'ann',
        name: 'Ann Example',
        ties: [tie('advisor', 'Cy Example', { person: 'cy' }), tie('works-at', 'Example University')],
      },
      { id: 'dee', name: 'Dee Example', ties: [tie('degree', 'EXAMPLE University', { to: 2018 })] },
    ],
    alike: [{ one: 'w1', other: 'w3', shares: ['graphs'] }],
    read: [{ key: 'person:ann', unread: 0 }],
  },
);

const evidence: [what: string, around: string, one: string, other: string, why: Partial<Why>[]][] = [
  [
    'works together, the last of them',
    'person:ann',
    'person:ann',
    'person:bob',
    [{ kind: 'together', works: 2, last: 2023, exact: true }],
  ],
  [
    'of two that were not read around, at least',
    'person:ann',
    'person:bob',
    'person:cy',
    [{ kind: 'together', works: 1, exact: false }],
  ],
  [
    'the advisor, and who says so, before works',
    'person:ann',
    'person:ann',
    'person:cy',
    [
      { kind: 'advisor', advisor: 'person:cy', saidBy: ['Example University'] },
      { kind: 'together', works: 1 },
    ],
  ],
  ['first author', 'person:ann', 'person:ann', 'paper:w1', [{ kind: 'wrote', place: 'first' }]],
  ['last author', 'person:ann', 'person:ann', 'paper:w2', [{ kind: 'wrote', place: 'last' }]],
  ['neither first nor last', 'person:ann', 'person:cy', 'paper:w2', [{ kind: 'wrote', place: null }]],
  ['a reference', 'paper:w2', 'paper:w2', 'paper:w1', [{ kind: 'cites', citing: 'paper:w2' }]],
  ['a subject in common', 'paper:w1', 'paper:w1', 'paper:w3', [{ kind: 'alike', shares: ['graphs'] }]],
  ['a topic of a paper', 'paper:w1', 'paper:w1', 'topic:graphs', [{ kind: 'about' }]],
  ['works on a topic', 'person:ann', 'person:ann', 'topic:graphs', [{ kind: 'works-on', works: 2 }]],
  ['topics of the same works', 'topic:graphs', 'topic:graphs', 'topic:layout', [{ kind: 'shares', works: 1 }]],
  ['a position', 'person:ann', 'person:ann', 'institution:example university', [{ kind: 'works-at' }]],
  [
    'a degree from the same place in other letters',
    'institution:example university',
    'person:dee',
    'institution:example university',
    [{ kind: 'degree', to: 2018 }],
  ],
];
it.each(evidence)('%s', (_what, around, one, other, why) => {
  const found = whyOf(open(small, around), one, other);
  expect(found).toMatchObject(why);
  expect(found).toHaveLength(why.length);
});

it('references to nothing are left out', () => {
  expect(keysOf(open(small, 'paper:w2'))).not.toContain('paper:nowhere');
});

it('a career of thousands of works opens with 42 nodes of all kinds, and says how many more there are', () => {
  const slice = open(career(5_000, 500), 'person:me');
  expect(slice.nodes).toHaveLength(change.FIRST_NODES);
  const kinds = new Map(slice.nodes.map(({ kind }) => [kind, slice.nodes.filter((one) => one.kind === kind).length]));
  expect(kinds.get('person')).toBeGreaterThan(10);
  expect(kinds.get('paper')).toBeGreaterThan(10);
  expect(kinds.get('topic')).toBeGreaterThan(5);
  // 5,000 works, 500 colleagues, 7 topics and oneself, without those shown.
  expect(slice.more).toEqual([
    { key: 'more:person:me', of: 'person:me', count: 5_508 - change.FIRST_NODES, exact: true },
  ]);
});

it('a paper by a collaboration of thousands shows some of them, and ties no two of them to each other', () => {
  const names = Array.from({ length: 3_000 }, (_, at) => `p${at}`);
  const slice = open(dataOf([work('w', names)]), 'paper:w');
  expect(slice.nodes.length).toBeLessThanOrEqual(change.FIRST_NODES);
  expect(slice.more[0]?.count).toBe(3_001 - slice.nodes.length);
  expect(slice.edges.every(({ a, b }) => a === 'paper:w' || b === 'paper:w')).toBe(true);
});

it('where years are missing, a filter by year leaves those works out, and who has no other', () => {
  const data = dataOf([work('old', ['me', 'ann'], { year: 1999 }), work('none', ['me', 'bob'], { year: null })]);
  const from = connect(data);
  const state = change.withYears(change.beginAt(from, 'person:me'), [1990, 2005]);
  const slice = sliceOf(connect(data, state.years), state, from);
  expect(keysOf(slice)).toEqual(['paper:old', 'person:ann', 'person:me']);
  expect(slice.filtered).toBe(2);
});

it('the one in the middle stays when its kind is left out', () => {
  const from = connect(small);
  const state = change.switchKind(change.beginAt(from, 'person:ann'), 'person');
  expect(keysOf(sliceOf(from, state))).toContain('person:ann');
  expect(keysOf(sliceOf(from, state))).not.toContain('person:bob');
});

it('expanding shows twelve more and counts the rest; folding takes them away; expanding again brings the same', () => {
  const from = connect(career(200, 60));
  const first = change.beginAt(from, 'person:me');
  const more = change.expandNode(from, first, 'person:me');
  const [before, after] = [sliceOf(from, first), sliceOf(from, more)];
  expect(after.nodes).toHaveLength(before.nodes.length + change.MORE_NODES);
  expect(after.more[0]?.count).toBe((before.more[0]?.count ?? 0) - change.MORE_NODES);
  const folded = change.foldNode(more, 'person:me');
  expect(sliceOf(from, folded).nodes.map(({ key }) => key)).toEqual(['person:me']);
  expect(change.expandNode(from, change.foldNode(more, 'person:c1'), 'person:c1')).toEqual(
    change.expandNode(from, change.foldNode(more, 'person:c1'), 'person:c1'),
  );
});

it('what is hidden does not come back by expanding, only by showing what is hidden', () => {
  const from = connect(small);
  const hidden = change.hideNode(change.beginAt(from, 'person:ann'), 'person:bob');
  const expanded = change.expandNode(from, change.expandNode(from, hidden, 'person:ann'), 'paper:w1');
  expect(keysOf(sliceOf(from, expanded))).not.toContain('person:bob');
  expect(keysOf(sliceOf(from, change.showHidden(from, expanded)))).toContain('person:bob');
});

it('what comes in later takes away nothing that is shown', () => {
  const from = connect(career(100, 40));
  const state = change.beginAt(from, 'person:me');
  const news = dataOf(Array.from({ length: 300 }, (_, at) => work(`n${at}`, ['me', `x${at % 9}`], { year: 2025 })));
  const wider = connect(joinGraphData(career(100, 40), news));
  const before = keysOf(sliceOf(from, state));
  expect(keysOf(sliceOf(wider, state))).toEqual(before);
});

it('the same whatever the order in which works and people came', () => {
  const data = career(80, 20);
  const turned = { ...data, works: data.works.toReversed() };
  expect(open(turned, 'person:me')).toEqual(open(data, 'person:me'));
});

it('the tree has what the picture has, each under what it was reached from, then how many more', () => {
  const from = connect(career(200, 60));
  const state = change.expandNode(from, change.beginAt(from, 'person:me'), 'person:c1');
  const { nodes, more, tree } = sliceOf(from, state);
  expect(tree.map(({ key }) => key).toSorted()).toEqual([...nodes, ...more].map(({ key }) => key).toSorted());
  const seen = new Set<string>();
  for (const row of tree) {
    if (row.from !== null) expect(seen).toContain(row.from);
    seen.add(row.key);
  }
  expect(tree.at(-1)?.key).toBe('more:person:me');
});

it('an answer that says more of a work completes it', () => {
  const joined = joinGraphData(
    joinGraphData(noGraphData, dataOf([work('w', ['ann'], { year: null })])),
    dataOf([work('w', ['ann', 'bob'], { cites: ['x'] })]),
  );
  expect(joined.works).toEqual([work('w', ['ann', 'bob'], { cites: ['x'] })]);
});
