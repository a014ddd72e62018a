// What was published to add to a pack becomes part of it, as soon as all of it is here: each pack is asked for every page
// that the reader opens.
import type { CatalogDatabase, PackRow } from '../store.ts';
import { addSeriesMerge } from '../jobs.ts';
import { publishedSeries } from '../pack-id.ts';

type PublishedPack = PackRow & { series: NonNullable<PackRow['series']>; published: NonNullable<PackRow['published']> };

/** Puts one merge on the list where there is one to make, and never the same again after it failed. */
export async function planPublishedMerge(database: CatalogDatabase): Promise<boolean> {
  const [packs, jobs] = await Promise.all([database.packs.toArray(), database.imports.toArray()]);
  const bySeries = new Map<string, PublishedPack[]>();
  for (const row of packs) {
    const { series, published } = row;
    if (series === undefined || published === undefined) continue;
    bySeries.set(series.id, [...(bySeries.get(series.id) ?? []), { ...row, series, published }]);
  }
  for (const [id, some] of bySeries) {
    const parts = some.toSorted((one, other) => one.series.to - other.series.to);
    const [whole] = parts;
    const newest = parts.at(-1);
    if (whole?.published.isWhole !== true || newest === undefined || newest === whole) continue;
    const names = parts.map((row) => row.id).toReversed();
    const waits = jobs.some(
      ({ source, state }) =>
        (source.kind === 'published' && state === 'running' && publishedSeries(source.published) === id) ||
        (source.kind === 'series' && source.packs.join(' ') === names.join(' ')),
    );
    if (waits || parts.some(({ deleteAt }) => deleteAt !== undefined)) continue;
    const { name, licence, attribution, madeFrom, sources } = whole;
    const { version, madeOn, published } = newest;
    await addSeriesMerge(
      database,
      {
        kind: 'series',
        name,
        size: null,
        series: { id, from: whole.series.from, to: newest.series.to },
        packs: names,
        keep: null,
        published: { ...published, isWhole: true },
      },
      { id: whole.id, name, version, licence, attribution, madeFrom, madeOn, sources },
    );
    return true;
  }
  return false;
}
