// What adapters read out of texts that selectors alone can't take apart.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { yearOfId } from '../../../lib/sites/acl-anthology.ts';
import { FieldName, type Fields } from '../../../lib/sites/adapter.ts';
import { readLatexml } from '../../../lib/sites/ar5iv.ts';
import { firstSubmitted } from '../../../lib/sites/arxiv.ts';
import { conferenceOf } from '../../../lib/sites/cvf.ts';
import { readEntry } from '../../../lib/sites/dblp.ts';
import { readBibtex } from '../../../lib/sites/google-research.ts';
import { readCitation, readProfileRow, readResult } from '../../../lib/sites/google-scholar.ts';
import { sites } from '../../../lib/sites/index.ts';
import { yearOfPath } from '../../../lib/sites/neurips.ts';
import { readNote } from '../../../lib/sites/openreview.ts';
import { readPaper } from '../../../lib/sites/semantic-scholar.ts';
import { virtualConference } from '../../../lib/sites/virtual-conference.ts';

const said = (fields: Fields, url = 'https://example.org/', scripts: string[] = []) => ({ url, fields, scripts });

describe('Google Scholar', () => {
  it.each<[string, Fields]>([
    [
      'Z Li, C You, S Bhojanapalli, D Li… - ICLR 2023…, 2023 - arxiv.org',
      { authors: ['Z Li', 'C You', 'S Bhojanapalli', 'D Li'], venue: [], date: ['2023'] },
    ],
    [
      'Y Bengio - Foundations and trends® in Machine Learning, 2009 - dl.acm.org',
      { authors: ['Y Bengio'], venue: ['Foundations and trends® in Machine Learning'], date: ['2009'] },
    ],
    ['A Author - 2019 - Elsevier', { authors: ['A Author'], venue: [], date: ['2019'] }],
    ['A Author - 1998', { authors: ['A Author'], venue: [], date: ['1998'] }],
    ['A Author - books.example.com', { authors: ['A Author'], venue: [], date: [] }],
    ['Y Bengio - CoRR, abs/1206.5538, 2012', { venue: [], date: ['2012'], arxiv: ['1206.5538'] }],
    ['C Yun - arXiv preprint arXiv:1912.10077, 2019 - arxiv.org', { venue: [], date: ['2019'], arxiv: ['1912.10077'] }],
    [
      'J Smith-Jones, K Ōe - Proc. A - B, 2001 - host.org',
      { authors: ['J Smith-Jones', 'K Ōe'], venue: ['Proc. A - B'] },
    ],
    ['', { authors: [], venue: [], date: [], arxiv: [], pdf: [] }],
  ])('result line: %s', (line, fields) => {
    expect(readResult(said({ authors: [line] }))).toMatchObject(fields);
  });

  it('takes the link at the side for a PDF only where its address says so', () => {
    const pdf = ['https://arxiv.org/pdf/1912.10077', 'https://example.org/a.pdf?x=1', 'https://example.org/a.html'];
    expect(readResult(said({ pdf })).pdf).toEqual(pdf.slice(0, 2));
  });

  it.each([
    ['Journal of Human Rights 4 (2), 197-211, 2005', ['Journal of Human Rights']],
    ['NYU Press, 2014', ['NYU Press']],
    ['International Conference on Machine Learning, 1-10, 2020', ['International Conference on Machine Learning']],
    ['arXiv preprint arXiv:1912.10077, 2019', []],
    ['Proceedings of the very long …, 2020', []],
    ['2020', []],
  ])('a profile’s venue: %s', (line, venue) => {
    expect(readProfileRow(said({ venue: [line], authors: ['A Author, B Author, ...'] }))).toMatchObject({
      venue,
      authors: ['A Author', 'B Author'],
    });
  });

  it('finds the venue in the table of one citation by its English label', () => {
    const venue = ['Authors A Author', 'Publication date 2020/4/26', 'Journal Invented Letters', 'Pages 1-9'];
    expect(readCitation(said({ venue })).venue).toEqual(['Invented Letters']);
    expect(readCitation(said({ venue: ['Zeitschrift Invented Letters'] })).venue).toEqual([]);
  });
});

