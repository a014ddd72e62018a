// What is kept of a paper that is saved, and what becomes of it when packs and pages know it no more.
import { fake } from '../../fixtures/fake-browser.ts';
import { testedWorker } from './worker.ts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ONE_VISIT_MS } from '../../../lib/background/visits.ts';
import { entryOf, setStatus } from '../../../lib/library/entries.ts';

const lowRank = 'arxiv:2002.07028';
const { stores, send, value } = testedWorker();
beforeEach(() => stores().library.erase());

const keptAs = (id: string) => ({
  id,
  aliases: [],
  record: { id, title: 'On quiet rivers' },
  from: {},
  abstract: null,
  pdf: null,
  site: null,
});

/** The reader is at a paper's own page, which says what its tags say. */
async function visit(url: string, meta: readonly (readonly [string, string])[], incognito = false): Promise<string> {
  const title = meta.find(([name]) => name === 'citation_title')?.[1] ?? '';
  const page = { title, linked: [], scripts: [], coins: [], dois: [], stale: false };
  const from = { id: 'byline', url, tab: { id: 1, incognito }, frameId: 0 };
  const { pagePapers } = await value(
    'page.blocks',
    { url, meta: meta.map(([name, content]): [string, string] => [name, content]), blocks: [], page },
    from,
  );
  return pagePapers[0]?.paper ?? '';
}
/** The browser is closed and opened again: what pages said is gone. */
const restarted = (): void => fake.session.clear();

const tags = [
  ['citation_title', 'On the Warm-Up of Quiet Rivers'],
  ['citation_author', 'Ada Example'],
  ['citation_author', 'Ben Example'],
  ['citation_date', '2026'],
  ['citation_journal_title', 'Journal of Rivers'],
  ['citation_volume', '12'],
  ['citation_firstpage', '864'],
  ['citation_lastpage', '873'],
  ['citation_publisher', 'Rivers Press'],
  ['citation_doi', '10.55555/rivers.1'],
  ['citation_pdf_url', 'https://press.example/rivers.1.pdf'],
  ['citation_abstract', 'Rivers are measured while they warm up, and it is found that the quiet ones take longer.'],
] as const;

describe('a paper that only its page knew', () => {
  it('has all that its card showed after the browser was closed, and says who said it', async () => {
    const id = await visit('https://press.example/rivers', tags);
    const before = await value('card.paper', { id });
    await value('library.set', { id, status: 'to-read' });
    restarted();
    const after = await value('card.paper', { id });
    expect(after).toMatchObject({ status: 'to-read', abstract: { site: 'press.example' } });
    expect(after.bibtex).toContain('pages = {864--873}');
    expect(after.publication).toMatchObject({ volume: { value: '12' }, publisher: { value: 'Rivers Press' } });
    for (const fact of ['title', 'venueShort', 'type', 'doi', 'code', 'abstract', 'elsewhere', 'bibtex'] as const)
      expect(after[fact], fact).toEqual(before[fact]);
    expect(after.authors.map(({ name }) => name)).toEqual(['Ada Example', 'Ben Example']);
    expect(after.sources.map(({ name }) => name)).toEqual(['press.example']);
  });

  it.each([
    '10.1007/978-3-030-01234-2_15',
    '10.1016/s0195-6698(89)80009-5',
    '10.1002/(sici)1097-0258(19980815)17:15<1661::aid-sim968>3.0.co;2-2',
  ])('is on the list and found under its DOI, whatever that has in it: %s', async (doi) => {
    const meta = tags.map(([name, value]): [string, string] => [name, name === 'citation_doi' ? doi : value]);
    const id = await visit('https://press.example/rivers', meta);
    await value('library.set', { id, status: 'to-read' });
    restarted();
    expect(await value('library.unread', {})).toEqual({ total: 0, rows: [] });
    expect((await value('library.recent', { limit: 5 })).rows).toMatchObject([{ id }]);
    expect(await value('card.paper', { id })).toMatchObject({ status: 'to-read', doi });
  });

  it('gains what it lacked from its own site alone, and loses or changes nothing', async () => {
    const address = 'https://press.example/rivers';
    const [title, ada, ben, date, ...others] = tags;
    const [doi] = others.filter(([name]) => name === 'citation_doi');
    const known = [title, ada, ben, ...(doi === undefined ? [] : [doi])];
    const rest = others.filter(([name]) => name !== 'citation_doi');
    const id = await visit(address, [...known, date]);
    await value('library.set', { id, status: 'to-read' });
    const entry = async () => entryOf((await stores().library.rows()).works.get(id) ?? { id });
    const before = await entry();
    expect(before).toMatchObject({ abstract: null, pdf: null, site: 'press.example' });
    // Another site's page, which says that it is about the same paper.
    restarted();
    await visit('https://other.example/rivers', [...known, ...rest]);
    // Its own page in a private window.
    await visit(address, [...known, ...rest], true);
    expect(await entry()).toEqual(before);
    restarted();
    await visit(address, [...known, ['citation_date', '2019'], ...rest]);
    await vi.waitFor(async () =>
      expect(await entry()).toMatchObject({
        abstract: { site: 'press.example' },
        pdf: 'https://press.example/rivers.1.pdf',
        record: { year: 2026, venue: 'Journal of Rivers', volume: '12', pages: '864-873', publisher: 'Rivers Press' },
        from: { venue: ['press.example'], pages: ['press.example'] },
      }),
    );
  });

  it('taken off and put back, also where neither pack nor page knows the paper any more', async () => {
    const id = 'title:0123456789abcdef';
    await setStatus(stores().library, { ids: [id], paper: keptAs(id), status: 'reading', now: 5 });
    await value('library.set', { id, status: null });
    expect(await value('library.set', { id, status: 'reading' })).toMatchObject({ status: 'reading', since: 5 });
    expect(await value('library.recent', { limit: 3 })).toMatchObject({ rows: [{ id, title: 'On quiet rivers' }] });
  });

  it('a status of a later version is shown as it is, and comes back by undoing; nothing else gets it', async () => {
    const row = { ...keptAs(lowRank), status: 'skimmed', addedAt: 1, changedAt: 2, readAt: null };
    await stores().library.change(() =>
      Promise.resolve({ change: { puts: [['works', row]], deletes: [] }, answer: 0 }),
    );
    expect(await value('library.recent', { limit: 3 })).toMatchObject({ rows: [{ status: 'skimmed' }] });
    expect(await value('card.paper', { id: lowRank })).toMatchObject({ status: 'skimmed' });
    await value('library.set', { id: lowRank, status: null });
    expect(await value('library.set', { id: lowRank, status: 'skimmed' })).toMatchObject({ status: 'skimmed' });
    await value('library.set', { id: lowRank, status: null });
    expect(await send('library.set', { id: lowRank, status: 'starred' })).toMatchObject({ ok: false });
  });
});

