// Pages that say all and say it oddly: one row a form, with what is right.
import { describe, expect, it } from 'vitest';
import { OTHER, TITLE, own, read, row, said, tags, type PageAt } from './page.ts';

type Meta = [string, string][];
const without = (name: string, meta: Meta = tags()): Meta => meta.filter(([other]) => other !== name);
const shownAs = (title: string, meta: Meta): Partial<PageAt> => ({ meta, said: said({ title }) });

describe('the title', () => {
  it.each<[form: string, here: Partial<PageAt>, title: string]>([
    [
      'a short one behind its journal, volume and year',
      shownAs('Ann. Test Lett. 122, 145901 (2019) - Quiet Moss Effect', tags('Quiet Moss Effect')),
      'Quiet Moss Effect',
    ],
    [
      'a short one behind the journal’s volume in words',
      shownAs('Annals of Invented Tests, Vol. 4, No. 2 | Quiet Moss', tags('Quiet Moss')),
      'Quiet Moss',
    ],
    [
      'a short one behind a name, and shared under it',
      shownAs('The Long Review of Small Gardens - Quiet Moss', [...tags('Quiet Moss'), ['og:title', 'Quiet Moss']]),
      'Quiet Moss',
    ],
    [
      'with the site’s name behind it',
      shownAs('', [...tags(`${TITLE} | Moss Store`), ['og:site_name', 'Moss Store']]),
      TITLE,
    ],
    ['with the journal’s name before it', shownAs('', tags(`Annals of Tests :: ${TITLE}`)), TITLE],
    [
      'with a dash of its own',
      shownAs('', tags('Gulls over ferries - a count by night - Annals of Tests')),
      'Gulls over ferries - a count by night',
    ],
    ['whose end only looks like a name', shownAs('', tags('On being - Annals of Tests')), 'On being - Annals of Tests'],
    [
      'in the brackets of a translation',
      shownAs('', tags('[A count of gulls by night].')),
      'A count of gulls by night',
    ],
    [
      'empty, with the document’s',
      shownAs('Maagen over fjorden: en optælling', [
        ...without('citation_title'),
        ['DC.Title.Alternative', 'Gulls over the fjord'],
      ]),
      'Maagen over fjorden: en optælling',
    ],
    [
      'empty, with an alternative',
      shownAs('Maager', [...without('citation_title'), ['DC.Title.Alternative', 'Gulls over the fjord: a count']]),
      'Gulls over the fjord: a count',
    ],
    [
      'of the collection in all tags',
      shownAs('Slow Clocks · Annals of Tests', [
        ...tags('The Best Tests of the Year'),
        ['dc.title', 'The Best Tests of the Year'],
        ['og:title', 'Slow Clocks'],
      ]),
      'Slow Clocks',
    ],
    [
      'in the formal tag, shared under a short name that is its beginning',
      shownAs(`${TITLE}`, [...tags(`${TITLE}: Ten Years of Counting`), ['og:title', TITLE]]),
      `${TITLE}: Ten Years of Counting`,
    ],
    [
      'over two lines',
      shownAs('', tags('Gulls over ferries<br/>a count by night')),
      'Gulls over ferries a count by night',
    ],
    ['with soft hyphens', shownAs('', tags('Gulls over fer\u00adries: a count')), 'Gulls over ferries: a count'],
    ['with the mark of a footnote', shownAs('', tags('Gulls over ferries: a count†')), 'Gulls over ferries: a count'],
    ['with a star of its own', shownAs('', tags('Gulls on the way: parallel IDA*')), 'Gulls on the way: parallel IDA*'],
    [
      'behind what it is a link to',
      shownAs('', tags('[PDF] Gulls over ferries: a count')),
      'Gulls over ferries: a count',
    ],
    ['behind its id', shownAs('', tags('[2103.00021] Gulls over the ferries')), 'Gulls over the ferries'],
    [
      'with MathML',
      shownAs('', tags('Gulls at <math><msub><mi>T</mi><mn>0</mn></msub></math> and <i>no</i> <a href="x">wind</a>')),
      'Gulls at T0 and no wind',
    ],
    [
      'with a formula twice',
      shownAs(
        '',
        tags(
          'Gulls at <math><semantics><mi>T</mi><annotation encoding="TeX">T</annotation></semantics></math> by night',
        ),
      ),
      'Gulls at T by night',
    ],
    ['with a sum', shownAs('', tags('Where p<q and r>s count more gulls')), 'Where p<q and r>s count more gulls'],
  ])('%s', (_, here, title) => {
    expect(own(here).record.title).toBe(title);
  });

  it('is not the site’s name, which comes last', () => {
    expect(read(shownAs(`${TITLE} - Moss Store`, tags('Moss Store', ''))).pagePaper).toBeNull();
  });
});

