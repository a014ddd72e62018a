// What search over packs puts first, how it counts, and that a name's rows are what the profiles show.
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { Lookup } from '../../../../lib/catalog/lookup.ts';
import { findPerson } from '../../../../lib/catalog/people/person-lookup.ts';
import { CatalogSearch } from '../../../../lib/catalog/search/catalog-search.ts';
import { buildPack, packFormatWithoutVenues } from '../../../../lib/packs/build.ts';
import type { PaperRecord } from '../../../../lib/paper/record.ts';
import { openedPack, packFacts, packOfRecords, record } from '../../../fixtures/packs.ts';
import { titlesFound } from './titles-found.ts';

const at = (title: string, authors: string[], venue?: string, year?: number): PaperRecord =>
  record({ title, authors, ...(venue === undefined ? {} : { venue }), ...(year === undefined ? {} : { year }) });

const records = [
  at('Glow: generative flow with invertible convolutions', ['Diederik P. Kingma', 'Prafulla Dhariwal'], 'nips', 2018),
  at('Fragmentation of Poisson-Kingman partitions', ['Ada Example'], 'aistats', 2020),
  at('Hiding messages in images', ['Sheng Li', 'Ben Other'], 'acmmm', 2019),
  at('Grasping with soft hands', ['Sheng Liu', 'Cem Third'], 'icra', 2022),
  at('Soft robots that Li and Sheng built', ['Li Zhang', 'Sheng Wei'], 'icra', 2023),
  at(
    'Improved techniques for training GANs',
    ['Tim Salimans'],
    'Advances in Neural Information Processing Systems 29',
    2016,
  ),
  at('GANs for speech', ['Eve Example'], 'ICLR 2016', 2016),
  at('Handwriting of wizards', ['Eve Example'], 'NeurIPS', 2016),
  at('Reward augmented likelihood', ['Eve Example'], 'NIPS 2016', 2016),
  at('What happened in 2016', ['Eve Example'], 'JMLR', 2019),
];

const searchOf = async (...packs: readonly PaperRecord[][]) => {
  const lookup = new Lookup(await Promise.all(packs.map((some, number) => packOfRecords(`pack-${number}`, some))));
  return { lookup, search: new CatalogSearch(lookup) };
};

const { lookup, search } = await searchOf(records);

/** The titles that were found, each by the beginning that the test gives it. */
async function startsFound(query: string, starts: readonly string[]): Promise<string[]> {
  const titles = await titlesFound(search, lookup, query);
  return titles.map((title) => starts.find((start) => title.startsWith(start)) ?? title);
}

describe('what comes first', () => {
  it.each([
    ['kingma', ['Glow', 'Fragmentation']],
    ['sheng li', ['Hiding', 'Soft robots', 'Grasping']],
    ['li sheng', ['Hiding', 'Soft robots']],
    ['hand', ['Grasping', 'Handwriting']],
    ['handw', ['Handwriting']],
    ['gans 2016', ['GANs for', 'Improved']],
    ["NeurIPS'16 gans", ['Improved']],
    ['neurips 2016 gans', ['Improved']],
    ['ICLR', ['GANs for']],
    ['ACMMM li', ['Hiding']],
  ])('%s', async (query, wanted) => {
    expect(await startsFound(query, wanted)).toEqual(wanted);
  });

  it.each([
    ['neurips 2016', ['Handwriting', 'Improved', 'Reward']],
    ['NIPS 2016', ['Handwriting', 'Improved', 'Reward']],
    ['advances in neural information processing systems', ['Glow', 'Handwriting', 'Improved', 'Reward']],
    ['2016', ['GANs for', 'Handwriting', 'Improved', 'Reward', 'What happened']],
    ['conference on unheard results', []],
  ])('%s: these and no others', async (query, wanted) => {
    expect((await startsFound(query, wanted)).toSorted()).toEqual(wanted);
  });

  it('what is misspelt is found, and how it is spelt is said', async () => {
    expect((await search.papers('improvd techniqes', 10)).spelling).toBe('improved techniques');
    expect((await search.papers('improved techniques', 10)).spelling).toBeNull();
  });

  it('a pack of an earlier format answers by its titles and names, and records tell venue and year', async () => {
    const built = await buildPack(
      packFacts('old'),
      records.map(({ id, title, authors = [] }) => ({ id, title, authors })),
    );
    const now = await buildPack(packFacts('old'), records);
    const pieces = [
      ...built.pieces.filter(({ kind }) => kind.startsWith('word')),
      ...now.pieces.filter(({ kind }) => !kind.startsWith('word')),
    ];
    const old = new Lookup([await openedPack({ ...now, pieces, format: packFormatWithoutVenues })]);
    const within = new CatalogSearch(old);
    expect(await titlesFound(within, old, 'neurips 2016 gans')).toEqual(['Improved techniques for training GANs']);
    expect(await titlesFound(within, old, 'kingma')).toEqual([records[0]?.title, records[1]?.title]);
    expect(await titlesFound(within, old, 'ICLR')).toEqual([]);
  });
});

