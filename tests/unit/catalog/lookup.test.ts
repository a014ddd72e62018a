import { describe, expect, it, vi } from 'vitest';
import { findPapers } from '../../../lib/match/find-mentions.ts';
import { Lookup, type Part } from '../../../lib/catalog/lookup.ts';
import { MemorySource } from '../../../lib/catalog/sources/memory-source.ts';
import type { PaperSource } from '../../../lib/catalog/sources/paper-source.ts';
import { findPerson } from '../../../lib/catalog/people/person-lookup.ts';
import { titleOf } from '../../../lib/paper/schema.ts';
import { buildSeedPack } from '../../../lib/seeds/bundle.ts';
import { namePerson } from '../../../lib/paper/names/person-id.ts';
import { relatedTo } from '../../../lib/related/related.ts';
import { bundleSeeds } from '../../../tools/bundle-files.ts';
import { buildPack } from '../../../lib/packs/build.ts';
import { openedPack, packFacts, packOfRecords, record } from '../../fixtures/packs.ts';

const { pack } = bundleSeeds('.');
const bundled = await openedPack(await buildSeedPack(pack));
const lowRank = 'arxiv:2002.07028';
const lowRankTitle = 'Low-Rank Bottleneck in Multi-head Attention Models';

describe('the same paper in several packs is one paper', () => {
  it('joined by an id, with every claim and its source', async () => {
    const dump = await packOfRecords('dump', [
      record({ title: `${lowRankTitle}!`, arxivId: '2002.07028', year: 2019, authors: ['S. Bhojanapalli'] }),
    ]);
    const lookup = new Lookup([bundled, dump]);
    const joined = (await lookup.papers([lowRank])).get(lowRank);
    expect(joined?.paper.titles.map(({ value }) => value)).toEqual(
      expect.arrayContaining([lowRankTitle, `${lowRankTitle}!`]),
    );
    expect(
      titleOf(
        joined?.paper ??
          (() => {
            throw new Error('gone');
          })(),
      ),
    ).toBe(lowRankTitle);
    expect(joined?.paper.years.find(({ value }) => value === 2019)?.sources).toEqual(['dump']);
    expect(joined?.paper.summary).not.toBeNull();
    expect(lookup.sources.get('dump')?.name).toBe('dump');
  });

  it('has the abstract that a pack keeps, and its source’s name', async () => {
    const paper = record({
      title: `${lowRankTitle}!`,
      arxivId: '2002.07028',
      year: 2019,
      authors: ['S. Bhojanapalli'],
    });
    const dump = await openedPack(
      await buildPack(packFacts('dump'), [{ record: paper, abstract: 'Attention is low in rank.' }]),
    );
    const lookup = new Lookup([bundled, dump]);
    const { ids = [] } = (await lookup.papers([lowRank])).get(lowRank) ?? {};
    expect(await lookup.abstractOf(ids)).toEqual({ text: 'Attention is low in rank.', site: 'dump' });
    expect(await lookup.abstractOf(['arxiv:1706.03762'])).toBeNull();
  });

  it('joined by title, author and near year where no id is shared, under the first pack’s id', async () => {
    const facts = { title: 'On the Joining of Records', authors: ['Ada Example', 'Ben Other'] };
    const first = await packOfRecords('first', [record({ ...facts, year: 2020, arxivId: '2001.00001' })]);
    const second = await packOfRecords('second', [record({ ...facts, title: `${facts.title}.`, year: 2021 })]);
    const third = await packOfRecords('third', [record({ ...facts, year: 2020, doi: '10.1000/x' })]);
    const lookup = new Lookup([first, second, third]);
    for (const id of ['arxiv:2001.00001', 'doi:10.1000/x']) {
      const joined = (await lookup.papers([id])).get(id);
      expect(joined?.paper.id).toBe('arxiv:2001.00001');
      expect(joined?.paper.doi).toBe('10.1000/x');
      expect(joined?.paper.years.map(({ value, sources }) => [value, sources])).toEqual([
        [2020, ['first', 'third']],
        [2021, ['second']],
      ]);
    }
  });

  it.each([
    ['years far apart', { year: 2009, authors: ['Ada Example'] }],
    ['nobody in common', { year: 2020, authors: ['Somebody Else'] }],
    ['two arXiv ids', { year: 2020, authors: ['Ada Example'], arxivId: '2001.99999' }],
  ])('one title, but %s: two papers', async (_, facts) => {
    const first = await packOfRecords('first', [
      record({ title: 'Introduction to Examples', authors: ['Ada Example'], year: 2020, arxivId: '2001.00002' }),
    ]);
    const second = await packOfRecords('second', [record({ title: 'Introduction to Examples', ...facts })]);
    const lookup = new Lookup([first, second]);
    const joined = (await lookup.papers(['arxiv:2001.00002'])).get('arxiv:2001.00002');
    expect(joined?.paper.sources).toEqual(['first']);
  });

  it('code links are one by their address, with all who say so', async () => {
    const paper = { title: 'A Paper With Code in Two Packs', arxivId: '2101.00001' };
    const first = await packOfRecords('first', [record({ ...paper, code: [{ url: 'https://github.com/a/b' }] })]);
    const second = await packOfRecords('second', [
      record({
        ...paper,
        code: [
          { url: 'https://GitHub.com/a/b/', official: true, saidBy: 'Papers with Code' },
          { url: 'https://github.com/c/d', official: false },
        ],
      }),
    ]);
    const lookup = new Lookup([first, second]);
    const code = (await lookup.papers(['arxiv:2101.00001'])).get('arxiv:2101.00001')?.paper.code;
    expect(code).toMatchObject([
      { label: 'a/b', saidBy: ['first', 'papers-with-code'], official: true },
      { label: 'c/d', saidBy: ['second'], official: false },
    ]);
    expect(lookup.sources.get('papers-with-code')?.name).toBe('Papers with Code');
  });

  it('what no pack has is left out', async () => {
    expect(await new Lookup([bundled]).papers(['arxiv:9999.99999', 'nobody'])).toEqual(new Map());
  });
});

