// Resting on a citation opens the card of what it cites; of several, a short list of them.
import { Intent } from '../act/intent.ts';
import type { PageBridge } from '../bridge.ts';
import { closest } from '../dom.ts';
import type { Settings } from '../../settings/schema.ts';
import { citationUnder, CITING, isSameCitation, type Citation } from './citation.ts';
import type { CitationsPort } from './citations-port.ts';
import { Citations } from './citations.ts';
import { citedMarks } from './entries.ts';
import { OwnPopups } from './own-popups.ts';
import { subjectFor } from './subject-for.ts';

const isHeld = (event: PointerEvent, modifier: Settings['modifier']): boolean =>
  modifier === 'alt' ? event.altKey : modifier === 'control' ? event.ctrlKey : event.shiftKey;

export function followCitations(bridge: PageBridge): CitationsPort {
  const { marks, settings, alive, signal } = bridge;
  const citations = new Citations(bridge, {
    focused: () => focused(marks),
    underPointer: () => on,
    leftToPage: () => (on !== null && popups.cameNear(on.boxes()) ? on : null),
  });
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
      if (target instanceof Element && closest(target, CITING) !== null) popups.watch();
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
      if (found === null || on === null || !isSameCitation(found, on)) on = found;
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
  return citations;
}

/** The citation that has the focus, or that the focus is in. */
function focused(marks: PageBridge['marks']): Citation | null {
  const { activeElement } = document;
  if (activeElement === null || activeElement === document.body) return null;
  const { left, top } = activeElement.getBoundingClientRect();
  return citationUnder(activeElement, left, top, () => citedMarks(marks));
}
