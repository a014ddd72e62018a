// From mark to mark by key, in the page's order.
import type { Mark } from '../draw/marks.ts';

/** Marks in document order. */
export const inDocumentOrder = (marks: readonly Mark[]): Mark[] =>
  marks.toSorted((a, b) => {
    const [first, second] = [a.stretches[0], b.stretches[0]];
    if (first === undefined || second === undefined) return 0;
    if (first.node === second.node) return first.start - second.start;
    return (first.node.compareDocumentPosition(second.node) & Node.DOCUMENT_POSITION_FOLLOWING) === 0 ? 1 : -1;
  });

/**
 * The mark that a step leads to. `tops`: where each mark stands from the viewport's top; without a mark to go on from,
 * forward begins with the first in or below the viewport, backward with the last above its end.
 */
export function stepFrom(current: number, by: 1 | -1 | 0, tops: readonly number[], height: number): number {
  const count = tops.length;
  if (count === 0) return -1;
  if (by === 0) {
    if (current >= 0) return current;
    const middle = height / 2;
    return tops.reduce(
      (best, top, at) => (Math.abs(top - middle) < Math.abs((tops[best] ?? 0) - middle) ? at : best),
      0,
    );
  }
  if (current >= 0) return (current + by + count) % count;
  if (by === 1)
    return Math.max(
      0,
      tops.findIndex((top) => top >= 0),
    );
  const last = tops.findLastIndex((top) => top < height);
  return last < 0 ? count - 1 : last;
}
