// The citations of a page as a whole: read when they are first asked for, and again after the marks changed.
import type { OverlayLayer, PageBridge } from '../bridge.ts';
import type { Citation } from './citation.ts';
import type { CitationsPort } from './citations-port.ts';
import { citedMarks } from './entries.ts';
import { citationPlaces, type CitationPlace } from './places.ts';
import { citedStatus, StatusLines } from './status-lines.ts';
import { CitationSteps } from './steps.ts';
import { subjectFor } from './subject-for.ts';

/** How long marks are left to change before citations are read again, milliseconds. */
const REST_MS = 300;
/** How far down the window a citation is scrolled, as a share of its height. */
const SCROLL_SHARE = 0.3;

/** The citations where the reader is. */
export interface Here {
  focused: () => Citation | null;
  underPointer: () => Citation | null;
  /** The one under the pointer, where the page shows what it cites itself. */
  leftToPage: () => Citation | null;
}

export class Citations implements CitationsPort {
  readonly bridge: PageBridge;
  readonly #steps: CitationSteps;
  #places: readonly CitationPlace[] = [];
  /** As many marks as there were when places were last read; -1 before that. */
  #readWith = -1;
  #resting: ReturnType<typeof setTimeout> | undefined;
  #on: OverlayLayer | null = null;
  /** How far down the reader was before they were led to a citation. */
  #from: number | null = null;
  readonly #here: Here;

  constructor(bridge: PageBridge, here: Here) {
    this.bridge = bridge;
    this.#here = here;
    this.#steps = new CitationSteps(bridge, (place) => this.#open(place.bracket()));
    bridge.signal.addEventListener('abort', () => clearTimeout(this.#resting));
    this.attach();
  }

  async count(ids: readonly string[]): Promise<number> {
    await this.#read();
    return this.#citing(ids).length;
  }

  go(ids: readonly string[], to: number): void {
    const places = this.#citing(ids);
    const place = places[to];
    if (place === undefined) return;
    this.#from ??= scrollY;
    goTo(place.citation);
    this.bridge.controller?.card.show({
      subject: { kind: 'papers', ids, via: 'cited', confidence: 1 },
      anchor: place.citation.boxes,
      pinned: true,
      focus: true,
    });
  }

  back(): boolean {
    if (this.#from === null) return false;
    scrollTo({ top: this.#from, behavior: 'instant' });
    this.#from = null;
    this.bridge.controller?.card.present?.hide();
    return true;
  }

  open(how: 'wanted' | 'on the way'): boolean {
    const { focused, underPointer, leftToPage } = this.#here;
    const isOpen = this.bridge.controller?.overlay.hasCard === true;
    const found =
      how === 'wanted'
        ? (this.#steps.at?.bracket() ?? focused() ?? underPointer())
        : isOpen
          ? null
          : (focused() ?? leftToPage());
    if (found === null) return false;
    this.#open(found);
    return true;
  }

  async step(by: 1 | -1): Promise<boolean> {
    await this.#read();
    const place = this.#steps.next(
      this.#places.filter(({ isFirst }) => isFirst),
      by,
    );
    if (place !== null) goTo(place.citation);
    this.#on?.schedule();
    return place !== null;
  }

  #open(citation: Citation): void {
    const { controller, marks } = this.bridge;
    controller?.card.show({
      subject: subjectFor(citation, marks.pagePapers),
      anchor: citation.boxes,
      pinned: true,
      focus: true,
    });
  }

  #citing(ids: readonly string[]): CitationPlace[] {
    const wanted = new Set(ids);
    return this.#places.filter(({ citation }) =>
      citation.marks.some(({ subject }) => subject.kind === 'papers' && subject.papers.some((id) => wanted.has(id))),
    );
  }

  /** The marks' script is there: draws with it. */
  attach(): void {
    const { bridge } = this;
    const { overlay } = bridge.controller ?? {};
    if (overlay === undefined || this.#on === overlay) return;
    this.#on = overlay;
    overlay.parts.add(
      new StatusLines(
        bridge,
        overlay,
        () => this.#drawn(),
        () => this.#again(),
      ),
    );
    overlay.parts.add(this.#steps.ring(overlay));
    this.#again();
  }

  #drawn(): readonly CitationPlace[] {
    return this.bridge.settings().citations ? this.#places : [];
  }

  #again(): void {
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => {
      // Most pages cite nothing that the reader has: there citations are read when they are asked for.
      const read = this.#isAnyKnown() ? this.#read() : Promise.resolve();
      void read.then(() => this.#on?.schedule());
    }, REST_MS);
  }

  #isAnyKnown(): boolean {
    const { marks, settings } = this.bridge;
    return settings().citations && citedMarks(marks).some((mark) => citedStatus([mark], marks.papers) !== null);
  }

  /** Reads the citations, where marks came or went since they were read. */
  async #read(): Promise<void> {
    const { marks, meter, alive } = this.bridge;
    const count = marks.all.size;
    if (count === this.#readWith) return;
    this.#readWith = count;
    const found = await meter.inSlices(citationPlaces(citedMarks(marks)), alive);
    if (found !== null) this.#places = found;
  }
}

/** Scrolls a citation into view, clear of a sticky header, with the room below that a card wants. */
function goTo({ boxes }: Citation): void {
  const [box] = boxes();
  if (box === undefined) return;
  const { top, bottom } = box;
  if (top < 0 || bottom > innerHeight) scrollBy({ top: top - SCROLL_SHARE * innerHeight, behavior: 'instant' });
}
