// One site cannot speak for another: what a hostile page says of a paper, before and after the paper's own place spoke,
// on a paper that nobody knows, one of the bundled pack, one of another pack, and a saved one.
import { fake } from '../../fixtures/fake-browser.ts';
import { testedWorker } from './worker.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { entryOf } from '../../../lib/library/entries.ts';
import type { Answer } from '../../../lib/messages/contract.ts';
import { buildPack } from '../../../lib/packs/build.ts';
import { writePackFile } from '../../../lib/packs/file.ts';
import { bringPack } from '../../../lib/packs/import/copy-pack-file.ts';
import { packFacts, record } from '../../fixtures/packs.ts';

const { stores, value } = testedWorker();
beforeEach(() => stores().library.erase());

type Tags = Readonly<Record<string, string | readonly string[]>>;
interface Visit {
  url: string;
  tags: Tags;
  text?: string;
  incognito?: boolean;
}

/** The reader is at a page, which says what its tags and its text say. */
async function visit({ url, tags, text, incognito = false }: Visit): Promise<string> {
  const title = String(tags['citation_title'] ?? '');
  const meta = Object.entries(tags).flatMap(([name, values]) =>
    [values].flat().map((content): [string, string] => [name, content]),
  );
  const { pagePapers } = await value(
    'page.blocks',
    {
      url,
      meta,
      blocks: text === undefined ? [] : [{ text, kind: 'text', spans: [] }],
      page: { title, linked: [], scripts: [], coins: [], dois: [], stale: false },
    },
    { id: 'byline', url, tab: { id: 1, incognito }, frameId: 0 },
  );
  return pagePapers[0]?.paper ?? '';
}
/** The browser is closed and opened again: what pages said is gone. */
const restarted = (): void => fake.session.clear();

interface Target {
  id: string;
  title: string;
  authors: readonly string[];
  ids: Tags;
}
const unknown: Target = {
  id: 'arxiv:2609.01001',
  title: 'On the Warm-Up of Quiet Rivers',
  authors: ['Ada Example', 'Ben Example'],
  ids: { citation_arxiv_id: '2609.01001' },
};
const bundled: Target = {
  id: 'arxiv:2002.07028',
  title: 'Low-Rank Bottleneck in Multi-head Attention Models',
  authors: ['Srinadh Bhojanapalli', 'Chulhee Yun', 'Ankit Singh Rawat', 'Sashank J. Reddi', 'Sanjiv Kumar'],
  ids: { citation_arxiv_id: '2002.07028' },
};
const packed: Target = {
  id: 'arxiv:2609.02002',
  title: 'Sailing Ships on Graphs Considered as Random Walks',
  authors: ['Wei Wang', 'Ada Example'],
  ids: { citation_arxiv_id: '2609.02002' },
};
const ownAbstract =
  'Rivers are measured while they warm up, and it is found that the quiet ones take longer than others.';

/** The paper's page at arXiv. */
const own = ({ id, title, authors }: Target): Visit => ({
  url: `https://arxiv.org/abs/${id.slice(6)}`,
  tags: {
    citation_title: title,
    citation_author: authors,
    citation_date: '2026',
    citation_arxiv_id: id.slice(6),
    citation_abstract: ownAbstract,
  },
});
/** A page of another site, which says that it is about the same paper. */
const hostile = ({ title, authors, ids }: Target, site = 'other.example'): Visit => ({
  url: `https://${site}/rivers`,
  tags: {
    ...ids,
    citation_title: title,
    citation_author: [authors[0] ?? '', 'Mallory Intruder'],
    citation_date: '2019',
    citation_journal_title: 'Journal of Lies',
    citation_doi: '10.66666/lies.1',
    citation_pdf_url: `https://${site}/lies.pdf`,
    citation_abstract: 'Nothing in this paper is true, as its authors have said themselves many times over.',
  },
  text: 'Our code is available at https://github.com/evil/malware.',
});

type Card = Answer<'card.paper'>;
/** What a card states as fact. */
const stated = (card: Card): object => {
  const { title, authors, titles, years, venues, authorReadings, doi, arxivId, type, abstract, bibtex, page, pdf } =
    card;
  const names = authors.map(({ name }) => name);
  return { title, names, titles, years, venues, authorReadings, doi, arxivId, type, abstract, bibtex, page, pdf };
};
const official = (card: Card): string[] => card.code.flatMap(({ url, official: is }) => (is === true ? [url] : []));

const withPack = async (): Promise<void> => {
  const { database } = await stores().keeper.ready(5_000);
  const { title, authors } = packed;
  const file = await buildPack(packFacts('dump'), [
    record({ title, authors: [...authors], year: 2026, arxivId: '2609.02002' }),
  ]);
  await bringPack(database, new Response(writePackFile(file)).body ?? new ReadableStream());
  await stores().keeper.refresh();
};