describe('one paper in two languages', () => {
  const both: Meta = [
    ['citation_title', 'Musgos silenciosos del norte'],
    ['citation_title', 'Silent mosses of the north'],
  ];
  const rest = without('citation_title');
  it.each<[string, Meta]>([
    ['both titles first', [...both, ...rest]],
    ['one title behind all', [...both.slice(0, 1), ...rest, ...both.slice(1)]],
    ['authors with each', [...both.slice(0, 1), ...rest.slice(0, 2), ...both.slice(1), ...rest]],
    [
      'a PDF with each',
      [
        ...both.slice(0, 1),
        ['citation_pdf_url', 'https://unknown.example/es.pdf'],
        ...both.slice(1),
        ['citation_pdf_url', 'https://unknown.example/en.pdf'],
        ...rest,
      ],
    ],
  ])('%s', (_, meta) => {
    const { record } = own(shownAs('Musgos silenciosos del norte', meta));
    expect(record).toMatchObject({
      title: 'Musgos silenciosos del norte',
      authors: ['Ada Lovelace', 'Bo van der Berg'],
      doi: '10.1234/garden.7',
    });
  });

  it('two works of one author are two papers', () => {
    const work = (title: string): Meta => [
      ['citation_title', title],
      ['citation_author', 'Lovelace, Ada'],
      ['citation_date', '2021'],
    ];
    expect(read({ meta: [...work(TITLE), ...work(OTHER)] }).pagePaper).toBeNull();
  });
});

describe('authors', () => {
  const paper = 'https://journal.example/paper/a1';
  const names = (authors: string[], printed: string[], title = TITLE): Partial<PageAt> => ({
    url: paper,
    meta: [['citation_title', title], ...authors.map((name): [string, string] => ['citation_author', name])],
    rows: [row(1, { title: [title], authors: printed }, true)],
  });
  it.each<[form: string, here: Partial<PageAt>, authors: string[]]>([
    [
      'in the order in which they are printed',
      names(['Cy Diaz', 'Ada Lovelace', 'Bo Berg'], ['Ada Lovelace, Bo Berg, Cy Diaz']),
      ['Ada Lovelace', 'Bo Berg', 'Cy Diaz'],
    ],
    [
      'all that are printed, of a list that is cut off',
      names(['Ada Lovelace', 'Bo Berg'], ['Ada Lovelace', 'Bo Berg', 'Cy Diaz', 'Di Eck']),
      ['Ada Lovelace', 'Bo Berg', 'Cy Diaz', 'Di Eck'],
    ],
    [
      'without one more who may have edited',
      names(['Ada Lovelace', 'Bo Berg'], ['Ada Lovelace', 'Bo Berg', 'Cy Diaz']),
      ['Ada Lovelace', 'Bo Berg'],
    ],
    [
      'without editors, by their role',
      names([], ['Ada Lovelace', 'Bo Berg', 'Cy Diaz, Reviewing Editor', 'Senior Editor: Di Eck']),
      ['Ada Lovelace', 'Bo Berg'],
    ],
    [
      'without the source of the word',
      names([], ['Ada Lovelace', 'Bo Berg', 'Academic Editor', 'Cy Diaz', 'Di Eck']),
      ['Ada Lovelace', 'Bo Berg'],
    ],
    [
      'each in a tag for all',
      {
        meta: [...without('citation_author'), ['citation_authors', 'Lovelace, Ada'], ['citation_authors', 'Berg, Bo']],
      },
      ['Ada Lovelace', 'Bo Berg'],
    ],
    [
      'two in a tag for all',
      { meta: [...without('citation_author'), ['citation_authors', 'Ada Lovelace, Bo Berg']] },
      ['Ada Lovelace', 'Bo Berg'],
    ],
    [
      'as contributors, where nobody is a creator',
      {
        meta: [
          ['dc.title', TITLE],
          ['dc.identifier', '10.1234/garden.7'],
          ['dc.contributor', 'Ada Lovelace'],
          ['dc.contributor', 'Bo Berg'],
        ],
      },
      ['Ada Lovelace', 'Bo Berg'],
    ],
    [
      'not as contributors beside creators',
      {
        meta: [
          ['dc.title', TITLE],
          ['dc.identifier', '10.1234/garden.7'],
          ['dc.creator', 'Lovelace, Ada'],
          ['dc.contributor', 'Supervisor, Bo'],
        ],
      },
      ['Ada Lovelace'],
    ],
  ])('%s', (_, here, authors) => {
    expect(own(here).record.authors).toEqual(authors);
  });
});

