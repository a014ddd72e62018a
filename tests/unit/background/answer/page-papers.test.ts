import { describe, expect, it } from 'vitest';
import { Lookup } from '../../../../lib/catalog/lookup.ts';
import { pageAddressOf, type PagePaper } from '../../../../lib/background/answer/page-paper.ts';
import { pageSources } from '../../../../lib/background/answer/page-sources.ts';
import { PagePapers, type SessionStore } from '../../../../lib/background/answer/page-papers.ts';

function store(): SessionStore & { held: Map<string, unknown>; asked: (string[] | null)[] } {
  const held = new Map<string, unknown>();
  const asked: (string[] | null)[] = [];
  return {
    held,
    asked,
    get: (keys) => {
      asked.push(keys);
      const wanted = (keys ?? [...held.keys()]).filter((key) => held.has(key));
      return Promise.resolve(Object.fromEntries(wanted.map((key) => [key, structuredClone(held.get(key))])));
    },
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
    site: 'example.org',
    from: {},
  },
  also: [],
  page: 'https://example.org/list',
  role: 'listed',
};
const page: PagePaper = {
  ...row,
  fact: {
    ...row.fact,
    record: { ...row.fact.record, year: 2026, code: [{ url: 'https://github.com/a/b', why: 'theirs' }] },
    abstract: 'What it is about.',
    pdf: 'https://example.org/x.pdf',
  },
  page: 'https://example.org/x',
  role: 'about',
};

const rowsOf = (from: number, count: number): PagePaper[] =>
  Array.from({ length: count }, (_, at) => {
    const doi = `10.1000/${from + at}`;
    return { ...row, fact: { ...row.fact, record: { ...row.fact.record, id: `doi:${doi}`, doi } } };
  });
