import { expect, it } from 'vitest';
import { StaleUrl } from '../../../../lib/page/read/stale-url.ts';

const [a, b, c] = ['https://x.example/a', 'https://x.example/b', 'https://x.example/c'];

it('a page whose row is still the previous one’s is stale until the row changes', () => {
  const stale = new StaleUrl();
  expect(stale.previous('Row A', false)).toBeNull();
  stale.leave(a, 'Row A', 10_000);
  expect(stale.previous(null, false)).toBe(a);
  // Tags may come before the row.
  expect(stale.previous('Row A', false)).toBe(a);
  stale.rowChanged(10_500);
  expect(stale.previous('Row B', true)).toBeNull();
  // What the next page shows may well be called the same.
  expect(stale.previous('Row A', true)).toBeNull();
});

it('two quick navigations still show the first page', () => {
  const stale = new StaleUrl();
  stale.leave(a, 'Row A', 0);
  stale.leave(b, 'Row A', 100);
  expect(stale.previous('Row A', true)).toBe(a);
  stale.rowChanged(200);
  expect(stale.previous('Row C', true)).toBeNull();
  stale.leave(c, 'Row C', 300);
  expect(stale.previous('Row C', true)).toBe(c);
});

it('a page without a row is stale as long as its tags are', () => {
  const stale = new StaleUrl();
  stale.leave(a, '', 0);
  expect(stale.previous('', true)).toBe(a);
  expect(stale.previous('', false)).toBeNull();
});

it('a row that came just before its address is not stale', () => {
  const stale = new StaleUrl();
  stale.rowChanged(1000);
  stale.leave(a, 'Row B', 1700);
  expect(stale.previous('Row B', true)).toBeNull();
  stale.leave(b, 'Row B', 9000);
  expect(stale.previous('Row B', true)).toBe(b);
});
