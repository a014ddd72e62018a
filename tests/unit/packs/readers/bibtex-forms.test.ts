// BibTeX as publishers, indexes and people write it, and as we write it.
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { entries } from 'bibtex-parse';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bibtexEntry } from '../../../../lib/views/cite/bibtex.ts';
import { publicationFacts } from '../../../../lib/paper/publication.ts';
import type { PaperRecord } from '../../../../lib/paper/record.ts';
import { paper } from '../../../fixtures/papers.ts';
import { readAll } from './fixtures.ts';

async function only(fields: string, type = 'article'): Promise<PaperRecord | undefined> {
  const { records } = await readAll(`@${type}{key,\n author = {Roe, Ann},\n ${fields}\n}\n`);
  return records[0];
}

describe('a title', () => {
  it.each([
    ['Growth of <i>Candida albicans</i> on CO<sub>2</sub>', 'Growth of Candida albicans on CO2'],
    ['Growth of <em>E. coli</em> &amp; <scp>d</scp>-Glucose', 'Growth of E. coli & d-Glucose'],
    [String.raw`The $\less$i$\greater$recA$\less$/i$\greater$ Gene`, 'The recA Gene'],
    ['When n < 30 or m > 5', 'When n < 30 or m > 5'],
    ['When $n < 30$ or m $>$ 5', 'When $n < 30$ or m > 5'],
    [String.raw`¿Por qu{\'e} s{\'\i}? <b>M{\'a}s</b>`, '¿Por qué sí? Más'],
    [String.raw`Na{\"\i}ve {\'{\i}}ndices`, 'Naïve índices'],
    [String.raw`On \texorpdfstring{$\beta_{1}$}{beta-1} Decay\footnote{In part.}`, 'On $\\beta_{1}$ Decay'],
    [
      String.raw`On $k$-means, \emph{or}: 7\% \textit{ab initio} \textsc{Dft}---part~II`,
      'On $k$-means, or: 7% ab initio Dft—part II',
    ],
    [String.raw`{\texttt{LibX}}: A {$\mathcal{O}(n)$} R\&D {T}ool`, 'LibX: A $\\mathcal{O}(n)$ R&D Tool'],
    [String.raw`\href{https://example.org/a_b}{Linked} Words and \url{x.org}`, 'Linked Words and x.org'],
    [
      String.raw`The \ifmmode \check{C}\else \v{C}\fi{}ech Complex and \ifmmode\acute{e}\else\'{e}\fi{}tale Maps`,
      'The Čech Complex and étale Maps',
    ],
    [String.raw`A {\L}ojasiewicz and \polhk{a} Bound`, 'A Łojasiewicz and ą Bound'],
    [String.raw`\newthing{Known} words, \other and G\"odel\textquotesingle{}s`, "Known words, and Gödel's"],
    [String.raw`\underline{Under} \mystyle[opt]{Words} of $x$`, 'Under Words of $x$'],
    ['First\n  @cost (of labels)\n  @home learning', 'First @cost (of labels) @home learning'],
    [String.raw`Costs \$5, not \$6`, 'Costs $5, not $6'],
  ])('%s', async (written, title) => {
    expect((await only(`title = {${written}}`))?.title).toBe(title);
  });
});

