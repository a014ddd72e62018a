// A folder that the reader chose: a backup of each day goes into it, and lists of other machines are merged from it. The
// browser's private file system is that folder, which answers as any other does; a driver can't press in the browser's own
// window. Firefox has no picker.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask, eventually } from '../../tools/browser/byline.ts';
import { copyWith, paperId, statusesIn } from '../../tools/browser/library.ts';
import type { Session, Tab } from '../../tools/browser/session.ts';
import { kinds, onlyChromium, useByline } from './harness.ts';
import { clickOn, overflow, printed, violations } from './own-page.ts';

/** The list's page, whose picker answers with a folder of the private file system. */
async function listPage(session: Session): Promise<Tab> {
  const tab = await session.openOwn('library.html');
  await tab.evaluate(() => {
    Object.assign(globalThis, {
      showDirectoryPicker: async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle('cloud', { create: true }),
    });
  });
  return tab;
}

const press = async (tab: Tab, words: string): Promise<void> => {
  await printed(tab, words);
  await tab.evaluate((wanted) => {
    for (const one of document.querySelectorAll<HTMLElement>('button'))
      if ((one.getAttribute('aria-label') ?? one.textContent.trim()) === wanted) one.dataset['pressed'] = 'next';
      else delete one.dataset['pressed'];
  }, words);
  await clickOn(tab, '[data-pressed="next"]');
};

/** The folder's files, after `write` was written into it. */
const inFolder = (session: Session, write: Record<string, string> = {}): Promise<Record<string, string>> =>
  session.inExtension(async (_, given) => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('cloud', { create: true });
    for (const [name, text] of Object.entries(given)) {
      const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
      await stream.write(text);
      await stream.close();
    }
    const files: Record<string, string> = {};
    for await (const name of folder.keys())
      files[name] = await (await (await folder.getFileHandle(name)).getFile()).text();
    return files;
  }, write);

const isOn = (tab: Tab, words: string): Promise<true | undefined> =>
  eventually(async () =>
    (await tab.evaluate(
      (label) => document.querySelector(`[aria-label="${label}"]`)?.getAttribute('aria-checked'),
      words,
    )) === 'true'
      ? true
      : undefined,
  );

const shareWords = 'Keep the list alike on my machines by this folder';
const backupWords = 'Backups go into this folder';

describe.each(kinds.flatMap(onlyChromium))('a chosen folder in %s', (kind) => {
  const byline = useByline(kind);
  let tab: Tab;
  beforeEach(async () => {
    const { session } = byline();
    await ask(session, 'data.erase', { confirmed: true });
    await session.inExtension(async () => {
      const root = await navigator.storage.getDirectory();
      await root.removeEntry('cloud', { recursive: true }).catch(() => undefined);
    }, null);
    await ask(session, 'data.restore', { text: copyWith(3), how: 'replace' });
    tab = await listPage(session);
    await press(tab, 'Machines and backups');
    await press(tab, 'Choose a folder…');
    await printed(tab, 'Folder: cloud');
  });
  afterEach(() => tab.close());

  it('has each machine’s file: the other’s is merged as the list’s page opens, undone, and never written', async () => {
    const { session } = byline();
    await press(tab, shareWords);
    expect(await isOn(tab, shareWords)).toBe(true);
    await press(tab, 'Merge now');
    await printed(tab, 'Nothing new from your other machines.');
    expect(await violations(tab)).toEqual([]);
    expect(await overflow(tab)).toBe(0);
    const { machine } = await ask(session, 'merge.machine', {});
    const own = `byline-list-${machine}.json`;
    expect(Object.keys(await inFolder(session))).toEqual([own]);
    // Another machine writes what it has; a third one's file has not come whole.
    const other = copyWith(3).replaceAll(paperId(2), 'arxiv:9902.00001');
    await inFolder(session, { 'byline-list-other.json': other, 'byline-list-third.json': other.slice(0, 300) });
    await tab.close();
    tab = await listPage(session);
    await printed(tab, 'Merged: 1 new');
    await printed(tab, 'Not read: byline-list-third.json');
    expect((await statusesIn(session)).size).toBe(4);
    const files = await eventually(async () => {
      const found = await inFolder(session);
      return found[own]?.includes('arxiv:9902.00001') === true ? found : undefined;
    });
    expect(files?.['byline-list-other.json']).toBe(other);
    await press(tab, 'Undo');
    await printed(tab, 'Undone.');
    expect((await statusesIn(session)).size).toBe(3);
  });

  it('gets the backup that the hourly alarm has written, once a day', async () => {
    const { session } = byline();
    await press(tab, backupWords);
    expect(await isOn(tab, backupWords)).toBe(true);
    await press(tab, 'Back up the list by itself');
    await printed(tab, 'Last backup:');
    const { machine } = await ask(session, 'merge.machine', {});
    expect(Object.keys(await inFolder(session))).toEqual([`byline-backup-${machine}-1.json`]);
    await ask(session, 'library.set', { id: paperId(0), status: 'read' });
    // As a day later: the alarm itself is the browser's, and rings now.
    const period = await session.inExtension(async (api) => {
      const { backup } = await api.storage.local.get('backup');
      await api.storage.local.set({ backup: { ...(backup as object), savedAt: Date.now() - 90_000_000 } });
      const alarm = await api.alarms.get('backup');
      await api.alarms.create('backup', { when: Date.now() + 200, periodInMinutes: alarm?.periodInMinutes ?? 1 });
      return alarm?.periodInMinutes;
    }, null);
    expect(period).toBe(60);
    const second = await eventually(async () => (await inFolder(session))[`byline-backup-${machine}-2.json`]);
    expect(second).toContain('"status":"read"');
    expect(await ask(session, 'backup.state', {})).toMatchObject({ on: true, place: 'folder', isLate: false });
  });

  it('is asked for again, by one press, where the browser no longer allows it, and is erased with all else', async () => {
    const { session } = byline();
    await tab.evaluate(() => {
      const allowed = { now: 'prompt' };
      Object.assign(FileSystemHandle.prototype, {
        queryPermission: () => Promise.resolve(allowed.now),
        requestPermission: () => Promise.resolve((allowed.now = 'granted')),
      });
    });
    await press(tab, 'Choose another…');
    await printed(tab, 'Your browser no longer lets Byline write into the folder “cloud”.');
    await press(tab, 'Allow it');
    const gone = await eventually(async () =>
      (await tab.evaluate(() => document.body.innerText)).includes('no longer lets') ? undefined : true,
    );
    expect(gone).toBe(true);
    await ask(session, 'data.erase', { confirmed: true });
    const databases = await session.inExtension(
      async () => (await indexedDB.databases()).map(({ name }) => name),
      null,
    );
    expect(databases).not.toContain('byline-folder');
  });
});

describe.each(kinds.filter((kind) => kind === 'firefox'))('a folder in %s', (kind) => {
  const byline = useByline(kind);
  it('is not offered', async () => {
    const { session } = byline();
    const tab = await session.openOwn('library.html');
    await press(tab, 'Machines and backups');
    expect(await printed(tab, 'Back up the list by itself')).not.toContain('A folder of yours');
    await tab.close();
  });
});
