import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { failureText, placeText, rowFailureText } from '../../../lib/i18n/failures.ts';
import { CatalogDatabase, type ImportRow } from '../../../lib/packs/store.ts';
import { addAddress, addFile, failImport, jobViews, openImports, skippedRows } from '../../../lib/packs/jobs.ts';
import { UnreadableFile } from '../../../lib/packs/unreadable-file.ts';

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
    expect(job).toMatchObject({ state: 'failed', problem: { code: 'disk-full', args: ['library.bib'] } });
    expect(await database.files.count()).toBe(0);
    expect(await openImports(database)).toEqual([]);
  });

  it('says so, whatever the fault was', async () => {
    const id = await addFile(database, file('library.bib'), {});
    await failImport(database, id, new TypeError('x is undefined'));
    expect((await jobViews(database))[0]?.problem).toEqual({ code: 'import-failed', args: [] });
  });

  it('keeps why a file was refused', async () => {
    const refused = new UnreadableFile('file-unknown', 'photos.zip');
    const id = await addFile(database, file('photos.zip'), {});
    await database.imports.update(id, { state: 'failed', problem: refused.failure });
    await failImport(database, id, refused);
    expect((await jobViews(database))[0]?.problem).toEqual({ code: 'file-unknown', args: ['photos.zip'] });
  });

  it('that an older Byline wrote down as a sentence still says that sentence', async () => {
    const sentence = 'photos.zip is no list of papers.';
    const id = await addFile(database, file('photos.zip'), {});
    await database.imports.update(id, {
      state: 'failed',
      problem: sentence,
      refused: 1,
      refusals: [{ at: 'line 3', reason: 'It has no title.' }],
    });
    const problem = (await jobViews(database))[0]?.problem ?? null;
    expect(problem === null ? null : failureText(problem)).toBe(sentence);
    const rows = (await skippedRows(database, id))?.rows.map(({ at, reason }) => [
      placeText(at),
      rowFailureText(reason),
    ]);
    expect(rows).toEqual([['line 3', 'It has no title.']]);
  });

  it('and whose reason no build knows, fails without one', async () => {
    const id = await addFile(database, file('library.bib'), {});
    const unknown = {
      state: 'failed',
      problem: { code: 'of-another-build', args: [] },
    } as unknown as Partial<ImportRow>;
    await database.imports.update(id, unknown);
    expect((await jobViews(database))[0]).toMatchObject({ state: 'failed', problem: null });
  });

  it('that was called off is not written anew', async () => {
    await failImport(database, 'gone', new Error('any'));
    expect(await jobViews(database)).toEqual([]);
  });
});
