// The packs that a harvest has made so far: a series, in which the newest record of a paper wins.
import type { CatalogDatabase, ImportRow, PackRow } from '../packs/store.ts';
import { cancelImport } from '../packs/import/remove.ts';
import { addSeriesMerge } from '../packs/jobs.ts';
import type { PackFacts } from '../paper/record.ts';

export const SERIES = 'arxiv';

/** Maximum packs of the series; more of them are merged. Each is asked for every page that the reader opens. */
export const MAX_PACKS = 12;

type SeriesPack = PackRow & { series: NonNullable<PackRow['series']> };

/** Its packs, the oldest first. */
export async function seriesPacks(database: CatalogDatabase): Promise<SeriesPack[]> {
  return (await database.packs.toArray())
    .filter((row): row is SeriesPack => row.series?.id === SERIES)
    .toSorted((one, other) => one.series.from - other.series.from);
}

/** Papers and bytes of a series. A paper in several of its packs counts once. */
export const seriesTotal = (packs: readonly SeriesPack[]): { papers: number; bytes: number } => ({
  papers: packs.reduce((sum, { sizes, series }) => sum + sizes.papers - series.repeated, 0),
  bytes: packs.reduce((sum, { sizes }) => sum + sizes.bytes, 0),
});

export const seriesFacts = (from: number, to: number, today: string): PackFacts => ({
  id: from === to ? `arxiv-fields-${from}` : `arxiv-fields-${from}-${to}`,
  name: 'arXiv',
  version: today,
  licence: 'CC0 1.0',
  attribution: 'arXiv.org metadata, CC0. Thank you to arXiv for use of its open access interoperability.',
  madeFrom: 'https://oaipmh.arxiv.org/oai',
  madeOn: today,
  sources: [{ id: 'arxiv', name: 'arXiv', what: 'metadata of arXiv', kind: 'public-record' }],
});

/** Which packs to merge: the newest ones, as long as the next older one is no more than twice as large as they are
 *  together. So a large base is rewritten only when much has come to it. */
export function packsToMerge(papers: readonly number[]): number {
  if (papers.length <= MAX_PACKS) return 0;
  let count = 1;
  let sum = papers.at(-1) ?? 0;
  for (const next of papers.slice(0, -1).toReversed()) {
    if (next > 2 * sum && count > 1) break;
    sum += next;
    count += 1;
  }
  return count;
}

const isOfSeries = ({ source }: ImportRow): boolean => source.kind === 'series' && source.series.id === SERIES;

/** Puts a merge on the list of imports where the series has too many packs, or where only papers of these categories are
 *  to stay. Answers whether there is one to run. */
export async function planMerge(
  database: CatalogDatabase,
  today: string,
  keep: readonly string[] | null = null,
): Promise<boolean> {
  const open = (await database.imports.toArray()).filter(isOfSeries);
  // A merge that keeps some fields alone is never given up for another.
  if (keep === null && open.some(({ state }) => state === 'running')) return true;
  for (const { id } of open) await cancelImport(database, id);
  const all = await seriesPacks(database);
  const count = keep === null ? packsToMerge(all.map(({ sizes }) => sizes.papers)) : all.length;
  const packs = count === 0 ? [] : all.slice(-count);
  const [first] = packs;
  const last = packs.at(-1);
  if (first === undefined || last === undefined) return false;
  const { from } = first.series;
  const { to } = last.series;
  await addSeriesMerge(
    database,
    {
      kind: 'series',
      name: 'arXiv',
      size: null,
      series: { id: SERIES, from, to },
      packs: packs.map(({ id }) => id).toReversed(),
      keep: keep === null ? null : [...keep],
    },
    seriesFacts(from, to, today),
  );
  return true;
}

/** Removes the whole series. */
export async function removeSeries(database: CatalogDatabase): Promise<void> {
  for (const row of await database.imports.toArray()) if (isOfSeries(row)) await cancelImport(database, row.id);
  await database.packs.bulkDelete((await seriesPacks(database)).map(({ id }) => id));
}
