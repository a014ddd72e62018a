// Where the parts of the page script meet. The reader (`page.ts`) runs on every page. The mark controller
// (`act/mark-controller.ts`), which paints marks and follows the pointer, is injected only where something was found;
// filters (`act/listing-filter.ts`), steps (`act/navigation.ts`) and answers (`answers.ts`) only where they are used. All run in the extension's isolated world of one
// page, so they meet at one place there (`meeting-point.ts`), which page scripts can't see.
import type { Settings } from '../settings/schema.ts';
import type { CardPort, CardRequest } from './act/card-port.ts';
import type { CostMeter } from './cost-meter.ts';
import type { Box } from './draw/geometry.ts';
import type { Host } from './draw/host.ts';
import type { MarkColours } from './draw/mark-colours.ts';
import type { Mark, Marks } from './draw/marks.ts';
import type { Measure } from './draw/measure.ts';
import type { Filter, PageReport, PageSummary, PaperMark } from '../messages/page-protocol.ts';
import type { PageReader } from './read/page-reader.ts';
import type { Worker } from './runtime.ts';

/** Offered by the reader. */
export interface PageBridge {
  /** Where all that is drawn goes. */
  host: Pick<Host, 'root' | 'shown' | 'came'>;
  marks: Marks;
  meter: CostMeter;
  /** Set once its script is injected. */
  controller: MarkController | null;
  answers: PageAnswers | null;
  navigation: PageNavigation | null;
  settings: () => Settings;
  /** False, and everything ends, once the extension was updated or removed. */
  alive: () => boolean;
  ask: Worker['ask'];
  attach: (create: (bridge: PageBridge) => MarkController) => void;
  attachFilters: (create: (bridge: PageBridge, overlay: OverlayLayer) => RowFilters) => void;
  reader: Pick<PageReader, 'adapter' | 'around' | 'asked' | 'read'>;
  filter: () => Filter;
  setFilter: (filter: Filter) => void;
  /** Nothing more is to be read, asked or painted. */
  idle: () => boolean;
  /** Ends everything: switched off, updated, removed. */
  signal: AbortSignal;
}

/** Offered by the script for what is seldom wanted (`answers.ts`). */
export interface PageAnswers {
  summary: () => PageSummary;
  report: () => Promise<PageReport | null>;
  /** The reader followed an author, or no longer does. */
  followsChanged: () => Promise<void>;
}

/** Offered by the script that steps from mark to mark (`act/navigation.ts`). */
export interface PageNavigation {
  /** Scrolls to a paper's first mark and opens its card, or a card without a mark for the page's own paper. */
  show: (id: string) => void;
  /**
   * From mark to mark, or from citation to citation: 1 forward, -1 back; 0 opens the citation where the reader is, else the
   * page's own paper or the nearest mark.
   */
  step: (by: 1 | -1 | 0, among?: 'citations') => void;
}

/** Offered by the script that draws marks. */
export interface MarkController {
  /** The marks changed. */
  update: () => void;
  /** Things moved on the page. */
  relayout: () => void;
  /** A paper's status changed. */
  status: (id: string, status: PaperMark['status']) => void;
  /** What is known of papers changed. */
  restyle: () => void;
  /** New settings. */
  set: (settings: Settings) => void;
  /** Opens a mark's card, and moves the focus there. */
  choose: (mark: Mark) => void;
  /** Sets a small focus mark on a title, without a card; null takes it away. */
  point: (mark: Mark | null) => void;
  /** `present`: null until the card's script is there. */
  readonly card: {
    show: (request: CardRequest) => void;
    leave: () => void;
    readonly present: Pick<CardPort, 'stay' | 'hide' | 'current'> | null;
  };
  /** The marks to paint. */
  shown: () => Mark[];
  /** Set as a title. */
  isTitled: (mark: Mark) => boolean;
  /** The mark whose card was opened last. */
  readonly last: Mark | null;
  readonly measure: Pick<Measure, 'lines' | 'visibleLines'>;
  /** Nothing waits to be painted. */
  readonly idle: boolean;
  readonly overlay: OverlayLayer;
}

/** Where filters draw. */
export interface OverlayLayer {
  /** Moves with the page. */
  readonly element: HTMLElement;
  /** Stays in one place of the window. */
  readonly frame: HTMLElement;
  /** The colours that suit the page as a whole. */
  readonly colours: MarkColours;
  /** What is left of an element between what clips it. */
  open: (element: Element) => Box;
  /** Asks for a painting: `measure`, then `draw`. */
  schedule: () => void;
  readonly hasCard: boolean;
  /** Set once they are injected. */
  filters: RowFilters | null;
  /** What else is drawn there. */
  readonly parts: Set<OverlayPart>;
}

/** Something that is drawn with the marks. */
export interface OverlayPart {
  /** Marks, or what is known of their papers, changed. */
  again: () => void;
  /** Reads only. `origin`: where the layer's zero point is. */
  measure: (origin: { left: number; top: number }) => void;
  /** Writes only. */
  draw: () => void;
}

/** Offered by the filters' script. */
export interface RowFilters extends OverlayPart {
  set: (filter: Filter) => void;
  /** Whether a step by key may lead to the mark. */
  shows: (mark: Mark) => boolean;
  /** Something of ours covers the marks at this point of the window. */
  covers: (x: number, y: number) => boolean;
}
