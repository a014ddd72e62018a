// The browser is closed, a file of what it keeps for Byline is damaged or deleted, and it is opened again: the whole
// list is there, and the reader is told once what the browser had lost: list, packs or settings. `npm run soak -- library` does so with
// every file; here with those that a browser answers by emptying, and with the mirror's.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaults } from '../../lib/settings/schema.ts';
import { needBuild } from '../../tools/build.ts';
import { ask, catalogReady, eventually } from '../../tools/browser/byline.ts';
import { fillLibrary, paperId, statusesIn, titleOf } from '../../tools/browser/library.ts';
import { openBrowser } from '../../tools/browser/open.ts';
import { importPack } from '../../tools/browser/packs.ts';
import {
  copyProfile,
  damageFile,
  filesOf,
  filesWith,
  storedFiles,
  type Damage,
} from '../../tools/browser/profile-files.ts';
import type { Kind, Session } from '../../tools/browser/session.ts';
import { kinds, onlyChromium, onlyFirefox } from './harness.ts';
import { clickOn, printed } from './own-page.ts';
import { shortForm } from './short-form.ts';

const papers = 300;

/** How Firefox calls a database's file: a hash, then at most 21 letters of its name from both ends in turn. */
function databaseFile(name: string): RegExp {
  const letters = Array.from(name, (_, at) => (at % 2 === 0 ? name[at / 2] : name.at(-(at + 1) / 2)));
  return new RegExp(`/idb/\\d+${letters.slice(0, 21).join('')}\\.sqlite$`, 'u');
}

/** Chromium: files of the one folder that all databases are in. */
const inDatabases = (name: string): RegExp => new RegExp(`indexeddb\\.leveldb/${name}`, 'u');

/** Where each keeps what is in `storage.local`: the settings. */
const settingsFiles: Record<Kind, RegExp> = {
  chromium: /^Default\/Local Extension Settings\//u,
  firefox: databaseFile('webExtensions-storage-local'),
};

