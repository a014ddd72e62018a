// Works on all open imports: new files are recognised at once, also while another import runs, and imports run one
// after the other. All progress is in the store, so that this may be stopped at any time.
import type { CatalogDatabase, ImportRow } from '../store.ts';
import { hearImporterAsks, tellImportsChanged, tellPacksChanged } from '../importer-channel.ts';
import { failImport, importsIn } from '../jobs.ts';
import { openSource } from '../open-source.ts';
import type { Fetch } from '../remote/address.ts';
import type { ByteSource } from '../readers/reader.ts';
import { planPublishedMerge } from './published-merge.ts';
import { recogniseImport } from './recognise.ts';
import { runImport } from './run-import.ts';

export interface WorkOptions {
  /** Milliseconds without anything to do after which it ends. */
  idleMs: number;
  /** Called before it goes on with an import whose file has this name: with new bytes of it, or after a write. Files are
   *  recognised while another is imported, so that each step says whose it is. */
  step?: (job: string, name: string, at: ImportRow['state'] | 'writing') => void;
  /** What asks the network where an import reads an address. */
  fetch?: Fetch;
  /** Work beside the imports: begun at the start and whenever something is asked for, and never twice at a time. It may
   *  put imports on the list and then calls `look`. The signal ends with the loop. */
  beside?: (look: () => void, signal: AbortSignal) => Promise<void>;
}

/** Ends when there was nothing to do for a while. */
export async function workOnImports(database: CatalogDatabase, options: WorkOptions): Promise<void> {
  const loop = new WorkLoop(database, options);
  try {
    await loop.run();
  } finally {
    loop.close();
  }
}

class WorkLoop {
  readonly #database: CatalogDatabase;
  readonly #idleMs: number;
  readonly #step: NonNullable<WorkOptions['step']>;
  readonly #unhear: () => void;
  /** Ids that were worked on in vain: an import that could not even be marked as failed is not tried again and again. */
  readonly #tried = new Set<string>();
  #running: { id: string; stop: AbortController } | null = null;
  #recognising: Promise<void> = Promise.resolve();
  #asked = false;
  #wake = (): void => undefined;
  readonly #fetch: Fetch | undefined;
  readonly #beside: WorkOptions['beside'];
  readonly #over = new AbortController();
  #isBeside = false;
  /** Asked for while it ran: what it read at its start may be old. */
  #besideAgain = false;

  constructor(database: CatalogDatabase, { idleMs, step, fetch, beside }: WorkOptions) {
    this.#fetch = fetch;
    this.#database = database;
    this.#idleMs = idleMs;
    this.#step = step ?? (() => undefined);
    this.#beside = beside;
    this.#unhear = hearImporterAsks((heard) => {
      if (heard.ask === 'stop') {
        if (this.#running?.id === heard.job) this.#running.stop.abort();
        return;
      }
      this.#recognise();
      this.#workBeside();
      this.#look();
    });
  }

  close(): void {
    this.#over.abort();
    this.#unhear();
  }

  #look(): void {
    this.#asked = true;
    this.#wake();
  }

  #workBeside(): void {
    if (this.#isBeside || this.#beside === undefined) {
      this.#besideAgain = this.#isBeside;
      return;
    }
    this.#isBeside = true;
    this.#besideAgain = false;
    void this.#beside(() => this.#look(), this.#over.signal)
      .catch((error: unknown) => {
        if (!this.#over.signal.aborted) console.warn('Byline: what runs beside imports stopped', error);
      })
      .then(() => {
        this.#isBeside = false;
        if (this.#besideAgain) this.#workBeside();
      });
  }

  async run(): Promise<void> {
    this.#recognise();
    this.#workBeside();
    do {
      this.#asked = false;
      for (let next = await this.#next(); next !== undefined; next = await this.#next()) await this.#import(next);
      await this.#recognising;
    } while (this.#asked || (await this.#idle()) || this.#isBeside);
  }

  /** The oldest import that waits, or what has to be merged after them. */
  async #next(): Promise<ImportRow | undefined> {
    const waiting = async (): Promise<ImportRow | undefined> =>
      (await importsIn(this.#database, 'running')).find(({ id }) => !this.#tried.has(id));
    return (await waiting()) ?? ((await planPublishedMerge(this.#database)) ? waiting() : undefined);
  }

  /** An import's bytes; each read says that it is this import's turn. */
  #open(signal: AbortSignal): (row: ImportRow) => Promise<ByteSource> {
    const open = openSource(this.#database, signal, this.#fetch);
    return async (row) => {
      const step = (): void => this.#step(row.id, row.source.name, row.state);
      step();
      return stepping(await open(row), step);
    };
  }

  async #import({ id, source }: ImportRow): Promise<void> {
    const stop = new AbortController();
    this.#running = { id, stop };
    const onProgress = (): void => this.#step(id, source.name, 'writing');
    try {
      await runImport(this.#database, id, { signal: stop.signal, open: this.#open(stop.signal), onProgress });
    } catch (error) {
      this.#tried.add(id);
      // One that was stopped is removed by those who asked for it.
      if (!stop.signal.aborted) await failImport(this.#database, id, error);
    }
    this.#running = null;
    tellPacksChanged();
  }

  /** Looks at the files that are new, one after the other. */
  #recognise(): void {
    this.#recognising = this.#recognising
      .then(() => this.#recogniseNew())
      .catch((error: unknown) => console.warn('Byline: new files could not be looked at', error));
  }

  async #recogniseNew(): Promise<void> {
    for (const { id } of await importsIn(this.#database, 'recognising')) {
      if (this.#tried.has(id)) continue;
      try {
        await recogniseImport(this.#database, id, this.#open(new AbortController().signal));
      } catch (error) {
        this.#tried.add(id);
        await failImport(this.#database, id, error);
      }
      tellImportsChanged();
    }
  }

  /** Waits; true where work is asked for meanwhile. */
  #idle(): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), this.#idleMs);
      this.#wake = () => {
        clearTimeout(timer);
        resolve(true);
      };
    });
  }
}

/** A source that calls `step` with each bytes that it gives, right before they are worked on. */
function stepping(source: ByteSource, step: () => void): ByteSource {
  const { parts } = source;
  return {
    ...source,
    slice: async (from, to) => {
      const bytes = await source.slice(from, to);
      step();
      return bytes;
    },
    stream: (from) => {
      const reader = source.stream(from).getReader();
      const pull = async (controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> => {
        const { done, value } = await reader.read();
        step();
        if (done) controller.close();
        else controller.enqueue(value);
      };
      // Nothing is read ahead: bytes that wait would be worked on in another's turn.
      return new ReadableStream({ pull, cancel: (reason) => reader.cancel(reason) }, { highWaterMark: 0 });
    },
    ...(parts === undefined ? {} : { parts: parts.map((part) => stepping(part, step)) }),
  };
}
