// Volume, issue, pages and publisher, as pages say them, each with its source.
import { expect, it } from 'vitest';
import { TITLE, own, said, tags } from './page.ts';

const article = { volume: '12', issue: '3', pages: '864-873', publisher: 'Test Press' };
const linked = (more: object): string =>
  JSON.stringify({
    '@type': 'ScholarlyArticle',
    headline: TITLE,
    author: [{ name: 'Ada Lovelace' }],
    identifier: { propertyID: 'doi', value: '10.1234/garden.7' },
    ...more,
  });
const journal = { '@type': 'Periodical', name: 'Annals of Tests' };

it.each<[string, Parameters<typeof own>[0], string, object]>([
  [
    'Highwire',
    {
      meta: [
        ...tags(),
        ['citation_volume', '12'],
        ['citation_issue', '3'],
        ['citation_firstpage', '864'],
        ['citation_lastpage', '873'],
        ['citation_publisher', 'Test Press'],
      ],
    },
    'meta',
    article,
  ],
  ['Highwire with nothing in them', { meta: [...tags(), ['citation_volume', 'ahead-of-print']] }, 'meta', {}],
  [
    'EPrints',
    {
      meta: [
        ['eprints.title', TITLE],
        ['eprints.creators_name', 'Lovelace, Ada'],
        ['eprints.publication', 'Annals of Tests'],
        ['eprints.volume', '12'],
        ['eprints.number', '3'],
        ['eprints.pagerange', '864-873'],
        ['eprints.publisher', 'Test Press'],
      ],
    },
    'meta',
    article,
  ],
  [
    'PRISM beside Dublin Core',
    {
      meta: [
        ['dc.title', TITLE],
        ['dc.creator', 'Ada Lovelace'],
        ['dc.publisher', 'Test Press'],
        ['prism.publicationName', 'Annals of Tests'],
        ['prism.doi', '10.1234/garden.7'],
        ['prism.volume', '12'],
        ['prism.number', '3'],
        ['prism.startingPage', '864'],
        ['prism.endingPage', '873'],
      ],
    },
    'meta',
    article,
  ],
  [
    'OJS',
    {
      meta: [
        ['DC.Title', TITLE],
        ['DC.Creator.PersonalName', 'Ada Lovelace'],
        ['DC.Source', 'Annals of Tests'],
        ['DC.Source.Volume', '12'],
        ['DC.Source.Issue', '3'],
        ['DC.Identifier.pageNumber', '864-873'],
        ['DC.Identifier.DOI', '10.1234/garden.7'],
      ],
    },
    'meta',
    { volume: '12', issue: '3', pages: '864-873' },
  ],
  [
    'JSON-LD in one',
    {
      said: said({
        linked: [
          linked({
            isPartOf: { ...journal, volumeNumber: 12, issueNumber: '3' },
            pageStart: '864',
            pageEnd: '873',
            publisher: { name: 'Test Press' },
          }),
        ],
      }),
    },
    'json-ld',
    article,
  ],
  [
    'JSON-LD up through issue and volume',
    {
      said: said({
        linked: [
          linked({
            isPartOf: {
              '@type': 'PublicationIssue',
              issueNumber: '3',
              isPartOf: { '@type': 'PublicationVolume', volumeNumber: '12', isPartOf: journal },
            },
            pagination: '864–873',
            publisher: { name: 'Test Press' },
          }),
        ],
      }),
    },
    'json-ld',
    article,
  ],
  [
    'COinS',
    {
      said: said({
        title: `${TITLE} | Library`,
        coins: [
          `ctx_ver=Z39.88-2004&rft.genre=article&rft.atitle=${encodeURIComponent(TITLE)}&rft.jtitle=Annals+of+Tests&rft.au=Ada+Lovelace&rft.volume=12&rft.issue=3&rft.spage=864&rft.epage=873&rft.pub=Test+Press&rft_id=info:doi/10.1234/garden.7`,
        ],
      }),
    },
    'coins',
    article,
  ],
])('%s', (_, page, source, expected) => {
  const fact = own(page);
  const { volume, issue, pages, publisher } = fact?.record ?? {};
  expect(JSON.parse(JSON.stringify({ volume, issue, pages, publisher }))).toEqual(expected);
  for (const name of Object.keys(expected)) expect(fact?.from).toHaveProperty(name, source);
});
