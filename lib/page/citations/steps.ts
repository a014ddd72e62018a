// From citation to citation by key: a ring around the one where the reader is; Enter opens it, any other key ends it.
import { StepTarget } from '../act/step-target.ts';
import type { OverlayLayer, OverlayPart, PageBridge } from '../bridge.ts';
import { create } from '../draw/create-element.ts';
import { isSameCitation, type Citation } from './citation.ts';
import type { CitationPlace } from './places.ts';

/** Pixels between a citation and its ring. */
const GAP = 2;

interface Ring {
  left: number;
  top: number;
  width: number;
  height: number;
}

export class CitationSteps {
  readonly #target: StepTarget<CitationPlace>;
  /** Where steps go on from, also after the ring has gone. */
  #last: Citation | null = null;
  #overlay: OverlayLayer | null = null;
  #boxes: Ring[] = [];
  readonly #layer = create('div');

  constructor(bridge: PageBridge, open: (place: CitationPlace) => void) {
    this.#target = new StepTarget(bridge, () => this.#overlay?.schedule(), open);
  }

  get at(): CitationPlace | null {
    return this.#target.at;
  }

  /** The citation after, or before, the last one; the first time the first in or below the window. */
  next(places: readonly CitationPlace[], by: 1 | -1): CitationPlace | null {
    const last = this.#last;
    const from = last === null ? -1 : places.findIndex(({ citation }) => isSameCitation(citation, last));
    const place = from < 0 ? nearest(places, by) : places.at((from + by) % places.length);
    if (place === undefined) return null;
    this.#last = place.citation;
    const titles = place.bracket().marks.map(({ text }) => text);
    this.#target.set(place, titles.join(' · '));
    return place;
  }

  ring(overlay: OverlayLayer): OverlayPart {
    this.#overlay = overlay;
    overlay.element.append(this.#layer);
    return {
      again: () => undefined,
      measure: ({ left, top }) => {
        this.#boxes = (this.at?.citation.boxes() ?? []).map((box) => ({
          left: box.left - left - GAP,
          top: box.top - top - GAP,
          width: box.width + 2 * GAP,
          height: box.height + 2 * GAP,
        }));
      },
      draw: () => this.#layer.replaceChildren(...this.#boxes.map((box) => this.#ring(box, overlay))),
    };
  }

  #ring({ left, top, width, height }: Ring, { colours }: OverlayLayer): HTMLElement {
    const ring = create('div');
    ring.style.cssText =
      `all:initial;position:absolute;pointer-events:none;box-sizing:border-box;left:${left}px;top:${top}px;` +
      `width:${width}px;height:${height}px;border:2px solid ${colours.accent};border-radius:4px`;
    return ring;
  }
}

function nearest(places: readonly CitationPlace[], by: 1 | -1): CitationPlace | undefined {
  const topOf = ({ citation }: CitationPlace): number => citation.boxes()[0]?.top ?? -1;
  return by === 1
    ? (places.find((place) => topOf(place) >= 0) ?? places[0])
    : (places.findLast((place) => topOf(place) < innerHeight) ?? places.at(-1));
}
