// From citation to citation by key: a ring around the one where the reader is; Enter opens it, any other key ends it.
import type { OverlayLayer, OverlayPart, PageBridge } from '../bridge.ts';
import { create } from '../draw/create-element.ts';
import type { CitationPlace } from './places.ts';

/** Pressed on the way to another key. */
const modifiers = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta']);
/** Pixels between a citation and its ring. */
const GAP = 2;

interface Ring {
  left: number;
  top: number;
  width: number;
  height: number;
}

export class CitationSteps {
  #at: CitationPlace | null = null;
  /** Where steps go on from, also after the ring has gone. */
  #last: Node | null = null;
  #overlay: OverlayLayer | null = null;
  #boxes: Ring[] = [];
  readonly #layer = create('div');
  readonly #said = create('div');

  constructor({ host, signal }: PageBridge, open: (place: CitationPlace) => void) {
    // The focus stays in the page, so a screen reader is told.
    this.#said.role = 'status';
    this.#said.style.cssText = 'position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)';
    const end = (event: Event): void => {
      const place = this.#at;
      if (place === null || !event.isTrusted) return;
      const { key } = event as Partial<KeyboardEvent>;
      if (key !== undefined && modifiers.has(key)) return;
      this.#set(null);
      if (key !== 'Enter' && key !== 'Escape') return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (key === 'Enter') open(place);
    };
    for (const type of ['keydown', 'pointerdown']) addEventListener(type, end, { capture: true, signal });
    host.root.append(this.#said);
  }

  get at(): CitationPlace | null {
    return this.#at;
  }

  /** The citation after, or before, the last one; the first time the first in or below the window. */
  next(places: readonly CitationPlace[], by: 1 | -1): CitationPlace | null {
    const from = places.findIndex(({ citation }) => citation.at === this.#last);
    const place = from < 0 ? nearest(places, by) : places.at((from + by) % places.length);
    this.#set(place ?? null);
    return this.#at;
  }

  ring(overlay: OverlayLayer): OverlayPart {
    this.#overlay = overlay;
    overlay.element.append(this.#layer);
    return {
      again: () => undefined,
      measure: ({ left, top }) => {
        this.#boxes = (this.#at?.citation.boxes() ?? []).map((box) => ({
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

  #set(place: CitationPlace | null): void {
    this.#at = place;
    if (place !== null) this.#last = place.citation.at;
    const titles = place?.bracket().marks.map(({ text }) => text) ?? [];
    this.#said.textContent = titles.join(' · ');
    this.#overlay?.schedule();
  }
}

function nearest(places: readonly CitationPlace[], by: 1 | -1): CitationPlace | undefined {
  const topOf = ({ citation }: CitationPlace): number => citation.boxes()[0]?.top ?? -1;
  return by === 1
    ? (places.find((place) => topOf(place) >= 0) ?? places[0])
    : (places.findLast((place) => topOf(place) < innerHeight) ?? places.at(-1));
}
