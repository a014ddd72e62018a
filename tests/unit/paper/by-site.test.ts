import { describe, expect, it } from 'vitest';
import { disputesOf } from '../../../lib/views/disputes.ts';
import {
  groupSpoken,
  isHostAlone,
  isOwnPlace,
  joinSpoken,
  withAdded,
  withCodePlaces,
  type Speaker,
  type Spoken,
} from '../../../lib/paper/by-site.ts';
import { expand, sourceIdOf } from '../../../lib/paper/expand.ts';
import type { PageRole } from '../../../lib/paper/page-fact.ts';
import type { PaperRecord } from '../../../lib/paper/record.ts';
import { record } from '../../fixtures/packs.ts';

type Facts = Partial<PaperRecord>;
const title = 'On the Warm-Up of Quiet Rivers';
const authors = ['Ada Example', 'Ben Example'];
const rivers: Facts = { title, authors, arxivId: '2609.01001', year: 2026 };
const spoken = (facts: Facts, speaker: Speaker): Spoken => {
  const whole = record({ title, ...facts });
  return { record: whole, paper: expand(whole, 'some'), speaker };
};
const pack = (facts: Facts): Spoken => spoken(facts, { kind: 'pack' });
const saved = (facts: Facts, site: string | null): Spoken => spoken(facts, { kind: 'saved', site });
const page = (site: string, facts: Facts, more: { page?: string; role?: PageRole; also?: string[] } = {}): Spoken =>
  spoken(facts, { kind: 'page', site, page: `https://${site}/x`, role: 'about', also: [], ...more });

describe('a paper’s own place', () => {
  it.each([
    ['arXiv', { arxivId: '2609.01001' }, true],
    ['arXiv', { doi: '10.48550/arxiv.2609.01001' }, true],
    ['ACM Digital Library', { doi: '10.1145/1.2' }, true],
    ['ACM Digital Library', { arxivId: '2609.01001' }, false],
    ['OpenReview', {}, true],
    ['OpenReview', { arxivId: '2609.01001' }, false],
    ['OpenReview', { doi: '10.1145/1.2' }, false],
    ['OpenReview', { doi: '10.55555/unknown.1' }, true],
    ['Semantic Scholar', {}, false],
    ['Semantic Scholar', { arxivId: '2609.01001' }, false],
    ['other.example', { arxivId: '2609.01001' }, false],
    ['other.example', {}, false],
    ['arxiv.org.other.example', { arxivId: '2609.01001' }, false],
  ])('%s of %j: %s', (site, ids, is) => {
    expect(isOwnPlace({ site, role: 'about' }, ids)).toBe(is);
  });

  it('is no page that only cites: its authors wrote that, not the site', () => {
    expect(isOwnPlace({ site: 'arXiv', role: 'listed' }, { arxivId: '2609.01001' })).toBe(true);
    expect(isOwnPlace({ site: 'arXiv', role: 'cited' }, { arxivId: '2609.01001' })).toBe(false);
  });

  it('of a paper without identifiers is the publisher’s page of it, not its list', () => {
    expect(isOwnPlace({ site: 'OpenReview', role: 'listed' }, {})).toBe(false);
  });
});

const lie: Facts = { ...rivers, authors: ['Mallory Intruder'], venue: 'Lies', doi: '10.66666/lies', year: 2019 };

