// Which events on a card count as the reader's own doing. Pure.
//
// A page can't dispatch into a closed root, but another script of the same extension world, or a bug, can: only
// trusted events act. A page can bring the card under a pointer that is about to click (by a fake button beneath a
// mark), and can lead keys into it (by a focus right before it, then Tab) while it covers it. So whatever acts, pointer
// or key, asks the same: did the reader see the card, uncovered and in the window, for half a second? A pointer's click
// on what saves or leaves the page also wants it to have been in one place for as long, or that the pointer itself came
// into it from the page in the meantime (`pointer-path.ts`). A card that was never covered was seen from the start: a key
// may follow the one that opened it at once.

/** Milliseconds. */
export const stillFor = 500;

export interface Sight {
  /** Milliseconds since the card was last covered or out of the window; 0 while it is. Very many where it never was. */
  seenFor: number;
  /** Milliseconds since it also appeared or moved. */
  stoodFor: number;
  /** The pointer moved into the card after all of that. */
  arrived: boolean;
}
export interface PressFacts extends Sight {
  type: string;
  isTrusted: boolean;
  /** Of a key. */
  key?: string | undefined;
  /** How many clicks: 0 for a click that a key made. */
  detail: number;
  /** On something that saves or leaves the page. */
  onGuarded: boolean;
}

/** What changes nothing, and leads out of a card that is covered. */
const harmless = new Set(['Tab', 'Escape', 'Shift', 'Control', 'Alt', 'Meta']);

/** Pure: may this event act? */
export function mayAct({ type, isTrusted, key, detail, onGuarded, seenFor, stoodFor, arrived }: PressFacts): boolean {
  if (!isTrusted) return false;
  if (key !== undefined) return harmless.has(key) || seenFor >= stillFor;
  const isClick = type === 'click' || type === 'auxclick';
  if (isClick && detail > 0) return !onGuarded || arrived || stoodFor >= stillFor;
  return !(isClick || type === 'input' || type === 'change') || seenFor >= stillFor;
}
