// What the card takes for the reader's own doing, and what of it the page hears.
//
// A page can't dispatch into a closed root, but another script of the same extension world, or a bug, can: only
// trusted events act. And a page can bring the card under a pointer that is about to click (by a fake button beneath
// a mark): so a pointer's click on what saves or leaves the page counts only once the card has stood still for half
// a second. Keys are exempt: they need the focus in the card, which only the reader's own key or click puts there.

/** Milliseconds. */
export const stillFor = 500;

const pressing = ['click', 'auxclick', 'dblclick', 'pointerdown', 'mousedown', 'keydown', 'keyup', 'input', 'change'];
/** What the page would otherwise hear with our host as its target. */
const unheard = [
  ...pressing,
  ...['pointerup', 'mouseup', 'pointermove', 'mousemove', 'pointerover', 'mouseover', 'pointerout', 'mouseout'],
  ...['wheel', 'touchstart', 'touchmove', 'touchend', 'contextmenu', 'keypress', 'copy', 'cut', 'paste', 'select'],
  ...['focusin', 'focusout', 'dragstart', 'beforeinput'],
];
export const guarded = 'a[href], [data-guarded]';

export interface PressFacts {
  type: string;
  isTrusted: boolean;
  /** How many clicks: 0 for a click that a key made. */
  detail: number;
  /** On something that saves or leaves the page. */
  onGuarded: boolean;
  /** Milliseconds since the card appeared or moved. */
  stoodFor: number;
}

/** Pure: may this event act? */
export function mayAct(press: PressFacts): boolean {
  if (!press.isTrusted) return false;
  const byPointer = (press.type === 'click' || press.type === 'auxclick') && press.detail > 0;
  return !(byPointer && press.onGuarded && press.stoodFor < stillFor);
}

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
  for (const type of unheard) frame.addEventListener(type, (event) => event.stopPropagation(), { signal, passive: true });
}
