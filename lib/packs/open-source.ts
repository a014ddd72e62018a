// Where an import's bytes come from: the file that the store keeps, or an offer's address.
import { UnreadableFile } from './unreadable-file.ts';
import type { CatalogDatabase, ImportRow } from './store.ts';
import { bytesOfBlob } from './readers/bytes.ts';
import type { ByteSource } from './readers/reader.ts';
import type { Fetch } from './remote/address.ts';
import { openOffer } from './remote/open-offer.ts';

/** For `runImport`. `signal` ends what is being fetched; `fetch`: what asks the network, else the browser's own. */
export const openSource =
  (database: CatalogDatabase, signal: AbortSignal, fetch?: Fetch) =>
  async ({ id, source }: ImportRow): Promise<ByteSource> => {
    // Its rows are in the store (`import/series-rows.ts`).
    if (source.kind === 'series') throw new UnreadableFile('file-gone', source.name);
    if (source.kind === 'address') return openOffer(source.entry, fetch, { signal });
    const row = await database.files.get(id);
    if (row === undefined) throw new UnreadableFile('file-gone', source.name);
    return bytesOfBlob(row.file, source.name);
  };
