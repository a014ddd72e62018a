// Where an import's bytes come from: the file that the store keeps, an offer's address, or a publisher's.
import { UnreadableFile } from './unreadable-file.ts';
import { publishedSeries } from './pack-id.ts';
import type { CatalogDatabase, ImportRow, PublishedSource } from './store.ts';
import { bytesOfBlob } from './readers/bytes.ts';
import type { ByteSource } from './readers/reader.ts';
import type { Fetch } from './remote/address.ts';
import { openOffer } from './remote/open-offer.ts';
import { openPublished } from './remote/open-published.ts';

/** For `runImport`. `signal` ends what is being fetched; `fetch`: what asks the network, else the browser's own. */
export const openSource =
  (database: CatalogDatabase, signal: AbortSignal, fetch?: Fetch) =>
  async ({ id, source }: ImportRow): Promise<ByteSource> => {
    // Its rows are in the store (`import/series-rows.ts`).
    if (source.kind === 'series') throw new UnreadableFile('file-gone', source.name);
    if (source.kind === 'address') return openOffer(source.entry, fetch, { signal });
    if (source.kind === 'published') {
      await needBefore(database, source);
      return openPublished(source, fetch, { signal });
    }
    const row = await database.files.get(id);
    if (row === undefined) throw new UnreadableFile('file-gone', source.name);
    return bytesOfBlob(row.file, source.name);
  };

/** Nothing is asked for a pack that adds to one which is not here. */
async function needBefore(database: CatalogDatabase, { after, name, published }: PublishedSource): Promise<void> {
  const id = publishedSeries(published);
  const isHere = (await database.packs.toArray()).some(({ series }) => series?.id === id && series.to === after);
  if (after !== null && !isHere) throw new UnreadableFile('series-order', name);
}
