// Entries of a page's reference list that no catalog knows, as the worker reads them.
import { expect, it } from 'vitest';
import type { Block } from '../../../lib/messages/page-protocol.ts';
import { testedWorker } from './worker.ts';

const { value } = testedWorker();
const url = 'https://journal.example/article';
const sender = { id: 'byline', url, tab: { id: 7, incognito: false }, frameId: 0 };
const title = 'Fog bells for sparse gardens';
/** In an order that no rule knows. */
const entry = `Okafor NB, Berg L, 2019 ${title} Journal of Garden Research 12 pp 3-9`;

const titlesOf = async (kind: Block['kind'], text: string): Promise<string[]> => {
  const { mentions } = await value('page.blocks', { url, meta: [], blocks: [{ kind, text, spans: [] }] }, sender);
  return mentions.map(({ start, length }) => text.slice(start, start + length));
};

it.each<[string, Block['kind'], string, string[]]>([
  ['an entry in an order that no rule knows', 'reference', entry, [title]],
  ['the same text in any list', 'item', entry, []],
  [
    'a note among the entries',
    'reference',
    'For ease of simulation, the double cone walls were defined by a monolayer of fixed particles rather than a smooth surface.',
    [],
  ],
  ['a word for the entry before', 'reference', 'Ibid., pp. 44–47. See also the discussion in the appendix below.', []],
  [
    'a title that the catalog knows',
    'reference',
    'You Y, Li J, Reddi S 2020 Large Batch Optimization for Deep Learning: Training BERT in 76 minutes ICLR 8',
    ['Large Batch Optimization for Deep Learning: Training BERT in 76 minutes'],
  ],
])('%s', async (_, kind, text, titles) => {
  expect(await titlesOf(kind, text)).toEqual(titles);
});

it('has a card with who wrote it, when and where, and can be saved', async () => {
  const { mentions } = await value(
    'page.blocks',
    { url, meta: [], blocks: [{ kind: 'reference', text: entry, spans: [] }] },
    sender,
  );
  const id = mentions[0]?.papers[0] ?? '';
  const paper = await value('card.paper', { id }, sender);
  expect(paper).toMatchObject({ title, years: [{ value: 2019 }], venues: [{ value: 'Journal of Garden Research' }] });
  await value('library.set', { id, status: 'to-read' }, sender);
  const { rows } = await value('list.rows', { limit: null });
  expect(rows.map((row) => row.title)).toEqual([title]);
});

it('a row that marks its title alone has the rest from its text', async () => {
  const other = 'Sparse gardens in the fog of bells';
  const rows = [{ row: 3, isPageRow: false, fields: { title: [other], doi: ['10.55555/fog.7'] } }];
  const blocks: Block[] = [{ kind: 'reference', text: entry.replace(title, other), spans: [], row: 3 }];
  const there = 'https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0999999';
  const from = { ...sender, url: there };
  const { mentions } = await value('page.blocks', { url: there, meta: [], rows, blocks }, from);
  const paper = await value('card.paper', { id: mentions[0]?.papers[0] ?? '' }, from);
  expect(paper).toMatchObject({ id: 'doi:10.55555/fog.7', title: other, years: [{ value: 2019 }] });
  expect(paper.authors.map(({ name }) => name)).toEqual(['N. B. Okafor', 'L. Berg']);
});
