// The list of imports, as whoever orders them sees it: put a file in, say how far each is. Working on them is
// `import/`.
import type { CatalogDatabase, ImportRow, ImportSource } from '../catalog/database.ts';
import type { PackFacts } from './record.ts';
import type { JobView } from './views.ts';

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
  const untouched = row.turn === 0 && row.rows === 0;
  return {
    id: row.id,
    name: row.chosen.name ?? row.facts?.name ?? row.source.name,
    from: row.source.name,
    state:
      row.state !== 'going'
        ? row.state
        : !first && untouched
          ? 'waiting'
          : row.phase === 'reading'
            ? 'reading'
            : 'merging',
    rows: row.rows,
    refused: row.refused,
    // Where the size is not known, nobody knows the share either.
    share: row.phase === 'reading' && row.size === null && row.share === 0 ? null : clamped(row.share),
    problem: row.problem,
  };
}

export async function jobViews(database: CatalogDatabase): Promise<JobView[]> {
  const rows = await allImports(database);
  const first = rows.find(({ state }) => state === 'going');
  return rows.map((row) => jobView(row, row === first));
}
