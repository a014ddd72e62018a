// How fast arXiv is asked: one request in three seconds over one connection, by its terms, over all its services
// together. A refusal makes all of them wait, longer each time. What is known of that outlives the worker.
import * as z from 'zod/mini';

export const PaceState = z.object({
  /** When the last request went out, milliseconds since 1970. */
  at: z.number(),
  /** The last wait after a refusal, milliseconds; 0 after an answer. */
  wait: z.number(),
  /** Nothing is asked before. */
  until: z.number(),
});
export type PaceState = z.infer<typeof PaceState>;

export interface PaceTools {
  /** What was written last; anything, also nothing. */
  read: () => Promise<unknown>;
  write: (state: PaceState) => Promise<void>;
  /** Runs while nobody else of this browser does. */
  alone: <T>(run: () => Promise<T>) => Promise<T>;
  now: () => number;
  sleep: (milliseconds: number) => Promise<void>;
}

/** Milliseconds from one request to the next. */
export const BETWEEN = 3_000;
/** Milliseconds of the first wait after a refusal, and of the longest. */
export const FIRST_WAIT = 30_000;
export const LONGEST_WAIT = 6 * 3_600_000;
/** Milliseconds: what a server may ask for at most. */
const LONGEST_ASKED = 24 * 3_600_000;

/** Nothing may be asked before `until`. */
export class NotYet extends Error {
  override name = 'NotYet';
  readonly until: number;

  constructor(until: number) {
    super(`not before ${new Date(until).toISOString()}`);
    this.until = until;
  }
}

/** What a request came to: an answer, or a refusal and the milliseconds that the server asks to wait, if it says so. */
export type Outcome = 'answered' | { refused: number | null };

/** When it is the next request's turn after a refusal. */
export function afterRefusal({ wait }: Pick<PaceState, 'wait'>, asked: number | null, now: number): PaceState {
  const doubled = Math.min(LONGEST_WAIT, wait === 0 ? FIRST_WAIT : wait * 2);
  const until = now + Math.max(doubled, Math.min(LONGEST_ASKED, asked ?? 0));
  return { at: now, wait: doubled, until };
}

/** A clock that was set back must not make us wait for years. */
function sound(written: unknown, now: number): PaceState {
  const { data } = PaceState.safeParse(written);
  if (data === undefined) return { at: 0, wait: 0, until: 0 };
  return {
    at: Math.min(data.at, now),
    wait: Math.min(Math.max(0, data.wait), LONGEST_WAIT),
    // Later than any refusal says: it was another clock's.
    until: data.until > now + LONGEST_ASKED ? 0 : data.until,
  };
}

export class Pace {
  readonly #tools: PaceTools;

  constructor(tools: PaceTools) {
    this.#tools = tools;
  }

  /** When the next request may go out after a refusal; a moment that is past where none was refused. */
  async until(): Promise<number> {
    return sound(await this.#tools.read(), this.#tools.now()).until;
  }

  /** Sends one request when it is its turn. Throws `NotYet` after a refusal. */
  request<T extends { outcome: Outcome }>(send: () => Promise<T>): Promise<T> {
    const { read, write, alone, now, sleep } = this.#tools;
    return alone(async () => {
      const before = sound(await read(), now());
      if (before.until > now()) throw new NotYet(before.until);
      const rest = before.at + BETWEEN - now();
      if (rest > 0) await sleep(rest);
      // Before it goes out, so that a stop does not forget it.
      await write({ ...before, at: now() });
      const sent = await send();
      if (sent.outcome === 'answered') await write({ at: now(), wait: 0, until: 0 });
      else await write(afterRefusal(before, sent.outcome.refused, now()));
      return sent;
    });
  }
}