describe('Semantic Scholar', () => {
  const script = (paper: object): string => JSON.stringify({ '@graph': [[{ '@type': 'x' }], [paper]] });
  const title = ['Paper boats'];

  it('reads the script of this paper', () => {
    const paper = {
      name: 'Paper Boats',
      author: [{ name: 'Mira Okafor' }, 'Tomas Lindqvist'],
      sameAs: 'https://doi.org/10.5555/1',
      publication: { name: 'Invented Letters' },
      datePublished: 7,
    };
    expect(readPaper(said({ title }, '', [script(paper)]))).toEqual({
      title: ['Paper Boats'],
      authors: ['Mira Okafor', 'Tomas Lindqvist'],
      doi: ['https://doi.org/10.5555/1'],
      venue: ['Invented Letters'],
    });
  });

  it.each([
    ['of the paper before', script({ name: 'Stones' })],
    ['that is broken', '{"@graph": [['],
    ['without papers', '{"@graph": 5}'],
    ['nested without end', `{"@graph":[[{"name":"Paper boats","author":${'['.repeat(5000)}${']'.repeat(5000)}}]]}`],
  ])('takes nothing wrong from a script %s', (_, text) => {
    const { authors, doi } = readPaper(said({ title }, '', [text]));
    expect([authors, doi]).toEqual([undefined, undefined]);
  });
});

describe('OpenReview', () => {
  it('takes the note’s fields apart by their labels', () => {
    const abstract = ['Keywords: water', 'Abstract: Boats float.', 'Code: https://github.com/a/b', 'TL;DR: Float.'];
    expect(readNote(said({ abstract }))).toMatchObject({
      abstract: ['Boats float.'],
      code: ['https://github.com/a/b'],
    });
    expect(readNote(said({ abstract: ['Code: zip'] })).code).toEqual([]);
  });

  it('takes nobody for an author of a paper under review', () => {
    expect(readNote(said({ authors: ['Anonymous'] })).authors).toEqual([]);
    expect(readNote(said({ authors: ['Anonymous authors Paper under double-blind review'] })).authors).toEqual([]);
    expect(readNote(said({ authors: ['Ida Berg'] })).authors).toEqual(['Ida Berg']);
  });

  it.each([
    ['ICLR 2024 poster', ['ICLR 2024 poster']],
    ['Submitted to ICLR 2024', []],
    ['ICLR 2024 Conference Withdrawn Submission', []],
    ['Rejected_Submission', []],
  ])('venue: %s', (venue, kept) => {
    expect(readNote(said({ venue: [venue] })).venue).toEqual(kept);
  });
});

describe('Google Research', () => {
  it('reads the encoded entry, and nothing of it stays as a comment', () => {
    const entry = '@misc{1,\n title = {Paper Boats},\n author = {Mira Okafor and Tomas Lindqvist},\n year = {2026}\n}';
    expect(readBibtex(said({ comments: [encodeURIComponent(entry)] }))).toEqual({
      title: ['Paper Boats'],
      authors: ['Mira Okafor', 'Tomas Lindqvist'],
      date: ['2026'],
      comments: [],
    });
    expect(readBibtex(said({ comments: ['100%'] }))).toEqual({ comments: [] });
  });
});

