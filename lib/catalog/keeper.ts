// Keeps the catalog ready for the worker's life: at the first call it looks whether the bundled pack of this build
// is in, imports it if not, and reads the title index. Nothing is visible before the pack is wholly in.
//
//   idle -> opening -> ready
//             |  ^
//             v  | after a pause, or when somebody asks again
//           failed
import { CatalogDatabase } from './database.ts';
import { openIndex, type CatalogIndex } from './lookup.ts';
import { buildSearch, type CatalogSearch } from './search.ts';

export interface Catalog {
  database: CatalogDatabase;
  index: CatalogIndex;
  /** Built at the first search. */
  search(): Promise<CatalogSearch>;
}

/** Where the bundled pack comes from; the import itself is in `lib/packs`. */
export interface Bundled {
  /** Whether the pack of this build is in the store. */
  held(database: CatalogDatabase): Promise<boolean>;
  /** Puts it in, wholly or not at all. */
  bring(database: CatalogDatabase): Promise<void>;
}

/** The catalog did not become ready in the time given. */
export class CatalogNotReady extends Error {
  override name = 'CatalogNotReady';
}

/** Milliseconds before trying again after the first, second … failure; then the last of them. */
const pauses = [500, 2_000, 10_000, 60_000];

async function readSearch(database: CatalogDatabase): Promise<CatalogSearch> {
  const [papers, people] = await Promise.all([database.papers.toArray(), database.people.toArray()]);
  return buildSearch(
    [...new Map(papers.map((row) => [row.id, row.paper])).values()],
    new Map(people.map((row) => [row.id, row.person])),
  );
}

export class CatalogKeeper {
  readonly #bundled: Bundled;
  readonly #open: () => CatalogDatabase;
  readonly #schedule: (run: () => void, milliseconds: number) => void;
  #opening: Promise<Catalog> | null = null;
  #current: Catalog | null = null;
  #failures = 0;
  /** What keeps the catalog from being ready; null while there is no trouble. */
  problem: unknown = null;

  constructor(
    bundled: Bundled,
    open = () => new CatalogDatabase(),
    schedule: (run: () => void, milliseconds: number) => void = (run, milliseconds) =>
      void setTimeout(run, milliseconds),
  ) {
    this.#bundled = bundled;
    this.#open = open;
    this.#schedule = schedule;
  }

  get current(): Catalog | null {
    return this.#current;
  }

  /** Starts opening if nothing does so yet; never throws. */
  start(): void {
    this.#begin().catch(() => undefined);
  }

  /** The catalog as soon as it is ready. Throws `CatalogNotReady` after `limit` milliseconds, or at once when opening fails. */
  async ready(limit: number): Promise<Catalog> {
    if (this.#current !== null) return this.#current;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new CatalogNotReady()), limit);
    });
    try {
      return await Promise.race([this.#begin(), late]);
    } catch (error) {
      throw error instanceof CatalogNotReady ? error : new CatalogNotReady('', { cause: error });
    } finally {
      clearTimeout(timer);
    }
  }

  /** Throws the catalog away and builds it anew. */
  async rebuild(): Promise<Catalog> {
    await this.#opening?.catch(() => undefined);
    const old = this.#current?.database ?? this.#open();
    this.#current = null;
    this.#opening = null;
    await old.delete();
    return this.#begin();
  }

  #begin(): Promise<Catalog> {
    this.#opening ??= this.#bring().then(
      (catalog) => {
        this.#current = catalog;
        this.problem = null;
        this.#failures = 0;
        return catalog;
      },
      (error: unknown) => {
        this.#opening = null;
        this.problem = error;
        const pause = pauses[Math.min(this.#failures, pauses.length - 1)] ?? 60_000;
        this.#failures += 1;
        this.#schedule(() => this.start(), pause);
        throw error;
      },
    );
    return this.#opening;
  }

  async #bring(): Promise<Catalog> {
    const database = this.#open();
    // The browser or somebody else deletes the store under us: the next question opens it anew, and fills it.
    const lost = (): void => {
      if (this.#current?.database !== database) return;
      this.#current = null;
      this.#opening = null;
    };
    database.on('versionchange', lost);
    database.on('close', lost);
    try {
      const index = await this.#readIndex(database);
      let search: Promise<CatalogSearch> | null = null;
      return {
        database,
        index,
        search: () => {
          search ??= readSearch(database).catch((error: unknown) => {
            search = null;
            throw error;
          });
          return search;
        },
      };
    } catch (error) {
      database.close();
      throw error;
    }
  }

  /** An index that is there but can't be read (a damaged file) is built anew from the pack. */
  async #readIndex(database: CatalogDatabase): Promise<CatalogIndex> {
    if (await this.#bundled.held(database)) {
      try {
        return await openIndex(database);
      } catch (error) {
        console.warn('Byline: the title index could not be read and is built anew', error);
      }
    }
    await this.#bundled.bring(database);
    return openIndex(database);
  }
}