/** What is damaged: the first file that fits, or all where it is a folder. `lost`: the browser then drops the store. */
const damages: Record<Kind, readonly { what: string; files: RegExp; damage: Damage; lost?: boolean }[]> = {
  chromium: [
    // Then Chromium opens none of them any more, whatever is asked.
    { what: 'the databases’ list of files, deleted,', files: inDatabases('MANIFEST'), damage: 'deleted', lost: true },
    { what: 'the databases’ list of files', files: inDatabases('MANIFEST'), damage: 'scribbled on', lost: true },
    { what: 'the name of that list', files: inDatabases('CURRENT'), damage: 'scribbled on', lost: true },
    { what: 'the name of that list, deleted,', files: inDatabases('CURRENT'), damage: 'deleted' },
    { what: 'the databases’ rows', files: inDatabases('\\d+\\.log'), damage: 'scribbled on' },
    { what: 'the databases’ rows, deleted,', files: inDatabases('\\d+\\.log'), damage: 'deleted', lost: true },
    { what: 'the quota manager', files: /QuotaManager$/u, damage: 'scribbled on' },
    { what: 'the quota manager, deleted,', files: /QuotaManager$/u, damage: 'deleted' },
    { what: 'the list of private files', files: /File System\/\d+\/t\/Paths\//u, damage: 'scribbled on' },
    { what: 'the list of private files, deleted,', files: /File System\/\d+\/t\/Paths\//u, damage: 'deleted' },
    { what: 'the private files, deleted,', files: /File System\/\d+\/t\/0\d\//u, damage: 'deleted' },
    { what: 'the private files themselves', files: /File System\/\d+\/t\/0\d\//u, damage: 'cut off' },
  ],
  firefox: [
    { what: 'the list’s database', files: databaseFile('byline-library'), damage: 'scribbled on', lost: true },
    {
      what: 'the list’s database and the catalog’s',
      files: /\/idb\/\d+(?!\d|bryolrirniem--lyirbar)[^/]*\.sqlite$/u,
      damage: 'deleted',
      lost: true,
    },
    { what: 'the mirror’s database, deleted,', files: databaseFile('byline-library-mirror'), damage: 'deleted' },
    { what: 'the extension’s metadata', files: /\.metadata-v2$/u, damage: 'scribbled on' },
    { what: 'the mirror’s database', files: databaseFile('byline-library-mirror'), damage: 'scribbled on' },
  ],
};

describe.each(kinds)('a reading list in %s', (kind) => {
  const folder = mkdtempSync(join(tmpdir(), 'byline-library-'));
  const [whole, tried] = [join(folder, 'whole'), join(folder, 'tried')];
  let extension = '';
  const open = (profile: string, first = false): Promise<Session> =>
    openBrowser(kind, { extension, site: () => null, profile, welcome: !first });

  beforeAll(async () => {
    extension = await needBuild(kind, 'test');
    const session = await open(whole, true);
    await catalogReady(session);
    await fillLibrary(session, papers);
    await ask(session, 'settings.set', { delay: 900 });
    const rivers = join(folder, 'rivers.bib');
    writeFileSync(
      rivers,
      '@article{r, title = {Rivers That Forget Where They Began}, author = {Ada Example}, year = 2021}',
    );
    await importPack(session, rivers, { name: 'Rivers' });
    for (let at = 0; at < 5; at += 1) await ask(session, 'library.set', { id: paperId(at), status: 'read' });
    await session.close();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

  it.each(shortForm(damages[kind], 3).map((one) => [one.what, one] as const))(
    'is whole again after %s was damaged',
    async (_, { files, damage, lost = false }) => {
      copyProfile(whole, tried);
      const hit = storedFiles(tried, kind).filter((path) => files.test(path));
      expect(hit).not.toEqual([]);
      for (const path of hit) damageFile(tried, path, damage);
      let session = await open(tried);
      try {
        // As the popup asks.
        expect((await ask(session, 'library.recent', { limit: 1 })).total).toBe(papers);
        const { notice, lostPacks } = await ask(session, 'library.notice', {});
        if (lost) expect(notice).toMatchObject({ papers, lost: 0 });
        // No pack goes without a word.
        const here = (await ask(session, 'packs.list', {})).packs.map(({ name }) => name);
        expect([...here, ...lostPacks]).toContain('Rivers');
        expect(await ask(session, 'settings.get', {})).toMatchObject({ delay: 900 });
        const statuses = await statusesIn(session);
        expect([statuses.size, statuses.get(paperId(4)), statuses.get(paperId(5))]).toEqual([
          papers,
          'read',
          'to-read',
        ]);
        expect(await ask(session, 'library.set', { id: paperId(9), status: 'reading' })).toMatchObject({
          before: 'to-read',
        });
        if (lost) {
          const options = await session.openOwn('options.html');
          await printed(options, 'was damaged and has been restored: 300 papers');
          if (lostPacks.length > 0) await printed(options, 'these packs are gone: Rivers');
          await clickOn(options, '.section .note button');
          await eventually(async () => ((await ask(session, 'library.notice', {})).notice === null ? true : undefined));
        }
        await session.close();
        session = await open(tried);
        expect((await statusesIn(session)).get(paperId(9))).toBe('reading');
        if (lost)
          expect(await ask(session, 'library.notice', {})).toEqual({ notice: null, settings: null, lostPacks: [] });
      } finally {
        await session.close();
      }
    },
  );

  it.each(onlyChromium(kind))('what %s can’t open, and so can’t erase, is said', async () => {
    copyProfile(whole, tried);
    for (const path of storedFiles(tried, kind).filter((one) => inDatabases('CURRENT').test(one)))
      damageFile(tried, path, 'scribbled on');
    const session = await open(tried);
    try {
      expect((await ask(session, 'library.recent', { limit: 1 })).total).toBe(papers);
      await expect(ask(session, 'data.erase', { confirmed: true })).rejects.toThrow('Remove Byline from the browser');
      expect((await ask(session, 'library.recent', { limit: 1 })).total).toBe(0);
    } finally {
      await session.close();
    }
  });

  it('is as it was, and settings that the browser lost are back and told once', async () => {
    copyProfile(whole, tried);
    const hit = filesOf(tried).filter((path) => settingsFiles[kind].test(path));
    expect(hit).not.toEqual([]);
    for (const path of hit) damageFile(tried, path, 'deleted');
    const session = await open(tried);
    try {
      expect(await ask(session, 'settings.get', {})).toMatchObject({ delay: 900 });
      const options = await session.openOwn('options.html');
      await printed(options, 'The browser had lost Byline’s settings');
      await clickOn(options, '.section .note button');
      await eventually(async () => ((await ask(session, 'library.notice', {})).settings === null ? true : undefined));
      expect((await statusesIn(session)).size).toBe(papers);
    } finally {
      await session.close();
    }
  });

  it.each(onlyFirefox(kind))('is as it was, and settings are the defaults, where %s can’t open those', async () => {
    copyProfile(whole, tried);
    const hit = storedFiles(tried, kind).filter((path) => databaseFile('webExtensions-storage-local').test(path));
    expect(hit).toHaveLength(1);
    for (const path of hit) damageFile(tried, path, 'scribbled on');
    const session = await open(tried);
    try {
      expect(await ask(session, 'settings.get', {})).toEqual(defaults);
      expect(await ask(session, 'library.notice', {})).toEqual({ notice: null, settings: 'unread', lostPacks: [] });
      expect((await statusesIn(session)).size).toBe(papers);
      await expect(ask(session, 'settings.set', { delay: 700 })).rejects.toThrow('Nothing changed');
      const popup = await session.openOwn('popup.html');
      await printed(popup, 'can’t open Byline’s settings, so the defaults are used');
      await expect(ask(session, 'data.erase', { confirmed: true })).rejects.toThrow('Remove Byline from the browser');
      expect((await ask(session, 'library.recent', { limit: 1 })).total).toBe(0);
    } finally {
      await session.close();
    }
  });

  it('leaves nothing on the disk when everything is erased, in two steps', async () => {
    copyProfile(whole, tried);
    expect(filesWith(tried, titleOf(7))).not.toEqual([]);
    const session = await open(tried);
    const options = await session.openOwn('options.html');
    await printed(options, 'Erase everything…');
    await clickOn(options, '.own-data > button:last-of-type');
    await printed(options, 'Save a copy first');
    await clickOn(options, '.copy .own-data button:last-of-type');
    await printed(options, 'Everything is erased');
    expect((await ask(session, 'library.recent', { limit: 1 })).total).toBe(0);
    // The browser removes its files a moment after it was told.
    await eventually(() => Promise.resolve(filesWith(tried, titleOf(7)).length === 0 ? true : undefined), 10_000);
    await session.close();
    expect(filesWith(tried, titleOf(7))).toEqual([]);
  });
});