describe('who comes first', () => {
  const arxiv = page('arXiv', rivers);
  const other = page('other.example', lie);
  const scholar = page('Semantic Scholar', { ...rivers, venue: 'Rivers' });
  it.each<[string, Spoken[], string, string | null]>([
    ['arXiv before others, in any order', [other, arxiv], 'Ada Example', 'arXiv'],
    ['a pack before arXiv', [pack({ ...rivers, authors: ['A. Example'] }), other, arxiv], 'A. Example', null],
    [
      'a place that a pack names',
      [pack({ ...rivers, links: ['https://other.example/y'] }), other],
      'Ada Example',
      null,
    ],
    ['what was saved before other sites', [saved(rivers, 'arXiv'), other], 'Ada Example', 'arXiv'],
    [
      'also where it was saved at a site nobody knows',
      [saved(rivers, 'press.example'), other],
      'Ada Example',
      'press.example',
    ],
    ['arXiv before what was saved elsewhere', [saved(lie, 'other.example'), arxiv], 'Ada Example', 'arXiv'],
    [
      'arXiv before a reference in another paper there',
      [page('arXiv', lie, { role: 'cited' }), arxiv],
      'Ada Example',
      'arXiv',
    ],
    [
      'who has the title before who has an identifier alone',
      [
        page('Wikipedia', { ...rivers, title: 'arXiv:2609.01001', authors: [] }, { role: 'cited' }),
        page('press.example', rivers),
      ],
      'Ada Example',
      'press.example',
    ],
    [
      'a page of the paper before a citation at a site that is known',
      [page('Wikipedia', lie, { role: 'cited' }), page('press.example', rivers)],
      'Ada Example',
      'press.example',
    ],
    ['a site that Byline knows', [other, scholar], 'Ada Example', 'Semantic Scholar'],
    [
      'the page of the paper before a list',
      [page('third.example', lie, { role: 'listed' }), page('press.example', rivers)],
      'Ada Example',
      'press.example',
    ],
    ['of two that are alike the first', [page('press.example', rivers), other], 'Ada Example', 'press.example'],
  ])('%s', (_, records, first, site) => {
    const groups = groupSpoken(records);
    expect(groups).toHaveLength(1);
    const joined = joinSpoken(groups[0] ?? []);
    expect(joined.paper.authors[0]?.name).toBe(first);
    expect(joined.site).toBe(site);
  });

  it('others fill no gap, and are told apart', () => {
    const { paper, others, ids } = joinSpoken([arxiv, other]);
    expect(paper).toEqual(arxiv.paper);
    expect(ids).toEqual(['arxiv:2609.01001']);
    expect(others.map(({ site }) => site)).toEqual(['other.example']);
    expect(disputesOf(paper, others).map(({ fact, value }) => [fact, value])).toEqual([
      ['authors', 'Mallory Intruder'],
      ['year', '2019'],
      ['venue', 'Lies'],
    ]);
  });
});

describe('no contradiction', () => {
  it.each<[string, Facts]>([
    ['initials and fewer names', { authors: ['A. Example'] }],
    ['a title that a list cut', { title: 'On the Warm-Up of Quiet' }],
    ['a subtitle', { title: `${title}: A Study` }],
    ['other capitals', { title: title.toUpperCase() }],
    ['a preprint', { venue: 'arXiv preprint arXiv:2609.01001' }],
    ['a DOI of a paper that had none', { doi: '10.1000/1' }],
  ])('%s', (_, facts) => {
    const { paper, others } = joinSpoken([page('arXiv', rivers), page('other.example', { ...rivers, ...facts })]);
    expect(others).toHaveLength(1);
    expect(disputesOf(paper, others)).toEqual([]);
  });

  it('by a list or a reference', () => {
    const { paper, others } = joinSpoken([page('arXiv', rivers), page('other.example', lie, { role: 'listed' })]);
    expect(disputesOf(paper, others)).toEqual([]);
  });
});

describe('papers are not tied together', () => {
  const lakes: Facts = { title: 'Dry Lakes of the Far South', authors: ['Cy Third'], doi: '10.1145/1.2' };
  it.each<[string, Spoken[]]>([
    [
      'by another site’s identifiers',
      [
        page('arXiv', rivers),
        page('ACM Digital Library', lakes),
        page('other.example', { ...rivers, doi: '10.1145/1.2' }),
      ],
    ],
    [
      'by what was saved from it',
      [
        page('arXiv', rivers),
        page('ACM Digital Library', lakes),
        saved({ ...rivers, doi: '10.1145/1.2' }, 'other.example'),
      ],
    ],
    [
      'by what arXiv’s authors say is its DOI',
      [page('arXiv', { ...rivers, doi: '10.1145/1.2' }), page('ACM Digital Library', lakes)],
    ],
    [
      'by two other sites',
      [
        page('ACM Digital Library', lakes),
        page('third.example', rivers),
        page('other.example', { ...rivers, doi: '10.1145/1.2' }),
      ],
    ],
  ])('%s', (_, records) => {
    const titles = new Set(groupSpoken(records).map((group) => joinSpoken(group).paper.titles[0]?.value));
    expect(titles).toEqual(new Set([lakes.title, title]));
  });

  it('but by its own place’s', () => {
    expect(
      groupSpoken([
        page('arXiv', { ...rivers, doi: '10.1145/1.2' }),
        page('ACM Digital Library', { ...lakes, title, authors }),
      ]),
    ).toHaveLength(1);
  });

  it('a page without identifiers joins one paper by its title', () => {
    const other = page('other.example', { title, authors: ['Ada Example'] });
    const groups = groupSpoken([page('arXiv', rivers), page('arXiv', { ...rivers, arxivId: '2609.01002' }), other]);
    expect(groups.map((group) => group.length)).toEqual([2, 1]);
  });
});

