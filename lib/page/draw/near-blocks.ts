// Which marks are near the window: an IntersectionObserver follows the blocks that they are in.
import { pause, type CostMeter } from '../cost-meter.ts';
import type { Mark, Marks } from './marks.ts';
import { shownOf } from './placing.ts';

/** The pause between two passes over all marks, as a multiple of what the last one took; no longer than a reader notices. */
const PAUSE_SHARE = 5;
const MAXIMUM_PAUSE_MS = 200;

/** Who is told. */
interface Follower {
  /** Blocks came near, or are no longer. */
  schedule: () => void;
  /** The marks that there are now are followed. */
  measureAgain: () => void;
  /** The body's size changed. */
  relayoutSoon: () => void;
}

export class NearBlocks {
  readonly #marks: Marks;
  readonly #meter: CostMeter;
  readonly #signal: AbortSignal;
  readonly #tell: Follower;
  readonly #near = new Set<Element>();
  readonly #watched = new Map<Element, Mark[]>();
  readonly #intersections: IntersectionObserver;
  readonly #sizes: ResizeObserver;
  /** The marks are not those that are followed; they are being taken over. */
  #stale = false;
  taking = false;

  constructor(marks: Marks, meter: CostMeter, signal: AbortSignal, tell: Follower) {
    this.#marks = marks;
    this.#meter = meter;
    this.#signal = signal;
    this.#tell = tell;
    this.#intersections = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries)
          if (isIntersecting) this.#near.add(target);
          else this.#near.delete(target);
        tell.schedule();
      },
      { rootMargin: '50% 0px' },
    );
    this.#sizes = new ResizeObserver(() => tell.relayoutSoon());
    signal.addEventListener('abort', () => {
      this.#intersections.disconnect();
      this.#sizes.disconnect();
    });
  }

  /** No mark is followed. */
  get isEmpty(): boolean {
    return this.#watched.size === 0;
  }
  /** The marks near the window. */
  get marks(): Set<Mark> {
    return new Set([...this.#near].flatMap((element) => this.#watched.get(element) ?? []));
  }
  /** It is its block's only mark. */
  isAlone({ element }: Mark): boolean {
    return this.#watched.get(element)?.length === 1;
  }

  /** The marks changed. */
  update(): void {
    this.#stale = true;
    if (!this.taking) void this.#takeAll();
  }

  async #takeAll(): Promise<void> {
    this.taking = true;
    // Its caller counts its own time.
    await pause(0);
    while (this.#stale && !this.#signal.aborted) {
      this.#stale = false;
      const from = performance.now();
      await this.#meter.inSlices(this.#take(), () => !this.#signal.aborted);
      this.#tell.measureAgain();
      // All marks are looked through each time, and on a page of thousands more come with every answer.
      const length = Math.min(MAXIMUM_PAUSE_MS, PAUSE_SHARE * (performance.now() - from));
      if (this.#stale) await pause(length);
    }
    this.taking = false;
  }

  /** Follows the blocks of the marks that are there now, and no others. */
  *#take(): Generator<unknown> {
    yield this.#marks.prune();
    const wanted = Map.groupBy(shownOf(this.#marks), ({ element }) => element as Element);
    yield null;
    if (this.isEmpty && wanted.size > 0) this.#sizes.observe(document.body);
    for (const element of this.#watched.keys())
      if (!wanted.has(element)) {
        this.#intersections.unobserve(element);
        this.#near.delete(element);
        this.#watched.delete(element);
        yield null;
      }
    for (const [element, marks] of wanted) {
      const isNew = !this.#watched.has(element);
      this.#watched.set(element, marks);
      if (!isNew) continue;
      this.#intersections.observe(element);
      yield null;
    }
  }
}
