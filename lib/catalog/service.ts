// Keeps the catalog ready for the worker's life: at the first call it looks whether the bundled pack of this build is
// in, imports it if not, and opens every pack (its row and the front of its title index, nothing else), and beside them
// the reading list. Packs come
// and go while the worker lives; callers that change them say so on a channel, and the catalog is opened again.
//
//   idle -> opening -> ready <-> opened again, packs changed
//             |  ^
//             v  | after a pause, or when somebody asks again
//           failed
import type { PackFacts } from '../paper/record.ts';
import { keepSecondCopy } from '../browser/second-copy.ts';
import { bytesOf } from '../packs/piece-row.ts';
import { isStoreFault, openCatalog, type CatalogDatabase, type PackRow } from '../packs/store.ts';
import { Lookup, storedPacks } from './lookup.ts';
import { notePacks } from './lost-packs.ts';
import { removePack } from '../packs/import/remove.ts';
import type { LibrarySource } from './sources/library-source.ts';
import { PackSource } from './sources/pack-source.ts';
import { PieceReader } from './sources/pieces.ts';

export interface Catalog {
  database: CatalogDatabase;
  /** The packs that are in and can be read. */
  packs: readonly PackSource[];
  /** Over all sources. */
  lookup: Lookup;
  /** Packs that are in and can't be read: by id. */
  damaged: ReadonlySet<string>;
}

/** Where the bundled pack comes from; the import itself is in `lib/packs`. */
export interface Bundled {
  id: string;
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

interface Opened {
  catalog: Catalog;
  pieces: PieceReader;
  readers: ReadonlyMap<number, PackSource>;
}

export class CatalogKeeper {
  readonly #bundled: Bundled;
  readonly #list: LibrarySource | null;
  readonly #open: () => CatalogDatabase | Promise<CatalogDatabase>;
  readonly #schedule: (run: () => void, milliseconds: number) => void;
  #opening: Promise<Opened> | null = null;
  #current: Opened | null = null;
  #failures = 0;
  /** The last comparison of packs with their second copy. */
  #noted: Promise<void> = Promise.resolve();
  /** Packs a table of which could not be read in this worker's life. */
  readonly #damaged = new Set<string>();
  /** What keeps the catalog from being ready; null while there is no trouble. */
  problem: unknown = null;

  /** @param list the reading list, which is looked through after all packs */
  constructor(
    bundled: Bundled,
    list: LibrarySource | null = null,
    open: () => CatalogDatabase | Promise<CatalogDatabase> = openCatalog,
    schedule: (run: () => void, milliseconds: number) => void = (run, milliseconds) =>
      void setTimeout(run, milliseconds),
  ) {
    this.#bundled = bundled;
    this.#list = list;
    this.#open = open;
    this.#schedule = schedule;
  }

  get current(): Catalog | null {
    return this.#current?.catalog ?? null;
  }

  /** Starts opening if nothing does so yet; never throws. */
  start(): void {
    this.#begin().catch(() => undefined);
  }