describe('small readers', () => {
  it.each([
    ['[Submitted on 7 Feb 2019 (v1), last revised 21 Jun 2019 (this version, v2)]', ['7 Feb 2019']],
    ['Submitted 15 October, 2022; originally announced October 2022.', ['15 October, 2022']],
    ['v1', []],
  ])('arXiv’s first date: %s', (line, date) => {
    expect(firstSubmitted(line)).toEqual(date);
  });

  it.each([
    ['https://aclanthology.org/2022.in2writing-1.1/', ['2022']],
    ['https://aclanthology.org/W19-4201/', ['2019']],
    ['https://aclanthology.org/P98-1001/', ['1998']],
    ['https://aclanthology.org/people/a-b/', []],
  ])('the Anthology’s year: %s', (address, year) => {
    expect(yearOfId(address)).toEqual(year);
  });

  it.each([
    ['https://openaccess.thecvf.com/content/ICCV2021/html/a.html', 'ICCV 2021'],
    ['https://openaccess.thecvf.com/content_cvpr_2016/html/a.html', 'CVPR 2016'],
    ['https://openaccess.thecvf.com/content_CVPRW_2020/w1/html/a.html', undefined],
    ['https://openaccess.thecvf.com/content/CVPR2022W/W1/html/a.html', 'CVPR 2022'],
    ['https://www.ecva.net/papers/eccv_2022/papers_ECCV/html/1_ECCV_2022_paper.php', 'ECCV 2022'],
    ['https://example.org/', undefined],
  ])('conference of %s', (address, venue) => {
    expect(conferenceOf(address).venue?.[0]).toBe(venue);
  });

  it.each([
    ['https://neurips.cc/virtual/2023/poster/70001', 'Advances in Neural Information Processing Systems', '2023'],
    ['https://icml.cc/virtual/2026/oral/40404', 'International Conference on Machine Learning', '2026'],
    ['https://iclr.cc/virtual/2024/papers.html', 'International Conference on Learning Representations', '2024'],
  ])('a conference’s own site says its name nowhere else than in its address: %s', (url, venue, year) => {
    const [page] = virtualConference.pages;
    expect(page?.read?.({ url, fields: { authors: ['Ann Lee · Bo Chan'] }, scripts: [] })).toEqual({
      authors: ['Ann Lee', 'Bo Chan'],
      date: [year],
      venue: [venue],
    });
  });

  it('NeurIPS has the year in every address', () => {
    expect(yearOfPath('https://proceedings.neurips.cc/paper_files/paper/2022/hash/0a-Abstract.html')).toEqual(['2022']);
    expect(yearOfPath('https://papers.nips.cc/paper/2019')).toEqual(['2019']);
    expect(yearOfPath('https://papers.nips.cc/')).toEqual([]);
  });

  it('dblp’s full stop, figures behind names, and CoRR', () => {
    const fields = { title: ['Paper Boats.'], authors: ['Wei Wang 0001', 'Ida Berg'], venue: ['CoRR'] };
    expect(readEntry(said(fields))).toEqual({ title: ['Paper Boats'], authors: ['Wei Wang', 'Ida Berg'], venue: [] });
    expect(readEntry(said({ title: ['Why?'], authors: ['Proceedings: Why? 2020'] })).authors).toEqual([]);
  });

  it.each<[Fields, Fields]>([
    [{ title: ['Why float?.'] }, { title: ['Why float?'] }],
    [{ authors: ['Ida Berg, and Noor Haddad.'] }, { authors: ['Ida Berg, and Noor Haddad'] }],
    [{ authors: ['Berg I.'] }, { authors: ['Berg I.'] }],
    [{ date: ['arXiv:2001.01234v1 [cs.CL] 03 Jan 2020'] }, { date: ['2020'] }],
    [{ date: ['Ida Berg.', 'Boats of 1999.', 'arXiv:2012.1998, 2013.'] }, { date: ['2013'] }],
    [{ date: ['Phys. Rev. 2001.12345'] }, { date: [] }],
    [{ date: ['Ida Berg. 2013.', 'Boats.', 'In Rivers, 1990–1998.'] }, { date: ['2013'] }],
    [{ title: ['doi:10.1016/j.boats.2020.01.001'] }, { title: [] }],
    [{ title: ['URL https://example.org/boats'] }, { title: [] }],
  ])('LaTeXML: %j', (fields, read) => {
    expect(readLatexml(said(fields))).toMatchObject(read);
  });
});

describe('every reader', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.constantFrom(
      'A Author, B Author… - Venue, 2019 - host',
      'Abstract: x',
      'arXiv:1912.10077v2 [cs.LG] 3 Jan 2020',
      '%E0%A4%A',
      '{"@graph":[[{"name":"x","author":[null,1,{"name":2}]}]]}',
      'null',
      '…',
    ),
  );
  const fields = fc.dictionary(fc.constantFrom(...FieldName.options), fc.array(text, { maxLength: 4 }));
  const readers = sites.flatMap(({ id, pages }) =>
    pages.flatMap(({ path, read }) => (read === undefined ? [] : [[`${id} ${path}`, read] as const])),
  );

  it.each(readers)('%s gives lists of texts and never throws', (_, read) => {
    fc.assert(
      fc.property(fields, text, fc.array(text, { maxLength: 3 }), (found, url, scripts) => {
        for (const [name, texts] of Object.entries(read({ url, fields: found, scripts }))) {
          expect(FieldName.options).toContain(name);
          expect(texts.every((one) => typeof one === 'string')).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });
});
