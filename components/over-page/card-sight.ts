// For how long the reader has seen the card where it is now: what `may-act.ts` judges a click or key by.
import { stillFor, type Sight } from './may-act.ts';
import { OcclusionWatch } from './occlusion-watch.ts';
import { PointerPath } from './pointer-path.ts';
import { distance } from './placement.ts';

/** Movement in pixels that a reader's aim does not notice. */
const MOVE_TOLERANCE_PX = 2;
/** Milliseconds between two looks at where the card is. */
const LOOK_EVERY = 100;

/** Where the card is fixed: a card above its text hangs from its lower edge and grows upwards. Pixels. */
export interface FixedAt {
  left: number;
  from: 'top' | 'bottom';
  edge: number;
}

export class CardSight {
  readonly #frame: HTMLElement;
  /** When the card last appeared or moved, on the page's clock. */
  #settledAt = 0;
  #occlusion: OcclusionWatch | null = null;
  readonly #path = new PointerPath();
  #fixedAt: FixedAt = { left: 0, from: 'top', edge: 0 };
  /** The fixed corner in the viewport when it was last looked at. */
  #corner = { x: 0, y: 0 };

  constructor(frame: HTMLElement) {
    this.#frame = frame;
  }

  /** From now until the signal, the card is watched. */
  watch(signal: AbortSignal): void {
    this.#occlusion = new OcclusionWatch(this.#frame, signal);
    const look = setInterval(() => this.look(), LOOK_EVERY);
    signal.addEventListener('abort', () => clearInterval(look));
  }

  /** The card has just appeared, or was brought back to the top. */
  settled(): void {
    this.#settledAt = performance.now();
  }

  /** Measured from where it last stood still, so that no page moves it in steps too small to notice. */
  placed(at: FixedAt): void {
    const { left, from, edge } = this.#fixedAt;
    const isStill =
      from === at.from &&
      Math.abs(left - at.left) <= MOVE_TOLERANCE_PX &&
      Math.abs(edge - at.edge) <= MOVE_TOLERANCE_PX;
    if (isStill) return;
    this.settled();
    this.#fixedAt = at;
  }

  /** A page can move the card without a scroll: by a zoom of its root, say. */
  look(): void {
    const { x, top, bottom } = this.#frame.getBoundingClientRect();
    const y = this.#fixedAt.from === 'top' ? top : bottom;
    if (Math.abs(x - this.#corner.x) <= MOVE_TOLERANCE_PX && Math.abs(y - this.#corner.y) <= MOVE_TOLERANCE_PX) return;
    this.#corner = { x, y };
    this.settled();
  }

  get covered(): boolean {
    return this.#occlusion?.covered === true;
  }

  now(): Sight {
    this.look();
    const watch = this.#occlusion;
    if (watch === null) return { seenFor: 0, stoodFor: 0, arrived: false };
    const now = performance.now();
    const since = Math.max(this.#settledAt, watch.backAt);
    const { covered } = watch;
    return {
      seenFor: watch.veiled ? 0 : now - watch.foundAt,
      stoodFor: covered ? 0 : now - since,
      arrived: !covered && this.#path.arrivedFrom > since,
    };
  }

  /** A key counts for a card that the pointer is in as a click would. */
  get pointerCounts(): boolean {
    const { arrived, stoodFor } = this.now();
    return arrived || stoodFor >= stillFor;
  }

  follow(event: PointerEvent): void {
    const watch = this.#occlusion;
    if (watch === null) return;
    this.look();
    const isSeen = (): boolean => {
      const { covered } = watch;
      if (covered) this.settled();
      return watch.painted && !covered;
    };
    const { screenX, screenY } = event;
    const inside = distance(event, this.#frame.getBoundingClientRect()) === 0;
    this.#path.move(
      { screenX, screenY, at: performance.now(), inside, isSeen },
      Math.max(this.#settledAt, watch.backAt),
    );
  }
}
