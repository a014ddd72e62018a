// What the script for citations offers to the card and to the keys.
import type { PageBridge } from '../bridge.ts';

export interface CitationsPort {
  readonly bridge: PageBridge;
  /** The marks' script is there. */
  attach: () => void;
  /** How often the page's text cites one of these papers. */
  count: (ids: readonly string[]) => Promise<number>;
  /** Leads to one of the places that cite them, from 0, with their card. */
  go: (ids: readonly string[], to: number) => void;
  /** Back to where the reader was before. False: they were led nowhere. */
  back: () => boolean;
  /**
   * Opens what is cited where a step, the focus or the pointer is. On the way to the next mark only where the focus is on a
   * citation, or the page shows itself what the one under the pointer cites. False: there is none.
   */
  open: (how: 'wanted' | 'on the way') => boolean;
  /** To the next citation, or the one before. False: there is none. */
  step: (by: 1 | -1) => Promise<boolean>;
}
