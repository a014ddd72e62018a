// Lets into the card what may act (`components/over-page/may-act.ts`), and keeps from the page what happens in the card.
import { mayAct } from './may-act.ts';

const pressing = ['click', 'auxclick', 'dblclick', 'pointerdown', 'mousedown', 'keydown', 'keyup', 'input', 'change'];
/** What the page would otherwise hear with our host as its target. */
const unheard = pressing.concat(
  ['pointerup', 'mouseup', 'pointermove', 'mousemove', 'pointerover', 'mouseover', 'pointerout', 'mouseout'],
  ['wheel', 'touchstart', 'touchmove', 'touchend', 'contextmenu', 'keypress', 'copy', 'cut', 'paste', 'select'],
  ['focusin', 'focusout', 'dragstart', 'beforeinput'],
);
const guarded = 'a[href], [data-guarded]';

/** @param stoodFor milliseconds since the card appeared or moved. */
export function guard(frame: HTMLElement, stoodFor: () => number, signal: AbortSignal): void {
  for (const type of pressing)
    frame.addEventListener(
      type,
      (event) => {
        const onGuarded = event.target instanceof Element && event.target.closest(guarded) !== null;
        const detail = event instanceof UIEvent ? event.detail : 0;
        if (mayAct({ type, isTrusted: event.isTrusted, detail, onGuarded, stoodFor: stoodFor() })) return;
        event.preventDefault();
        event.stopImmediatePropagation();
      },
      { capture: true, signal },
    );
  // After React, which listens below the frame, and before the page.
  for (const type of unheard)
    frame.addEventListener(type, (event) => event.stopPropagation(), { signal, passive: true });
}
