// When a card opens. Pure: told what the pointer does, tells the card what to do; time comes from outside.
//
//   pointer comes onto a mark and rests ── 150 ms ─> prefetch ── delay ─> show ── leaves ─> leave (the card waits 300 ms)
//   pill: at once, nearly; a click on it pins
//   another mark while a card is open: soon, so that one card turns into the next and none flickers between
import type { Settings } from '../../settings/schema.ts';

/** How long the pointer rests before a card's facts are fetched; on a pill, before it opens. */
export const PREFETCH_MS = 150;
export const PILL_MS = 100;
/** From mark to mark while a card is open: sooner than that card closes. */
export const SWITCH_MS = 200;
/** Minimum time without a move until the pointer rests. */
export const REST_MS = 60;

export interface IntentPorts<M> {
  prefetch: (mark: M) => void;
  show: (mark: M, how: { pinned: boolean; focus: boolean }) => void;
  leave: () => void;
  stay: () => void;
  now: () => number;
  /** Calls after some milliseconds; returns what cancels it. */
  later: (act: () => void, ms: number) => () => void;
}

export class Intent<M> {
  readonly #ports: IntentPorts<M>;
  settings: Pick<Settings, 'hover' | 'delay'>;
  /** The mark that the pointer is on, and whether on its pill. */
  #on: M | null = null;
  #onPill = false;
  /** The mark whose card was asked for. */
  #open: M | null = null;
  #pinned = false;
  #movedAt = 0;
  #cancel: (() => void)[] = [];

  constructor(settings: Pick<Settings, 'hover' | 'delay'>, ports: IntentPorts<M>) {
    this.settings = settings;
    this.#ports = ports;
  }

  /** The pointer moved, and is on a mark or on none. `held`: the modifier key is down. */
  move(mark: M | null, { pill, held }: { pill: boolean; held: boolean }): void {
    this.#movedAt = this.#ports.now();
    const may = mark !== null && this.#may(held);
    const waits = this.#cancel.length > 0;
    if (mark === this.#on && pill === this.#onPill && (waits || mark === null || !may || mark === this.#open)) return;
    const before = this.#on;
    this.#stop();
    this.#on = mark;
    this.#onPill = pill;
    if (mark !== null && mark === this.#open) {
      if (before !== mark) this.#ports.stay();
      return;
    }
    if (before !== null && before === this.#open && !this.#pinned) this.#ports.leave();
    if (mark !== null && may) this.#wait(mark, pill ? PILL_MS : this.#delay());
  }

  /** The page moved under the pointer: what is there now was not chosen. */
  scrolled(): void {
    if (this.#on !== this.#open) this.#on = null;
    this.#stop();
  }

  /** The pointer left the window. */
  out(): void {
    this.move(null, { pill: false, held: false });
  }

  /** A click on a pill, or a key: opens at once. */
  choose(mark: M, how: { focus: boolean }): void {
    this.#stop();
    this.#show(mark, { pinned: true, ...how });
  }

  closed(): void {
    this.#open = null;
    this.#pinned = false;
  }

  #may(held: boolean): boolean {
    return this.settings.hover === 'rest' || (this.settings.hover === 'modifier' && held);
  }

  /** Going from name to name along a byline, the reader has already asked for a card. */
  #delay(): number {
    return this.#open === null || this.#pinned ? this.settings.delay : Math.min(SWITCH_MS, this.settings.delay);
  }

  #stop(): void {
    for (const cancel of this.#cancel) cancel();
    this.#cancel = [];
  }

  #wait(mark: M, delay: number): void {
    const show = (): void => {
      const rested = this.#ports.now() - this.#movedAt;
      // Still on its way across: look again when it could be at rest.
      if (rested < REST_MS) this.#cancel = [this.#ports.later(show, REST_MS - rested)];
      else {
        this.#cancel = [];
        this.#show(mark, { pinned: false, focus: false });
      }
    };
    this.#cancel = [
      this.#ports.later(() => this.#ports.prefetch(mark), Math.min(PREFETCH_MS, delay / 2)),
      this.#ports.later(show, delay),
    ];
  }

  #show(mark: M, how: { pinned: boolean; focus: boolean }): void {
    this.#open = mark;
    this.#pinned = how.pinned;
    this.#ports.show(mark, how);
  }
}
