// Pages of an author or a topic have addresses that name nobody: a random key, and in memory what it stands for. The
// browser's history keeps addresses on disk; after the browser was closed a key says nothing to anybody.
import * as z from 'zod/mini';
import { ExploreSubject } from '../views/explore/schema.ts';

/** Pages remembered; of the oldest the address then says nothing. */
const MAX_KEYS = 300;
const ROW = 'explore-pages';
const Kept = z.array(z.object({ key: z.string(), subject: ExploreSubject }));

/** `storage.session`, or a substitute. */
export interface SessionRow {
  get: (key: string) => Promise<Record<string, unknown>>;
  set: (values: Record<string, unknown>) => Promise<void>;
}

export class ExploreKeys {
  readonly #store: SessionRow;
  /** One after the other: two pages opened at once are both remembered. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(store: SessionRow) {
    this.#store = store;
  }

  async #kept(): Promise<z.infer<typeof Kept>> {
    return Kept.safeParse((await this.#store.get(ROW))[ROW]).data ?? [];
  }

  /** A new key for a page of this, also where it has had one: two visits are not to be told for the same. */
  add(subject: ExploreSubject): Promise<string> {
    const key = crypto.randomUUID();
    const added = this.#turn.then(async () => {
      const kept = await this.#kept();
      await this.#store.set({ [ROW]: [...kept, { key, subject }].slice(-MAX_KEYS) });
      return key;
    });
    this.#turn = added.catch(() => undefined);
    return added;
  }

  /** What the page is of; null for a key of an earlier start of the browser, or none of ours. */
  async read(key: string): Promise<ExploreSubject | null> {
    return (await this.#kept()).find((one) => one.key === key)?.subject ?? null;
  }
}
