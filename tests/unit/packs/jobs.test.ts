import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { failureText, placeText, rowFailureText } from '../../../lib/i18n/failures.ts';
import { CatalogDatabase, type ImportRow } from '../../../lib/packs/store.ts';
import {
  addAddress,
  addFile,
  beginImport,
  dropForgotten,
  failImport,
  importsIn,
  jobViews,
  skippedRows,
} from '../../../lib/packs/jobs.ts';
import { askImporter } from '../../../lib/packs/importer-channel.ts';
import { recogniseImport } from '../../../lib/packs/import/recognise.ts';
import { runImport } from '../../../lib/packs/import/run-import.ts';
import { workOnImports } from '../../../lib/packs/import/work-loop.ts';
import { openSource } from '../../../lib/packs/open-source.ts';
import { UnreadableFile } from '../../../lib/packs/unreadable-file.ts';
import { startFile } from './rows.ts';

let database: CatalogDatabase;
beforeEach(() => {
  database = new CatalogDatabase();
  vi.spyOn(console, 'warn').mockReturnValue();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await database.delete();
});

const bib = '@article{x, title = {A title of letters}, author = {Ada Example}}';
const file = (name: string, content = bib): File => new File([content], name);
const open = (): ReturnType<typeof openSource> => openSource(database, new AbortController().signal);

describe('the list of imports', () => {
  it('shows what runs, what waits, and what nobody can measure', async () => {
    vi.spyOn(Date, 'now').mockReturnValueOnce(1).mockReturnValueOnce(2);
    const address = { kind: 'address', name: 'huggingface.co', entry: 'arxiv', size: null } as const;
    await addAddress(database, address, { id: 'arxiv', name: 'arXiv metadata' });
    await startFile(database, file('library.bib'), { name: 'My library' });
    expect(await jobViews(database)).toMatchObject([
      { name: 'arXiv metadata', from: 'huggingface.co', state: 'reading', progress: null },
      { name: 'My library', from: 'library.bib', state: 'waiting', progress: 0 },
    ]);
  });
});

describe('an import that meets a fault', () => {
  it('says that the disk is full, and leaves nothing', async () => {
    const id = await startFile(database, file('library.bib'), { name: 'My library' });
    await failImport(database, id, Object.assign(new Error('no room'), { name: 'QuotaExceededError' }));
    const [job] = await jobViews(database);
    expect(job).toMatchObject({ state: 'failed', problem: { code: 'disk-full', args: ['library.bib'] } });
    expect(await database.files.count()).toBe(0);
    expect(await importsIn(database, 'running')).toEqual([]);
  });

  it('ends before the disk is full, frees what it took, and the next import comes in', async () => {
    const rows = Array.from(
      { length: 3000 },
      (_, at) => `@article{x${at}, title = {A title of number ${at}}, author = {Ada Example}}`,
    );
    const id = await startFile(database, file('library.bib', rows.join('\n')), { name: 'My library' });
    let left = 40 << 20;
    const options = { open: open(), rowsAtOnce: 500, room: async () => (left -= 10 << 20) };
    const error = await runImport(database, id, options).then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(await database.pieces.count()).toBeGreaterThan(0);
    await failImport(database, id, error, { room: async () => left });
    expect(await jobViews(database)).toMatchObject([
      { state: 'failed', problem: { code: 'disk-full', args: ['library.bib'] } },
    ]);
    expect(
      await Promise.all([database.pieces, database.runs, database.files, database.packs].map((table) => table.count())),
    ).toEqual([0, 0, 0, 0]);
    const next = await startFile(database, file('next.bib'), { id: 'p-next', name: 'Next' });
    await runImport(database, next, { open: open() });
    expect((await database.packs.get('p-next'))?.sizes.papers).toBe(1);
  });

  it.each([1, 2, 4])('says so once the store takes it, after %i tries in vain', async (vain) => {
    const id = await startFile(database, file('library.bib'), { name: 'My library' });
    let tries = 0;
    database.imports.hook('updating', () => {
      if (++tries <= vain) throw new DOMException('no room', 'QuotaExceededError');
    });
    await failImport(database, id, new Error('internal'), { room: async () => 1000, pauses: [1, 1, 1, 1] });
    expect((await jobViews(database))[0]).toMatchObject({ state: 'failed', problem: { code: 'disk-full' } });
    expect(await database.files.count()).toBe(0);
  });

  it('says so, whatever the fault was', async () => {
    const id = await startFile(database, file('library.bib'), {});
    await failImport(database, id, new TypeError('x is undefined'));
    expect((await jobViews(database))[0]?.problem).toEqual({ code: 'import-failed', args: [] });
  });

  it('keeps why a file was refused', async () => {
    const refused = new UnreadableFile('file-unknown', 'photos.zip');
    const id = await startFile(database, file('photos.zip'), {});
    await database.imports.update(id, { state: 'failed', problem: refused.failure });
    await failImport(database, id, refused);
    expect((await jobViews(database))[0]?.problem).toEqual({ code: 'file-unknown', args: ['photos.zip'] });
  });

  it('that an older Byline wrote down as a sentence still says that sentence', async () => {
    const sentence = 'photos.zip is no list of papers.';
    const id = await startFile(database, file('photos.zip'), {});
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
    const id = await startFile(database, file('library.bib'), {});
    const unknown = {
      state: 'failed',
      problem: { code: 'of-another-build', args: [] },
    } as unknown as Partial<ImportRow>;
    await database.imports.update(id, unknown);
    expect((await jobViews(database))[0]).toMatchObject({ state: 'failed', problem: null });
  });

  it('that was called off is not written again', async () => {
    await failImport(database, 'gone', new Error('any'));
    expect(await jobViews(database)).toEqual([]);
  });
});

