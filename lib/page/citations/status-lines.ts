// Lines under the citations of papers that the reader saved, has read, or by people they follow. Drawn over the page, so
// that no letter moves, and told apart by their form, not by colour alone.
import type { Mark } from '../draw/marks.ts';
import type { PaperMark } from '../../messages/page-protocol.ts';
import { checkVisibility, parentOf } from '../dom.ts';
import { create } from '../draw/create-element.ts';
import { elementAt, hides, isInBody } from '../draw/surroundings.ts';
import type { OverlayLayer, OverlayPart, PageBridge } from '../bridge.ts';
import type { CitationPlace } from './places.ts';

export type CitedStatus = 'saved' | 'read' | 'followed';
interface Line {
  status: CitedStatus;
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Below a citation, so that the line of a link stays to be seen; pixels. */
const BELOW = 1;
/** How far outside of the window lines are drawn, in heights of it. */
const MARGIN = 1;

/** The form says which it is, the colour only helps. */
const borderOf: Record<CitedStatus, string> = { saved: '2px solid', read: '3px double', followed: '2px dotted' };

/** What the reader has of the papers of a citation: of several, what weighs most. */
export function citedStatus(marks: readonly Mark[], papers: ReadonlyMap<string, PaperMark>): CitedStatus | null {
  const known = marks.flatMap(({ subject }) =>
    subject.kind === 'papers' ? subject.papers.flatMap((id) => papers.get(id) ?? []) : [],
  );
  if (known.some(({ status }) => status === 'to-read' || status === 'reading')) return 'saved';
  if (known.some(({ status }) => status === 'read')) return 'read';
  return known.some(({ followed }) => followed !== null) ? 'followed' : null;
}

export class StatusLines implements OverlayPart {
  readonly #overlay: OverlayLayer;
  readonly #bridge: PageBridge;
  readonly #places: () => readonly CitationPlace[];
  readonly #layer = create('div');
  #lines: Line[] = [];
  readonly again: () => void;

  /** @param again the marks changed, or what is known of their papers */
  constructor(bridge: PageBridge, overlay: OverlayLayer, places: () => readonly CitationPlace[], again: () => void) {
    this.#bridge = bridge;
    this.#overlay = overlay;
    this.#places = places;
    this.again = again;
    overlay.element.append(this.#layer);
  }

  measure({ left, top }: { left: number; top: number }): void {
    const { papers } = this.#bridge.marks;
    const lines: Line[] = [];
    for (const { citation } of this.#places()) {
      const status = citedStatus(citation.marks, papers);
      if (status === null) continue;
      const element = citation.at instanceof Element ? citation.at : parentOf(citation.at);
      if (element === null || !checkVisibility(element, { opacityProperty: true, visibilityProperty: true })) continue;
      for (const box of citation.boxes()) {
        if (box.bottom < -MARGIN * innerHeight || box.top > (1 + MARGIN) * innerHeight || box.width < 2) continue;
        if (!isUncovered(element, box)) continue;
        lines.push({
          status,
          left: box.left - left,
          top: box.top - top,
          width: box.width,
          height: box.height + BELOW,
        });
      }
    }
    this.#lines = lines;
  }

  draw(): void {
    const { saved, people } = this.#overlay.colours;
    this.#layer.replaceChildren(
      ...this.#lines.map(({ status, left, top, width, height }) => {
        const line = create('div');
        const colour = status === 'followed' ? people : saved;
        line.style.cssText =
          `all:initial;position:absolute;pointer-events:none;left:${left}px;top:${top}px;width:${width}px;` +
          `height:${height}px;border-bottom:${borderOf[status]} ${colour}`;
        return line;
      }),
    );
  }
}

/** In the window something of the page may lie over a citation: a header that stays. */
function isUncovered(element: Element, { left, right, top, bottom }: DOMRect): boolean {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return true;
  const text = element.firstChild ?? element;
  const hit = elementAt(x, y, text);
  return hit === null || !isInBody(hit) || !hides(hit, text);
}