describe('the list in the popup', () => {
  it('has the newest, and of the others the one that has been unread for longest', async () => {
    for (const [at, id] of ['p1', 'p2', 'p3', 'p4'].entries())
      await setStatus(stores().library, {
        ids: [id],
        paper: keptAs(id),
        status: id === 'p1' ? 'read' : 'to-read',
        now: at + 1,
      });
    const { rows, waiting } = await value('library.recent', { limit: 2 });
    expect(rows.map(({ id }) => id)).toEqual(['p4', 'p3']);
    expect(waiting).toMatchObject({ id: 'p2', since: 2 });
    expect((await value('library.recent', { limit: 9 })).waiting).toBeNull();
  });

  it('shows one paper once, whose preprint and published version are both on the list', async () => {
    for (const id of ['doi:10.48550/arxiv.2002.07028', lowRank])
      await setStatus(stores().library, { ids: [id], paper: keptAs(id), status: 'to-read', now: 1 });
    const { rows, total } = await value('library.recent', { limit: 9 });
    expect(rows).toHaveLength(1);
    expect(total).toBe(2);
  });
});

describe('visits to the page of a saved paper', () => {
  const visits = async () => (await value('list.rows', { limit: null })).rows[0]?.visits ?? null;
  const address = 'https://press.example/rivers';

  it('are counted only where the reader wants it, once for a page that is loaded again', async () => {
    const id = await visit(address, tags);
    await value('library.set', { id, status: 'to-read' });
    await visit(address, tags);
    expect(await visits()).toBeNull();
    await value('settings.set', { visits: true });
    const before = Date.now();
    await visit(address, tags);
    await vi.waitFor(async () => expect(await visits()).toMatchObject({ count: 1 }));
    await visit(address, tags);
    await visit('https://press.example/other', [['citation_title', 'Lanterns Along a Slow Canal']]);
    const after = await visits();
    expect(after?.count).toBe(1);
    expect(after?.last).toBeGreaterThanOrEqual(before);
    vi.setSystemTime(Date.now() + ONE_VISIT_MS);
    await visit(address, tags);
    await vi.waitFor(async () => expect(await visits()).toMatchObject({ count: 2 }));
    vi.useRealTimers();
  });
});

it('papers of a list of identifiers come with what the catalog knows of them', async () => {
  const bare = (id: string, arxivId: string) => ({ ...keptAs(id), record: { id, title: `arXiv:${arxivId}`, arxivId } });
  const papers = [bare(lowRank, '2002.07028'), bare('arxiv:2609.09999', '2609.09999')];
  await value('library.add', { papers, now: 5, last: true });
  const { entries } = await value('list.entries', { ids: papers.map(({ id }) => id) });
  expect(entries.map(({ record }) => record.title)).toEqual([
    'Low-Rank Bottleneck in Multi-head Attention Models',
    'arXiv:2609.09999',
  ]);
});
