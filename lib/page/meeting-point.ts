// Where our scripts on one page meet: an object in the extension's isolated world, which page scripts can't see. It is
// under a symbol, since in Chromium a page's elements are globals there too: `<a id=byline>` would be found in its place.
import type { typeset } from '../text/maths.ts';
import type { PagePort } from './act/card-port.ts';
import type { Saving } from './act/saving.ts';
import type { PageBridge } from './bridge.ts';
import type { CitationsPort } from './citations/citations-port.ts';

interface MeetingPoint {
  /** Offered by the page script (`bridge.ts`). */
  bridge?: PageBridge | undefined;
  /** The page script for which what is inside of the page is followed (`inside.ts`). */
  inside?: PageBridge;
  /** Offered by the script for citations. */
  citations?: CitationsPort;
  /** Offered to the card (`act/card-port.ts`). */
  card?: PagePort | undefined;
  /** Offered by the script for saving by key or menu (`act/saving.ts`). */
  saving?: Saving;
  /** Offered by the script that typesets formulas. */
  typeset?: typeof typeset;
}

const key = Symbol.for('byline');
const world = globalThis as { [key]?: MeetingPoint };

export const meetingPoint: MeetingPoint = (world[key] ??= {});