describe('how many there are', () => {
  const many = (from: number, to: number, word: string): PaperRecord[] =>
    Array.from({ length: to - from }, (_, number) =>
      at(`${word} study ${from + number}`, [`Ada A${from + number}`], 'icml', 2020),
    );

  it('is exact where one pack has them, read or not', async () => {
    const { search: one } = await searchOf([...many(0, 700, 'Splatting'), ...many(700, 900, 'Other')]);
    const found = await one.papers('splatting', 30);
    expect(found.total).toEqual({ count: 700, isExact: true });
    expect(found.others.length).toBeGreaterThanOrEqual(30);
    expect((await one.papers('splatting', 240)).others).toHaveLength(240);
  });

  it('counts a paper of two packs once, where one of them was read whole', async () => {
    const { search: two } = await searchOf(many(0, 400, 'Splatting'), many(380, 420, 'Splatting'));
    expect((await two.papers('splatting', 30)).total).toEqual({ count: 420, isExact: true });
  });

  it('says "more than" where it cannot tell papers of two packs apart', async () => {
    const { search: two } = await searchOf(many(0, 400, 'Splatting'), many(100, 450, 'Splatting'));
    expect((await two.papers('splatting', 30)).total).toEqual({ count: 400, isExact: false });
  });
});

describe('people', () => {
  it('everybody of a name is a row, by what ties their works; whole names come first', async () => {
    const named = [
      at('One', ['Wei Wang', 'Ada A'], 'icml', 2018),
      at('Two', ['Wei Wang', 'Ada A', 'Ben B'], 'iclr', 2020),
      at('Three', ['Wei Wang', 'Cem C'], 'icra', 2009),
      at('Four', ['Wei Wangenheim'], 'icra', 2009),
    ];
    const { search: within } = await searchOf(named);
    const { people, total } = await within.people('wei wang', 10);
    expect(people.map(({ name, works }) => [name, works.length])).toEqual([
      ['Wei Wang', 2],
      ['Wei Wang', 1],
      ['Wei Wangenheim', 1],
    ]);
    expect(total).toEqual({ count: 3, isExact: true });
  });

  it('an ORCID that a pack has is told', async () => {
    const orcid = 'orcid:0000-0002-1825-0097';
    const { search: within } = await searchOf([
      { ...at('One', ['Ben B', 'Wei Wang'], 'icml', 2018), authorIds: [null, orcid] },
    ]);
    expect((await within.people('wei wang', 10)).people[0]?.authorId).toBe(orcid);
  });

  const lists = '../shared/titles/paperlists.jsonl.gz';
  it(
    'each row has as many works as the profile it opens: Yang Liu in 94,741 papers',
    { timeout: 120_000 },
    async (context) => {
      if (!existsSync(lists)) return context.skip('../shared/titles is not here');
      const Row = z.object({ title: z.string(), authors: z.array(z.string()), venue: z.string(), year: z.int() });
      const named = gunzipSync(readFileSync(lists))
        .toString()
        .split('\n')
        .filter((line) => /yang liu/i.test(line))
        .map((line) => z.parse(Row, JSON.parse(line)))
        .map(({ title, authors, venue, year }) => at(title, authors, venue, year));
      const { lookup: within, search: conference } = await searchOf(named);
      const { people } = await conference.people('Yang Liu', 240);
      const own = people.filter(({ name }) => /^yang liu$/i.test(name));
      expect(own.length).toBeGreaterThan(50);
      for (const { id, near, works } of own) {
        const profile = await findPerson(within, id, near);
        expect(profile?.theirs.length).toBe(works.length);
      }
      // Nobody is left out, and no work is two people's.
      const works = own.flatMap((one) => one.works.map((paper) => paper.id));
      expect(new Set(works).size).toBe(works.length);
      expect(works.length).toBeGreaterThan(150);
    },
  );
});