describe('finding over packs', () => {
  it('a paper of two packs is marked once, with code that either knows', async () => {
    const dump = await packOfRecords('dump', [
      record({ title: lowRankTitle, authors: ['Chulhee Yun'], year: 2020, code: [{ url: 'https://github.com/x/y' }] }),
      record({ title: 'A Title That Only the Dump Has Among All', doi: '10.1000/only' }),
    ]);
    const source = new Lookup([bundled, dump]).findSource();
    const { mentions, facts } = await findPapers(
      [
        { kind: 'title', text: lowRankTitle, spans: [] },
        { kind: 'text', text: 'As shown in “A Title That Only the Dump Has Among All” before.', spans: [] },
      ],
      source,
    );
    expect(mentions.map(({ block, papers }) => [block, papers])).toEqual([
      [0, [lowRank]],
      [1, ['doi:10.1000/only']],
    ]);
    expect(facts.get(lowRank)?.code).toBe(true);
    expect(source.remembered.get(lowRank)?.ids).toContain(lowRank);
  });

  it('by identifiers, under the id of the first pack', async () => {
    const dump = await packOfRecords('dump', [record({ title: 'Whatever It Is Called', doi: '10.1000/a' })]);
    const later = await packOfRecords('later', [
      record({ title: 'Whatever It Is Called', doi: '10.1000/a', arxivId: '2201.00001' }),
    ]);
    const found = await new Lookup([bundled, dump, later])
      .findSource()
      .byIdentifiers(['arxiv:2201.00001', 'doi:10.1000/a', 'arxiv:2002.07028']);
    expect([...found].map(([key, { id }]) => [key, id])).toEqual(
      expect.arrayContaining([
        ['arxiv:2201.00001', 'doi:10.1000/a'],
        ['doi:10.1000/a', 'doi:10.1000/a'],
        ['arxiv:2002.07028', lowRank],
      ]),
    );
  });
});

it('a link to one record and the title of another are the same paper', async () => {
  const facts = { title: 'A Paper Linked by Its Number Only', authors: ['Ada Example'], year: 2020 };
  const titled = await packOfRecords('titled', [record(facts)]);
  const numbered = await packOfRecords('numbered', [record({ ...facts, arxivId: '2003.00003' })]);
  const source = new Lookup([titled, numbered]).findSource();
  const byLink = (await source.byIdentifiers(['arxiv:2003.00003'])).get('arxiv:2003.00003');
  const [byTitle] = await source.papers([{ source: 0, ordinal: 0 }]);
  expect(byLink?.id).toBe(byTitle?.id);
});