it('a handle is no DOI', () => {
  const meta: Meta = [
    ['dc.title', TITLE],
    ['dc.identifier', 'http://hdl.handle.net/10.1234/5678'],
  ];
  expect(read({ meta }).pagePaper).toBeNull();
  expect(own({ meta: [...meta, ['dc.identifier', 'doi:10.1234/garden.7']] }).record.doi).toBe('10.1234/garden.7');
});

describe('schema.org’s words', () => {
  const ld = (...nodes: unknown[]): Partial<PageAt> => ({
    said: said({ title: TITLE, linked: nodes.map((node) => JSON.stringify(node)) }),
  });
  const item = (...pairs: [string, string][]): Partial<PageAt> => ({
    meta: pairs.map(([name, content]): [string, string] => [`schema:${name}`, content]),
    said: said({ title: TITLE }),
  });
  const article: [string, string][] = [
    ['@type', 'https://schema.org/ScholarlyArticle'],
    ['headline', TITLE],
    ['author', 'Ada Lovelace'],
    ['author', 'Bo Berg'],
    ['sameAs', 'https://doi.org/10.1234/garden.7'],
  ];
  const record = { title: TITLE, authors: ['Ada Lovelace', 'Bo Berg'], doi: '10.1234/garden.7' };
  it.each<[string, Partial<PageAt>]>([
    [
      'with a prefix',
      ld({
        '@type': 'schema:ScholarlyArticle',
        'schema:name': TITLE,
        'schema:author': ['Ada Lovelace', { 'schema:name': 'Bo Berg' }],
        'schema:identifier': '10.1234/garden.7',
      }),
    ],
    [
      'with a prefix of its own',
      ld({
        '@context': { s: 'http://schema.org/' },
        '@type': 's:ScholarlyArticle',
        's:name': TITLE,
        's:author': ['Ada Lovelace', 'Bo Berg'],
        's:identifier': '10.1234/garden.7',
      }),
    ],
    [
      'in full',
      ld({
        '@type': 'http://schema.org/ScholarlyArticle',
        'http://schema.org/name': TITLE,
        'http://schema.org/author': ['Ada Lovelace', 'Bo Berg'],
        'http://schema.org/identifier': '10.1234/garden.7',
      }),
    ],
    [
      'with roles',
      ld({
        '@type': 'ScholarlyArticle',
        name: TITLE,
        identifier: '10.1234/garden.7',
        author: [
          { '@type': 'Role', roleName: 'Author', author: { name: 'Ada Lovelace' } },
          { '@type': 'Person', name: 'Bo Berg', jobTitle: 'Gardener' },
          { '@type': 'Role', roleName: 'Reviewing Editor', author: { name: 'Cy Diaz' } },
          { '@type': 'Person', name: 'Di Eck', jobTitle: 'Senior Editor' },
        ],
      }),
    ],
    ['on elements', item(...article)],
    ['on elements, several on one', item(article[0] ?? ['', ''], ['schema:headline name', TITLE], ...article.slice(2))],
  ])('%s', (_, here) => {
    expect(own(here).record).toMatchObject(record);
  });

  it.each<[string, Partial<PageAt>]>([
    ['of another thing than the page is called', { ...item(...article), said: said({ title: OTHER }) }],
    ['of news', item(['@type', 'https://schema.org/NewsArticle'], ...article.slice(1, 4))],
  ])('on elements, %s: no paper', (_, here) => {
    expect(read(here).pagePaper).toBeNull();
  });
});

