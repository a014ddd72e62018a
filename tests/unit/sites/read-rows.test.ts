// What adapters read out of one text: lines, entries of reference lists, inline JSON.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fields, PageSaid } from '../../../lib/sites/adapter.ts';
import { readGithub } from '../../../lib/sites/github.ts';
import { readIeee } from '../../../lib/sites/ieee.ts';
import { readJoss } from '../../../lib/sites/joss.ts';
import { readPlos } from '../../../lib/sites/plos.ts';
import { readHighwire } from '../../../lib/sites/platforms/highwire.ts';
import { readPubmed } from '../../../lib/sites/pubmed.ts';
import { bibtexFields } from '../../../lib/sites/read/bibtex.ts';
import { objectAfter, parsed } from '../../../lib/sites/read/json.ts';
import { nlmEntry, readNlm, readSearchLink } from '../../../lib/sites/read/references.ts';
import { readRepec } from '../../../lib/sites/repec.ts';
import { readScienceDirect } from '../../../lib/sites/sciencedirect.ts';

const said = (fields: Fields, scripts: string[] = [], url = 'https://site.example/a') => ({ url, fields, scripts });

describe('an entry of a reference list', () => {
  it.each([
    [
      'Okafor N, Lindqvist PA, et al. Fog and bells. Journal of Invented Sciences. 2019;12(3):1-9.',
      { title: ['Fog and bells'], authors: ['Okafor, N', 'Lindqvist, PA'], date: ['2019'] },
    ],
    [
      '12. van der Berg A. Does fog carry bells? Invent Sci. 2020 Mar;1:1. doi: 10.55555/1.',
      { title: ['Does fog carry bells?'], authors: ['van der Berg, A'], venue: ['Invent Sci'] },
    ],
  ])('%s', (entry, expected) => {
    expect(nlmEntry(entry)).toMatchObject(expected);
  });

  it.each([
    'Okafor N. Fog. A second sentence of the title. Invent Sci. 2019;12.', // Which of them ends the title?
    'Okafor N. Fog and bells. J. Invent. Sci. 2019;12.',
    'The Harbour Board. Fog and bells. Invent Sci. 2019;12.', // No person's name
    'Okafor N. Fog and bells. Invent Sci.',
    '',
  ])('leaves alone what it can not be sure of: %s', (entry) => {
    expect(nlmEntry(entry)).toBeNull();
    expect(readNlm(said({ comments: [entry] }))).toEqual({ comments: [] });
  });

  it('is read out of the link that looks it up', () => {
    const link =
      'https://scholar.google.com/scholar_lookup?&title=Fog%20and%20%3Ci%3Ebells%3C%2Fi%3E&journal=Invent.%20Sci.' +
      '&publication_year=2019&author=Okafor%2CN&author=Lindqvist%2CP&doi=10.55555%2F1';
    expect(readSearchLink(said({ page: [link] }))).toEqual({
      title: ['Fog and bells'],
      authors: ['Okafor, N', 'Lindqvist, P'],
      date: ['2019'],
      venue: ['Invent. Sci.'],
      doi: ['10.55555/1'],
      page: [],
    });
  });

  it('is read where the link was encoded twice', () => {
    const link =
      'https://scholar.google.com/scholar_lookup?title=Fog%2Band%2Bbells&author=N.%2BB..%2BOkafor&journal=C%2B%2B+Notes';
    expect(readSearchLink(said({ page: [link] }))).toMatchObject({
      title: ['Fog and bells'],
      authors: ['N. B. Okafor'],
      venue: ['C++ Notes'],
    });
  });

  it("leaves a page's own address alone", () => {
    expect(readSearchLink(said({ title: ['Fog'], page: ['https://site.example/fog'] }))).toEqual({});
  });

  it('stands percent-encoded on PLOS, where it has no DOI', () => {
    expect(readPlos(said({ comments: ['Fog%20and%20bells'] }))).toEqual({ title: ['Fog and bells'], comments: [] });
    expect(readPlos(said({ comments: ['doi-provided'] }))).toEqual({ title: [], comments: [] });
    expect(readPlos(said({ comments: ['100% fog'] }))).toEqual({ title: ['100% fog'], comments: [] });
  });

  it.each([
    ['Ana Ruiz & Bo Lind, 2019. "Fog and bells," Series 12, Press.', ['Ana Ruiz', 'Bo Lind'], ['2019']],
    ['Ana Ruiz, 2019. “Fog, 2020. And bells,” Series', ['Ana Ruiz'], ['2019']],
  ])('of RePEc: %s', (entry, authors, date) => {
    expect(readRepec(said({ comments: [entry] }))).toEqual({ authors, date, comments: [] });
  });
});