describe('code', () => {
  const theirs = { official: true, why: 'theirs' as const };
  const evil = { url: 'https://github.com/evil/malware', ...theirs };
  const place = { url: 'https://github.com/ada/rivers', why: 'site' as const };
  const others = (one: Spoken) => joinSpoken([page('arXiv', rivers), one]);
  const codeOf = (one: Spoken) => {
    const { paper, others: words } = others(one);
    return withAdded(paper, words).code.map(({ url, official, why }) => ({ url, official, why }));
  };

  it.each<[string, Spoken, object[]]>([
    [
      'of a site nobody knows is only linked',
      page('other.example', { ...rivers, code: [evil, { ...place }] }),
      [
        { url: evil.url, official: null, why: 'text' },
        { url: place.url, official: null, why: 'text' },
      ],
    ],
    [
      'of a site that has a place for it is there',
      page('CatalyzeX', { ...rivers, code: [place] }),
      [{ url: place.url, official: null, why: 'site' }],
    ],
    [
      'of a site that quotes is only linked',
      page('Semantic Scholar', { ...rivers, code: [evil] }),
      [{ url: evil.url, official: null, why: 'text' }],
    ],
    [
      'of its own README with the paper’s id is official',
      page(
        'GitHub',
        { ...rivers, code: [{ ...place, official: true }] },
        { page: 'https://github.com/Ada/Rivers/tree/main' },
      ),
      [{ url: place.url, official: true, why: 'site' }],
    ],
    [
      'of another README is not',
      page('GitHub', { ...rivers, code: [{ ...place, official: true }] }, { page: 'https://github.com/evil/malware' }),
      [{ url: place.url, official: null, why: 'site' }],
    ],
  ])('%s', (_, one, code) => {
    expect(codeOf(one)).toEqual(code);
  });

  it('of its own place is official, and stays what it is when others say more of it', () => {
    const own = page('arXiv', { ...rivers, code: [{ url: evil.url, why: 'comments' }] });
    const { paper, others: words } = joinSpoken([
      own,
      page('other.example', { ...rivers, code: [{ ...evil, url: `${evil.url}/tree/main` }] }),
    ]);
    expect(withAdded(paper, words).code).toMatchObject([{ url: evil.url, official: null, why: 'comments' }]);
    const official = joinSpoken([page('arXiv', { ...rivers, code: [evil] })]);
    expect(official.paper.code).toMatchObject([{ official: true }]);
  });

  it('of one repository is one line, whichever of its addresses packs, pages and other sites say', () => {
    const at = (url: string) => ({ code: [{ url }] });
    const group = [
      pack({
        ...rivers,
        code: [{ url: 'https://github.com/Ada/Rivers' }, { url: 'https://www.github.com/ada/rivers.git' }],
      }),
      pack({ ...rivers, ...at('https://github.com/ada/rivers/tree/main/src') }),
      page('arXiv', { ...rivers, ...at('https://github.com/ada/rivers/') }),
      page('GitHub', { ...rivers, ...at('https://raw.githubusercontent.com/ada/rivers/main/x.py') }),
      page('other.example', { ...rivers, ...at('https://github.com/ADA/rivers#readme') }),
    ];
    const { paper, others: words } = joinSpoken(group);
    expect(withAdded(paper, words).code.map(({ url }) => url)).toEqual(['https://github.com/Ada/Rivers']);
  });

  it('is official to nobody where only another site has spoken', () => {
    expect(joinSpoken([page('other.example', { ...rivers, code: [evil] })]).paper.code).toMatchObject([
      { official: null },
    ]);
  });

  it('and links to third places are not added; the list keeps what has its place', () => {
    const links = ['https://other.example/x', 'https://openreview.net/forum?id=FAKE', 'https://evil.example/'];
    const { paper, others: words } = others(page('other.example', { ...rivers, links, code: [evil] }));
    expect(withAdded(paper, words).links).toEqual(['https://other.example/x']);
    expect(withCodePlaces(paper, words).code).toEqual([]);
    const known = others(page('CatalyzeX', { ...rivers, code: [place] }));
    expect(withCodePlaces(known.paper, known.others).code).toMatchObject([{ url: place.url, official: null }]);
  });
});

it('a host is told from a name', () => {
  expect(['other.example', 'papers.cool', 'arXiv', 'Papers with Code', '….co.example'].map(isHostAlone)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});

it('two sites are two sources, however alike or long their names are', () => {
  const names = [
    'a.example',
    'a-example',
    `${'x'.repeat(60)}.a.example`,
    `${'x'.repeat(60)}.b.example`,
    'arXiv',
    'arxiv.example',
  ];
  const ids = names.map(sourceIdOf);
  expect(new Set(ids).size).toBe(names.length);
  for (const id of ids) expect(id).toMatch(/^[a-z0-9][a-z0-9-]{0,39}$/u);
});
