// In which order a page is read.
import { parentOf } from '../dom.ts';

/** What the reader sees comes first: of one large root, the part from the viewport's top on. */
export function viewportFirst(roots: readonly Element[]): Element[] {
  if (scrollY < innerHeight || roots.length !== 1 || roots[0] !== document.body) return [...roots];
  const inView: Element[] = [];
  for (const share of [0.2, 0.5, 0.8]) {
    let at = document.elementFromPoint(innerWidth / 2, innerHeight * share);
    // A piece of the page, not the page: as large as the viewport at most.
    for (let up = at === null ? null : parentOf(at); up !== null && up !== document.body; up = parentOf(up)) {
      if (up.offsetHeight >= 2 * innerHeight) break;
      at = up;
    }
    if (at !== null && at !== document.body && document.body.contains(at)) inView.push(at);
  }
  return [...new Set(inView), ...roots];
}
