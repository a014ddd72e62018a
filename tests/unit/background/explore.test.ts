// Pages of authors and topics as the worker answers them: keys that say nothing, works with all that they are filtered by.
import { beforeEach, describe, expect, it } from 'vitest';
import { fake } from '../../fixtures/fake-browser.ts';
import { ExploreKeys } from '../../../lib/background/explore-keys.ts';
import { testedWorker } from './worker.ts';

const worker = testedWorker();
const author = { kind: 'person', id: 'srinadh-bhojanapalli' } as const;
const page = { id: 'byline', url: 'https://arxiv.org/list', tab: { id: 7, incognito: false }, frameId: 0 };
const privatePage = { ...page, tab: { id: 8, incognito: true } };

beforeEach(async () => {
  fake.tabs = [{ id: 7, url: page.url, active: true }];
  await worker.stores().library.erase();
});

describe('the key of a page', () => {
  it('stands for what was opened, and is another one each time', async () => {
    const first = await worker.value('explore.open', { subject: author, tab: false });
    const second = await worker.value('explore.open', { subject: author, tab: false });
    expect(first.key).not.toBe(second.key);
    expect(first.key).not.toMatch(/srinadh/u);
    expect(await worker.value('explore.read', first)).toEqual({ subject: author });
    expect(await worker.value('explore.read', { key: 'no-such' })).toEqual({ subject: null });
  });

  it('is not given to a private window', async () => {
    const reply = await worker.send('explore.open', { subject: author, tab: true }, privatePage);
    expect(reply).toMatchObject({ ok: false, error: { code: 'private-explore' } });
  });

  it('is read by our own pages alone', async () => {
    const { key } = await worker.value('explore.open', { subject: author, tab: false }, page);
    expect(await worker.send('explore.read', { key }, page)).toMatchObject({
      ok: false,
      error: { code: 'not-allowed' },
    });
  });

  it('is forgotten when three hundred others came after it, and two at once are both kept', async () => {
    const rows: Record<string, unknown> = {};
    const keys = new ExploreKeys({
      get: async (key) => ({ [key]: rows[key] }),
      set: async (values) => void Object.assign(rows, values),
    });
    const all = await Promise.all(Array.from({ length: 301 }, () => keys.add(author)));
    expect(await keys.read(all[0] ?? '')).toBeNull();
    expect(await keys.read(all[1] ?? '')).toEqual(author);
    expect(await keys.read(all[300] ?? '')).toEqual(author);
    // What a later version left, or nobody, stands for nothing.
    rows['explore-pages'] = [{ key: 'x', subject: { kind: 'other' } }];
    expect(await keys.read('x')).toBeNull();
  });
});

describe('an author’s page', () => {
  it('has the day and category under which a listing has a work', async () => {
    const { works } = await worker.value('explore.person', { id: 'shashank-rajput' });
    expect(works.filter(({ listed }) => listed !== undefined)).toHaveLength(17);
    const one = works.find(({ id }) => id === 'arxiv:2206.06565');
    expect(one?.listed).toEqual({ category: 'LG', on: '2022-06-14' });
    expect(one?.categories).toContain('cs.LG');
    expect(one?.categories).not.toContain('LG');
  });

  it('has the works of the card, by whom each is, and what it was counted in', async () => {
    await worker.value('library.set', { id: 'arxiv:1904.00962', status: 'read' });
    const shown = await worker.value('explore.person', { id: author.id });
    const card = await worker.value('card.person', { id: author.id });
    expect(shown.works.map(({ id }) => id)).toEqual(card.works.map(({ id }) => id));
    expect(shown.people[shown.self]?.name).toBe('Srinadh Bhojanapalli');
    expect(shown.people.length - 1).toBe(card.collaborators.length);
    expect(shown.packs).toEqual(['Starter catalog']);
    const lamb = shown.works.find(({ id }) => id === 'arxiv:1904.00962');
    expect(lamb).toMatchObject({ status: 'read', hasCode: true });
    expect(lamb?.code?.url).toContain('github.com');
    expect(lamb?.by).toContain(shown.self);
    for (const { by, authors } of shown.works) expect(by).toHaveLength(authors.length);
    expect(shown.sources.find(({ source }) => source.name === 'BZPEER')).toMatchObject({
      works: 6,
      asOf: '2026-11-20',
    });
  });
});

describe('a topic’s page', () => {
  it('has what is put under it, whatever the case, and what only has its words apart', async () => {
    const shown = await worker.value('explore.topic', { topic: 'Federated Learning' });
    const listed = shown.works.filter(({ id }) => !shown.byWords.includes(id));
    expect(listed.length).toBeGreaterThan(2);
    for (const { topics } of listed) expect(topics).toContain('federated learning');
    for (const id of shown.byWords)
      expect(shown.works.find((one) => one.id === id)?.topics).not.toContain('federated learning');
  });

  it('is empty for what nobody writes about', async () => {
    expect(await worker.value('explore.topic', { topic: 'xyzzyplugh' })).toMatchObject({ works: [], people: [] });
  });

  it('is refused for what is no topic', async () => {
    const reply = await worker.send('explore.topic', { topic: 'x'.repeat(10_000) });
    expect(reply).toMatchObject({ ok: false, error: { code: 'bad-request' } });
  });
});

it('a list as BibTeX has an entry a work, in the order asked, and no key twice', async () => {
  const { works } = await worker.value('explore.person', { id: author.id });
  const ids = works.map(({ id }) => id);
  const { text } = await worker.value('papers.cite', {
    ids: [...ids, ...ids, 'arxiv:0000.00000'],
    as: 'bibtex',
    remembered: false,
  });
  const keys = [...text.matchAll(/^@\w+\{([^,]+),/gmu)].map(([, key]) => key);
  expect(keys).toHaveLength(works.length);
  expect(new Set(keys).size).toBe(keys.length);
});
