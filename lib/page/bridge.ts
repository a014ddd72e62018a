// Where the parts of the page script meet. The reader (`page.ts`) runs on every page; the pen (`pen.ts`), which
// paints and follows the pointer, is injected only where something was found, and filters (`filtering.ts`) only where the
// reader asks for them. All run in the extension's isolated
// world of one page, so they meet at one global there; page scripts can't see it.
import type { Settings } from '../settings/schema.ts';
import type { Account } from './cost-meter.ts';
import type { Box } from './draw/geometry.ts';
import type { Ink } from './draw/mark-colours.ts';
import type { ListRow } from './act/listing.ts';
import type { Mark, Marks } from './draw/marks.ts';
import type { Filter, PaperMark, Rect } from '../messages/page-protocol.ts';

/** Offered by the reader. */
export interface Desk {
  marks: Marks;
  account: Account;
  settings: () => Settings;
  /** False, and everything ends, once the extension was updated or removed. */
  alive: () => boolean;
  injectCard: () => Promise<unknown>;
  attach: (pen: (desk: Desk) => Pen) => void;
  attachFilters: (filters: (desk: Desk, stage: Stage) => Filters) => void;
  /** The rows of a listing, as they are marked now. */
  rows: () => ListRow[];
  setFilter: (filter: Filter) => void;
  /** Ends everything: switched off, updated, removed. */
  signal: AbortSignal;
}

/** Offered by the pen. */
export interface Pen {
  /** The marks are other ones. */
  update: () => void;
  /** Things moved on the page. */
  relayout: () => void;
  /** A paper's status is another one. */
  status: (id: string, status: PaperMark['status']) => void;
  /** What is known of papers is something else. */
  restyle: () => void;
  /** New settings. */
  set: (settings: Settings) => void;
  /** Brings a paper's first mark into view and opens its card, or a card without a mark for the page's own paper. */
  show: (id: string) => void;
  /** From mark to mark: 1 forward, -1 back, 0 the page's own paper or the nearest mark. */
  step: (by: 1 | -1 | 0) => void;
  /**
   * The box round a mark's visible text, in page pixels; null where nothing of it can be seen. `closed`: the closed
   * <details> round it, whose box it then is.
   */
  rect: (mark: Mark, closed: Element | null) => Rect | null;
  /** Nothing waits to be painted. */
  readonly idle: boolean;
  readonly stage: Stage;
}

/** Where filters draw, offered by the pen. */
export interface Stage {
  /** Moves with the page. */
  readonly layer: HTMLElement;
  /** Its closed root: for what stays where it is in the window. */
  readonly root: ShadowRoot;
  /** The ink that suits the page as a whole. */
  readonly ink: Ink;
  /** What is open of an element between what clips it. */
  open: (element: Element) => Box;
  /** Asks for a painting: `measure`, then `draw`. */
  schedule: () => void;
  hasCard: () => boolean;
  /** Set once they are there. */
  filters: Filters | null;
}

/** Offered by the filters' script. */
export interface Filters {
  set: (filter: Filter) => void;
  /** Marks, or what is known of their papers, are other ones. */
  again: () => void;
  /** Whether a step by key may lead to the mark. */
  shows: (mark: Mark) => boolean;
  /** Something of ours lies over the marks at this point of the window. */
  covers: (x: number, y: number) => boolean;
  /** Reads only. `origin`: where the layer's zero point is. */
  measure: (origin: { left: number; top: number }) => void;
  /** Writes only. */
  draw: () => void;
}

declare global {
  // The meeting place in the isolated world.
  var bylineDesk: Desk | undefined;
}
