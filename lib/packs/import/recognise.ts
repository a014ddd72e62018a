// The first look at a new file: what it is, and how its pack may be called.
import type { CatalogDatabase, ImportRow } from '../store.ts';
import { recognise } from '../readers/index.ts';
import type { ByteSource } from '../readers/reader.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { sweep } from './remove.ts';

/** Writes down what the file of a new import is and proposes, or why it is none; its file goes then. Does nothing to an
 *  import in another state. */
export async function recogniseImport(
  database: CatalogDatabase,
  id: string,
  open: (row: ImportRow) => Promise<ByteSource>,
): Promise<void> {
  const row = await database.imports.get(id);
  if (row?.state !== 'recognising') return;
  const found = await lookAt(await open(row));
  await database.transaction('rw', database.imports, async () => {
    // It may have been cancelled meanwhile.
    if ((await database.imports.get(id))?.state === 'recognising') await database.imports.update(id, found);
  });
  if (found.state === 'failed') await sweep(database);
}

async function lookAt(source: ByteSource): Promise<Partial<ImportRow>> {
  try {
    const { opened } = await recognise(source);
    return { state: 'proposed', what: opened.what, proposal: opened.facts };
  } catch (error) {
    if (error instanceof UnreadableFile) return { state: 'failed', problem: error.failure };
    throw error;
  }
}