const long = (one: PagePaper, letters: number): PagePaper => ({
  ...one,
  fact: { ...one.fact, abstract: 'x'.repeat(letters) },
});

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

  it.each([
    ['its own page', 3],
    ['a list', 2],
    ['an entry’s text', 1],
    ['a mere link', 0],
  ])('has the title that %s says, whichever page came last', async (_, most) => {
    const said = (title: string, role: PagePaper['role']): PagePaper => ({
      ...row,
      fact: { ...row.fact, record: { ...row.fact.record, title } },
      role,
    });
    const all = [
      said('doi:10.1000/x', 'cited'),
      said('Entry', 'cited'),
      said('List', 'listed'),
      said('Own', 'about'),
    ].slice(0, most + 1);
    for (const order of [all, all.toReversed()]) {
      const papers = new PagePapers(store());
      for (const one of order) await papers.remember([one]);
      expect((await papers.ofIds(['doi:10.1000/x']))[0]?.fact.record.title).toBe(all[most]?.fact.record.title);
    }
  });

  it('takes an address for one paper’s at a time: an earlier one was a mistake', async () => {
    const session = store();
    await new PagePapers(session).remember([page]);
    const other = { ...page.fact, record: { ...page.fact.record, id: 'doi:10.1000/z', doi: '10.1000/z' } };
    const papers = new PagePapers(session);
    await papers.remember([{ ...page, fact: other }]);
    expect((await papers.ownOf('https://example.org/x'))?.fact.record.id).toBe('doi:10.1000/z');
    const [before] = await new PagePapers(session).ofIds(['doi:10.1000/x']);
    expect(before?.role).toBe('listed');
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
    expect(kept).toMatchObject({
      page: page.page,
      role: 'about',
      fact: { abstract: 'What it is about.', record: { year: 2026 } },
    });
    expect(kept?.fact.record.code?.map(({ url }) => url)).toEqual(['https://github.com/a/b', 'https://github.com/c/d']);
  });

  describe('by site', () => {
    const id = 'arxiv:2609.01001';
    const at = (site: string, more: Partial<PagePaper['fact']> = {}): PagePaper => ({
      fact: {
        record: { id, arxivId: '2609.01001', title: 'Pages', authors: [`Author of ${site}`] },
        abstract: null,
        pdf: null,
        site,
        from: {},
        ...more,
      },
      also: [],
      page: `https://${site}/x`,
      role: 'about',
    });
    const sitesOf = async (session: SessionStore): Promise<string[]> =>
      (await new PagePapers(session).ofIds([id])).map(({ fact }) => fact.site);

    it('keeps each site’s word, in the order in which they spoke first, and replaces a site’s own alone', async () => {
      const session = store();
      const papers = new PagePapers(session);
      for (const one of [at('a.example'), at('arXiv'), at('b.example'), at('a.example', { abstract: 'Now with it.' })])
        await papers.remember([one]);
      const kept = await new PagePapers(session).ofIds([id]);
      expect(kept.map(({ fact }) => [fact.site, fact.record.authors?.[0], fact.abstract])).toEqual([
        ['a.example', 'Author of a.example', 'Now with it.'],
        ['arXiv', 'Author of arXiv', null],
        ['b.example', 'Author of b.example', null],
      ]);
    });

    it('adds nothing that a reference in another paper’s text says', async () => {
      const session = store();
      const { fact } = at('arXiv');
      const cited: PagePaper = {
        ...at('arXiv'),
        fact: { ...fact, record: { ...fact.record, doi: '10.66666/lies', venue: 'Lies' } },
        page: 'https://arxiv.org/html/2609.02002',
        role: 'cited',
      };
      const another = { ...cited.fact.record, title: 'Lies Alone', authors: ['Mallory Intruder'] };
      const lie: PagePaper = { ...cited, fact: { ...cited.fact, record: another } };
      for (const one of [cited, at('arXiv'), cited, lie]) await new PagePapers(session).remember([one]);
      expect(await new PagePapers(session).ofIds([id])).toEqual([at('arXiv')]);
    });

    it('keeps six sites and 40,000 characters of a paper, and its own place whatever comes', async () => {
      const session = store();
      const papers = new PagePapers(session);
      await papers.remember([at('arXiv', { abstract: 'x'.repeat(9_900) })]);
      for (let number = 0; number < 30; number += 1) await papers.remember([at(`${number}.example`)]);
      expect(await sitesOf(session)).toHaveLength(6);
      expect((await sitesOf(session)).slice(0, 1)).toEqual(['arXiv']);
      expect(await sitesOf(session)).toContain('29.example');
      for (let number = 30; number < 60; number += 1)
        await papers.remember([at(`${number}.example`, { abstract: 'x'.repeat(9_900) })]);
      expect((await sitesOf(session)).slice(0, 1)).toEqual(['arXiv']);
      expect(await sitesOf(session)).toContain('59.example');
      expect(JSON.stringify(session.held.get(`page-paper ${id}`)).length).toBeLessThan(40_000);
    });

    it('drops first of a site that fills the store', async () => {
      const session = store();
      const papers = new PagePapers(session);
      await papers.remember([at('arXiv')]);
      const flood = rowsOf(0, 600).map((one) => long({ ...one, fact: { ...one.fact, site: 'flood.example' } }, 9_000));
      for (let from = 0; from < 600; from += 100) await papers.remember(flood.slice(from, from + 100));
      expect(await sitesOf(session)).toEqual(['arXiv']);
    });

    it('is not led to by an identifier that a site which nobody knows claims beside the paper’s', async () => {
      const papers = new PagePapers(store());
      const doi = '10.1000/claimed';
      for (const site of ['other.example', 'arXiv']) {
        const { fact } = at(site);
        await papers.remember([{ ...at(site), fact: { ...fact, record: { ...fact.record, doi } } }]);
      }
      expect((await papers.ofIds([`doi:${doi}`])).map(({ fact }) => fact.site)).toEqual(['arXiv']);
    });

    it.each([
      ['arXiv', 'https://arxiv.org/pdf/2609.01001', 1],
      ['a.example', 'https://www.a.example/paper.pdf', 1],
      ['a.example', 'https://cdn.a.example/paper.pdf', 0],
      ['a.example', 'https://openreview.net/pdf?id=REAL1', 0],
      ['openreview.net.a.example', 'https://openreview.net/pdf?id=REAL1', 0],
    ])('%s: a PDF at %s leads to it: %i', async (site, pdf, count) => {
      const papers = new PagePapers(store());
      await papers.remember([at(site, { pdf })]);
      expect(await papers.ofPlaces([pdf])).toHaveLength(count);
    });

    it('what an earlier version kept is not read, and no name or password is kept', async () => {
      const session = store();
      session.held.set(`page-paper ${id}`, { at: 1, paper: at('arXiv') });
      const papers = new PagePapers(session);
      expect(await papers.ofIds([id])).toEqual([]);
      await papers.remember([{ ...at('a.example'), page: pageAddressOf('https://me:secret@a.example/x#y') }]);
      expect(JSON.stringify([...session.held])).not.toContain('secret');
      expect(await papers.ownOf('https://a.example/x')).not.toBeNull();
    });
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
    expect(held).toBeGreaterThan(2_900_000);
    expect(held).toBeLessThan(4_000_000);
    expect([...session.held.keys()].some((key) => key.endsWith('doi:10.1000/0') || key.endsWith('broken'))).toBe(false);
  });

  it('keeps the later ones where one message after the other goes beyond the limit, also over sleeps', async () => {
    const session = store();
    for (let from = 0; from < 1000; from += 100)
      await new PagePapers(session).remember(rowsOf(from, 100).map((one) => long(one, 9000)));
    const papers = new PagePapers(session);
    expect(await papers.ofIds(['doi:10.1000/0'])).toEqual([]);
    expect((await papers.ofIds(rowsOf(700, 300).map(({ fact }) => fact.record.id))).length).toBe(300);
    expect(JSON.stringify([...session.held]).length).toBeLessThan(4_200_000);
  });

  it('makes room where the store is full before its own limit', async () => {
    const session = store();
    const full: SessionStore = {
      ...session,
      set: (values) =>
        JSON.stringify([...session.held, ...Object.entries(values)]).length > 3_600_000
          ? Promise.reject(new Error('full'))
          : session.set(values),
    };
    for (let from = 0; from < 1000; from += 100)
      await new PagePapers(full).remember(rowsOf(from, 50).map((one) => long(one, 9000)));
    expect(
      (await new PagePapers(full).ofIds(['doi:10.1000/949', 'doi:10.1000/0'])).map((one) => one.fact.record.id),
    ).toEqual(['doi:10.1000/949']);
  });

  it('reads after a sleep what it is asked for, and not what all pages said', async () => {
    const session = store();
    await new PagePapers(session).remember([...rowsOf(0, 3000), page]);
    const since = session.asked.length;
    expect(await new PagePapers(session).ownOf('https://example.org/none')).toBeNull();
    expect(await new PagePapers(session).ownOf('https://example.org/x')).not.toBeNull();
    expect((await new PagePapers(session).ofIds(['doi:10.1000/7'])).length).toBe(1);
    await new PagePapers(session).remember([page, ...rowsOf(3000, 2)]);
    const asked = session.asked.slice(since);
    expect(asked.length).toBeGreaterThan(0);
    for (const keys of asked) expect(keys?.length ?? Infinity).toBeLessThan(20);
  });

  it('is no longer found by an address or id that it lost', async () => {
    const session = store();
    await new PagePapers(session).remember([page]);
    await new PagePapers(session).remember([
      { ...page, page: 'https://example.org/new', fact: { ...page.fact, pdf: 'https://example.org/new.pdf' } },
    ]);
    const papers = new PagePapers(session);
    expect(await papers.ownOf('https://example.org/x')).toBeNull();
    expect(await papers.ofPlaces(['https://example.org/x.pdf'])).toEqual([]);
    expect((await papers.ofPlaces(['https://example.org/new.pdf', 'https://example.org/new'])).length).toBe(1);
  });

  it('forgets one shelf without a trace, and nothing of another', async () => {
    const session = store();
    await new PagePapers(session).remember([row]);
    const before = [...session.held];
    const apart = new PagePapers(session, 'private-page-paper');
    await apart.remember([page]);
    expect((await apart.ofIds(['doi:10.1000/x'])).length).toBe(1);
    await apart.forget();
    expect([...session.held]).toEqual(before);
    expect(await apart.ofIds(['doi:10.1000/x'])).toEqual([]);
  });

  it('says nothing, and does not throw, where the store fails', async () => {
    const broken = new PagePapers({
      get: () => Promise.reject(new Error('gone')),
      set: () => Promise.reject(new Error('gone')),
      remove: () => Promise.reject(new Error('gone')),
    });
    await broken.remember([page]);
    expect(await broken.ownOf('https://example.org/x')).toBeNull();
    await broken.forget();
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
    const lookup = new Lookup([]).beside(pageSources([page]));
    const paper = (await lookup.papers(['doi:10.1000/x'])).get('doi:10.1000/x')?.paper;
    expect(paper?.titles[0]).toMatchObject({ value: 'Pages', sources: ['example--org'] });
    expect(lookup.sources.get('example--org')?.name).toBe('example.org');
    expect(paper?.code[0]).toMatchObject({ url: 'https://github.com/a/b', why: 'theirs' });
  });
});
