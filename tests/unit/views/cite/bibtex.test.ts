import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bibtexEntry, bibtexKey, bibtexName } from '../../../../lib/views/cite/bibtex.ts';
import { latexTitle } from '../../../../lib/views/cite/latex.ts';
import { paper, type PaperWords } from '../../../fixtures/papers.ts';

interface ParsedEntry {
  type: string;
  key: string;
  fields: Map<string, string>;
}

/** Strict on purpose: one field a line, balanced braces, nothing left over, no bare special sign outside maths. */
function parse(text: string): ParsedEntry {
  const head = /^@([a-z]+)\{([A-Za-z0-9:_-]+),\n/.exec(text);
  if (head?.[1] === undefined || head[2] === undefined) throw new Error(`no entry: ${text.slice(0, 60)}`);
  const body = text.slice(head[0].length);
  if (!body.endsWith('\n}\n')) throw new Error('the entry does not end');
  const fields = new Map<string, string>();
  for (const line of body.slice(0, -3).split('\n')) {
    const field = /^ {2}([A-Za-z]+) = \{(.*)\},$/.exec(line);
    if (field?.[1] === undefined || field[2] === undefined) throw new Error(`no field: ${line}`);
    if (fields.has(field[1])) throw new Error(`twice: ${field[1]}`);
    let depth = 0;
    // BibTeX counts those behind a backslash, too.
    for (const [sign] of field[2].matchAll(/[{}]/g)) {
      depth += sign === '{' ? 1 : sign === '}' ? -1 : 0;
      if (depth < 0) throw new Error(`a brace too many: ${line}`);
    }
    if (depth !== 0) throw new Error(`a brace is open: ${line}`);
    fields.set(field[1], field[2]);
  }
  return { type: head[1], key: head[2], fields };
}

const entry = (words: PaperWords): ParsedEntry => parse(bibtexEntry(paper(words)));

describe('entries', () => {
  it('a conference paper on arXiv', () => {
    const { type, key, fields } = entry({
      title: 'Low-Rank Bottleneck in Multi-head Attention Models',
      authors: ['Srinadh Bhojanapalli', 'Sashank J. Reddi'],
      year: 2020,
      venue: 'ICML 2020, PMLR 119:864-873',
      arxivId: '2002.07028',
      categories: ['cs.LG', 'stat.ML'],
    });
    expect(type).toBe('inproceedings');
    expect(key).toBe('bhojanapalli2020low');
    expect(Object.fromEntries(fields)).toEqual({
      title: 'Low-Rank Bottleneck in Multi-head Attention Models',
      author: 'Bhojanapalli, Srinadh and Reddi, Sashank J.',
      booktitle: 'International Conference on Machine Learning (ICML)',
      series: 'Proceedings of Machine Learning Research',
      volume: '119',
      pages: '864--873',
      year: '2020',
      eprint: '2002.07028',
      archivePrefix: 'arXiv',
      primaryClass: 'cs.LG',
      url: 'https://arxiv.org/abs/2002.07028',
    });
  });

  it('a preprint is misc with its eprint, and invents no journal', () => {
    const { type, fields } = entry({
      title: 'A Field Guide',
      type: 'preprint',
      venue: 'arXiv preprint (2021)',
      year: 2021,
      arxivId: '2107.06917',
    });
    expect(type).toBe('misc');
    expect([...fields.keys()]).toEqual(['title', 'year', 'eprint', 'archivePrefix', 'primaryClass', 'url']);
  });

  it.each([
    [
      'journal',
      'Transactions on Machine Learning Research (TMLR) 2022',
      'article',
      'journal',
      'Transactions on Machine Learning Research',
    ],
    ['workshop', 'Privacy Workshop at ICLR 2024', 'inproceedings', 'booktitle', 'Privacy Workshop at ICLR 2024'],
    [
      'conference',
      'NeurIPS 2020, 33:13783-13794',
      'inproceedings',
      'booktitle',
      'Advances in Neural Information Processing Systems (NeurIPS)',
    ],
    [
      'conference',
      'Findings of EMNLP 2022',
      'inproceedings',
      'booktitle',
      'Findings of the Association for Computational Linguistics: EMNLP 2022',
    ],
  ] as const)('%s: %s', (kind, venue, type, field, value) => {
    const parsed = entry({ title: 'T', type: kind, venue });
    expect(parsed.type).toBe(type);
    expect(parsed.fields.get(field)).toBe(value);
  });

  it('a paper without arXiv id keeps its DOI and page', () => {
    const { fields } = entry({ title: 'T', doi: '10.1000/a_b', links: ['https://openreview.net/forum?id=a_b'] });
    expect(fields.get('doi')).toBe('10.1000/a_b');
    expect(fields.get('url')).toBe('https://openreview.net/forum?id=a_b');
    expect(fields.has('eprint')).toBe(false);
  });

  it('the DOI of the preprint stands on the preprint alone', () => {
    const words = { title: 'T', doi: '10.48550/arXiv.2002.07028', arxivId: '2002.07028' };
    expect(entry(words).fields.has('doi')).toBe(false);
    expect(entry({ ...words, type: 'preprint', venue: 'arXiv preprint' }).fields.get('doi')).toBe(words.doi);
  });

  it('an old arXiv id names its own class', () => {
    expect(entry({ title: 'T', arxivId: 'math/0309136', categories: ['cs.LG'] }).fields.get('primaryClass')).toBe(
      'math',
    );
  });
});

describe('names', () => {
  it.each([
    ['Srinadh Bhojanapalli', 'Bhojanapalli, Srinadh'],
    ['Vinh Q. Tran', 'Tran, Vinh Q.'],
    ['Jakub Konečný', 'Konečný, Jakub'],
    ['Yashas Samaga B L', '{Yashas Samaga B L}'],
    ['Laurens van der Maaten', 'van der Maaten, Laurens'],
    ['Van Nguyen', 'Nguyen, Van'],
    ['Robert Downey Jr.', 'Downey, Jr., Robert'],
    ['Plato', '{Plato}'],
    ['李 明', '{李 明}'],
    ["Brendan O'Connor", "O'Connor, Brendan"],
    ['Google and Friends', '{Google and Friends}'],
    ['Jean de La Fontaine', 'de La Fontaine, Jean'],
    ['José Ortega y Gasset', 'Ortega y Gasset, José'],
    ['Rui da Silva Junior', 'da Silva, Junior, Rui'],
    ["Bart 't Hart", "'t Hart, Bart"],
    ['Nguyễn Văn An', 'An, Nguyễn Văn'],
    ['Thanh Van Nguyen', 'Nguyen, Thanh Van'],
    ['LIU Shuaiqi', 'LIU, Shuaiqi'],
    ['VAN HOLM Ida', 'VAN HOLM, Ida'],
    ['JP Holm', 'Holm, JP'],
    ['LHCb Collaboration', '{LHCb Collaboration}'],
    ['World Health Organization', '{World Health Organization}'],
    ['The PGF/TikZ Team', '{The PGF/TikZ Team}'],
    ['Centers for Disease Control and Prevention', '{Centers for Disease Control and Prevention}'],
  ])('%s', (name, written) => {
    expect(bibtexName(name)).toBe(written);
  });

  it('keys are ASCII', () => {
    expect(bibtexKey(paper({ title: 'Über Øre', authors: ['Jakub Konečný'], year: 2016 }))).toBe('konecny2016uber');
    expect(bibtexKey(paper({ title: 'Something', authors: ['Yashas Samaga B L'], year: 2024 }))).toBe(
      'samaga2024something',
    );
    expect(bibtexKey(paper({ title: 'Something', authors: ['The LHCb Collaboration'], year: 2024 }))).toBe(
      'lhcb2024something',
    );
    expect(bibtexKey(paper({ title: '的', authors: [], year: 2024 }))).toBe('anonymous2024');
  });
});

describe('titles', () => {
  it.each([
    [
      'Large Batch Optimization for Deep Learning: Training BERT in 76 minutes',
      'Large Batch Optimization for Deep Learning: Training {BERT} in 76 minutes',
    ],
    ['O(n) Connections are Expressive Enough', '{O(n)} Connections are Expressive Enough'],
    ['A statistical perspective', 'A statistical perspective'],
    ['mT5 and Top-K & k-NN', '{mT5} and Top-{K} \\& k-{NN}'],
    ['100% of $\\ell_2$ norms', '100\\% of $\\ell_2$ norms'],
    ['Costs $5', 'Costs \\$5'],
    ['Broken $}{$ maths', 'Broken \\$\\textbraceright{}\\textbraceleft{}\\$ maths'],
    ['DETOX: A Redundancy-based Framework', '{DETOX:} A Redundancy-based Framework'],
  ])('%s', (title, written) => {
    expect(latexTitle(title)).toBe(written);
  });

  it('whatever stands in title and names, the entry can be read back', () => {
    const field = fc
      .string({ unit: 'grapheme', maxLength: 60 })
      .filter((text) => text.trim() !== '' && !/[\r\n\u2028\u2029]/.test(text));
    fc.assert(
      fc.property(field, fc.array(field, { maxLength: 4 }), (title, authors) => {
        expect(entry({ title, authors }).fields.get('year')).toBe('2020');
      }),
      { numRuns: 500 },
    );
  });
});
