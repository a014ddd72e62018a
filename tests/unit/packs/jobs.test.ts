import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CatalogDatabase } from '../../../lib/packs/store.ts';
import { addAddress, addFile, failImport, jobViews, openImports } from '../../../lib/packs/jobs.ts';
import { RefusedFile } from '../../../lib/packs/readers/reader.ts';

let database: CatalogDatabase;
beforeEach(() => {
  database = new CatalogDatabase();
  vi.spyOn(console, 'warn').mockReturnValue();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await database.delete();
});

const file = (name: string): File => new File(['@article{x}'], name);

describe('the list of imports', () => {
  it('shows what runs, what waits, and what nobody can measure', async () => {
    vi.spyOn(Date, 'now').mockReturnValueOnce(1).mockReturnValueOnce(2);
    const address = { kind: 'address', name: 'huggingface.co', entry: 'arxiv', size: null } as const;
    await addAddress(database, address, { id: 'arxiv', name: 'arXiv metadata' });
    await addFile(database, file('library.bib'), { name: 'My library' });
    expect(await jobViews(database)).toMatchObject([
      { name: 'arXiv metadata', from: 'huggingface.co', state: 'reading', share: null },
      { name: 'My library', from: 'library.bib', state: 'waiting', share: 0 },
    ]);
  });
});

describe('an import that meets a fault', () => {
  it('says that the disk is full, and leaves nothing', async () => {
    const id = await addFile(database, file('library.bib'), { name: 'My library' });
    await failImport(database, id, Object.assign(new Error('no room'), { name: 'QuotaExceededError' }));
    const [job] = await jobViews(database);
    expect(job).toMatchObject({ state: 'failed' });
    expect(job?.problem).toContain('not enough room');
    expect(await database.files.count()).toBe(0);
    expect(await openImports(database)).toEqual([]);
  });

  it('says it in one sentence, whatever the fault was', async () => {
    const id = await addFile(database, file('library.bib'), {});
    await failImport(database, id, new TypeError('x is undefined'));
    expect((await jobViews(database))[0]?.problem).toMatch(/^The import stopped at a fault\. /u);
  });

  it('keeps the words of a file that was refused', async () => {
    const id = await addFile(database, file('photos.zip'), {});
    await database.imports.update(id, { state: 'failed', problem: 'photos.zip is none of these.' });
    await failImport(database, id, new RefusedFile('photos.zip is none of these.'));
    expect((await jobViews(database))[0]?.problem).toBe('photos.zip is none of these.');
  });

  it('that was called off is not written anew', async () => {
    await failImport(database, 'gone', new Error('any'));
    expect(await jobViews(database)).toEqual([]);
  });
});
