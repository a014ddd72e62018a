// Which events on a card count as the reader's own doing. Pure.
//
// A page can't dispatch into a closed root, but another script of the same extension world, or a bug, can: only
// trusted events act. And a page can bring the card under a pointer that is about to click (by a fake button beneath
// a mark): so a pointer's click on what saves or leaves the page counts only once the card has stood still for half
// a second. Keys are exempt: they need the focus in the card, which only the reader's own key or click puts there.

/** Milliseconds. */
export const stillFor = 500;

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
