// The reader's own data in two places, as one. A change is written to the mirror, then to the store, and only then
// confirmed; once a start, and before the first change, both are compared, and what one lost comes back from the other.
//
//   change ── mirror: a file ── store: one strict transaction ── confirmed
//                                └── refused: the file is taken back, the reader is told
import Dexie, { type Table } from 'dexie';
import { LibraryDatabase, libraryVersion, type StampRow } from './database.ts';
import type { Deriver, DerivedRow } from './derived.ts';
import { faultOf, isFull, isVersion, NewerLibrary, StorageFault } from './faults.ts';
import { privateFiles, type Files } from '../browser/private-files.ts';
import { Mirror, NewerMirror } from './mirror.ts';
import { isDamaged, repair, type Found, type Notice } from './recover.ts';
import { noCounts, type Change, type Counts, type Row, type Rows, type TableName } from './rows.ts';
import { commit, countIn, idsIn, machineOf, readAll, stampOf } from './transactions.ts';

/** Milliseconds that a question waits for another page of ours to let go of an older version of the store. */
const MAX_BLOCKED = 3_000;
/** Maximum number of changes in the mirror before a snapshot takes their place. */
const MAX_CHANGES = 256;

/** What a change is to write, and what its asker is told once that is written. */
export interface Plan<T> {
  change: Change;
  answer: T;
  /** Something was forgotten for good: it is to go from the mirror too. */
  forgets?: boolean;
  /** Its rows have their stamps: they come from another machine, or are as they were before. */
  isStamped?: boolean;
}

/** Answers the change with stamps. */
export type Stamper = (database: Dexie, change: Change, by: { machine: string; now: number }) => Promise<Change>;

/** Runs one piece of work after the other, in every context of the extension. */
export type Lock = <T>(work: () => Promise<T>) => Promise<T>;

export interface LibraryParts {
  name?: string;
  /** Where the store is. */
  place?: () => Promise<IDBFactory>;
  /** Makes the store's object. */
  make?: (name: string, factory: IDBFactory) => LibraryDatabase;
  files?: Files;
  lock?: Lock;
  blockedMs?: number;
  snapshotAfter?: number;
}

/** The mirror's folder in the private file system, or its database. */
export const mirrorName = 'byline-library-mirror';
const databaseName = 'byline-library';

const webLock: Lock = (work) => navigator.locks.request('byline-library', work);

export class Library {
  readonly name: string;
  readonly #place: () => Promise<IDBFactory>;
  readonly #make: (name: string, factory: IDBFactory) => LibraryDatabase;
  readonly #mirror: Mirror;
  readonly #lock: Lock;
  readonly #blockedMs: number;
  readonly #snapshotAfter: number;
  #opened: { opening: Promise<Dexie>; blocked: Promise<never> } | null = null;
  #newer = false;
  #checked = false;
  /** The last change as this worker knows it. */
  #seq = 0;
  /** Changes in the mirror since its snapshot. */
  #changes = 0;
  #recovered: () => void = () => undefined;

  constructor({
    name = databaseName,
    place = () => Promise.resolve(indexedDB),
    make = (called, factory) => new LibraryDatabase(called, factory),
    files = privateFiles(mirrorName),
    lock = webLock,
    blockedMs = MAX_BLOCKED,
    snapshotAfter = MAX_CHANGES,
  }: LibraryParts = {}) {
    this.name = name;
    this.#place = place;
    this.#make = make;
    this.#mirror = new Mirror(files);
    this.#lock = lock;
    this.#blockedMs = blockedMs;
    this.#snapshotAfter = snapshotAfter;
  }

  /** Keeps what is derived from the list; null: nothing does, and each change drops it. */
  deriver: Deriver | null = null;

  /** Brings what notes for each change when it was made, and on which machine; null: nothing does. Its script is read at
   *  the first change: most workers see none. */
  stamper: (() => Promise<Stamper>) | null = null;

  /** Called after rows came back to the store. */
  set onRecovered(hear: () => void) {
    this.#recovered = hear;
  }

  /** The store, for reading. Throws where it can't be opened. */
  store(): Promise<Dexie> {
    return this.#open();
  }