describe('ids and type', () => {
  it.each<[string, string, Partial<PaperRecord>]>([
    ['article', 'journal = {CoRR}, volume = {abs/2103.00021}', { arxivId: '2103.00021', type: 'preprint' }],
    ['article', 'journal = {ArXiv}, volume = {abs/2103.00021}', { arxivId: '2103.00021', type: 'preprint' }],
    ['article', 'journal = {arXiv preprint arXiv:2103.00021}', { arxivId: '2103.00021', type: 'preprint' }],
    [
      'article',
      'eprint = 2103.00021, eprinttype = {arXiv}, url=https://arxiv.org/abs/2103.00021v1',
      { arxivId: '2103.00021', type: 'preprint', links: ['https://arxiv.org/abs/2103.00021v1'] },
    ],
    ['misc', 'howpublished = {arXiv:2103.00021 [cs.LG]}', { arxivId: '2103.00021', type: 'preprint' }],
    [
      'misc',
      String.raw`howpublished = {\url{https://arxiv.org/abs/2103.00021}}`,
      { arxivId: '2103.00021', type: 'preprint' },
    ],
    ['article', String.raw`doi = {\url{https://doi.org/10.1007/1-2{\_}35}}`, { doi: '10.1007/1-2_35' }],
    ['misc', 'note = {arXiv: 2103.00021}', { arxivId: '2103.00021' }],
    ['misc', 'eprint = {hep-th/2103.00021}, archivePrefix = {arXiv}', { arxivId: '2103.00021', type: 'preprint' }],
    [
      'misc',
      'eprint = {arXiv:2103.00021v2 [cs.CV]}, archivePrefix = {arXiv}',
      { arxivId: '2103.00021', type: 'preprint' },
    ],
    [
      'article',
      'journal = {Phys. Lett. C}, eprint = {2103.00021}, archivePrefix = {arXiv}',
      { arxivId: '2103.00021', type: 'journal', venue: 'Phys. Lett. C' },
    ],
    [
      'inproceedings',
      'booktitle = {Proc. X}, eprint = {2103.00021}, archivePrefix = {arXiv}',
      { arxivId: '2103.00021', type: 'conference' },
    ],
    [
      'article',
      'eprint = {31234567}, eprinttype = {pubmed}, url = {https://arxiv.org/pdf/2103.00021.pdf}',
      { arxivId: '2103.00021' },
    ],
    ['article', String.raw`doi = {10.1007/978-3-642-15552-9{\_}12}`, { doi: '10.1007/978-3-642-15552-9_12' }],
    ['article', 'url = {https://dl.acm.org/doi/10.1145/2939672.2939785}', { doi: '10.1145/2939672.2939785' }],
    [
      'article',
      'doi = {10.1002/(SICI)1097-4571(199906)50:8<651::AID-ASI1>3.0.CO;2-E}',
      { doi: '10.1002/(sici)1097-4571(199906)50:8<651::aid-asi1>3.0.co;2-e' },
    ],
    ['article', String.raw`url = {https://example.org/a\_b\%20c\#d}`, { links: ['https://example.org/a_b%20c#d'] }],
    ['article', 'year = {in press (2022)}', { year: 2022 }],
    ['article', 'date = {201905}', { year: 2019 }],
  ])('@%s %s', async (type, fields, facts) => {
    expect(await only(`title = {A Title}, ${fields}`, type)).toMatchObject(facts);
  });

  it('a thesis with an eprint is no preprint', async () => {
    const record = await only('title = {A Title}, eprint = {2103.00021}, archivePrefix = {arXiv}', 'phdthesis');
    expect(record?.arxivId).toBe('2103.00021');
    expect(record?.type).toBeUndefined();
  });
});

describe('entries that lean on another', () => {
  const volume = '@proceedings{Vol11, title = {Proceedings of the Third Meeting}, year = 2011, editor = {Doe, Jo}}\n';
  const child = '@inproceedings{c, author = {Roe, Ann}, title = {A Paper in a Volume}, crossref = {vol11}}\n';
  it.each([
    ['behind it', child + volume],
    ['before it', volume + child],
  ])('year and book title are the volume’s, %s', async (_, text) => {
    expect((await readAll(text)).records).toMatchObject([
      { title: 'A Paper in a Volume', year: 2011, venue: 'Proceedings of the Third Meeting', authors: ['Ann Roe'] },
    ]);
  });

  it('what it says itself holds, and a volume that is missing costs nothing', async () => {
    const own = child.replace('crossref', 'year = 2012, booktitle = {Third Meeting}, crossref');
    expect((await readAll(own + volume)).records).toMatchObject([{ year: 2012, venue: 'Third Meeting' }]);
    expect((await readAll(child)).records).toMatchObject([{ title: 'A Paper in a Volume' }]);
  });
});

it('a title that swallows the fields behind it is none', async () => {
  const { records, refused } = await readAll(
    '@article{a, title = {Open {Brace, author = {Ann Roe}, year = 2001}\n@article{b, title = {Closed Brace}, year = 2002}\n',
  );
  expect(records.map(({ title }) => title)).toEqual(['Closed Brace']);
  expect(refused).toHaveLength(1);
});

it('an entry that is not closed costs itself alone', async () => {
  const { records, refused } = await readAll(
    '@article{a, title = {Open {Brace}, year = 2001}\n@article{b, title = {Closed Brace}, year = 2002}\n',
  );
  expect(records.at(-1)?.title).toBe('Closed Brace');
  expect(records.length + refused.length).toBe(2);
});

const word = fc.constantFrom(
  'Learning',
  'of',
  'BERT',
  'H2O',
  'R&D',
  '5%',
  'a_b',
  'C#',
  'naïve',
  'Gödel’s',
  'x<y',
  'if',
  '(GANs)',
  '$n^2$',
  '{x}',
  '~40',
  'self-supervised',
  'índice',
  '杨',
  'É',
  'A/B',
  'why?',
);
const name = fc.constantFrom(
  'Ana García',
  'Jean de La Fontaine',
  'Flávio da Silva Junior',
  'World Health Organization',
  'LHCb Collaboration',
  'José Ortega y Gasset',
  'Ludwig van Beethoven',
  '杨育伟',
  'Martin King Jr.',
  'Ann O’Neill',
);

