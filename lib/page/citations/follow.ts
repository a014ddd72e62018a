// Resting on a citation opens the card of what it cites; of several, a short list of them.
import type { CardSubject } from '../act/card-port.ts';
import { subjectOf } from '../act/card-loader.ts';
import { Intent } from '../act/intent.ts';
import type { PageBridge } from '../bridge.ts';
import { closest } from '../dom.ts';
import type { Mark } from '../draw/marks.ts';
import type { Settings } from '../../settings/schema.ts';
import { citationUnder, type Citation } from './citation.ts';
import { citedMarks } from './entries.ts';
import { OwnPopups } from './own-popups.ts';

/** Maximum papers of a list: a bracket of more is seldom, and longer than a window. */
const MAX_LISTED = 20;

function subjectFor({ marks }: Citation, pagePapers: PageBridge['marks']['pagePapers']): CardSubject {
  const [only, ...others] = marks;
  if (only !== undefined && others.length === 0) return subjectOf(only, pagePapers);
  const ids = marks.flatMap(({ subject }: Mark) => (subject.kind === 'papers' ? subject.papers.slice(0, 1) : []));
  return { kind: 'papers', ids: [...new Set(ids)].slice(0, MAX_LISTED), via: 'cited', confidence: 1 };
}

const isHeld = (event: PointerEvent, modifier: Settings['modifier']): boolean =>
  modifier === 'alt' ? event.altKey : modifier === 'control' ? event.ctrlKey : event.shiftKey;

export function followCitations(bridge: PageBridge): void {
  const { marks, settings, alive, signal } = bridge;
  const popups = new OwnPopups(signal);
  let on: Citation | null = null;
  const intent = new Intent<Citation>(settings(), {
    prefetch: () => undefined,
    show: (citation, how) => {
      // The page says itself what is cited: ours would lie over it.
      if (!how.pinned && popups.cameNear(citation.boxes())) return;
      bridge.controller?.card.show({
        subject: subjectFor(citation, marks.pagePapers),
        anchor: citation.boxes,
        ...how,
      });
    },
    leave: () => bridge.controller?.card.leave(),
    stay: () => bridge.controller?.card.present?.stay(),
    now: () => performance.now(),
    later: (act, ms) => {
      const timer = setTimeout(act, ms);
      return () => clearTimeout(timer);
    },
  });
  // Before the page itself hears of the pointer.
  addEventListener(
    'pointerover',
    ({ target }) => {
      if (target instanceof Element && closest(target, 'a[href*="#"]') !== null) popups.watch();
    },
    { capture: true, passive: true, signal },
  );
  addEventListener(
    'pointermove',
    (event) => {
      if (!event.isTrusted || event.pointerType === 'touch' || !alive() || event.buttons !== 0) return;
      intent.settings = settings();
      const { target, clientX: x, clientY: y } = event;
      const found = target instanceof Element ? citationUnder(target, x, y, () => citedMarks(marks)) : null;
      // The same one as before is one object, so that its time goes on.
      if (found === null || on === null || found.at !== on.at) on = found;
      if (on === null) popups.rest();
      else popups.watch();
      // A card that was closed meanwhile may be opened again.
      if (bridge.controller?.card.present?.current() === null) intent.closed();
      intent.move(on, { pill: false, held: isHeld(event, settings().modifier) });
    },
    { capture: true, passive: true, signal },
  );
  for (const type of ['scroll', 'pointerdown'])
    addEventListener(type, () => intent.scrolled(), { capture: true, passive: true, signal });
}
