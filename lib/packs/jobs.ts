// The list of imports: put a file in, begin it, say how far each is, end one that failed. Working on them is `import/`.
import type { CatalogDatabase, ImportRow, ImportSource, SeriesSource } from './store.ts';
import type { PackFacts } from '../paper/record.ts';
import { cancelImport, sweep } from './import/remove.ts';
import { isDiskFull, roomLeft } from './import/room.ts';
import type { Failure } from '../failures/failure.ts';
import { Problem, SkippedRow, type JobView } from './views.ts';

/** Facts that the reader chose instead of the file's. */
export type Chosen = Partial<PackFacts>;

/** A row for the list of imports. */
export function newJob(source: ImportSource, state: ImportRow['state'], chosen: Chosen): ImportRow {
  return {
    id: crypto.randomUUID(),
    source,
    chosen,
    facts: null,
    proposal: null,
    what: null,
    state,
    phase: 'reading',
    problem: null,
    rows: 0,
    papers: 0,
    joined: 0,
    refused: 0,
    refusals: [],
    read: 0,
    size: source.size,
    progress: 0,
    startedAt: Date.now(),
    store: 0,
    lease: 0,
    checkpoint: null,
  };
}

/** Puts a file with its job into the store, wholly or not at all; answers the job's id. The importer looks what it is. */
export async function addFile(database: CatalogDatabase, file: File): Promise<string> {
  const job = newJob({ kind: 'file', name: file.name, size: file.size }, 'recognising', {});
  await database.transaction('rw', database.imports, database.files, async () => {
    await database.files.put({ job: job.id, file });
    await database.imports.put(job);
  });
  return job.id;
}

/** The reader wants a proposed file as a pack of this name. False where it is no longer there; twice is no fault. */
export function beginImport(database: CatalogDatabase, id: string, chosen: Chosen): Promise<boolean> {
  return database.transaction('rw', database.imports, async () => {
    const row = await database.imports.get(id);
    if (row?.state === 'running') return true;
    if (row?.state !== 'proposed') return false;
    await database.imports.update(id, { state: 'running', chosen });
    return true;
  });
}

/** Milliseconds after which a file that the reader never decided on is dropped. */
const FORGOTTEN = 24 * 3_600_000;

/** Drops proposals of yesterday and before, with their files. */
export async function dropForgotten(database: CatalogDatabase, now: number): Promise<void> {
  for (const { id, state, startedAt } of await allImports(database))
    if (state === 'proposed' && now - startedAt > FORGOTTEN) await cancelImport(database, id);
}

/** Puts an offer of the list of addresses on the list of imports. */
export async function addAddress(
  database: CatalogDatabase,
  source: Extract<ImportSource, { kind: 'address' }>,
  chosen: Chosen,
): Promise<string> {
  const job = newJob(source, 'running', chosen);
  await database.imports.put(job);
  return job.id;
}

/** Puts a merge of packs on the list of imports; what it is called is for the store alone. */
export async function addSeriesMerge(database: CatalogDatabase, source: SeriesSource, facts: PackFacts): Promise<void> {
  await database.imports.put(newJob(source, 'running', facts));
}

/** All imports, the oldest first. */
const allImports = async (database: CatalogDatabase): Promise<ImportRow[]> =>
  (await database.imports.toArray()).toSorted((a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1));

/** Those in one of these states, the oldest first. The importer works on `recognising` and `running` ones. */
export const importsIn = async (
  database: CatalogDatabase,
  ...states: readonly ImportRow['state'][]
): Promise<ImportRow[]> => (await allImports(database)).filter(({ state }) => states.includes(state));

const clamped = (progress: number): number => Math.min(1, Math.max(0, progress));

function proposalOf({ state, proposal, what, size }: ImportRow): JobView['proposal'] {
  if (state !== 'proposed' || proposal === null) return null;
  const { id = null, name, attribution, licence } = proposal;
  return { what: what ?? '', size, id, name, attribution, licence };
}

function jobView(row: ImportRow, first: boolean): JobView {
  const running = first || row.lease > 0 ? (row.phase === 'reading' ? 'reading' : 'merging') : 'waiting';
  return {
    id: row.id,
    name: row.chosen.name ?? row.facts?.name ?? row.source.name,
    from: row.source.name,
    state: row.state === 'running' ? running : row.state,
    rows: row.rows,
    papers: row.papers,
    refused: row.refused,
    // Without a size there is no knowing how much of it is read.
    progress: row.phase === 'reading' && row.size === null && row.progress === 0 ? null : clamped(row.progress),
    proposal: proposalOf(row),
    problem: Problem.safeParse(row.problem).data ?? null,
  };
}

export async function jobViews(database: CatalogDatabase): Promise<JobView[]> {
  const rows = (await allImports(database)).filter(({ source }) => source.kind !== 'series');
  const first = rows.find(({ state }) => state === 'running');
  return rows.map((row) => jobView(row, row === first));
}

/** Which rows of an import were skipped, as far as they were listed; null where there is no such import. */
export async function skippedRows(
  database: CatalogDatabase,
  id: string,
): Promise<{ total: number; rows: SkippedRow[] } | null> {
  const row = await database.imports.get(id);
  if (row === undefined) return null;
  return { total: row.refused, rows: row.refusals.flatMap((one) => SkippedRow.safeParse(one).data ?? []) };
}

const namesOf = (error: unknown): readonly unknown[] => {
  const { name, inner } = error as { name?: unknown; inner?: { name?: unknown } | null };
  return [name, inner?.name];
};

/** Milliseconds between two tries to end an import: a store that met a full disk may need a moment to take anything. */
const PAUSES = [100, 500, 1_000, 2_000, 4_000];

/** Ends an import that met a fault: the row says why, nothing of it is left. An `UnreadableFile` is in its row already,
 *  and one that was cancelled (`ImportGone`) has none. `room`: bytes that the disk still takes. */
export async function failImport(
  database: CatalogDatabase,
  id: string,
  error: unknown,
  { room = roomLeft, pauses = PAUSES }: { room?: () => Promise<number>; pauses?: readonly number[] } = {},
): Promise<void> {
  const names = namesOf(error);
  if (names.includes('UnreadableFile') || names.includes('ImportGone')) return;
  console.warn('Byline: an import stopped', error);
  // A full disk has many names.
  const isFull = ['NoRoom', 'QuotaExceededError'].some((name) => names.includes(name)) || (await isDiskFull(room));
  for (let turn = 0; ; turn += 1)
    try {
      const row = await database.imports.get(id);
      if (row === undefined) return;
      const problem: Failure = isFull
        ? { code: 'disk-full', args: [row.source.name] }
        : { code: 'import-failed', args: [] };
      await endImport(database, id, problem);
      return;
    } catch (fault) {
      const pause = pauses[turn];
      if (pause === undefined) throw fault;
      console.warn('Byline: an import could not be ended yet', fault);
      await new Promise((resolve) => {
        setTimeout(resolve, pause);
      });
    }
}

/** Ends an import for a reason; nothing of it is left. */
export async function endImport(database: CatalogDatabase, id: string, problem: Failure): Promise<void> {
  // Free space first: a full disk takes not even the reason.
  await database.files.delete(id);
  // A new lease: the importer notices at its next write.
  await database.transaction('rw', database.imports, async () => {
    const row = await database.imports.get(id);
    if (row !== undefined)
      await database.imports.put({ ...row, state: 'failed', problem, checkpoint: null, lease: row.lease + 1 });
  });
  await sweep(database);
}
