// Pages as they should not be: what is believed, from which source, and what is left out.
import { describe, expect, it } from 'vitest';
import { OTHER, TITLE, own, read, row, said, tags, type PageAt } from './page.ts';
import { startSpending } from '../spent.ts';

describe('what is not a paper', () => {
  it.each<[string, Partial<PageAt>]>([
    ['nothing', {}],
    ['no address', { url: 'about:blank', meta: [['citation_title', 'x y']] }],
    [
      'the news',
      {
        meta: [
          ['og:type', 'article'],
          ['og:title', TITLE],
        ],
        said: said({ title: TITLE, linked: [`{"@type":"NewsArticle","headline":"${TITLE}","author":"A B"}`] }),
      },
    ],
    [
      'an encyclopedia',
      {
        said: said({
          linked: [`{"@type":"Article","name":"${TITLE}","author":{"name":"All"},"isPartOf":{"@type":"WebSite"}}`],
        }),
      },
    ],
    ['a title and nothing else', { meta: [['citation_title', TITLE]] }],
    [
      'Dublin Core without a DOI',
      {
        meta: [
          ['dc.title', TITLE],
          ['dc.creator', 'A B'],
        ],
      },
    ],
    [
      'a data set with a DOI',
      {
        meta: [
          ['dc.title', TITLE],
          ['dc.type', 'Dataset'],
          ['dc.identifier', '10.1234/x'],
        ],
      },
    ],
    [
      'a list of papers in JSON-LD',
      {
        said: said({
          linked: [
            JSON.stringify(
              [TITLE, OTHER].map((headline) => ({ '@type': 'ScholarlyArticle', headline, author: 'A B' })),
            ),
          ],
        }),
      },
    ],
    [
      'a citation in JSON-LD',
      {
        said: said({
          linked: [
            JSON.stringify({
              '@type': 'WebPage',
              citation: { '@type': 'ScholarlyArticle', name: TITLE, author: 'A B' },
            }),
          ],
        }),
      },
    ],
    [
      'a site’s list',
      {
        url: 'https://journal.example/list',
        said: said({ title: TITLE }),
        rows: [row(1, { title: [TITLE], authors: ['A B'] })],
      },
    ],
  ])('%s', (_, here) => {
    expect(read(here).pagePaper).toBeNull();
  });
});

describe('titles that are none', () => {
  it.each([
    '',
    '  ',
    'unknown.example',
    'Home',
    'Untitled',
    'Annals of Tests',
    'The Great Publisher',
    'My Library',
    '{{ title }}',
    '<%= title %>',
    '404',
    '…',
    '12',
    'Loading',
    'https://unknown.example/a',
    'x'.repeat(900),
  ])('%j gives way to the next source', (title) => {
    const fact = own({
      meta: [...tags(title), ['og:site_name', 'My Library'], ['citation_publisher', 'The Great Publisher']],
      said: said({ title: TITLE, linked: [`{"@type":"ScholarlyArticle","name":"${TITLE}","author":"Ada Lovelace"}`] }),
    });
    expect(fact.record.title).toBe(TITLE);
    expect(fact.from.title).toBe('json-ld');
  });

  it('the end of the document’s title is the site’s name', () => {
    const title = `${TITLE} | Nordic Papers`;
    expect(
      read({
        meta: [
          ['citation_title', 'Nordic Papers'],
          ['citation_author', 'A B'],
        ],
        said: said({ title }),
      }).pagePaper,
    ).toBeNull();
    expect(
      read({
        meta: [
          ['citation_title', TITLE],
          ['citation_author', 'A B'],
        ],
        said: said({ title }),
      }).pagePaper?.record.title,
    ).toBe(TITLE);
  });

  it.each([
    ['On <i>Sparse</i> Gardens of H<sub>2</sub>O', 'On Sparse Gardens of H2O'],
    ['Gardens &amp; Winters: caf&eacute;', 'Gardens & Winters: café'],
    ['Gardens &amp;amp; &lt;em&gt;Winters&lt;/em&gt;', 'Gardens & Winters'],
    ['Title: Gardens\n  in  Winter', 'Gardens in Winter'],
    ['Gardens in Winter.', 'Gardens in Winter'],
    ['Gardens of Lovelace et al.', 'Gardens of Lovelace et al.'],
    ['Gardens in the U.S.', 'Gardens in the U.S.'],
    ['Gardens in Winter...', 'Gardens in Winter...'],
    ['$O(n)$ Gardens with \\"Uber Winters', '$O(n)$ Gardens with \\"Uber Winters'],
  ])('%j is cleaned', (title, clean) => {
    expect(own({ meta: tags(title) }).record.title).toBe(clean);
  });
});