describe('a file that was chosen', () => {
  it('is recognised, proposed under its name, and imported under the one that the reader gives it', async () => {
    const id = await addFile(database, file('library.bib'));
    expect(await jobViews(database)).toMatchObject([{ state: 'recognising', proposal: null }]);
    await recogniseImport(database, id, open());
    expect(await jobViews(database)).toMatchObject([
      { state: 'proposed', proposal: { what: 'BibTeX', id: null, name: 'library', size: bib.length } },
    ]);
    expect(await beginImport(database, id, { id: 'p-mine', name: 'Mine' })).toBe(true);
    // A worker that was stopped before it answered is asked again.
    expect(await beginImport(database, id, { id: 'p-mine', name: 'Mine' })).toBe(true);
    await workOnImports(database, { idleMs: 1 });
    expect(await database.packs.get('p-mine')).toMatchObject({ name: 'Mine', sizes: { papers: 1 } });
    expect(await beginImport(database, id, { id: 'p-mine', name: 'Mine' })).toBe(false);
  });

  it('that nobody can read says why, and its bytes go', async () => {
    const id = await addFile(database, file('photos.zip', 'PK'));
    await recogniseImport(database, id, open());
    expect(await jobViews(database)).toMatchObject([
      { state: 'failed', problem: { code: 'file-unknown', args: ['photos.zip'] } },
    ]);
    expect(await database.files.count()).toBe(0);
  });

  it('that is called off while it is recognised stays away', async () => {
    const id = await addFile(database, file('library.bib'));
    const opened = open();
    await recogniseImport(database, id, async (row) => {
      const source = await opened(row);
      await database.imports.delete(id);
      return source;
    });
    expect(await jobViews(database)).toEqual([]);
  });

  it('is recognised while another is imported, and by an importer that is asked again', async () => {
    const first = await addFile(database, file('first.bib'));
    const working = workOnImports(database, { idleMs: 200 });
    await vi.waitFor(async () => expect((await database.imports.get(first))?.state).toBe('proposed'));
    const second = await addFile(database, file('second.bib'));
    await beginImport(database, first, { id: 'p-first', name: 'First' });
    askImporter({ ask: 'look' });
    await vi.waitFor(async () => {
      expect((await database.imports.get(first))?.state).toBe('done');
      expect((await database.imports.get(second))?.state).toBe('proposed');
    });
    await working;
  });

  it('and left undecided is dropped after a day', async () => {
    const id = await addFile(database, file('library.bib'));
    await recogniseImport(database, id, open());
    await dropForgotten(database, Date.now() + 23 * 3_600_000);
    expect(await database.files.count()).toBe(1);
    await dropForgotten(database, Date.now() + 25 * 3_600_000);
    expect([await database.imports.count(), await database.files.count()]).toEqual([0, 0]);
  });
});
