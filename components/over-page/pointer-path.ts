// The way of the pointer into a card. Pure: moves in, time out.
//
// Someone who moves the pointer from the page into the card has seen it come. A page can bring the card under a pointer,
// but can't move that: so the way counts only if it began outside, after the card was painted and in its place, and if
// the pointer moved on the screen, not the page beneath it.

/** Minimum length of the way in pixels: a hand that clicks trembles by less. */
const MIN_WAY_PX = 12;

export interface Move {
  /** On the screen. */
  screenX: number;
  screenY: number;
  /** Milliseconds. */
  at: number;
  /** Inside of the card. */
  inside: boolean;
  /** The card is painted, and nothing covers it; asked only where it counts. */
  isSeen: () => boolean;
}

export class PointerPath {
  #last: Pick<Move, 'screenX' | 'screenY'> | null = null;
  #start: Move | null = null;
  /** When the way began that led into the card; -Infinity: none did. */
  arrivedFrom = -Infinity;

  /** @param since when the card last appeared, moved or was covered */
  move(move: Move, since: number): void {
    const { screenX, screenY, at, inside } = move;
    // A browser repeats the last place when something moves under a pointer that rests.
    const isReal = this.#last?.screenX !== screenX || this.#last.screenY !== screenY;
    this.#last = { screenX, screenY };
    if (!isReal) return;
    if (this.#start !== null && this.#start.at <= since) this.#start = null;
    if (!inside) {
      this.#start ??= at > since && move.isSeen() ? move : null;
      return;
    }
    const start = this.#start;
    if (start === null || this.arrivedFrom === start.at) return;
    if (!move.isSeen()) this.#start = null;
    else if (Math.hypot(screenX - start.screenX, screenY - start.screenY) >= MIN_WAY_PX) this.arrivedFrom = start.at;
  }
}
