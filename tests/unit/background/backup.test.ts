// Backups by themselves, as the worker makes them.
import { fake } from '../../fixtures/fake-browser.ts';
import { testedWorker } from './worker.ts';
import { beforeEach, expect, it } from 'vitest';
import { browser } from '../../../lib/browser/browser.ts';
import { dueBackup, type Due } from '../../../lib/background/on-demand/backup.ts';

const { stores, send, value } = testedWorker();
const DAY = 86_400_000;
const url = 'blob:chrome-extension://byline/1';
const allDue = (later = 0): Promise<Due> => dueBackup(browser, stores().library, Date.now() + later);
const due = async (later = 0): Promise<number | null> => (await allDue(later)).backup;

beforeEach(async () => {
  await stores().library.erase();
  await value('library.set', { id: 'arxiv:2002.07028', status: 'to-read' });
});

it('are off at first, and stay off where the browser does not allow downloads', async () => {
  expect(await value('backup.state', {})).toEqual({
    on: false,
    savedAt: null,
    isLate: false,
    mayDownload: false,
    place: 'downloads',
    shares: false,
  });
  expect(await due()).toBeNull();
  expect((await value('backup.set', { on: true, place: 'downloads' })).on).toBe(false);
});

it('are written under the machine’s name, and again only after a change a day later', async () => {
  fake.permissions.add('downloads');
  await value('backup.set', { on: true, place: 'downloads' });
  const seq = await due();
  expect(seq).not.toBeNull();
  await value('backup.file', { url, seq: seq ?? 0 });
  const { machine } = await value('merge.machine', {});
  expect(fake.downloads).toEqual([`Byline/byline-backup-${machine}-1.json`]);
  expect(await due(2 * DAY)).toBeNull();
  await value('library.set', { id: 'arxiv:2002.07028', status: 'read' });
  expect([await due(), (await due(2 * DAY)) === null]).toEqual([null, false]);
});

it('of a list without papers are none', async () => {
  fake.permissions.add('downloads');
  await value('backup.set', { on: true, place: 'downloads' });
  await value('library.set', { id: 'arxiv:2002.07028', status: null });
  expect(await due()).toBeNull();
});

it('that fail for three days are said, until one succeeds', async () => {
  fake.permissions.add('downloads');
  await value('backup.set', { on: true, place: 'downloads' });
  expect(await due(-4 * DAY)).not.toBeNull();
  fake.downloadFault = new Error('USER_CANCELED');
  expect(await send('backup.file', { url, seq: 1 })).toMatchObject({ error: { code: 'backup-not-written' } });
  expect((await value('backup.state', {})).isLate).toBe(true);
  fake.downloadFault = null;
  expect((await value('backup.file', { url, seq: 1 })).isLate).toBe(false);
});

it('write nothing but what a page of ours holds', async () => {
  for (const wrong of ['https://example.org/x.json', 'data:text/plain,x'])
    expect(await send('backup.file', { url: wrong, seq: 1 })).toMatchObject({ error: { code: 'bad-request' } });
  expect(fake.downloads).toEqual([]);
});

it('into a folder need no downloads; seven names in turn', async () => {
  fake.permissions.delete('downloads');
  expect(await value('backup.set', { on: true, place: 'folder' })).toMatchObject({ on: true, place: 'folder' });
  const names = [];
  for (let day = 0; day < 8; day += 1) {
    names.push((await value('backup.files', {})).backup);
    const { backup } = await allDue(2 * day * DAY);
    await value('backup.written', { what: 'backup', seq: backup ?? 0 });
    await value('library.set', { id: 'arxiv:2002.07028', status: day % 2 === 0 ? 'read' : 'to-read' });
  }
  const { machine } = await value('merge.machine', {});
  expect(names).toEqual([1, 2, 3, 4, 5, 6, 7, 1].map((at) => `byline-backup-${machine}-${at}.json`));
});

it('leave the file for other machines alone: that is due after each change, where it is switched on', async () => {
  const isDue = async (): Promise<boolean> => (await allDue()).share;
  expect(await isDue()).toBe(false);
  await value('backup.share', { on: true });
  expect(await isDue()).toBe(true);
  await value('backup.written', { what: 'share', seq: (await value('data.copy', {})).seq });
  expect(await isDue()).toBe(false);
  await value('library.set', { id: 'arxiv:2002.07028', status: 'reading' });
  expect(await isDue()).toBe(true);
  expect(await value('backup.share', { on: false })).toMatchObject({ shares: false });
  expect(await isDue()).toBe(false);
});