describe('a page that is no paper’s', () => {
  it.each<[string, Partial<PageAt>]>([
    [
      'a table of contents with the issue’s DOI',
      {
        url: 'https://unknown.example/toc/tst/12/3',
        meta: [
          ['citation_title', 'Tests of this season'],
          ['citation_doi', '10.1234/tst.v12.3'],
        ],
      },
    ],
    [
      'an issue, by its title',
      {
        meta: [
          ['citation_title', 'Annals of Tests: Vol 12, No 3'],
          ['citation_author', 'Lovelace, Ada'],
          ['citation_doi', '10.1234/tst.v12.3'],
        ],
      },
    ],
    [
      'an issue, by Dublin Core',
      {
        url: 'https://unknown.example/issue/view/12',
        meta: [
          ['dc.title', 'Tests of this season'],
          ['dc.identifier', '10.1234/tst.v12.3'],
        ],
      },
    ],
    [
      'a list of a site that is known, with a date',
      {
        url: 'https://journal.example/list',
        meta: [
          ['citation_title', 'Tests of this season'],
          ['citation_date', '2021'],
        ],
      },
    ],
    [
      'a check for robots at a paper’s address',
      {
        url: 'https://unknown.example/doi/10.1234/garden.7',
        said: said({ title: 'Checking your browser before you go on' }),
      },
    ],
    [
      'a sign-in at a paper’s address',
      { url: 'https://unknown.example/doi/10.1234/garden.7', said: said({ title: 'Sign in to read on - Moss Store' }) },
    ],
    ['a wait with the tags of what comes', { ...shownAs('Just a moment...', tags()) }],
  ])('%s', (_, here) => {
    expect(read(here).pagePaper).toBeNull();
  });

  it('a paper may be called like a wall', () => {
    const title = 'Just a moment: waiting times of gulls';
    expect(own(shownAs(`${title} | Annals of Tests`, tags(title))).record.title).toBe(title);
  });
  it('an article may stand below its issue', () => {
    expect(own({ url: 'https://unknown.example/volume/12/issue/3', meta: tags() }).record.title).toBe(TITLE);
  });
});

describe('the PDF', () => {
  it.each<[string, Meta, string | null]>([
    [
      'the page’s own link before the site’s rule',
      [['citation_pdf_url', 'https://cdn.example/a1.pdf']],
      'https://cdn.example/a1.pdf',
    ],
    [
      'the address of the paper that is one',
      [['citation_url', 'https://cdn.example/a1.pdf']],
      'https://cdn.example/a1.pdf',
    ],
    ['the site’s rule', [['citation_url', 'https://journal.example/paper/a1']], 'https://journal.example/pdf/a1.pdf'],
    [
      'https at a site that is known',
      [['citation_pdf_url', 'http://pubs.rsc.org/en/a1']],
      'https://pubs.rsc.org/en/a1',
    ],
  ])('%s', (_, more, pdf) => {
    expect(own({ url: 'https://journal.example/paper/a1', meta: [...tags(), ...more] }).pdf).toBe(pdf);
  });
});

describe('a reference in COinS', () => {
  const names = (text: string): string[] | undefined => {
    const { rows } = read({
      url: 'https://journal.example/list',
      rows: [row(1, { coins: [`rft.atitle=${TITLE}&${text}`] })],
    });
    return rows.get(1)?.record.authors;
  };
  it.each([
    ['rft.aulast=Lovelace&rft.aufirst=A.&rft.au=Berg, Bo&rft.au=Diaz, Cy', ['A. Lovelace', 'Bo Berg', 'Cy Diaz']],
    ['rft.aulast=Lovelace&rft.aufirst=A.&rft.au=Lovelace, Ada&rft.au=Berg, Bo', ['Ada Lovelace', 'Bo Berg']],
    ['rft.aulast=Lovelace&rft.aufirst=Ada', ['Ada Lovelace']],
    ['rft.au=Ada Lovelace&rft.au=Bo Berg', ['Ada Lovelace', 'Bo Berg']],
  ])('%s', (text, authors) => {
    expect(names(text)).toEqual(authors);
  });
});
