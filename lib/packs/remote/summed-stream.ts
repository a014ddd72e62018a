// A stream whose bytes are summed up to where they were used: what was read ahead is summed later, so that the sum and the
// place at which an import goes on are always of the same byte.
import { Sha256, type Sha256State } from './sha256.ts';

export class SummedStream {
  readonly #sum: Sha256;
  #kept: Uint8Array[] = [];
  /** Bytes that are summed. */
  #at: number;
  readonly stream: ReadableStream<Uint8Array>;

  /** `stream` begins at byte `from`, up to which `state` is the sum. */
  constructor(stream: ReadableStream<Uint8Array>, from: number, state?: Sha256State) {
    this.#sum = new Sha256(state);
    this.#at = from;
    const reader = stream.getReader();
    this.stream = new ReadableStream(
      {
        pull: async (controller) => {
          const { done, value } = await reader.read();
          if (done) {
            controller.close();
            return;
          }
          this.#kept.push(value);
          controller.enqueue(value);
        },
        cancel: (reason) => reader.cancel(reason),
      },
      { highWaterMark: 0 },
    );
  }

  /** Sums the bytes before `offset`; answers the sum's state. */
  upTo(offset: number): Sha256State {
    while (this.#at < offset) {
      const [first] = this.#kept;
      if (first === undefined) throw new RangeError('bytes that were never read');
      const wanted = offset - this.#at;
      this.#sum.update(first.subarray(0, wanted));
      this.#at += Math.min(wanted, first.length);
      if (first.length > wanted) this.#kept[0] = first.subarray(wanted);
      else this.#kept.shift();
    }
    return this.#sum.state;
  }

  /** The sum of all bytes so far. */
  hex(): string {
    return this.#sum.hex();
  }
}