describe('BibTeX of a README', () => {
  const entry = `@inproceedings{okafor19,
  title = {{Fog} and
     \\"Ubells},  author={Okafor, Ngozi and Bo Lind and others},
  year = 2019, booktitle = "Proc. of Fog", eprint = {2103.00001}
}`;

  it('says title, names, year, venue and identifiers', () => {
    expect(bibtexFields(entry)).toEqual({
      title: ['Fog and \\"Ubells'],
      authors: ['Okafor, Ngozi', 'Bo Lind'],
      date: ['2019'],
      venue: ['Proc. of Fog'],
      arxiv: ['2103.00001'],
    });
  });

  it.each([
    '',
    'pip install fog',
    '@article{x, author = {A B}}',
    '@article{x, title = {never ends',
    '@book{x, title={T}}',
  ])('says nothing of %s', (text) => {
    expect(bibtexFields(text)).toBeNull();
  });

  it("calls the repository that paper's code only where it is asked to be cited", () => {
    const url = 'https://github.com/okafor/fog?tab=readme';
    expect(readGithub(said({ comments: [entry], code: [entry] }, [], url)).code).toEqual([
      'https://github.com/okafor/fog',
    ]);
    expect(readGithub(said({ comments: [entry] }, [], url)).code).toEqual([]);
    expect(readGithub(said({ comments: ['pip install'], code: ['pip install'] }, [], url))).toEqual({
      comments: [],
      code: [],
    });
  });
});

describe('inline JSON', () => {
  it('ends at the brace that closes it, whatever texts hold', () => {
    expect(objectAfter('var a={}; x.m={"a":"} \\" {","b":{"c":1}};\nvar y={"b":2}', 'x.m=')).toEqual({
      a: '} " {',
      b: { c: 1 },
    });
    expect(objectAfter('x.m={"a":1', 'x.m=')).toBeNull();
    expect(objectAfter('nothing', 'x.m=')).toBeNull();
  });

  it('may be JSON in JSON', () => {
    expect(parsed(JSON.stringify(JSON.stringify({ a: 1 })))).toEqual({ a: 1 });
    expect(parsed('{')).toBeNull();
  });

  it('of IEEE Xplore: what is of another kind than it was is left out', () => {
    const script = 'xplGlobal.document.metadata={"title":"Fog","publicationYear":2019,"authors":[{"name":"A B"},{}]};';
    expect(readIeee(said({}, [script]))).toEqual({ title: ['Fog'], authors: ['A B'] });
    expect(readIeee(said({ title: ['Row'] }))).toEqual({});
  });

  it('of ScienceDirect: names in groups, texts that are no tree', () => {
    const author = { '#name': 'author', $$: [{ '#name': 'given-name', _: 'A' }, { '#name': 'surname', _: 'B' }, 7] };
    const state = {
      article: { titleString: 'Fog', doi: '10.1/x' },
      authors: { content: [{ '#name': 'author-group', $$: [author, 'x'] }, null] },
    };
    expect(readScienceDirect(said({}, [JSON.stringify(state)]))).toEqual({
      title: ['Fog'],
      doi: ['10.1/x'],
      authors: ['A B'],
    });
  });
});

describe('lines', () => {
  it('of PubMed: the journal stands before the year', () => {
    expect(readPubmed(said({ venue: ['Invent Sci. 2021 Mar;12:1. doi: x'] }))).toEqual({ venue: ['Invent Sci'] });
    expect(readPubmed(said({ venue: ['2021'] }))).toEqual({});
  });

  it('of HighWire: names without what screen readers are told', () => {
    expect(readHighwire(said({ authors: ['View ORCID ProfileAna Ruiz', 'View ORCID Profile'] })).authors).toEqual([
      'Ana Ruiz',
    ]);
  });

  it('of JOSS: the review is not the code', () => {
    const code = ['https://github.com/a/fog', 'https://github.com/openjournals/joss-reviews/issues/1'];
    expect(readJoss(said({ code }, [], 'https://joss.theoj.org/papers/10.21105/joss.01234'))).toEqual({
      doi: ['10.21105/joss.01234'],
      code: ['https://github.com/a/fog'],
    });
  });
});

describe('whatever a page says', () => {
  const readers: ((page: PageSaid) => Fields)[] = [
    readGithub,
    readHighwire,
    readIeee,
    readJoss,
    readNlm,
    readPlos,
    readPubmed,
    readRepec,
    readScienceDirect,
    readSearchLink,
  ];
  const text = fc.oneof(
    fc.string({ maxLength: 200 }),
    fc.json(),
    fc.json().map((json) => `xplGlobal.document.metadata=${json}`),
    fc.json().map((json) => `{"article":${json},"authors":{"content":[${json}]}}`),
    fc.webUrl().map((url) => `${url}?scholar_lookup&title=%E0%A4%A&author=,`),
    fc.stringMatching(/^@article\{[a-z{}="\\ ,]{0,80}$/u),
  );
  const fields = fc.dictionary(
    fc.constantFrom('title', 'authors', 'venue', 'date', 'comments', 'page', 'code'),
    fc.array(text),
  );

  it('readers do not throw, and give texts', () => {
    fc.assert(
      fc.property(fields, fc.array(text, { maxLength: 3 }), text, (some, scripts, url) => {
        for (const read of readers)
          for (const texts of Object.values(read({ url, fields: some, scripts })))
            expect(texts.every((one) => typeof one === 'string')).toBe(true);
      }),
    );
  });
});