  /** A table of the store, for reading. Throws where the store can't be opened. */
  async table<R = Row>(name: TableName | 'stamp' | 'derived'): Promise<Table<R, string>> {
    return (await this.#open()).table<R, string>(name);
  }

  /** A transaction over the list and what is derived from it, for callers that derive. `mayWrite`: false where a later
   *  version wrote the store. Rows may be given other terms, and nothing else. */
  async derive<T>(
    work: (tables: { works: Table<Row, string>; derived: Table<DerivedRow, string>; mayWrite: boolean }) => Promise<T>,
  ): Promise<T> {
    const database = await this.#open();
    return database.transaction('rw', 'works', 'derived', 'stamp', async () => {
      const version = (await stampOf(database, 'schema'))?.version ?? 0;
      return work({
        works: database.table<Row, string>('works'),
        derived: database.table<DerivedRow, string>('derived'),
        mayWrite: !this.#newer && version <= libraryVersion,
      });
    });
  }

  /** Done once store and mirror were compared in this worker. Throws where that was not possible. */
  checked(): Promise<void> {
    return this.#checked ? Promise.resolve() : this.#lock(() => this.#checkOnce());
  }

  async #checkOnce(): Promise<void> {
    if (this.#checked) return;
    await this.#check(false);
    this.#checked = true;
  }

  /** Reads every file of the mirror, and writes it again from the store where one is damaged. */
  async checkMirror(): Promise<void> {
    await this.#lock(() => this.#check(true));
  }

  /** Writes what `plan` says, wholly or not at all. It reads the store as no other change can alter it meanwhile. */
  async change<T>(plan: (library: this) => Promise<Plan<T>>): Promise<T> {
    return this.#lock(async () => {
      try {
        await this.#checkOnce();
        return await this.#write(plan);
      } catch (error) {
        if (error instanceof NewerLibrary || isFull(error)) throw faultOf(error);
        console.warn('Byline: a change of the reader’s own data is tried once more', error);
        // The store may have been closed or emptied under us.
        try {
          await this.#check(false);
          return await this.#write(plan);
        } catch (again) {
          throw faultOf(again);
        }
      }
    });
  }

  /** All rows, as they lie there. */
  async rows(): Promise<Rows> {
    return (await readAll(await this.#open())).rows;
  }

  /** What it calls the machine that it is on. */
  machine(): Promise<string> {
    return this.#lock(async () => {
      await this.#checkOnce();
      return machineOf(await this.#open());
    });
  }

  /** The last change's number: another one where something changed. */
  async position(): Promise<number> {
    return (await stampOf(await this.#open(), 'last'))?.seq ?? 0;
  }

  /** What the reader is to be told about damage. */
  async notice(): Promise<Notice | null> {
    const found = await stampOf(await this.#open(), 'notice');
    if (found === undefined) return null;
    const { papers, people, lost } = found;
    return { papers, people, lost };
  }

  async dismissNotice(): Promise<void> {
    await this.checked();
    if (this.#newer) return;
    await (await this.table<StampRow>('stamp')).delete('notice');
  }

  close(): void {
    this.#disconnect();
    this.#checked = false;
  }

  #disconnect(): void {
    const opened = this.#opened;
    this.#opened = null;
    opened?.opening.then((database) => database.close()).catch(() => undefined);
  }

  /** Removes all of it, from both places. What comes after it begins with nothing. */
  async erase(): Promise<void> {
    await this.#lock(async () => {
      this.close();
      await this.#deleteStore();
      await this.#mirror.clear();
      this.#changes = 0;
      this.deriver?.written(null, []);
    });
  }

  async #write<T>(plan: (library: this) => Promise<Plan<T>>): Promise<T> {
    const database = await this.#open();
    if (this.#newer) throw new NewerLibrary();
    const { change: planned, answer, forgets = false, isStamped = false } = await plan(this);
    if (planned.puts.length === 0 && planned.deletes.length === 0) return answer;
    const change = isStamped ? planned : await this.#stamped(database, planned);
    // Where the store is at another change by now, the transaction says so.
    const seq = this.#seq + 1;
    await ofMirror(this.#mirror.add(seq, change));
    try {
      await commit(database, change, { seq, deriver: this.deriver, repaired: null });
    } catch (error) {
      await this.#mirror.takeBack(seq).catch((left: unknown) => {
        // The next change has the same number, and takes its place.
        console.warn('Byline: a change that failed is still in the mirror', left);
      });
      throw error;
    }
    this.#seq = seq;
    this.#changes += 1;
    if (this.#changes >= this.#snapshotAfter || forgets) void this.#lock(() => this.#snapshot());
    return answer;
  }

  async #stamped(database: Dexie, change: Change): Promise<Change> {
    const stamped = await this.stamper?.();
    if (stamped === undefined) return change;
    return stamped(database, change, { machine: await machineOf(database), now: Date.now() });
  }

  /** Writes the store as it is to the mirror. Never throws: the changes since the last snapshot are all there. */
  async #snapshot(): Promise<void> {
    try {
      const { rows, last } = await readAll(await this.#open());
      await this.#mirror.replace(last?.seq ?? 0, rows);
      this.#changes = 0;
    } catch (error) {
      console.warn('Byline: the mirror of the reading list could not be written again', error);
    }
  }

  #open(): Promise<Dexie> {
    if (this.#opened === null) {
      let refuse: (reason: Error) => void = () => undefined;
      const blocked = new Promise<never>((_, reject) => {
        refuse = reject;
      });
      const opening = this.#openStore(() => refuse(new StorageFault('blocked', null)));
      opening.catch(() => {
        this.#opened = null;
      });
      // One that is blocked continues to wait; those who ask meanwhile are told.
      this.#opened = { opening, blocked };
      blocked.catch(() => undefined);
    }
    return Promise.race([this.#opened.opening, this.#opened.blocked]);
  }

  async #openStore(onBlocked: () => void): Promise<Dexie> {
    const factory = await this.#place();
    const held = (await factory.databases()).find(({ name }) => name === this.name);
    // IndexedDB's version is ten times ours, and a little more where tables had to be made again. A later one is
    // opened as it is: Dexie would add to it what it believes is missing.
    this.#newer = Math.floor((held?.version ?? 0) / 10) > libraryVersion;
    const database = this.#newer ? new Dexie(this.name, { indexedDB: factory }) : this.#make(this.name, factory);
    database.on('blocked', () => {
      setTimeout(() => {
        if (!database.isOpen()) onBlocked();
      }, this.#blockedMs);
    });
    await database.open();
    return database;
  }

  async #check(thoroughly: boolean): Promise<void> {
    let found = await this.#read(thoroughly).catch((error: unknown) => unreadable(error));
    if (found instanceof UnreadableStore) {
      // What fails once may be the connection.
      this.#disconnect();
      found = await this.#read(thoroughly).catch((error: unknown) => unreadable(error));
    }
    if (found instanceof UnreadableStore) {
      await this.#rebuild(found.cause);
      found = await this.#read(false);
    }
    if (this.#newer) return;
    this.#seq = found.last?.seq ?? 0;
    try {
      await this.#compare(found, thoroughly);
    } catch (error) {
      const isMirror = error instanceof StorageFault && error.reason === 'mirror';
      if (!isMirror || found.last === null || isDamaged(found.last, found.counts, 0)) throw error;
      console.warn('Byline: the mirror of the reading list could not be read, and is written again', error);
      const { rows, last } = await readAll(await this.#open());
      await ofMirror(this.#mirror.clear());
      await ofMirror(this.#mirror.replace(last?.seq ?? 0, rows));
      this.#changes = 0;
    }
  }

  async #compare(found: { last: Found['last']; counts: Counts }, thoroughly: boolean): Promise<void> {
    const position = await ofMirror(this.#mirror.position());
    this.#changes = position.changes;
    const sound = position.complete && position.seq === this.#seq && !isDamaged(found.last, found.counts, position.seq);
    if (sound && !thoroughly) return;
    const mirrored = await ofMirror(this.#mirror.read());
    if (sound && mirrored.whole) return;
    const database = await this.#open();
    const { change, notice } = repair({ last: found.last, ids: await idsIn(database) }, mirrored);
    const seq = Math.max(this.#seq, mirrored.seq);
    await commit(database, change, { seq, deriver: this.deriver, repaired: { notice } });
    this.#seq = seq;
    await this.#snapshot();
    if (change.puts.length + change.deletes.length > 0) this.#recovered();
  }

  /** What the store says it has, and what it has. `thoroughly`: every row is read. */
  async #read(thoroughly: boolean): Promise<{ last: Found['last']; counts: Counts }> {
    const database = await this.#open();
    this.#newer ||= ((await stampOf(database, 'schema'))?.version ?? 0) > libraryVersion;
    if (this.#newer) return { last: null, counts: noCounts() };
    if (thoroughly) await readAll(database);
    return { last: (await stampOf(database, 'last')) ?? null, counts: await countIn(database) };
  }

  /** A store that can't be read, and which its mirror has wholly, is deleted. Throws where that would lose something. */
  async #rebuild(error: unknown): Promise<void> {
    const mirrored = await ofMirror(this.#mirror.read());
    if (!mirrored.whole || mirrored.seq === 0) throw new StorageFault('store', error);
    console.warn('Byline: the reading list could not be read, and is rebuilt from its mirror', error);
    this.#disconnect();
    await this.#deleteStore();
  }

  async #deleteStore(): Promise<void> {
    await new Dexie(this.name, { indexedDB: await this.#place() }).delete();
  }
}

/** Its cause is what the store said. */
class UnreadableStore extends Error {}

/** A fault of the store itself, which may be rebuilt; all else is thrown. */
function unreadable(error: unknown): UnreadableStore {
  if (error instanceof StorageFault || error instanceof NewerLibrary || isFull(error) || isVersion(error)) throw error;
  return new UnreadableStore('The store can’t be read.', { cause: error });
}

/** What the mirror refuses is said to be its fault. */
async function ofMirror<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof NewerMirror) throw new NewerLibrary();
    throw new StorageFault(isFull(error) ? 'full' : 'mirror', error);
  }
}
