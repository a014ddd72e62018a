// What each source says when it is the only one.
import { describe, expect, it } from 'vitest';
import { TITLE, own, read, row, said, tags } from './page.ts';

describe('one source alone is enough', () => {
  it('Highwire', () => {
    expect(own({ meta: [...tags(), ['citation_pdf_url', '/files/a.pdf']] })).toMatchObject({
      record: {
        id: 'doi:10.1234/garden.7',
        title: TITLE,
        authors: ['Ada Lovelace', 'Bo van der Berg'],
        year: 2021,
        venue: 'Annals of Tests',
        doi: '10.1234/garden.7',
      },
      pdf: 'https://unknown.example/files/a.pdf',
      site: 'unknown.example',
      from: { title: 'meta', authors: 'meta', doi: 'meta', date: 'meta', venue: 'meta', pdf: 'meta' },
    });
  });

  it.each<[string, [string, string][]]>([
    [
      'bepress',
      [
        ['bepress_citation_title', TITLE],
        ['bepress_citation_author', 'Lovelace, Ada'],
        ['bepress_citation_date', '2021'],
      ],
    ],
    [
      'EPrints',
      [
        ['eprints.title', TITLE],
        ['eprints.creators_name', 'Lovelace, Ada'],
        ['eprints.date', '2021-03'],
      ],
    ],
    [
      'one tag for all names',
      [
        ['citation_title', TITLE],
        ['citation_authors', 'Lovelace, Ada'],
        ['citation_year', '2021'],
      ],
    ],
    [
      'Dublin Core with a DOI',
      [
        ['DC.Title', TITLE],
        ['DC:creator', 'Lovelace, Ada'],
        ['dcterms.issued', '2021'],
        ['DC.Identifier', 'doi:10.1234/garden.7'],
      ],
    ],
    [
      'PRISM beside Dublin Core',
      [
        ['dc.title', TITLE],
        ['dc.creator', 'Ada Lovelace'],
        ['prism.doi', 'doi:10.1234/garden.7'],
        ['prism.publicationDate', '2021-01-01'],
      ],
    ],
  ])('%s', (_, meta) => {
    expect(own({ meta }).record).toMatchObject({ title: TITLE, authors: ['Ada Lovelace'], year: 2021 });
  });

  it.each<[string, unknown]>([
    [
      'an article',
      { '@type': 'ScholarlyArticle', headline: TITLE, author: { name: 'Ada Lovelace' }, datePublished: '2021-03-04' },
    ],
    [
      'a name for a headline',
      { '@type': 'ScholarlyArticle', name: TITLE, author: ['Ada Lovelace'], datePublished: 2021 },
    ],
    [
      'a headline cut short',
      {
        '@type': 'ScholarlyArticle',
        headline: 'Sparse Gardens of Attent...',
        name: TITLE,
        author: 'Ada Lovelace',
        datePublished: '2021',
      },
    ],
    [
      'in a graph, names elsewhere',
      {
        '@graph': [
          { '@type': 'WebSite', name: 'Site' },
          [{ '@type': ['MedicalScholarlyArticle'], name: TITLE, author: [{ '@id': '#a' }], datePublished: '2021' }],
          { '@id': '#a', '@type': 'Person', givenName: 'Ada', familyName: 'Lovelace' },
        ],
      },
    ],
    [
      'an article in a periodical',
      {
        '@type': 'Article',
        headline: TITLE,
        author: { '@list': [{ name: 'Ada Lovelace' }] },
        datePublished: '2021',
        isPartOf: { '@type': 'PublicationIssue', isPartOf: { '@type': 'Periodical', name: 'Annals of Tests' } },
      },
    ],
    [
      'a page’s main thing',
      {
        '@type': 'WebPage',
        mainEntity: {
          '@type': 'ScholarlyArticle',
          headline: TITLE,
          author: { name: 'Ada Lovelace' },
          datePublished: '2021',
        },
      },
    ],
    [
      'a blog post with a DOI',
      {
        '@type': 'BlogPosting',
        headline: TITLE,
        author: { name: 'Ada Lovelace' },
        datePublished: '2021',
        identifier: { '@type': 'PropertyValue', propertyID: 'DOI', value: 'https://doi.org/10.1234/garden.7' },
      },
    ],
  ])('JSON-LD: %s', (_, value) => {
    const fact = own({ said: said({ linked: ['{broken', JSON.stringify(value)] }) });
    expect(fact.record).toMatchObject({ title: TITLE, authors: ['Ada Lovelace'], year: 2021 });
    expect(fact.from.title).toBe('json-ld');
  });

  it.each([
    `<!-- {"@type":"ScholarlyArticle","headline":"${TITLE}","author":"Ada Lovelace"} -->`,
    `//<![CDATA[\n{"@type":"ScholarlyArticle","headline":"${TITLE}","author":"Ada Lovelace",}\n//]]>`,
    `{"@type":"ScholarlyArticle","headline":"${TITLE}","abstract":"two\nlines","author":[{"name":"Ada Lovelace"},]};`,
  ])('JSON-LD that is nearly JSON: %#', (text) => {
    expect(own({ said: said({ linked: [text] }) }).record).toMatchObject({ title: TITLE, authors: ['Ada Lovelace'] });
  });

  it('COinS whose title the page has', () => {
    const span =
      'ctx_ver=Z39.88-2004&rft.genre=article&rft.atitle=Sparse+Gardens+of+Attention+in+Winter&rft.jtitle=Annals&' +
      'rft.aulast=Lovelace&rft.aufirst=Ada&rft.date=2021-03&rft_id=info%3Adoi%2F10.1234%2Fgarden.7';
    expect(
      own({ said: said({ title: `${TITLE} | Library`, coins: [span.replaceAll('&', '&amp;')] }) }).record,
    ).toMatchObject({
      id: 'doi:10.1234/garden.7',
      title: TITLE,
      authors: ['Ada Lovelace'],
      venue: 'Annals',
      year: 2021,
    });
    expect(read({ said: said({ title: 'Another page', coins: [span] }) }).pagePaper).toBeNull();
  });

  it('a DOI in the address, and the document’s title where no adapter knows better', () => {
    const url = 'https://unknown.example/doi/full/10.1234/garden.7';
    const fact = own({ url, said: said({ title: `${TITLE} | Annals of Tests` }) });
    expect(fact.record).toMatchObject({ id: 'doi:10.1234/garden.7', title: TITLE });
    expect(fact.from).toMatchObject({ doi: 'address', title: 'pattern' });
    for (const title of ['Just a moment...', 'Access denied', '404 Not Found', 'unknown.example'])
      expect(read({ url, said: said({ title }) }).pagePaper).toBeNull();
    expect(read({ url: `${url}/citedby`, said: said({ title: `Cited by ${TITLE}` }) }).pagePaper).toBeNull();
    expect(
      read({ url: 'https://unknown.example/search?q=10.1234/garden.7', said: said({ title: TITLE }) }).pagePaper,
    ).toBeNull();
  });

  it('the site’s own row, and its script', () => {
    const rows = [
      row(1, { title: [TITLE], authors: ['Ada Lovelace1,2, Bo Berg2*'], date: ['Published 4 March 2021'] }, true),
    ];
    expect(own({ url: 'https://journal.example/paper/a1', rows })).toMatchObject({
      record: {
        title: TITLE,
        authors: ['Ada Lovelace', 'Bo Berg'],
        year: 2021,
        links: ['https://journal.example/paper/a1'],
      },
      pdf: 'https://journal.example/pdf/a1.pdf',
      site: 'Journal of Tests',
      from: { title: 'site', authors: 'site', pdf: 'address', page: 'address' },
    });
    const scripts = [JSON.stringify({ title: [TITLE], doi: ['10.1234/garden.7'], authors: [] })];
    const fact = own({ url: 'https://journal.example/app/1', said: said({ scripts }), rows });
    expect(fact.from).toMatchObject({ title: 'inline', doi: 'inline' });
    // An empty list takes away what the selectors found.
    expect(fact.record.authors).toBeUndefined();
    expect(
      read({ url: 'https://journal.example/app/1', said: said({ scripts: ['not JSON'] }), rows }).pagePaper?.from.title,
    ).toBe('site');
  });
});
