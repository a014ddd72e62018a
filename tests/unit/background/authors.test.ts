// Names on pages of papers that no pack knows: whose they are said to be, and what the author's card then says.
import { describe, expect, it } from 'vitest';
import { pack, workerForTests } from '../../fixtures/worker.ts';
import type { Answer, MessageName, Reply } from '../../../lib/messages/contract.ts';
import { answer } from '../../../lib/messages/server.ts';

const { handlers } = workerForTests();
const personNamed = (name: string): string => pack.people.find((person) => person.name === name)?.id ?? '';
const title = 'On the Warm-Up of Quiet Rivers';

async function send<N extends MessageName>(name: N, request: unknown, url: string): Promise<Answer<N>> {
  const from = { id: 'byline', url, tab: { id: 1, incognito: false }, frameId: 0 };
  const reply = (await answer({ name, request }, from, handlers())) as Reply<N>;
  if (!reply.ok) throw new Error(`${name}: ${reply.error.code}`);
  return reply.value;
}

/** Which people the names of a new paper's own page, or of its row in a listing, are marked as. */
async function marked(place: 'page' | 'row', number: number, authors: readonly string[]) {
  const id = `2609.0${number}`;
  const url = place === 'page' ? `https://arxiv.org/abs/${id}` : 'https://arxiv.org/list/cs.LG/recent';
  const fields = { title: [title], authors, ...(place === 'page' ? {} : { page: [`https://arxiv.org/abs/${id}`] }) };
  const found = await send(
    'page.blocks',
    {
      url,
      meta: [],
      page: { title, linked: [], scripts: [], coins: [], dois: [], stale: false },
      rows: [{ row: 1, isPageRow: place === 'page', fields }],
      blocks: [
        { kind: 'title', text: title, spans: [], row: 1 },
        { kind: 'byline', text: authors.join(', '), spans: [], row: 1 },
      ],
    },
    url,
  );
  expect(found.mentions).toMatchObject([{ block: 0, papers: [`arxiv:${id}`] }]);
  return { people: new Map(found.people.map(({ name, person }) => [name, person])), paper: `arxiv:${id}`, url };
}

describe.each(['page', 'row'] as const)('a new paper’s %s', (place) => {
  const number = place === 'page' ? 1000 : 2000;

  it('by somebody of the catalog, with somebody they wrote with: it is them', async () => {
    const { people, paper, url } = await marked(place, number + 1, ['Sashank J. Reddi', 'Sanjiv Kumar', 'Ada Example']);
    expect([...people]).toEqual([
      ['Sashank Reddi', personNamed('Sashank Reddi')],
      ['Sanjiv Kumar', personNamed('Sanjiv Kumar')],
    ]);
    const { authors } = await send('card.paper', { id: paper }, url);
    expect(authors.map(({ person, known }) => [person, known])).toMatchObject([
      [personNamed('Sashank Reddi'), true],
      [personNamed('Sanjiv Kumar'), true],
      [expect.anything(), false],
    ]);
    const card = await send('card.person', { id: personNamed('Sanjiv Kumar'), paper }, url);
    expect(card.works.map(({ id }) => id)).toContain(paper);
  });

  it('by a namesake alone or among strangers: a name, and the works under it may be others’', async () => {
    const { people, paper, url } = await marked(place, number + 2, ['Sanjiv Kumar', 'Ada Example']);
    const person = people.get('Sanjiv Kumar') ?? '';
    expect(person).not.toBe('');
    expect(person).not.toBe(personNamed('Sanjiv Kumar'));
    const card = await send('card.person', { id: person, paper }, url);
    expect(card.person).toMatchObject({ position: null, areas: [], biography: null });
    expect(card.works.map(({ id }) => id)).toEqual([paper]);
    expect(card.underName.total).toBeGreaterThan(10);
    const known = await send('card.person', { id: personNamed('Sanjiv Kumar'), paper }, url);
    expect(known.works.map(({ id }) => id)).not.toContain(paper);
    expect(known.underName.rows.map(({ id }) => id)).toEqual([paper]);
  });

  it('by people with nothing else known about them: no mark, since no card would say more than the page', async () => {
    expect((await marked(place, number + 3, ['Ada Example', 'Bo Berg'])).people.size).toBe(0);
  });
});

it('a new paper to which nothing is related leads on by its authors, in packs and on pages met before', async () => {
  const met = 'Nothing That a Pack Knows of Fjords';
  const url = 'https://arxiv.org/list/math.DG/recent';
  const row = (number: number, name: string, authors: readonly string[]) => ({
    row: number,
    isPageRow: false,
    fields: { title: [name], authors, page: [`https://arxiv.org/abs/2609.0300${number}`] },
  });
  await send(
    'page.blocks',
    {
      url,
      meta: [],
      rows: [
        row(1, met, ['Srinadh Bhojanapalli', 'Oda Quillfeather']),
        row(2, 'Ptarmigans, Counted Twice', ['Oda Quillfeather']),
      ],
      blocks: [met, 'Ptarmigans, Counted Twice'].map((text, at) => ({ kind: 'title', text, spans: [], row: at + 1 })),
    },
    url,
  );
  const { related, byAuthors } = await send('card.paper', { id: 'arxiv:2609.03001' }, url);
  expect(related).toEqual([]);
  expect(byAuthors.map(({ title: one }) => one)).toContain('Ptarmigans, Counted Twice');
  expect(byAuthors.some(({ reasons }) => JSON.stringify(reasons).includes('Bhojanapalli'))).toBe(true);
  expect(byAuthors.map(({ id }) => id)).not.toContain('arxiv:2609.03001');
});
