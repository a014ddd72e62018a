// Works on all open imports: new files are recognised at once, also while another import runs, and imports run one
// after the other. All progress is in the store, so that this may be stopped at any time.
import type { CatalogDatabase, ImportRow } from '../store.ts';
import { hearImporterAsks, tellImportsChanged, tellPacksChanged } from '../importer-channel.ts';
import { failImport, importsIn } from '../jobs.ts';
import { openSource } from '../open-source.ts';
import { recogniseImport } from './recognise.ts';
import { runImport } from './run-import.ts';

/** Ends when there was nothing to do for `idleMs` milliseconds. */
export async function workOnImports(database: CatalogDatabase, idleMs: number): Promise<void> {
  const loop = new WorkLoop(database, idleMs);
  try {
    await loop.run();
  } finally {
    loop.close();
  }
}

class WorkLoop {
  readonly #database: CatalogDatabase;
  readonly #idleMs: number;
  readonly #unhear: () => void;
  /** Ids that were worked on in vain: an import that could not even be marked as failed is not tried again and again. */
  readonly #tried = new Set<string>();
  #running: { id: string; stop: AbortController } | null = null;
  #recognising: Promise<void> = Promise.resolve();
  #asked = false;
  #wake = (): void => undefined;

  constructor(database: CatalogDatabase, idleMs: number) {
    this.#database = database;
    this.#idleMs = idleMs;
    this.#unhear = hearImporterAsks((heard) => {
      if (heard.ask === 'stop') {
        if (this.#running?.id === heard.job) this.#running.stop.abort();
        return;
      }
      this.#asked = true;
      this.#recognise();
      this.#wake();
    });
  }

  close(): void {
    this.#unhear();
  }

  async run(): Promise<void> {
    this.#recognise();
    do {
      this.#asked = false;
      for (let next = await this.#next(); next !== undefined; next = await this.#next()) await this.#import(next);
      await this.#recognising;
    } while (this.#asked || (await this.#idle()));
  }

  /** The oldest import that waits. */
  async #next(): Promise<ImportRow | undefined> {
    return (await importsIn(this.#database, 'running')).find(({ id }) => !this.#tried.has(id));
  }

  async #import({ id }: ImportRow): Promise<void> {
    const stop = new AbortController();
    this.#running = { id, stop };
    try {
      await runImport(this.#database, id, { signal: stop.signal, open: openSource(this.#database, stop.signal) });
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
        await recogniseImport(this.#database, id, openSource(this.#database, new AbortController().signal));
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
