import { describe, expect, it } from 'vitest';
import { paperOfRecord } from '../../../lib/harvest/harvested.ts';
import type { OaiRecord } from '../../../lib/harvest/oai-answer.ts';
import { venueInComments } from '../../../lib/harvest/venue-in-comments.ts';

const record: OaiRecord = {
  id: '2611.01234',
  datestamp: '2026-11-27',
  sets: ['cs:cs:LG'],
  deleted: false,
  created: '2026-11-26',
  title: '  Folded rivers\n  and their beds',
  authors: [
    { keyname: 'Vale', forenames: 'Ida M.', suffix: 'Jr.' },
    { keyname: 'The LHCb Collaboration', forenames: '', suffix: '' },
    { keyname: 'van der Reed', forenames: 'Bo', suffix: '' },
  ],
  categories: ['cs.LG', 'stat.ML'],
  comments: '',
  journalRef: '',
  doi: '',
  abstract: '  We fold\nrivers.\n',
};

describe('a record as a row', () => {
  it('is cleaned as all rows are', () => {
    expect(paperOfRecord(record, () => [])).toEqual({
      record: {
        id: 'arxiv:2611.01234',
        title: 'Folded rivers and their beds',
        authors: ['Ida M. Vale Jr.', 'The LHCb Collaboration', 'Bo van der Reed'],
        year: 2026,
        venue: 'arXiv',
        type: 'preprint',
        arxivId: '2611.01234',
        categories: ['cs.LG', 'stat.ML'],
      },
      abstract: 'We fold rivers.',
    });
  });

  it('has the journal where the record names one, else what the authors say', () => {
    const journal = {
      ...record,
      journalRef: 'Phys. Rev. D 84 (2011) 1',
      comments: 'accepted at ICML 2026',
      doi: '10.1103/PhysRevD.84.1',
    };
    expect(paperOfRecord(journal, () => [])?.record).toMatchObject({
      venue: 'Phys. Rev. D 84 (2011) 1',
      type: 'journal',
      doi: '10.1103/physrevd.84.1',
    });
    expect(paperOfRecord({ ...record, comments: '9 pages. Accepted at ICML 2026' }, () => [])?.record).toMatchObject({
      venue: 'ICML 2026',
      type: 'conference',
    });
  });

  it('has the code that is found in comments and abstract', () => {
    const code = [{ url: 'https://github.com/made-up/rivers', why: 'comments' as const }];
    const asked: string[][] = [];
    const paper = paperOfRecord({ ...record, comments: 'Code: …' }, (...texts) => {
      asked.push(texts);
      return code;
    });
    expect(paper?.record.code).toEqual(code);
    expect(asked).toEqual([['Code: …', record.abstract]]);
  });

  it.each([
    ['no title', { title: ' ' }],
    ['no id', { id: 'nothing' }],
    ['no letter in its title', { title: '1234' }],
  ])('is none with %s', (_, change) => {
    expect(paperOfRecord({ ...record, ...change }, () => [])).toBeNull();
  });
});

describe('venues in comments', () => {
  it.each([
    ['12 pages, accepted at ICML 2026', 'ICML 2026'],
    ['Accepted to NeurIPS 2025 (Spotlight). Code: https://x.example', 'NeurIPS 2025'],
    ['11 pages, 14 figures, accepted for publication in AJ', 'AJ'],
    ['12 pages, to appear in MNRAS', 'MNRAS (to appear)'],
    ['To appear in the Journal of Functional Analysis', 'Journal of Functional Analysis (to appear)'],
    ['15 pages, 6 figures, accepted for publication in Phys. Rev. E', 'Phys. Rev. E'],
    ['18 pages;v2: minor revision. Accepted for publication in JHEP', 'JHEP'],
    ['Published in Astronomy and Astrophysics; slight modifications', 'Astronomy and Astrophysics'],
    ['Accepted as a long paper at ACL 2026, 12 pages', 'ACL 2026'],
    ['Camera-ready version for CVPR 2026', 'CVPR 2026'],
    ['13 pages. To appear in Int. Math. Res. Notices', 'Int. Math. Res. Notices (to appear)'],
    ['Accepted in AAAI 2026. Project page: https://x.example', 'AAAI 2026'],
  ])('%s', (comments, venue) => {
    expect(venueInComments(comments)?.venue).toBe(venue);
  });

  it.each([
    '17 pages. Published version',
    'Revised version to match published version',
    '12 pages, 3 figures',
    'Submitted to ICML 2026',
    'Accepted manuscript',
    'The published version is in a different format',
    '',
  ])('none: %s', (comments) => {
    expect(venueInComments(comments)).toBeNull();
  });
});
