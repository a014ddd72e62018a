// Made-up rows of a dump, the same for the same seed, and what a test needs to import them.
import type { CatalogDatabase, PieceRow } from '../../../lib/packs/store.ts';
import { addFile } from '../../../lib/packs/jobs.ts';
import { runImport, type ImportOptions } from '../../../lib/packs/import/run-import.ts';
import { bytesOfBlob } from '../../../lib/packs/readers/bytes.ts';
import type { PackFacts, PaperRecord } from '../../../lib/paper/record.ts';
import { recordId } from '../../../lib/paper/record-id.ts';
import { chance } from '../../../tools/chance.ts';

const words =
  `attention robust sparse deep low rank bottleneck graph kernel learning transformer models optimal transport
  privacy federated language vision gradient descent networks sampling inference quantum lattice topology sheaf galaxies
  neutrino catalysis folding genome markets auctions fairness causal bandits planning`.split(/\s+/);
const given = ['Ada', 'Grace', 'Émile', 'Wei', 'Sashank', 'S.', 'Łukasz', '伟'];
const family = ['Lovelace', 'Hopper', 'van der Berg', 'Zhang', 'Reddi', 'Kaiser', 'Müller', '张'];

export function makeRecords(count: number, seed = 1): PaperRecord[] {
  const { next } = chance(seed);
  const pick = (list: readonly string[]): string => list[Math.floor(next() * list.length)] ?? '';
  return Array.from({ length: count }, (_, at) => {
    const title = Array.from({ length: 4 + Math.floor(next() * 8) }, () => pick(words)).join(' ');
    const facts = {
      title: `${title.charAt(0).toUpperCase()}${title.slice(1)} ${at}`,
      authors: Array.from({ length: 1 + Math.floor(next() * 4) }, () => `${pick(given)} ${pick(family)}`),
      year: 1990 + Math.floor(next() * 35),
      ...(next() < 0.7 ? { arxivId: `${1000 + (at % 9000)}.${String(10_000 + at)}` } : {}),
      ...(next() < 0.3 ? { doi: `10.1000/x${at}` } : {}),
    };
    return { id: recordId(facts), ...facts };
  });
}

export const facts: PackFacts = {
  id: 'made-up',
  name: 'Made-up papers',
  version: '1',
  licence: 'CC0',
  attribution: 'Nobody',
  madeFrom: 'a test',
  madeOn: '2025-11-20',
  sources: [{ id: 'test', name: 'Test', what: 'made-up rows', kind: 'document' }],
};

/** Rows as Papers with Code has them: some papers come again with another repository. */
export function linkRows(records: readonly PaperRecord[], seed = 2): object[] {
  const { next } = chance(seed);
  const row = (record: PaperRecord, repository: number): object => ({
    paper_url: `https://paperswithcode.com/paper/p${record.id.replaceAll(/[^a-z0-9]/g, '-')}`,
    paper_title: record.title,
    paper_arxiv_id: record.arxivId ?? null,
    paper_url_abs: null,
    paper_url_pdf: null,
    repo_url: `https://github.com/o/r${repository}`,
    is_official: next() < 0.3,
    mentioned_in_paper: false,
    mentioned_in_github: true,
    framework: 'pytorch',
  });
  const rows = records.map((record, at) => row(record, at));
  const again = records.filter(() => next() < 0.2).map((record, at) => row(record, 100_000 + at));
  return [...rows, ...again];
}

export const fileOf = (rows: readonly object[], name = 'links.json'): File => new File([JSON.stringify(rows)], name);

/** A file whose import has begun; nobody works on it yet. */
export async function startFile(
  database: CatalogDatabase,
  file: File,
  chosen: Partial<PackFacts> = { id: 'made-up', name: 'Made-up papers' },
): Promise<string> {
  const job = await addFile(database, file);
  await database.imports.update(job, { state: 'running', chosen });
  return job;
}

export async function importFile(
  database: CatalogDatabase,
  file: File,
  options: Partial<ImportOptions> = {},
  chosen: Partial<PackFacts> = { id: 'made-up', name: 'Made-up papers' },
): Promise<string> {
  const job = await startFile(database, file, chosen);
  await goOn(database, job, options);
  return job;
}

export function goOn(database: CatalogDatabase, job: string, options: Partial<ImportOptions> = {}): Promise<unknown> {
  return runImport(database, job, {
    open: async (row) => {
      const stored = await database.files.get(job);
      if (stored === undefined) throw new Error('the file is gone');
      return bytesOfBlob(stored.file, row.source.name);
    },
    ...options,
  });
}

/** A pack's pieces without the generation under which they lie. */
export async function piecesOf(database: CatalogDatabase, id: string): Promise<Omit<PieceRow, 'store'>[]> {
  const pack = await database.packs.get(id);
  const rows =
    pack === undefined
      ? []
      : await database.pieces.where(':id').between([pack.store], [pack.store, '\uffff']).toArray();
  return rows.map(({ kind, number, bytes }) => ({ kind, number, bytes }));
}
