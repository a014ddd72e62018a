// The reader's fields as pages order them: what is refused, what is stored, and when the importer is started.
import { fake } from '../../fixtures/fake-browser.ts';
import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { followUp, importsDatabase, startImporter } from '../../../lib/background/importer-host.ts';
import { HARVEST_ORIGINS } from '../../../lib/harvest/address.ts';
import { logAnswer, logSent } from '../../../lib/harvest/sent-log.ts';
import { readHarvest, writePace } from '../../../lib/harvest/store.ts';
import { testedWorker } from './worker.ts';

const { send, value } = testedWorker();
const refused = (code: string) => ({ ok: false, error: { code } });
const choice = { sets: ['cs:cs:LG', 'cs:cs:IT', 'math:math:IT'], span: '12-months' as const };
const started = vi.fn<() => Promise<void>>(() => Promise.resolve());
const page = { id: 'byline', url: 'https://arxiv.org/list/cs.LG/new', tab: { id: 7, incognito: false }, frameId: 0 };

beforeEach(async () => {
  fake.origins.push(...HARVEST_ORIGINS);
  started.mockClear();
  vi.stubGlobal('chrome', { offscreen: { createDocument: started, closeDocument: () => Promise.resolve() } });
  const { harvest, sent } = await importsDatabase();
  await Promise.all([harvest.clear(), sent.clear()]);
});

it('are chosen, of two that are the same one; then the importer is started', async () => {
  expect(await value('fields.status', {})).toMatchObject({ state: 'none', fields: [], papers: 0 });
  const status = await value('fields.choose', choice);
  expect(status.state).toBe('working');
  expect(status.fields.map(({ set, days, done }) => [set, days, done])).toEqual([
    ['cs:cs:LG', 366, 0],
    ['cs:cs:IT', 366, 0],
  ]);
  expect(started).toHaveBeenCalledOnce();
});

it.each([
  ['from a private window', { frontIncognito: true }, 'private-fields'],
  ['where the institution lets nothing be asked', { managed: { network: false } }, 'managed-network'],
  ['where the browser does not allow arXiv’s hosts', { origins: [] }, 'field-no-permission'],
])('are not chosen %s, and nothing is stored', async (_, state, code) => {
  if ('managed' in state) fake.setPolicy(state.managed);
  else Object.assign(fake, state);
  expect(await send('fields.choose', choice)).toMatchObject(refused(code));
  expect(started).not.toHaveBeenCalled();
  fake.frontIncognito = false;
  expect((await readHarvest(await importsDatabase())).fields).toEqual([]);
});

it('are no business of a page’s script, and a set has to look like one', async () => {
  expect(await send('fields.choose', choice, page)).toMatchObject(refused('not-allowed'));
  expect(await send('sent.log', { limit: 10 }, page)).toMatchObject(refused('not-allowed'));
  expect(await send('fields.choose', { ...choice, sets: ['cs:cs:LG&set=all'] })).toMatchObject(refused('bad-request'));
});

it('pause and go on', async () => {
  await value('fields.choose', choice);
  expect((await value('fields.pause', {})).state).toBe('paused');
  started.mockClear();
  await followUp();
  expect(started).not.toHaveBeenCalled();
  expect((await value('fields.resume', {})).state).toBe('working');
  expect(started).toHaveBeenCalled();
});

it('pause where the institution comes to forbid it', async () => {
  await value('fields.choose', choice);
  fake.setPolicy({ network: false });
  await startImporter();
  expect((await value('fields.status', {})).state).toBe('paused');
});

it('wait after a refusal: the importer is started when that is over', async () => {
  await value('fields.choose', choice);
  started.mockClear();
  const until = Date.now() + 3_600_000;
  await writePace(await importsDatabase(), { at: Date.now(), wait: 3_600_000, until });
  expect(await value('fields.status', {})).toMatchObject({ state: 'waiting', until });
  await followUp();
  expect(started).not.toHaveBeenCalled();
});

it('are removed one by one', async () => {
  await value('fields.choose', choice);
  expect((await value('fields.remove', { sets: ['math:math:IT'] })).fields.map(({ set }) => set)).toEqual(['cs:cs:LG']);
  expect(await send('fields.remove', { sets: ['cs:cs:IT'] })).toMatchObject(refused('field-not-chosen'));
  expect((await value('fields.remove', { sets: ['cs:cs:LG'] })).state).toBe('none');
});

it('are kept current where they are chosen', async () => {
  await value('fields.choose', choice);
  const { fields } = await value('fields.current', { sets: ['cs:cs:LG'], on: true });
  expect(fields.map(({ current }) => current)).toEqual([true, false]);
  expect((await value('fields.current', { sets: ['cs:cs:LG'], on: false })).fields[0]?.current).toBe(false);
});

it('the log has the newest first, and counts today’s', async () => {
  const database = await importsDatabase();
  const what = { kind: 'field' as const, name: 'cs:cs:LG', from: '2026-11-28', until: '2026-11-30' };
  const midnight = new Date().setHours(0, 0, 0, 0);
  for (const at of [midnight - 1, midnight, midnight + 1]) await logSent(database, { at, host: 'a.example', what });
  const { rows, today, total } = await value('sent.log', { limit: 2 });
  expect({ today, total, at: rows.map(({ at }) => at) }).toEqual({ today: 2, total: 3, at: [midnight + 1, midnight] });
  await logAnswer(database, rows[0]?.id ?? 0, { bytes: 12, answer: 200 });
  expect((await value('sent.log', { limit: 1 })).rows).toMatchObject([{ bytes: 12, answer: 200 }]);
  expect((await value('sent.log', { limit: 5, before: rows[1]?.id ?? null })).rows.map(({ at }) => at)).toEqual([
    midnight - 1,
  ]);
});