const text = (...texts: readonly string[]) => fc.option(fc.constantFrom(...texts), { nil: undefined });
const printed = fc
  .record({
    volume: text('12', 'XII', '33A', 'LNCS 12_3'),
    issue: text('3', '3-4', 'Supplement 1'),
    pages: text('864-873', '5:1-5:20', 'e0123', '1-3, 7-9', 'iv-xii'),
    publisher: text(
      'Test Press',
      'Sons & Daughters',
      'Springer and Others',
      'Éditions de l’Été',
      'PMLR',
      '100% {Open}',
    ),
  })
  .map((facts) => Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)));
const printedIn = (record: PaperRecord | undefined): Record<string, string> =>
  Object.fromEntries(
    publicationFacts.flatMap((name) => {
      const value = record?.[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );

const letters = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
/** The one entry of a source as Citation.js reads it. */
function citationJs(source: string) {
  const { data } = new Cite(source);
  const [one] = data;
  if (one === undefined || data.length > 1) throw new Error(`Citation.js finds ${data.length} entries.`);
  return {
    title: letters(one.title ?? ''),
    authors: one.author?.length ?? 0,
    year: one.issued?.['date-parts'][0]?.[0],
    doi: one.DOI ?? null,
  };
}
/** And as bibtex-parse does, which leaves TeX as it is. */
function bibtexParse(source: string) {
  const [one, ...more] = entries(source);
  if (one === undefined || more.length > 0) throw new Error(`bibtex-parse finds ${more.length} more entries.`);
  return {
    authors: (one['AUTHOR'] ?? '').split(' and ').length,
    year: Number(one['YEAR']),
    hasDoi: one['DOI'] !== undefined,
  };
}

it('a copied entry reads as the same facts, and parses in two parsers that are not ours', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(word, { minLength: 2, maxLength: 8 }),
      fc.uniqueArray(name, { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 1950, max: 2030 }),
      fc.option(
        fc.constantFrom('10.1000/a_b', '10.1002/(sici)1097-4571(199906)50:8<651::aid-asi1>3.0.co;2-e', '10.1021/ja01+'),
      ),
      fc.option(fc.constantFrom('2103.00021', 'hep-th/9711200')),
      fc.constantFrom<[string, 'conference' | 'journal' | 'preprint' | null, string | undefined]>(
        ['ICML 2020', 'conference', 'conference'],
        ['Phys. Rev. D', 'journal', 'journal'],
        ['Phys. Rev. D', 'preprint', 'journal'],
        ['arXiv preprint', 'preprint', undefined],
      ),
      printed,
      async (words, authors, year, doi, arxivId, [venue, type, kind], publication) => {
        const title = `The ${words.join(' ')}`;
        const given = paper({ title, authors, year, venue, type, doi, arxivId, publication });
        const copied = bibtexEntry(given);
        const { records } = await readAll(copied);
        expect(citationJs(copied)).toEqual({ title: letters(title), authors: authors.length, year, doi });
        expect(bibtexParse(copied)).toEqual({ authors: authors.length, year, hasDoi: doi !== null });
        // A preprint's entry names no journal, and so none of its volumes.
        if (kind !== undefined) expect(printedIn(records[0])).toEqual(publication);
        expect(records).toHaveLength(1);
        expect(records[0]).toMatchObject({ title, authors, year, ...(kind === undefined ? {} : { type: kind }) });
        expect(records[0]?.doi ?? null).toBe(doi);
        expect(records[0]?.arxivId ?? null).toBe(arxivId);
      },
    ),
    { numRuns: 150 },
  );
});

it('nothing in an entry throws', async () => {
  const piece = fc.constantFrom(
    '@article{',
    '@x(',
    '\n',
    'title',
    ' = ',
    '{',
    '}',
    '"',
    ',',
    '\\',
    '$',
    '#',
    '<i>',
    '\\ifmmode',
    '\\else',
    '\\fi',
    '\\v{c}',
    '\\unknown{',
    'crossref = {key}',
    'abs/2103.00021',
    'é',
    ' ',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (parts) => {
      await readAll(`@misc{key, title = {A}}\n@misc{k2, title = {${parts.join('')}}}\n@misc{k3, title = {B}}\n`).catch(
        (error: unknown) => {
          expect(error).toMatchObject({ name: 'UnreadableFile' });
        },
      );
    }),
  );
});