describe('a person over packs', () => {
  const papers = [
    record({ title: 'First Work of a Pair', authors: ['Wei Wang', 'Ada Example'], year: 2020 }),
    record({ title: 'Second Work of a Pair', authors: ['Wei Wang', 'Ada Example', 'Ben Other'], year: 2021 }),
    record({ title: 'Work of Quite Another', authors: ['Wei Wang', 'Carl Stranger'], year: 2022 }),
    record({ title: 'Alone in the World', authors: ['Wei Wang'], year: 2023 }),
  ];

  it('works that share a colleague with the paper at hand are theirs; the others stand apart', async () => {
    const lookup = new Lookup([bundled, await packOfRecords('dump', papers)]);
    const found = await findPerson(lookup, namePerson('Wei Wang'), papers[2]?.id ?? '');
    expect(found?.person.name).toBe('Wei Wang');
    expect(found?.theirs.map(titleOf)).toEqual(['Work of Quite Another']);
    expect(found?.others).toHaveLength(3);
    expect(found?.othersTotal).toBe(3);
  });

  it('without a paper at hand, the largest group is theirs', async () => {
    const lookup = new Lookup([await packOfRecords('dump', papers)]);
    const found = await findPerson(lookup, namePerson('Wei Wang'), null);
    expect(found?.theirs.map(titleOf).toSorted()).toEqual(['First Work of a Pair', 'Second Work of a Pair']);
  });

  it('a bundled person gets the works of packs that their colleagues tie to them', async () => {
    const lookup = new Lookup([
      bundled,
      await packOfRecords('dump', [
        record({ title: 'Unknown to the Bundled Pack', authors: ['Srinadh Bhojanapalli', 'Sanjiv Kumar'], year: 2024 }),
        record({ title: 'By a Namesake', authors: ['Srinadh Bhojanapalli', 'Nobody Known'], year: 2024 }),
      ]),
    ]);
    const person = pack.people.find(({ name }) => name === 'Srinadh Bhojanapalli');
    const found = await findPerson(lookup, person?.id ?? '', null);
    expect(found?.theirs.map(titleOf)).toContain('Unknown to the Bundled Pack');
    expect(found?.maybe.map(titleOf)).toEqual(['By a Namesake']);
    const book = await lookup.people();
    const [resolved] = found?.theirs.filter((one) => titleOf(one) === 'Unknown to the Bundled Pack') ?? [];
    expect(resolved?.authors[0]?.person).toBe(person?.id);
    expect(book.get(person?.id ?? '')?.works.length).toBeGreaterThan(5);
  });

  it('nobody is nobody', async () => {
    const lookup = new Lookup([bundled]);
    expect(await findPerson(lookup, 'nobody', null)).toBeNull();
    expect(await findPerson(lookup, 'n-nobody-known', lowRank)).toBeNull();
  });
});

describe('related works over packs', () => {
  it('a rare author and rare words bring works of another pack', async () => {
    const dump = await packOfRecords('dump', [
      record({ title: 'Low-Rank Bottleneck of Multi-head Attention, Revisited', authors: ['Chulhee Yun'], year: 2022 }),
      ...Array.from({ length: 300 }, (_, at) =>
        record({ title: `Unrelated Matter Number ${at}`, authors: [`Somebody Else${at}`] }),
      ),
    ]);
    const lookup = new Lookup([bundled, dump]);
    const paper = (await lookup.papers([lowRank])).get(lowRank)?.paper;
    const related = paper === undefined ? [] : (await relatedTo(lookup, paper)).onSubject;
    expect(related.map((one) => titleOf(one.paper))).toContain(
      'Low-Rank Bottleneck of Multi-head Attention, Revisited',
    );
    expect(related.every((one) => one.reasons.length > 0 && one.paper.id !== lowRank)).toBe(true);
  });
});