  /** The catalog as soon as it is ready. Throws `CatalogNotReady` after `limit` milliseconds, or at once when opening fails. */
  async ready(limit: number): Promise<Catalog> {
    if (this.#current !== null) return this.#current.catalog;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new CatalogNotReady()), limit);
    });
    try {
      return (await Promise.race([this.#begin(), late])).catalog;
    } catch (error) {
      throw error instanceof CatalogNotReady ? error : new CatalogNotReady('', { cause: error });
    } finally {
      clearTimeout(timer);
    }
  }

  /**
   * Imports the bundled pack again and opens everything again; packs that the reader added stay. Only a store that is
   * broken itself is thrown away: then `lost` names what went with it, as far as is known. Throws where not even
   * that helps, or the disk is full.
   */
  async rebuild(): Promise<{ catalog: Catalog; lost: readonly string[] }> {
    await this.#opening?.catch(() => undefined);
    // One that the browser has closed meanwhile is no broken store.
    this.#current?.catalog.database.close();
    const database = await this.#open();
    const known = this.#current?.catalog.packs.map(({ facts }) => facts) ?? [];
    const added = async (): Promise<readonly PackFacts[]> => storedPacks(database).catch(() => known);
    this.#current = null;
    this.#opening = null;
    this.#damaged.clear();
    try {
      await this.#bundled.bring(database);
      database.close();
      return { catalog: (await this.#begin()).catalog, lost: [] };
    } catch (error) {
      if (!isStoreFault(error)) throw error;
      console.warn('Byline: the store of the catalog is broken and is thrown away', error);
      const lost = (await added()).filter(({ id }) => id !== this.#bundled.id);
      await database.delete();
      // The caller says what is lost.
      await keepSecondCopy('packs', []);
      return { catalog: (await this.#begin()).catalog, lost: lost.map(({ name }) => name) };
    }
  }

  /** Done once the packs were compared with what is known of them elsewhere. Never throws. */
  noted(): Promise<void> {
    return this.#noted;
  }

  /** Removes the catalog's store; the next question fills it again, as at the first start. */
  async erase(): Promise<void> {
    await this.#opening?.catch(() => undefined);
    this.#current?.catalog.database.close();
    this.#current = null;
    this.#opening = null;
    this.#damaged.clear();
    await (await this.#open()).delete();
  }

  /** Packs came or went: opens the catalog again; what did not change stays open. Until then the old one answers. */
  async refresh(): Promise<void> {
    const before = this.#current;
    // Not opened yet, or opening: it will see the change.
    if (before === null) return;
    const after = await this.#read(before.catalog.database, before);
    if (this.#current !== before) return this.refresh();
    this.#use(after);
  }

  #use(opened: Opened): void {
    this.#current = opened;
    this.#opening = Promise.resolve(opened);
    this.problem = null;
    this.#failures = 0;
  }

  #begin(): Promise<Opened> {
    this.#opening ??= this.#bring().then(
      (opened) => {
        this.#use(opened);
        return opened;
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

  async #bring(): Promise<Opened> {
    const database = await this.#open();
    // The browser or somebody else deletes the store under us: the next question opens it again, and fills it.
    const lost = (): void => {
      if (this.#current?.catalog.database !== database) return;
      this.#current = null;
      this.#opening = null;
    };
    database.on('versionchange', lost);
    database.on('close', lost);
    try {
      if (await this.#bundled.held(database)) {
        const opened = await this.#read(database, null);
        if (!opened.catalog.damaged.has(this.#bundled.id)) return opened;
        console.warn('Byline: the bundled pack could not be read and is installed again');
        this.#damaged.delete(this.#bundled.id);
      }
      await this.#bundled.bring(database);
      const opened = await this.#read(database, null);
      if (opened.catalog.damaged.has(this.#bundled.id)) throw new Error('the bundled pack can’t be read');
      return opened;
    } catch (error) {
      database.close();
      throw error;
    }
  }

  /** Opens all packs; those that can't be read are named. `before`: packs that are open already. */
  async #read(database: CatalogDatabase, before: Opened | null): Promise<Opened> {
    const pieces =
      before?.pieces ??
      new PieceReader(async (keys) => {
        const rows = await database.pieces.bulkGet(keys.map(([store, kind, number]) => [store, kind, number]));
        return Promise.all(rows.map(bytesOf));
      });
    const list = this.#list?.load();
    const stored = await storedPacks(database);
    if (stored.some(({ id }) => id === listPack)) await dropListPack(database);
    const rows = inOrder(
      stored.filter(({ id }) => id !== listPack),
      this.#bundled.id,
    );
    const readers = new Map<number, PackSource>();
    const opened = await Promise.all(
      rows.map(async (row) => {
        const { store, sizes, format, importedAt: _importedAt, ...facts } = row;
        const known = before?.readers.get(store);
        if (known?.facts.id === row.id) return known;
        // What was wrong was with its old tables.
        this.#damaged.delete(row.id);
        const shelf = pieces.shelf(store);
        return PackSource.open({ format, facts, sizes, shelf, onDamage: this.#note }).catch((error: unknown) => {
          this.#note(row.id, error);
          return null;
        });
      }),
    );
    const whole = opened.flatMap((reader, at) => {
      const row = rows[at];
      if (reader === null || row === undefined) return [];
      readers.set(row.store, reader);
      return [reader];
    });
    await list;
    // Nothing waits for it: it is for the reader to be told.
    this.#noted = notePacks(
      database,
      rows.filter(({ id }) => id !== this.#bundled.id).map(({ name }) => name),
    ).catch((error: unknown) => console.warn('Byline: the names of the packs could not be kept', error));
    const lookup = new Lookup([...whole, ...(this.#list === null ? [] : [this.#list])]);
    return {
      catalog: { database, packs: whole, lookup, damaged: this.#damaged },
      pieces,
      readers,
    };
  }

  readonly #note = (pack: string, error: unknown): void => {
    if (this.#damaged.has(pack)) return;
    // A pack that was taken out meanwhile is no damage; later callers will see that it is gone.
    console.warn(`Byline: a table of the pack ${pack} could not be read`, error);
    this.#damaged.add(pack);
    if (pack === this.#bundled.id && this.#current !== null) void this.#mend(this.#current);
  };

  /** The bundled pack is damaged in the middle: it is imported again. */
  async #mend({ catalog }: Opened): Promise<void> {
    try {
      await this.#bundled.bring(catalog.database);
      this.#damaged.delete(this.#bundled.id);
      await this.refresh();
    } catch (error) {
      console.warn('Byline: the bundled pack could not be installed again', error);
    }
  }
}

/** What the bundled pack says counts first. */
const inOrder = (rows: readonly PackRow[], bundled: string): PackRow[] =>
  rows.toSorted((a, b) => Number(b.id === bundled) - Number(a.id === bundled) || a.importedAt - b.importedAt);

/** Under this id earlier versions of Byline kept the reading list as a pack. */
const listPack = 'own';

async function dropListPack(database: CatalogDatabase): Promise<void> {
  try {
    await removePack(database, listPack);
  } catch (error) {
    // It is no source any more; the next worker tries again.
    console.warn('Byline: the reading list’s old pack could not be removed', error);
  }
}
