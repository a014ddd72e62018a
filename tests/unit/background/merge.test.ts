// A copy from another machine, merged through the worker: looked at, merged as one change, undone.
import { fake } from '../../fixtures/fake-browser.ts';
import { testedWorker } from './worker.ts';
import { beforeEach, expect, it } from 'vitest';
import { writeCopy } from '../../../lib/library/backup.ts';
import { editEntries } from '../../../lib/library/edit.ts';
import { allEntries } from '../../../lib/library/entries.ts';
import { noRows, type Row, type Rows } from '../../../lib/library/rows.ts';
import { paper } from '../library/libraries.ts';

const { stores, send, value } = testedWorker();
const row = (id: string, more: object = {}): Row => ({
  ...paper(id),
  status: 'to-read',
  addedAt: 5,
  changedAt: 5,
  readAt: null,
  ...more,
});
const many = Array.from({ length: 60 }, (_, at) => `many-${at}`);
const copy = (rows: Partial<Rows>): string =>
  writeCopy({ ...noRows(), ...rows }, null, '2026-11-29T10:00:00.000Z', 'desk');
const works = (rows: readonly Row[]): Rows['works'] => new Map(rows.map((one) => [one.id, one]));
const put = (rows: readonly Row[]): Promise<null> =>
  stores().library.change(() =>
    Promise.resolve({
      change: { puts: rows.map((one): ['works', Row] => ['works', one]), deletes: [] },
      answer: null,
    }),
  );
/** Removals on the other machine, of all but so many. */
const goneBut = (left: number): Rows['gone'] =>
  new Map(many.slice(left).map((id) => [`works ${id}`, { id: `works ${id}`, at: 50, by: 'desk' }]));

beforeEach(async () => {
  await stores().library.erase();
  await put([row('a1', { note: 'mine' }), ...many.map((id) => row(id))]);
});
const listed = async (): Promise<string[]> => (await allEntries(stores().library)).entries.map(({ id }) => id);

it('adds, changes and keeps both notes, and one undo takes all of it back', async () => {
  const before = await stores().library.rows();
  const text = copy({
    works: works([row('a1', { note: 'theirs', status: 'read', changedAt: 9, readAt: 9 }), row('new')]),
  });
  const expected = { works: { added: 1, changed: 1, removed: 0 }, bothNotes: 1, asks: false, machine: 'desk' };
  expect(await value('merge.look', { text })).toMatchObject(expected);
  expect(await stores().library.rows()).toEqual(before);
  const done = await value('merge.do', { text, removals: 'ask' });
  expect(done.view).toMatchObject(expected);
  const after = new Map((await allEntries(stores().library)).entries.map((entry) => [entry.id, entry]));
  expect(after.get('a1')).toMatchObject({ status: 'read', readAt: 9 });
  expect(after.get('a1')?.note?.split('\n\n---\n\n').toSorted()).toEqual(['mine', 'theirs']);
  // Once more it changes nothing.
  expect((await value('merge.look', { text })).works).toEqual({ added: 0, changed: 0, removed: 0 });
  await value('merge.undo', { undo: done.undo ?? '' });
  expect(await stores().library.rows()).toEqual(before);
});

it('what the reader changed after it stays when it is undone', async () => {
  const text = copy({ works: works([row('a1', { status: 'read', changedAt: 9, readAt: 9 }), row('new')]) });
  const { undo } = await value('merge.do', { text, removals: 'ask' });
  await editEntries(stores().library, ['a1'], { starred: true }, 20);
  await value('merge.undo', { undo: undo ?? '' });
  const left = (await allEntries(stores().library)).entries;
  expect(left.find(({ id }) => id === 'a1')).toMatchObject({ status: 'read', starred: true });
  expect(left.some(({ id }) => id === 'new')).toBe(false);
});

it('that takes off more than a few papers asks first; they lie in the bin, or stay everywhere', async () => {
  const text = copy({ gone: goneBut(30) });
  const asked = await value('merge.do', { text, removals: 'ask' });
  expect(asked).toMatchObject({ undo: null, view: { asks: true, works: { removed: 30 } } });
  expect(asked.view.titles).toHaveLength(30);
  expect(await listed()).toHaveLength(61);
  await value('merge.do', { text, removals: 'keep' });
  // It was decided: the same copy asks no more.
  expect(await value('merge.look', { text })).toMatchObject({ asks: false, works: { removed: 0 } });
  const later = copy({
    gone: new Map([...goneBut(30)].map(([id, one]) => [id, { ...one, at: Date.now() + 9 }])),
  });
  const taken = await value('merge.do', { text: later, removals: 'take' });
  expect(await listed()).toHaveLength(31);
  expect((await value('list.bin', {})).rows).toHaveLength(30);
  await value('merge.undo', { undo: taken.undo ?? '' });
  expect([(await listed()).length, (await value('list.bin', {})).rows.length]).toEqual([61, 0]);
});

it.each([
  ['few papers are taken off without a question', goneBut(45), false, 46],
  ['nothing in it takes nothing off', new Map<string, Row>(), false, 61],
])('%s', async (_, gone, asks, left) => {
  const { view } = await value('merge.do', { text: copy({ gone }), removals: 'ask' });
  expect(view.asks).toBe(asks);
  expect(await listed()).toHaveLength(left);
});

it('an empty or cut file, and a private window, change nothing', async () => {
  const text = copy({ gone: goneBut(0) });
  for (const bad of ['', text.slice(0, -30)])
    expect(await send('merge.do', { text: bad, removals: 'take' })).toMatchObject({ error: { code: 'copy-none' } });
  fake.frontIncognito = true;
  expect(await send('merge.do', { text, removals: 'take' })).toMatchObject({ error: { code: 'private-save' } });
  fake.frontIncognito = false;
  expect(await listed()).toHaveLength(61);
});

it('the machine has one name, also in its copies', async () => {
  const { machine } = await value('merge.machine', {});
  expect(machine).toMatch(/^[0-9a-f]{8}$/);
  expect((await value('merge.look', { text: (await value('data.copy', {})).text })).machine).toBe(machine);
});
