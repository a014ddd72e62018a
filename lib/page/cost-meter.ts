// What the page script costs its page, and how it stays cheap: work runs in slices, and each is counted.
import type { BlocksRequest } from '../messages/page-protocol.ts';

/** No step begins later in a slice of work, whose maximum is twice as long (uBlock Origin's figure; a frame has 16). */
const LAST_STEP_MS = 2;

/** Lets the page go on: input, paint, its own scripts. */
export function breathe(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
  return (
    scheduler?.yield?.() ??
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    })
  );
}

/** Lets the page go on for a while: so many milliseconds at least, 0 until its other tasks had their turn. */
export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export class CostMeter {
  readonly start = performance.now();
  /** Milliseconds of the main thread, and of its longest slice. */
  spent = 0;
  longest = 0;
  /** Milliseconds from the start of the script; the painter sets it. */
  firstMark: number | null = null;
  messages = 0;
  /** Sent, estimated. */
  bytes = 0;

  /** Runs work and counts its time. Inside counted work, do not count again. */
  run<T>(work: () => T): T {
    const from = performance.now();
    try {
      return work();
    } finally {
      const took = performance.now() - from;
      this.spent += took;
      this.longest = Math.max(this.longest, took);
    }
  }

  /** Runs work step by step, a slice at a time, until it is done or `on` says no. Returns what the work returns. */
  async inSlices<T>(work: Generator<unknown, T>, on: () => boolean): Promise<T | null> {
    while (on()) {
      const last = this.run(() => {
        const until = performance.now() + LAST_STEP_MS;
        let step = work.next();
        while (step.done !== true && performance.now() < until) step = work.next();
        return step;
      });
      if (last.done === true) return last.value;
      await breathe();
    }
    return null;
  }

  /**
   * A message is about to be sent. Its size is estimated, since serializing it once more would cost as much as sending
   * it: text as it is, about 45 characters of JSON around each block and 60 for each span with its link. What the first
   * message has besides is not counted.
   */
  sent({ blocks }: BlocksRequest): void {
    this.messages += 1;
    for (const { text, spans } of blocks) this.bytes += text.length + 45 + 60 * spans.length;
  }
}
