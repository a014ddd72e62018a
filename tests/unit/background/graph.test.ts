// What the worker answers about the neighbours of a node.
import { expect, it } from 'vitest';
import { testedWorker } from './worker.ts';

const { send, value } = testedWorker();

it('around a person: their works with all authors, their career, and that all was read', async () => {
  const { centre, data } = await value('graph.around', { kind: 'person', id: 'srinadh-bhojanapalli' });
  expect(centre).toBe('person:srinadh-bhojanapalli');
  expect(data.works.length).toBeGreaterThan(10);
  expect(data.works.every(({ authors }) => authors.some(({ id }) => id === 'srinadh-bhojanapalli'))).toBe(true);
  expect(data.read).toEqual([{ key: centre, unread: 0 }]);
  const ties = data.people.find(({ id }) => id === 'srinadh-bhojanapalli')?.ties ?? [];
  expect(ties.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    'works-at Google Research',
    'was-at TTI Chicago',
    'degree University of Texas at Austin',
    'advisor Sujay Sanghavi',
  ]);
  expect(ties.every(({ saidBy }) => saidBy.includes('Google Research'))).toBe(true);
});

it('around a paper: itself, what is on its subject and why, and what its authors wrote together', async () => {
  const around = await value('graph.around', { kind: 'person', id: 'srinadh-bhojanapalli' });
  const paper = around.data.works.find(({ authors, topics }) => authors.length > 1 && topics.length > 0);
  const id = paper?.id ?? '';
  const { centre, data } = await value('graph.around', { kind: 'paper', id });
  expect(centre).toBe(`paper:${id}`);
  expect(data.works.map((work) => work.id)).toContain(id);
  expect(data.works.length).toBeGreaterThan(1);
  expect(data.alike.length).toBeGreaterThan(0);
  expect(data.alike.every(({ one, shares }) => one === id && shares.length > 0)).toBe(true);
});

it('around a topic: papers on it', async () => {
  const { data } = await value('graph.around', { kind: 'topic', id: 'transformers' });
  expect(data.works.length).toBeGreaterThan(3);
  expect(data.works.every(({ topics }) => topics.includes('transformers'))).toBe(true);
});

it('around an institution: people who are or were there', async () => {
  const { data } = await value('graph.around', { kind: 'institution', id: 'google research' });
  expect(data.people.map(({ id }) => id)).toContain('srinadh-bhojanapalli');
});

it('of nobody and of nothing', async () => {
  expect(await send('graph.around', { kind: 'person', id: 'nobody-at-all' })).toMatchObject({
    ok: false,
    error: { code: 'person-gone' },
  });
  expect(await send('graph.around', { kind: 'paper', id: 'arxiv:0000.00000' })).toMatchObject({
    ok: false,
    error: { code: 'paper-gone' },
  });
  expect((await value('graph.around', { kind: 'topic', id: '__proto__' })).data.works).toEqual([]);
});
