import { expect, it } from 'vitest';
import { Left } from '../../../../lib/page/read/stale-url.ts';

const [a, b, c] = ['https://x.example/a', 'https://x.example/b', 'https://x.example/c'];

it('a page whose row is still the last one’s is left, until the row changes', () => {
  const left = new Left();
  expect(left.by('Row A', false)).toBeNull();
  left.leave(a, 'Row A', 10_000);
  expect(left.by(null, false)).toBe(a);
  // Tags may come before the row.
  expect(left.by('Row A', false)).toBe(a);
  left.rowChanged(10_500);
  expect(left.by('Row B', true)).toBeNull();
  // What the next page shows may well be called the same.
  expect(left.by('Row A', true)).toBeNull();
});

it('who goes on quickly still sees the first page', () => {
  const left = new Left();
  left.leave(a, 'Row A', 0);
  left.leave(b, 'Row A', 100);
  expect(left.by('Row A', true)).toBe(a);
  left.rowChanged(200);
  expect(left.by('Row C', true)).toBeNull();
  left.leave(c, 'Row C', 300);
  expect(left.by('Row C', true)).toBe(c);
});

it('a page without a row is left as long as its tags are', () => {
  const left = new Left();
  left.leave(a, '', 0);
  expect(left.by('', true)).toBe(a);
  expect(left.by('', false)).toBeNull();
});

it('a row that came just before its address is not left', () => {
  const left = new Left();
  left.rowChanged(1000);
  left.leave(a, 'Row B', 1700);
  expect(left.by('Row B', true)).toBeNull();
  left.leave(b, 'Row B', 9000);
  expect(left.by('Row B', true)).toBe(b);
});
