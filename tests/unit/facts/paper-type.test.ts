// The type of a paper, by what pages say about it.
import { describe, expect, it } from 'vitest';
import { coins } from '../../../lib/facts/coins.ts';
import type { PaperType } from '../../../lib/paper/schema.ts';
import { TITLE, own, said } from './page.ts';

type Meta = [string, string][];
const titled: Meta = [
  ['citation_title', TITLE],
  ['citation_author', 'Ada Lovelace'],
  ['citation_date', '2021'],
];
const typeOf = (meta: Meta, url?: string): PaperType | undefined =>
  own({ meta: [...titled, ...meta], ...(url === undefined ? {} : { url }) }).record.type;

describe('tags', () => {
  it.each<[string, Meta, PaperType | undefined]>([
    ['a journal', [['citation_journal_title', 'Annals of Tests']], 'journal'],
    ['a conference', [['citation_conference_title', 'Gardening in Practice']], 'conference'],
    [
      'a conference in the tag for journals',
      [['citation_journal_title', 'Proceedings of the AAAI Conference on Artificial Intelligence']],
      'conference',
    ],
    [
      'NeurIPS in the tag for journals',
      [['citation_journal_title', 'Advances in Neural Information Processing Systems']],
      'conference',
    ],
    [
      'an academy’s journal',
      [['citation_journal_title', 'Proceedings of the National Academy of Sciences']],
      'journal',
    ],
    ['a workshop', [['citation_conference_title', 'ICML Workshop on Gardens']], 'workshop'],
    ['a preprint server in the tag for journals', [['citation_journal_title', 'bioRxiv']], 'preprint'],
    ['arXiv and nothing else', [['citation_arxiv_id', '1912.10077']], 'preprint'],
    [
      'arXiv and a conference',
      [
        ['citation_arxiv_id', '1912.10077'],
        ['citation_conference_title', 'Gardening in Practice'],
      ],
      'conference',
    ],
    ['bioRxiv by its DOI alone', [['citation_doi', '10.1101/2021.03.04.433999']], 'preprint'],
    ['a journal under the same prefix', [['citation_doi', '10.1101/gr.1234']], undefined],
    ['a publisher says nothing of it', [['citation_publisher', 'Press of Tests']], undefined],
    [
      'EPrints',
      [
        ['eprints.type', 'conference_item'],
        ['eprints.publication', 'Gardens'],
      ],
      'conference',
    ],
    [
      'PRISM',
      [
        ['prism.aggregationType', 'journal'],
        ['prism.publicationName', 'Gardens'],
      ],
      'journal',
    ],
  ])('%s', (_, meta, type) => {
    expect(typeOf(meta)).toBe(type);
  });
});

describe('JSON-LD', () => {
  it.each<[string, Record<string, unknown>, PaperType | undefined]>([
    ['an article alone', {}, undefined],
    ['in a periodical', { isPartOf: { '@type': 'Periodical', name: 'Annals of Tests' } }, 'journal'],
    ['a word for it', { additionalType: 'ConferencePaper' }, 'conference'],
    ['a status', { creativeWorkStatus: 'Preprint' }, 'preprint'],
    [
      'a conference’s name on what is part of a periodical',
      { isPartOf: { '@type': 'Periodical', name: 'International Conference on Gardens' } },
      'conference',
    ],
  ])('%s', (_, more, type) => {
    const linked = [
      JSON.stringify({
        '@type': 'ScholarlyArticle',
        name: TITLE,
        author: 'Ada Lovelace',
        datePublished: '2021',
        ...more,
      }),
    ];
    expect(own({ said: said({ linked }) }).record.type).toBe(type);
  });
});

it.each<[string, PaperType | null]>([
  ['article', 'journal'],
  ['proceeding', 'conference'],
  ['preprint', 'preprint'],
  ['report', null],
])('COinS of genre %s', (genre, type) => {
  expect(coins(`rft.genre=${genre}&rft.atitle=${TITLE}`)?.type).toBe(type);
});
