// Lets into the card what may act (`components/over-page/may-act.ts`), and keeps from the page what happens in the card.
import { mayAct, type Sight } from './may-act.ts';

const pressing = ['click', 'auxclick', 'dblclick', 'pointerdown', 'mousedown', 'keydown', 'keyup', 'input', 'change'];
/** What the page would otherwise hear with our host as its target. */
const unheard = pressing.concat(
  ['pointerup', 'mouseup', 'pointermove', 'mousemove', 'pointerover', 'mouseover', 'pointerout', 'mouseout'],
  ['wheel', 'touchstart', 'touchmove', 'touchend', 'contextmenu', 'keypress', 'copy', 'cut', 'paste', 'select'],
  ['focusin', 'focusout', 'dragstart', 'beforeinput'],
);
const guarded = 'a[href], [data-guarded]';

/**
 * @param sight for how long the reader has seen the card
 * @param refused a click or key of the reader's did nothing
 */
export function guard(frame: HTMLElement, sight: () => Sight, refused: () => void, signal: AbortSignal): void {
  for (const type of pressing)
    frame.addEventListener(
      type,
      (event) => {
        const onGuarded = event.target instanceof Element && event.target.closest(guarded) !== null;
        const detail = event instanceof UIEvent ? event.detail : 0;
        const key = event instanceof KeyboardEvent ? event.key : undefined;
        if (mayAct({ type, isTrusted: event.isTrusted, key, detail, onGuarded, ...sight() })) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        if (event.isTrusted && (type === 'click' || type === 'keydown')) refused();
      },
      { capture: true, signal },
    );
  // After React, which listens below the frame, and before the page.
  for (const type of unheard)
    frame.addEventListener(type, (event) => event.stopPropagation(), { signal, passive: true });
}