describe('tags that lie', () => {
  it('left from the page before: they name another paper than the address', () => {
    const here = { url: 'https://unknown.example/doi/10.1234/other.9', said: said({ title: `${OTHER} | Library` }) };
    const fact = own({ ...here, meta: tags() });
    expect(fact.record).toMatchObject({ id: 'doi:10.1234/other.9', title: OTHER });
    expect(fact.record.authors).toBeUndefined();
    expect(fact.from.title).toBe('pattern');
  });

  it('left from the page before: their PDF is another page’s', () => {
    const url = 'https://journal.example/paper/b2';
    const meta: [string, string][] = [
      ['citation_title', TITLE],
      ['citation_author', 'A B'],
      ['citation_pdf_url', 'https://journal.example/pdf/a1.pdf'],
    ];
    expect(own({ url, meta, rows: [row(1, { title: [OTHER] }, true)] }).record.title).toBe(OTHER);
    expect(own({ url: 'https://journal.example/paper/a1', meta, rows: [] }).record.title).toBe(TITLE);
  });

  it('heading and document’s title together say another title', () => {
    const rows = [row(1, { title: [OTHER], authors: ['Bo Berg'] }, true)];
    const here = { url: 'https://journal.example/paper/b2', rows, meta: tags() };
    expect(own({ ...here, said: said({ title: `${OTHER} - Journal` }) }).record).toMatchObject({
      title: OTHER,
      authors: ['Bo Berg'],
    });
    // The heading alone may be a layout that changed.
    expect(own({ ...here, said: said({ title: 'Journal' }) }).record).toMatchObject({
      title: TITLE,
      authors: ['Ada Lovelace', 'Bo van der Berg'],
    });
  });

  it('what was there before the address changed counts only where it names this page’s paper', () => {
    const stale = said({ stale: true });
    expect(read({ meta: tags(), said: stale }).pagePaper).toBeNull();
    expect(own({ url: 'https://unknown.example/doi/10.1234/garden.7', meta: tags(), said: stale }).record.title).toBe(
      TITLE,
    );
  });

  it('a DOI of the address with something behind it is what the tags say', () => {
    const fact = own({ url: 'https://unknown.example/doi/10.1234/garden.7/556677', meta: tags() });
    expect(fact.record.doi).toBe('10.1234/garden.7');
    expect(fact.from.doi).toBe('address');
  });

  it('a preprint’s tags name the journal’s DOI: no contradiction', () => {
    const fact = own({ url: 'https://arxiv.org/abs/2101.00001v2', meta: tags() });
    expect(fact.record).toMatchObject({ id: 'arxiv:2101.00001', doi: '10.1234/garden.7', title: TITLE });
  });

  it('sources that speak of two papers are not mixed', () => {
    const linked = [
      `{"@type":"ScholarlyArticle","name":"${OTHER}","author":"Zed Zhou","abstract":"${'An abstract of birds. '.repeat(9)}","doi":"10.1234/other.9"}`,
    ];
    expect(own({ meta: tags(), said: said({ linked }) })).toMatchObject({
      record: { title: TITLE, authors: ['Ada Lovelace', 'Bo van der Berg'] },
      abstract: null,
    });
  });
});

describe('several papers’ tags on one page', () => {
  const both = [...tags(), ...tags(OTHER, '10.1234/other.9')];
  it('say nothing', () => {
    expect(read({ meta: both, said: said({ title: 'Volume 3' }) }).pagePaper).toBeNull();
  });
  it('unless one agrees with the address or the heading', () => {
    const found = own({ url: 'https://unknown.example/10.1234/other.9', meta: both });
    expect(found.record).toMatchObject({
      title: OTHER,
      doi: '10.1234/other.9',
      authors: ['Ada Lovelace', 'Bo van der Berg'],
    });
    const rows = [row(1, { title: [OTHER] }, true)];
    expect(own({ url: 'https://journal.example/paper/b2', meta: both, rows }).record.doi).toBe('10.1234/other.9');
  });
  it('one DOI twice is one paper', () => {
    expect(own({ meta: [...tags(), ['citation_doi', 'https://doi.org/10.1234/GARDEN.7.']] }).record.doi).toBe(
      '10.1234/garden.7',
    );
  });
  it('one paper’s title in two languages', () => {
    const meta: [string, string][] = [['citation_title', 'Jardins clairsemés de l’attention'], ...tags()];
    expect(own({ meta, said: said({ title: `${TITLE} | Annals` }) }).record).toMatchObject({
      title: TITLE,
      doi: '10.1234/garden.7',
    });
  });
});

it('JSON-LD made to be slow takes no longer than its letters', () => {
  const took = (text: string): number => {
    const since = startSpending();
    read({ meta: tags(), said: said({ linked: [`{"a":1,${text.repeat(60_000 / text.length)}x`] }) });
    return since();
  };
  took('word');
  const ordinary = took('word') + 2;
  for (const text of [' ', ';', '/*', ' ,']) expect(took(text) / ordinary).toBeLessThan(30);
});

it('JSON-LD that names an article as its own author names nobody', () => {
  const loop = {
    '@id': '#a',
    '@type': 'ScholarlyArticle',
    name: TITLE,
    identifier: '10.1234/x',
    author: { '@id': '#a' },
  };
  const { record } = own({ said: said({ linked: [JSON.stringify({ '@graph': [loop] })] }) });
  expect([record.title, record.authors]).toEqual([TITLE, undefined]);
});

describe('a page that still shows the paper of the address before', () => {
  const shown = { meta: tags(), said: said({ title: TITLE, stale: true }), rows: [row(1, { title: [TITLE] }, true)] };
  const left = 'https://journal.example/paper/a1';

  it('is not taken for that paper’s', () => {
    expect(read({ ...shown, url: 'https://journal.example/paper/b2', left }).pagePaper).toBeNull();
  });
  it('is, where both addresses are one paper’s', () => {
    const url = 'https://journal.example/paper/a1?tab=figures';
    expect(read({ ...shown, said: said({ title: TITLE }), url, left }).pagePaper?.record.title).toBe(TITLE);
  });
  it('is another paper’s as soon as its row is', () => {
    const rows = [row(1, { title: [OTHER] }, true)];
    expect(read({ ...shown, rows, url: 'https://journal.example/paper/b2' }).pagePaper?.record.title).toBe(OTHER);
  });
});
