// What the reader said of who wrote what, as a list: one row a press, in the words of then, each taken back and said again.
import { fake } from '../../fixtures/fake-browser.ts';
import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { libraryChanged } from '../../../lib/background/library-changed.ts';
import { notTheirs } from '../../../lib/identity/decisions.ts';
import { decide } from '../../../lib/library/decisions.ts';
import type { Row } from '../../../lib/library/rows.ts';
import { testedWorker } from './worker.ts';

const { stores, send, value } = testedWorker();
const srinadh = 'srinadh-bhojanapalli';
const works = async () => (await value('card.person', { id: srinadh })).works;
const said = async (from = 0, limit = 50) => value('person.decisions', { from, limit });

beforeEach(async () => {
  await stores().library.erase();
  libraryChanged(stores());
});

it('has a row for each press, the latest first, with names and titles; taken back and said again, all is as before', async () => {
  const [one, two, three] = await works();
  const decision = 'not-theirs' as const;
  expect(await said()).toEqual({ total: 0, rows: [] });
  await value('person.decide', { person: srinadh, papers: [one?.id ?? ''], decision });
  // Two presses are never of one moment.
  await expect.poll(() => Date.now()).toBeGreaterThan((await said()).rows[0]?.at ?? Infinity);
  await value('person.decide', { person: srinadh, papers: [two?.id ?? '', three?.id ?? ''], decision });
  const { total, rows } = await said();
  expect(total).toBe(2);
  const name = 'Srinadh Bhojanapalli';
  expect(rows).toMatchObject([
    { says: 'split', name, titles: [two?.title, three?.title], works: 2 },
    { says: 'not-theirs', name, titles: [one?.title], works: 1 },
  ]);
  expect((await said(1, 1)).rows).toEqual(rows.slice(1));
  const before = (await works()).map(({ id }) => id);
  const { gone } = await value('person.undecide', { ids: rows[0]?.ids ?? [] });
  expect((await said()).rows).toEqual(rows.slice(1));
  expect((await works()).length).toBe(before.length + 2);
  await value('person.redecide', { rows: gone });
  expect(await said()).toEqual({ total, rows });
  expect((await works()).map(({ id }) => id)).toEqual(before);
});

it('names what an earlier version kept without words, and shows what a later one kept with others', async () => {
  const [one, two] = await works();
  const bearer = (paper = '') => ({ paper, person: 'n-bhojanapalli-srinadh' });
  await decide(stores().library, [notTheirs([bearer(one?.id)], [bearer(two?.id)], 1)]);
  await decide(stores().library, [notTheirs([bearer('arxiv:9999.00001')], [bearer(two?.id)], 2)], { says: 'later' });
  libraryChanged(stores());
  expect((await said()).rows).toMatchObject([
    { says: 'not-theirs', name: 'srinadh bhojanapalli', titles: ['arxiv:9999.00001'] },
    { says: 'not-theirs', name: 'srinadh bhojanapalli', titles: [one?.title] },
  ]);
});

it('of ten thousand a part is answered', async () => {
  const [one, two] = await works();
  const [meant, standing] = [one, two].map((work) => [{ paper: work?.id ?? '', person: 'n-bhojanapalli-srinadh' }]);
  const puts = Array.from({ length: 10_000 }, (_, at): ['decisions', Row] => [
    'decisions',
    {
      id: `d${at}`,
      decision: notTheirs(meant ?? [], standing ?? [], at),
      told: { says: 'not-theirs', name: 'Ada', titles: [`Part ${at}`], works: 1 },
    },
  ]);
  await stores().library.change(() => Promise.resolve({ change: { puts, deletes: [] }, answer: null }));
  libraryChanged(stores());
  const { total, rows } = await said(5_000, 3);
  expect([total, rows.flatMap(({ titles }) => titles)]).toEqual([10_000, ['Part 4999', 'Part 4998', 'Part 4997']]);
});

it('over a private window nothing is said again, and no page script may ask for the list', async () => {
  const page = { id: 'byline', url: 'https://arxiv.org/abs/2002.07028', tab: { id: 7, incognito: false }, frameId: 0 };
  expect(await send('person.decisions', { from: 0, limit: 1 }, page)).toMatchObject({ error: { code: 'not-allowed' } });
  expect(await send('person.redecide', { rows: [] }, page)).toMatchObject({ error: { code: 'not-allowed' } });
  fake.frontIncognito = true;
  expect(await send('person.redecide', { rows: [] })).toMatchObject({ error: { code: 'private-decide' } });
});
