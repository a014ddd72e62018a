// The list of imports, as whoever orders them sees it: put a file in, say how far each is, end one that met a fault.
// Working on them is `import/`.
import type { CatalogDatabase, ImportRow, ImportSource } from './store.ts';
import type { PackFacts } from '../paper/record.ts';
import { sweep } from './import/remove.ts';
import type { Failure } from '../failures/failure.ts';
import { Problem, SkippedRow, type JobView } from './views.ts';

/** Words that a file proposes and the reader may change. */
export type Chosen = Partial<PackFacts>;

function newJob(id: string, source: ImportSource, chosen: Chosen, now: number): ImportRow {
  return {
    id,
    source,
    chosen,
    facts: null,
    what: null,
    state: 'going',
    phase: 'reading',
    problem: null,
    rows: 0,
    papers: 0,
    joined: 0,
    refused: 0,
    refusals: [],
    read: 0,
    size: source.size,
    share: 0,
    startedAt: now,
    store: 0,
    turn: 0,
    checkpoint: null,
  };
}

/** Puts a file with its job into the store, wholly or not at all; answers the job's id. Nobody works on it yet. */
export async function addFile(database: CatalogDatabase, file: File, chosen: Chosen): Promise<string> {
  const job = newJob(crypto.randomUUID(), { kind: 'file', name: file.name, size: file.size }, chosen, Date.now());
  await database.transaction('rw', database.imports, database.files, async () => {
    await database.files.put({ job: job.id, file });
    await database.imports.put(job);
  });
  return job.id;
}

/** Puts an offer of the list of addresses on the list of imports. */
export async function addAddress(
  database: CatalogDatabase,
  source: Extract<ImportSource, { kind: 'address' }>,
  chosen: Chosen,
): Promise<string> {
  const job = newJob(crypto.randomUUID(), source, chosen, Date.now());
  await database.imports.put(job);
  return job.id;
}

/** All imports, the oldest first. */
const allImports = async (database: CatalogDatabase): Promise<ImportRow[]> =>
  (await database.imports.toArray()).toSorted((a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1));

/** Those that somebody has to work on. */
export const openImports = async (database: CatalogDatabase): Promise<ImportRow[]> =>
  (await allImports(database)).filter(({ state }) => state === 'going');

const clamped = (share: number): number => Math.min(1, Math.max(0, share));

function jobView(row: ImportRow, first: boolean): JobView {
  const going = first || row.turn > 0 ? (row.phase === 'reading' ? 'reading' : 'merging') : 'waiting';
  return {
    id: row.id,
    name: row.chosen.name ?? row.facts?.name ?? row.source.name,
    from: row.source.name,
    state: row.state === 'going' ? going : row.state,
    rows: row.rows,
    papers: row.papers,
    refused: row.refused,
    // Where the size is not known, nobody knows the share of what is read either.
    share: row.phase === 'reading' && row.size === null && row.share === 0 ? null : clamped(row.share),
    problem: Problem.safeParse(row.problem).data ?? null,
  };
}

export async function jobViews(database: CatalogDatabase): Promise<JobView[]> {
  const rows = await allImports(database);
  const first = rows.find(({ state }) => state === 'going');
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

/** Ends an import that met a fault: the row says why, nothing of it is left. What refuses its file
 *  (`UnreadableFile`) or was called off (`ImportGone`) has said so itself. */
export async function failImport(database: CatalogDatabase, id: string, error: unknown): Promise<void> {
  const names = namesOf(error);
  if (names.includes('UnreadableFile') || names.includes('ImportGone')) return;
  console.warn('Byline: an import stopped', error);
  const row = await database.imports.get(id);
  if (row === undefined) return;
  const problem: Failure = names.includes('QuotaExceededError')
    ? { code: 'disk-full', args: [row.source.name] }
    : { code: 'import-failed', args: [] };
  // First room, then the word: a full disk takes nothing more.
  await database.files.delete(id);
  await database.imports.update(id, { state: 'failed', problem, checkpoint: null });
  await sweep(database);
}
