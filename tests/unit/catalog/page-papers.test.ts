import { describe, expect, it } from 'vitest';
import { Lookup } from '../../../lib/catalog/lookup.ts';
import { pagePacks, PagePapers, type PagePaper, type SessionStore } from '../../../lib/catalog/page-papers.ts';

function store(): SessionStore & { held: Map<string, unknown> } {
  const held = new Map<string, unknown>();
  return {
    held,
    get: () => Promise.resolve(Object.fromEntries(structuredClone([...held]))),
    set: (values) => {
      for (const [key, value] of Object.entries(values)) held.set(key, structuredClone(value));
      return Promise.resolve();
    },
    remove: (keys) => {
      for (const key of keys) held.delete(key);
      return Promise.resolve();
    },
  };
}
const row: PagePaper = {
  fact: {
    record: { id: 'doi:10.1000/x', doi: '10.1000/x', title: 'Pages', authors: ['Ada Example'] },
    abstract: null,
    pdf: null,
    site: 'Example',
    from: {},
  },
  also: [],
  own: null,
};
const page: PagePaper = {
  ...row,
  fact: {
    ...row.fact,
    record: { ...row.fact.record, year: 2026, code: [{ url: 'https://github.com/a/b', why: 'theirs' }] },
    abstract: 'What it is about.',
    pdf: 'https://example.org/x.pdf',
  },
  own: 'https://example.org/x',
};

describe('what pages said', () => {
  it('is there after the worker slept, by any of its ids, its page and its PDF', async () => {
    const session = store();
    await new PagePapers(session).remember([{ ...page, also: ['arxiv:2001.00001'] }]);
    const later = new PagePapers(session);
    expect((await later.ofIds(['doi:10.1000/x'])).length).toBe(1);
    expect((await later.ofIds(['arxiv:2001.00001'])).length).toBe(1);
    expect((await later.ofIds(['doi:10.1000/y'])).length).toBe(0);
    expect((await later.ownOf('https://example.org/x#part'))?.fact.record.year).toBe(2026);
    expect((await later.ofPlaces(['https://example.org/x.pdf'])).length).toBe(1);
  });

  it('takes an address for one paper’s at a time: whom it was taken for before, it was by mistake', async () => {
    const session = store();
    await new PagePapers(session).remember([page]);
    const other = { ...page.fact, record: { ...page.fact.record, id: 'doi:10.1000/z', doi: '10.1000/z' } };
    const papers = new PagePapers(session);
    await papers.remember([{ ...page, fact: other }]);
    expect((await papers.ownOf('https://example.org/x'))?.fact.record.id).toBe('doi:10.1000/z');
    const [before] = await new PagePapers(session).ofIds(['doi:10.1000/x']);
    expect(before?.own).toBeNull();
  });

  it('does not mix two pages’ papers, of which one has its DOI by mistake', async () => {
    const papers = new PagePapers(store());
    await papers.remember([page]);
    const lie = { ...row.fact.record, title: 'Honest Herons', authors: ['Hal Heron'] };
    await papers.remember([{ ...row, fact: { ...row.fact, record: lie } }]);
    await papers.remember([row]);
    const [kept] = await papers.ofIds(['doi:10.1000/x']);
    expect(kept).toEqual(row);
  });

  it('keeps what the paper’s own page said when a list names it again, and both pages’ code', async () => {
    const papers = new PagePapers(store());
    await papers.remember([page]);
    await papers.remember([
      {
        ...row,
        fact: {
          ...row.fact,
          record: { ...row.fact.record, code: [{ url: 'https://github.com/c/d', why: 'comments' }] },
        },
      },
    ]);
    const [kept] = await papers.ofIds(['doi:10.1000/x']);
    expect(kept).toMatchObject({ own: page.own, fact: { abstract: 'What it is about.', record: { year: 2026 } } });
    expect(kept?.fact.record.code?.map(({ url }) => url)).toEqual(['https://github.com/a/b', 'https://github.com/c/d']);
  });

  it('forgets the oldest beyond its limit, and what does not parse', async () => {
    const session = store();
    session.held.set('page-paper doi:10.1000/broken', { fact: 3 });
    const papers = new PagePapers(session);
    await papers.remember(
      Array.from({ length: 600 }, (_, at) => ({
        ...row,
        fact: {
          ...row.fact,
          abstract: 'x'.repeat(9900),
          record: { ...row.fact.record, id: `doi:10.1000/${at}`, doi: `10.1000/${at}` },
        },
      })),
    );
    expect((await papers.ofIds(['doi:10.1000/0', 'doi:10.1000/broken'])).length).toBe(0);
    expect((await papers.ofIds(['doi:10.1000/599'])).length).toBe(1);
    const held = JSON.stringify([...session.held]).length;
    expect(held).toBeGreaterThan(3_500_000);
    expect(held).toBeLessThan(4_500_000);
  });

  it('keeps every row of a page that lists thousands, also over a sleep', async () => {
    const session = store();
    const papers = new PagePapers(session);
    const rows = Array.from({ length: 5000 }, (_, at) => ({
      ...row,
      fact: { ...row.fact, record: { ...row.fact.record, id: `doi:10.1000/${at}`, doi: `10.1000/${at}` } },
    }));
    for (let from = 0; from < rows.length; from += 400) await papers.remember(rows.slice(from, from + 400));
    const ids = ['doi:10.1000/0', 'doi:10.1000/4999'];
    expect((await papers.ofIds(ids)).length).toBe(2);
    expect((await new PagePapers(session).ofIds(ids)).length).toBe(2);
  });

  it('is looked up like a pack, with the site as its source', async () => {
    const lookup = new Lookup([]).beside(await pagePacks([page]));
    const paper = (await lookup.papers(['doi:10.1000/x'])).get('doi:10.1000/x')?.paper;
    expect(paper?.titles[0]).toMatchObject({ value: 'Pages', sources: ['page-example'] });
    expect(lookup.sources.get('page-example')?.name).toBe('Example');
    expect(paper?.code[0]).toMatchObject({ url: 'https://github.com/a/b', why: 'theirs' });
  });
});
