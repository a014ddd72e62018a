// Where the two halves of the page script meet. The reader (`page.ts`) runs on every page; the pen (`pen.ts`), which
// paints and follows the pointer, is injected only where something was found. Both run in the extension's isolated
// world of one page, so they meet at one global there; page scripts can't see it.
import type { Settings } from '../settings/schema.ts';
import type { Account } from './account.ts';
import type { Mark, Marks } from './marks.ts';
import type { Filter, Listing, PaperMark, Rect } from './protocol.ts';

/** Offered by the reader. */
export interface Desk {
  marks: Marks;
  account: Account;
  settings: () => Settings;
  /** False, and everything ends, once the extension was updated or removed. */
  alive: () => boolean;
  /** The elements of the adapter's row round an element; null where there is none. */
  around: (element: Element) => readonly Element[] | null;
  injectCard: () => Promise<unknown>;
  attach: (pen: (desk: Desk) => Pen) => void;
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
  /** Shows only those rows of a listing; null shows all. Answers the listing as it is then. */
  filter: (filter: Filter | null) => Listing | null;
  /** The rows of the page; null where it has none. */
  readonly listing: Listing | null;
  /** New settings. */
  set: (settings: Settings) => void;
  /** Brings a paper's first mark into view and opens its card, or a card without a mark for the page's own paper. */
  show: (id: string) => void;
  /** From mark to mark: 1 forward, -1 back, 0 the page's own paper or the nearest mark. */
  step: (by: 1 | -1 | 0) => void;
  /** The box round a mark's visible text, in page pixels; null where nothing of it can be seen. */
  rect: (mark: Mark) => Rect | null;
  /** Nothing waits to be painted. */
  readonly idle: boolean;
}

declare global {
  // The meeting place in the isolated world.
  var bylineDesk: Desk | undefined;
}