it('how common a family name is comes from the catalog: initials with it tell nobody', async () => {
  const subject = record({ title: 'Sonar of grey dolphins', authors: ['B. Rarename', 'C. Oftenname'], year: 2020 });
  const others = [
    record({ title: 'Dolphins and their sonar by one', authors: ['B. Rarename'], year: 2021 }),
    record({ title: 'Dolphins and their sonar by another', authors: ['C. Oftenname'], year: 2021 }),
  ];
  const crowd = Array.from({ length: 2200 }, (_, at) =>
    record({ title: `Matter ${at} of no interest`, authors: at < 40 ? [`Somebody${at} Oftenname`] : ['Ada Other'] }),
  );
  const lookup = new Lookup([await packOfRecords('dump', [subject, ...others, ...crowd])]);
  const paper = (await lookup.papers([subject.id])).get(subject.id)?.paper;
  const related = paper === undefined ? [] : (await relatedTo(lookup, paper)).byPeople;
  expect(related.map((one) => titleOf(one.paper))).toEqual(['Dolphins and their sonar by one']);
});

describe('a damaged table', () => {
  it('is told, and costs only what it held', async () => {
    const told: string[] = [];
    const built = await buildSeedPack(pack);
    for (const piece of built.pieces) if (piece.kind === 'records') piece.bytes = piece.bytes.slice(0, 40);
    const reader = await openedPack(built, (id) => told.push(id));
    const lookup = new Lookup([reader]);
    expect(await lookup.papers([lowRank])).toEqual(new Map());
    expect(new Set(told)).toEqual(new Set([pack.id]));
  });
});

describe('a source that answers late', () => {
  const paper = { title: 'Known Here and Told More of Elsewhere', arxivId: '2001.00007' };

  /** Answers when it is told to. */
  function lateSource(
    id: string,
    more: Parameters<typeof record>[0],
  ): { source: PaperSource; answer: () => void; fail: () => void } {
    const memory = new MemorySource(packFacts(id), [record(more)]);
    let answer = (): void => undefined;
    let fail = (): void => undefined;
    const promise = new Promise<void>((resolve, reject) => {
      answer = resolve;
      fail = () => reject(new Error('no network'));
    });
    const source: PaperSource = {
      info: { ...memory.info, late: true },
      byKeys: async (keys) => {
        await promise;
        return memory.byKeys(keys);
      },
      byNames: (keys) => memory.byNames(keys),
      byTitles: (titles) => memory.byTitles(titles),
      records: (ordinals) => memory.records(ordinals),
    };
    return { source, answer, fail };
  }
  const yearsOf = (part: Part | void): unknown =>
    part?.papers.get('arxiv:2001.00007')?.paper.years.map(({ value }) => value);

  it('is not waited for; each answer says which sources are outstanding', async () => {
    const pack = await packOfRecords('pack', [record(paper)]);
    const slow = lateSource('slow', { ...paper, year: 2020 });
    const slower = lateSource('slower', { ...paper, year: 2021, doi: '10.1000/slower' });
    const lookup = new Lookup([pack, slow.source, slower.source]);
    expect((await lookup.papers(['arxiv:2001.00007'])).get('arxiv:2001.00007')?.paper.years).toEqual([]);

    const parts = lookup.papersInParts(['arxiv:2001.00007']);
    const first = (await parts.next()).value;
    expect([yearsOf(first), first?.outstanding]).toEqual([[], ['slow', 'slower']]);
    slower.answer();
    const second = (await parts.next()).value;
    expect([yearsOf(second), second?.outstanding]).toEqual([[2021], ['slow']]);
    slow.answer();
    const third = (await parts.next()).value;
    // In the order of the sources, not of their answers.
    expect([yearsOf(third), third?.outstanding]).toEqual([[2020, 2021], []]);
    expect((await parts.next()).done).toBe(true);
  });

  it('may fail: then it has said nothing', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const pack = await packOfRecords('pack', [record(paper)]);
    const slow = lateSource('slow', { ...paper, year: 2020 });
    const seen: Part[] = [];
    for await (const part of new Lookup([pack, slow.source]).papersInParts(['arxiv:2001.00007'])) {
      seen.push(part);
      slow.fail();
    }
    expect(seen.map(({ papers, outstanding }) => [papers.size, outstanding])).toEqual([
      [1, ['slow']],
      [1, []],
    ]);
    warned.mockRestore();
  });

  it('alone knows a paper', async () => {
    const slow = lateSource('slow', { ...paper, year: 2020 });
    slow.answer();
    const seen: Part[] = [];
    for await (const part of new Lookup([slow.source]).papersInParts(['arxiv:2001.00007'])) seen.push(part);
    expect(seen.map(yearsOf)).toEqual([undefined, [2020]]);
  });
});
