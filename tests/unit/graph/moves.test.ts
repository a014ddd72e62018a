// Walking by arrow keys, moving the view, and the way back.
import { expect, it } from 'vitest';
import { back, forward, inPlace, startHistory, step } from '../../../lib/graph/history.ts';
import { fitView, keepInside, toGraph, toScreen, zoomAt } from '../../../lib/graph/view.ts';
import { nextNode, type Direction } from '../../../lib/graph/walk.ts';

const points = new Map([
  ['middle', { x: 0, y: 0 }],
  ['east', { x: 10, y: 1 }],
  ['far east', { x: 30, y: 0 }],
  ['north', { x: 1, y: -8 }],
  ['north west', { x: -6, y: -5 }],
]);

it.each<[Direction, string | null]>([
  ['right', 'east'],
  ['up', 'north'],
  ['left', 'north west'],
  ['down', null],
])('from the middle %s', (direction, key) => {
  expect(nextNode(points, 'middle', direction)).toBe(key);
});

it('of two nodes the one that is tied counts as nearer; from nowhere one gets somewhere', () => {
  const near = new Map([...points, ['other', { x: 12, y: 1 }]]);
  expect(nextNode(near, 'middle', 'right', new Set(['other']))).toBe('other');
  expect(nextNode(points, 'nowhere', 'up')).toBe('middle');
  expect(nextNode(new Map(), 'nowhere', 'up')).toBeNull();
});

it('what is under the pointer stays there while one zooms', () => {
  const view = { dx: 20, dy: 30, scale: 1.5 };
  const at = { x: 111, y: 222 };
  const before = toGraph(view, at);
  const after = toScreen(zoomAt(view, 1.7, at), before);
  expect(after.x).toBeCloseTo(at.x);
  expect(after.y).toBeCloseTo(at.y);
});

it('all of a graph fits; what is off the screen is brought in', () => {
  const size = { width: 600, height: 400 };
  const all = [...points.values()].map(({ x, y }) => ({ x: x * 100, y: y * 100 }));
  const view = fitView(all, size);
  for (const point of all) {
    const { x, y } = toScreen(view, point);
    expect(x >= 0 && x <= size.width && y >= 0 && y <= size.height).toBe(true);
  }
  const off = { x: 5_000, y: -3_000 };
  const { x, y } = toScreen(keepInside({ dx: 0, dy: 0, scale: 1 }, off, size), off);
  expect(x > 0 && x < size.width && y > 0 && y < size.height).toBe(true);
  expect(fitView([], size)).toEqual({ dx: 300, dy: 200, scale: 1 });
});

it('back and forward; a new step ends what was ahead, a change in place does not count', () => {
  const walked = ['b', 'c', 'd'].reduce((history, next) => step(history, next), startHistory('a'));
  const once = back(back(walked));
  expect(once.now).toBe('b');
  expect(forward(once).now).toBe('c');
  expect(step(once, 'x').future).toEqual([]);
  expect(back(back(back(back(walked)))).now).toBe('a');
  expect(inPlace(walked, 'e').past).toEqual(walked.past);
  expect(step(walked, walked.now)).toEqual(walked);
});