describe.each([
  ['a paper in no pack', unknown, false],
  ['a paper of the bundled pack', bundled, false],
  ['a paper of another pack', packed, false],
  ['a saved paper', unknown, true],
])('%s', (_, target, isSaved) => {
  beforeEach(async () => {
    if (target === packed) await withPack();
  });
  const clean = async (): Promise<Card> => {
    restarted();
    await visit(own(target));
    if (isSaved) await value('library.set', { id: target.id, status: 'to-read' });
    return value('card.paper', { id: target.id });
  };
  const orders: [when: string, pages: readonly Visit[]][] = [
    ['before', [hostile(target), own(target)]],
    ['after', [own(target), hostile(target)]],
    ['before and after', [hostile(target), own(target), hostile(target)]],
    ['from two sites', [hostile(target), own(target), hostile(target, 'third.example')]],
    ['from a site that Byline knows', [own(target), hostile(target, 'www.semanticscholar.org')]],
  ];

  it.each(orders)('says on its card what its own place says: another site spoke %s', async (_when, pages) => {
    const expected = await clean();
    restarted();
    for (const page of pages) await visit(page);
    const card = await value('card.paper', { id: target.id });
    expect(stated(card)).toEqual(stated(expected));
    expect(official(card)).toEqual(official(expected));
    expect(card.code[0]?.url).toEqual(expected.code[0]?.url ?? 'https://github.com/evil/malware');
    expect(card.elsewhere.filter(({ name }) => name === 'PDF' || name === 'DOI')).toEqual(
      expected.elsewhere.filter(({ name }) => name === 'PDF' || name === 'DOI'),
    );
    expect(card.disputes.map(({ site, fact }) => `${site} ${fact}`)).toEqual(
      expect.arrayContaining([expect.stringMatching(/ authors$/u), expect.stringMatching(/ year$/u)]),
    );
  });

  it.each(orders)(
    'is saved as its own place says, whatever the status then: another site spoke %s',
    async (_w, pages) => {
      const entry = async () => entryOf((await stores().library.rows()).works.get(target.id) ?? { id: '' });
      restarted();
      await visit(own(target));
      await value('library.set', { id: target.id, status: 'to-read' });
      const expected = await entry();
      await value('library.set', { id: target.id, status: null });
      await stores().library.erase();
      restarted();
      for (const page of pages) await visit(page);
      for (const status of ['to-read', 'reading', 'read'] as const) {
        await value('library.set', { id: target.id, status });
        await visit(hostile(target));
        expect(await entry()).toMatchObject({
          record: {
            ...expected?.record,
            ...(expected?.record.code === undefined ? {} : { code: expected.record.code }),
          },
          from: expected?.from ?? {},
          abstract: expected?.abstract ?? null,
          pdf: expected?.pdf ?? null,
          site: expected?.site ?? null,
        });
        expect(JSON.stringify(await entry())).not.toMatch(/Mallory|Lies|lies|evil/u);
      }
      restarted();
      expect(JSON.stringify(await value('card.paper', { id: target.id }))).not.toMatch(/Mallory|Lies|lies\.|evil/u);
    },
  );
});

it('a page that only another site showed is shown under that site’s name, and is official to nobody', async () => {
  restarted();
  await visit(hostile(unknown));
  const card = await value('card.paper', { id: unknown.id });
  expect(card.sources.map(({ name }) => name)).toEqual(['other.example']);
  expect(official(card)).toEqual([]);
});

const lakes: Visit = {
  url: 'https://dl.acm.org/doi/10.1145/1234567.7654321',
  tags: {
    citation_title: 'Dry Lakes of the Far South',
    citation_author: 'Cy Third',
    citation_doi: '10.1145/1234567.7654321',
  },
};
const lakesId = 'doi:10.1145/1234567.7654321';
/** Another site's page that has the identifiers of two papers. */
const both: Visit = {
  url: 'https://other.example/both',
  tags: { ...hostile(unknown).tags, citation_doi: '10.1145/1234567.7654321' },
};

it('does not join two papers whose identifiers another site’s page claims together', async () => {
  restarted();
  for (const page of [both, own(unknown), lakes, both]) await visit(page);
  expect(await value('card.paper', { id: unknown.id })).toMatchObject({ title: unknown.title, doi: null });
  expect(await value('card.paper', { id: lakesId })).toMatchObject({
    title: 'Dry Lakes of the Far South',
    arxivId: null,
  });
});

it('saves the paper of the card, and not another that a page ties to it', async () => {
  restarted();
  await visit(own(unknown));
  await visit(lakes);
  await value('library.set', { id: lakesId, status: 'to-read' });
  await visit(both);
  await value('library.set', { id: unknown.id, status: 'read' });
  const { works } = await stores().library.rows();
  expect([...works].map(([id, { status }]) => [id, status])).toEqual([
    [unknown.id, 'read'],
    [lakesId, 'to-read'],
  ]);
});

