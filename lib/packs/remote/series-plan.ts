// What a publisher's series has for this catalog: of each field what is to be fetched, and the imports that fetch it.
import type { CatalogDatabase, PackRow, PublishedSource } from '../store.ts';
import { newJob } from '../jobs.ts';
import { publishedPackId, publishedSeries } from '../pack-id.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import type { PublishedField, PublishedPack, PublishedSeries } from './series.ts';

/** Where our own packs are described; empty until there are any. */
export const OUR_SERIES = '';

export interface FieldOffer {
  field: PublishedField;
  /** Some of it is here already, and `packs` add to that. */
  isHere: boolean;
  /** To fetch, in this order; none where all is here. */
  packs: PublishedPack[];
}

/** Throws `UnreadableFile` where what is here is newer. */
export function offersOf(series: PublishedSeries, address: string, packs: readonly PackRow[]): FieldOffer[] {
  const here = packs.filter(({ published }) => published?.address === address);
  const { host } = new URL(address);
  const isOlder = here.some(({ published }) => (published?.publication ?? 0) > series.number);
  if (isOlder) throw new UnreadableFile('series-older', host);
  return series.fields.map((field) => {
    const own = here.filter(({ published }) => published?.field === field.id);
    // What only adds to a pack that was removed is of no use.
    const newest = own.some(({ published }) => published?.isWhole === true)
      ? Math.max(...own.map((row) => row.series?.to ?? 0))
      : 0;
    if (newest > (field.packs.at(-1)?.number ?? 0)) throw new UnreadableFile('series-older', host);
    const at = field.packs.findIndex(({ number }) => number === newest);
    return { field, isHere: at >= 0, packs: field.packs.slice(at + 1) };
  });
}

const sourceOf = (
  { number: publication }: PublishedSeries,
  address: string,
  field: PublishedField,
  { file, bytes, sha256, number, after }: PublishedPack,
): PublishedSource => ({
  kind: 'published',
  name: file,
  size: bytes,
  url: new URL(file, address).href,
  sha256,
  number,
  after,
  published: { address, field: field.id, publication, isWhole: after === null },
});

/** Puts what is to be fetched of a field on the list of imports; a download that broke off goes on. Answers their ids. */
export function addPublished(
  database: CatalogDatabase,
  series: PublishedSeries,
  address: string,
  { field, packs }: FieldOffer,
): Promise<string[]> {
  const { imports } = database;
  const id = publishedSeries({ address, field: field.id });
  return database.transaction('rw', imports, async () => {
    const before = (await imports.toArray()).filter(
      ({ source }) => source.kind === 'published' && publishedSeries(source.published) === id,
    );
    const jobs: string[] = [];
    for (const [place, pack] of packs.entries()) {
      const source = sourceOf(series, address, field, pack);
      const same = before.find((row) => row.source.kind === 'published' && row.source.sha256 === source.sha256);
      // It runs; one that only waits is put behind the pack that it adds to.
      if (same?.state === 'running' && same.lease > 0) continue;
      const chosen = {
        id: publishedPackId({ address, field: field.id }, pack.after === null ? null : pack.number),
        name: `${series.name}: ${field.name}`.slice(0, 120),
      };
      const job = newJob(source, 'running', chosen);
      const { id: own, startedAt } = job;
      const broken = same?.state === 'failed' && same.checkpoint !== null ? same : job;
      // In this order also where they began in the same millisecond.
      const at = startedAt + place;
      jobs.push(own);
      await imports.put({ ...broken, id: own, startedAt: at, source, chosen, state: 'running', problem: null });
    }
    await imports.bulkDelete(
      before
        .filter(({ state, lease }) => state === 'failed' || (state === 'running' && lease === 0))
        .map((row) => row.id),
    );
    return jobs;
  });
}