it('where nobody’s own place has spoken, a page’s card says what the page says, and saves that', async () => {
  restarted();
  const press: Visit = {
    url: 'https://press.example/rivers',
    tags: { citation_title: unknown.title, citation_author: unknown.authors, citation_doi: '10.55555/rivers.1' },
  };
  const id = 'doi:10.55555/rivers.1';
  const { citation_arxiv_id: _, ...tags } = hostile(unknown).tags;
  const lie = { ...hostile(unknown), tags: { ...tags, citation_doi: '10.55555/rivers.1' } };
  for (const page of [lie, press]) await visit(page);
  const from = ({ url }: Visit) => ({ id: 'byline', url, tab: { id: 1, incognito: false }, frameId: 0 });
  const names = async (page: Visit): Promise<string[]> =>
    (await value('card.paper', { id }, from(page))).authors.map(({ name }) => name);
  expect(await names(press)).toEqual(unknown.authors);
  expect(await names(lie)).toContain('Mallory Intruder');
  await value('library.set', { id, status: 'to-read' }, from(press));
  // Where it was saved, it is what was saved that counts from now on.
  expect(await names(lie)).toEqual(unknown.authors);
  expect((await stores().library.rows()).works.get(id)).toMatchObject({ site: 'press.example' });
});

it('code that an earlier version saved as official on another site’s word is not official', async () => {
  const code = [
    { url: 'https://github.com/evil/malware', official: true, saidBy: 'other.example', why: 'theirs' },
    { url: 'https://github.com/ada/rivers', official: true, saidBy: 'arXiv', why: 'theirs' },
  ];
  const { id, title } = unknown;
  const kept = {
    id,
    aliases: [],
    record: { id, title, arxivId: '2609.01001', code },
    abstract: null,
    pdf: null,
    site: 'arXiv',
  };
  const row = { ...kept, from: { title: ['arXiv'] }, status: 'read', addedAt: 1, changedAt: 1, readAt: 1 };
  await stores().library.change(() => Promise.resolve({ change: { puts: [['works', row]], deletes: [] }, answer: 0 }));
  restarted();
  expect(official(await value('card.paper', { id }))).toEqual(['https://github.com/ada/rivers']);
});

it('another site’s page shows no sign of code on the mark of a pack’s paper', async () => {
  restarted();
  const { url, tags, text = '' } = hostile(bundled);
  const { papers } = await value(
    'page.blocks',
    {
      url,
      meta: Object.entries(tags).flatMap(([name, all]) =>
        [all].flat().map((content): [string, string] => [name, content]),
      ),
      blocks: [
        { text: bundled.title, kind: 'heading', spans: [] },
        { text, kind: 'text', spans: [] },
      ],
      page: { title: bundled.title, linked: [], scripts: [], coins: [], dois: [], stale: false },
    },
    { id: 'byline', url, tab: { id: 1, incognito: false }, frameId: 0 },
  );
  expect(papers).toMatchObject([{ id: bundled.id, code: false }]);
});

it('the PDF of another host is a link of the page, and does not make it that PDF’s', async () => {
  restarted();
  await visit({
    ...hostile(unknown),
    tags: { ...hostile(unknown).tags, citation_pdf_url: 'https://openreview.net/pdf?id=REAL1' },
  });
  fake.tabs = [{ id: 2, url: 'https://openreview.net/pdf?id=REAL1', active: true }];
  expect((await value('popup.tab', { tab: 2 })).rows).toEqual([]);
});

it('a private window’s page writes nothing, and changes no card elsewhere', async () => {
  restarted();
  await visit(own(unknown));
  await value('library.set', { id: unknown.id, status: 'to-read' });
  const before = await value('card.paper', { id: unknown.id });
  const rows = JSON.stringify([...(await stores().library.rows()).works]);
  await visit({ ...hostile(unknown), incognito: true });
  expect(await value('card.paper', { id: unknown.id })).toEqual(before);
  expect(JSON.stringify([...(await stores().library.rows()).works])).toBe(rows);
  await stores().privatePages.forget();
  expect(JSON.stringify([...fake.session])).not.toContain('Mallory');
});

it('a row of a pack with half a letter in its title and names has its card, and is saved and listed', async () => {
  const { database } = await stores().keeper.ready(5_000);
  const lone = record({
    title: 'A Title with \ud800 Half a Letter in It',
    authors: ['Ada \udc00 Example'],
    doi: '10.1000/lone',
    links: ['https://user:pass@evil.example/'],
  });
  const file = writePackFile(await buildPack(packFacts('lone'), [lone]));
  await bringPack(database, new Response(file).body ?? new ReadableStream());
  await stores().keeper.refresh();
  const card = await value('card.paper', { id: lone.id });
  expect(JSON.stringify(card.elsewhere)).not.toContain('evil.example');
  await value('library.set', { id: lone.id, status: 'to-read' });
  expect(await value('library.recent', { limit: 3 })).toMatchObject({ total: 1, rows: [{ id: lone.id }] });
});
