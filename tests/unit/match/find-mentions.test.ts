import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMentions, ownPapers } from '../../../lib/match/find-mentions.ts';
import type { Block, BlockKind, Span } from '../../../lib/messages/page-protocol.ts';
import { canonical } from '../../../lib/text/tokens.ts';
import { indexOf } from './index-of.ts';

const index = indexOf([
  { id: 'adaptive', titles: ['Adaptive Federated Optimization'], authors: ['Sashank Reddi'], arxivId: '2003.00295' },
  {
    id: 'looped',
    titles: ['Looped Transformers as Programmable Computers'],
    authors: ['Angeliki Giannou'],
    arxivId: '2301.13196',
  },
  {
    id: 'bert',
    titles: ['Large Batch Optimization for Deep Learning: Training BERT in 76 minutes'],
    arxivId: '1904.00962',
  },
  { id: 'closing', titles: ['Closing the convergence gap of SGD without replacement'], doi: '10.5555/Gap.1' },
  { id: 'clipping', titles: ['Can gradient clipping mitigate label noise?'] },
  { id: 'go', titles: ['Let us go shopping!'] },
  { id: 'field', titles: ['A Field Guide to Federated Optimization'] },
  { id: 'longer', titles: ['A Field Guide to Federated Optimization in Practice'] },
  { id: 'preface', titles: ['Preface'], authors: ['Ada Byron'] },
  { id: 'index', titles: ['Index'] },
  { id: 'sun', titles: ['The Sun'] },
  { id: 'twin-one', titles: ['Two Papers with the Very Same Title'], arxivId: '2101.00001' },
  { id: 'twin-two', titles: ['Two papers with the very same title'] },
  {
    id: 'sparse',
    titles: ['$O(n)$ Connections are Expressive Enough: Universal Approximability of Sparse Transformers'],
  },
]);

const block = (text: string, kind: BlockKind = 'text', spans: Span[] = []): Block => ({ text, kind, spans });
/** A block in which the stretch between the first two bars is a span. */
function marked(text: string, kind: Span['kind'], href?: string, of: BlockKind = 'text'): Block {
  const [before = '', inside = '', after = ''] = text.split('|');
  const span = {
    start: before.length,
    end: before.length + inside.length,
    kind,
    ...(href === undefined ? {} : { href }),
  };
  return block(before + inside + after, of, [span]);
}
const found = async (...blocks: Block[]): Promise<string[]> =>
  (await findMentions(blocks, index)).map(
    ({ block: at, start, length, papers, via }) =>
      `${papers.join('+')} ${via} ${(blocks[at]?.text ?? '').slice(start, start + length)}`,
  );

describe('titles of six words and more', () => {
  it.each([
    ['in running text', block('We follow Closing the convergence gap of SGD without replacement and go on.'), 1],
    // Words in small letters begin a title only where something sets them off: most words need no look-up.
    ['all small in running text', block('We follow closing the convergence gap of SGD without replacement.'), 0],
    ['small after a colon', block('We follow one: closing the convergence gap of SGD without replacement.'), 1],
    ['small in emphasis', marked('see |closing the convergence gap of SGD without replacement| there', 'emphasis'), 1],
    ['over a line end', block('We follow Closing the convergence\n   gap of SGD without re-\nplacement.'), 1],
    [
      'twice in one block',
      block(
        'Closing the convergence gap of SGD without replacement. Closing the convergence gap of SGD without replacement, 2020.',
      ),
      2,
    ],
    [
      'in a link inside a link',
      { ...marked('|Closing the convergence gap of SGD without replacement|', 'link'), kind: 'heading' as const },
      1,
    ],
    [
      'led in by what it is',
      block('Official PyTorch implementation of Closing the convergence gap of SGD without replacement', 'heading'),
      1,
    ],
    [
      'continued by more of a title',
      block('Closing the convergence gap of SGD without replacement via momentum', 'heading'),
      0,
    ],
    ['as the end of another title', block('On Closing the convergence gap of SGD without replacement', 'title'), 0],
    [
      'as the beginning of one with a colon',
      marked('|Closing the convergence gap of SGD without replacement: a reply|', 'link'),
      0,
    ],
    ['with a letter more', block('Closing the convergence gap of SGD without replacements'), 0],
  ])('%s', async (_where, one, times) => {
    expect(await found(one)).toHaveLength(times);
  });
});

describe('a title that ends in a question or a call', () => {
  const title = 'Can gradient clipping mitigate label noise?';
  it.each<[string, Block, boolean]>([
    // What goes on is another title.
    ['a second part', block(`${title} A reply to critics. J. of Replies, 2022.`, 'item'), false],
    ['a second part alone', block(`${title} A reply to critics`, 'item'), false],
    ['a second part behind a colon', block(`${title}: A reply to critics`, 'item'), false],
    ['a second part behind a dash', block(`${title} – a reply to critics`, 'item'), false],
    ['a second part in a heading', block(`${title} Second Thoughts about Noise`, 'heading'), false],
    ['a second part in a title', block(`${title} Evidence from Kenya`, 'title'), false],
    ['a second part in a link', marked(`see |${title} A Second Look| there`, 'link'), false],
    ['a second part in quotes', block(`they call it “${title} A second look”, and more`), false],
    [
      'a second part in a reference',
      block(`Okafor, N. (2022). ${title} Yes, in part. J. Replies 3.`, 'reference'),
      false,
    ],
    ['a second part in a cell', block(`${title} Not without a schedule`, 'cell'), false],
    ['a second question', block(`${title} Or does it only hide it?`, 'item'), false],
    ['a second part of four words', block('Let us go shopping! A study of herons', 'item'), false],
    // What does not, is what else an entry says.
    ['a meeting', block(`${title} In ICLR, 2020.`, 'item'), true],
    ['a meeting’s short name', block(`${title} ICLR 2020`, 'item'), true],
    ['a journal', block(`Menon, A. (2020). ${title} Journal of Noise and Vibration, 34: 31–37.`, 'reference'), true],
    ['a journal’s name with small words', block(`${title} Frontiers in Psychology, 12, 3.`, 'item'), true],
    ['names', block(`${title} Aditya Krishna Menon, Ankit Singh Rawat, and Sashank Reddi`, 'item'), true],
    ['names with initials', block(`${title} A. K. Menon, A. S. Rawat`, 'item'), true],
    ['names and others', block(`${title} Menon et al.`, 'item'), true],
    ['names in the link', marked(`|${title} Menon et al., ICLR 2020|`, 'link'), true],
    ['a preprint', block(`${title} arXiv preprint arXiv:2001.00001`, 'item'), true],
    ['brackets', block(`${title} (ICLR 2020) [pdf] [code]`, 'item'), true],
    ['a label', block(`${title} PDF`, 'item'), true],
    ['a closing quotation mark', block(`“${title}” A reply to critics followed.`), true],
    ['a closing bracket', block(`It was asked before (${title}) A reply followed.`), true],
    ['a full stop', block(`${title}. A reply followed.`, 'item'), true],
    ['a link that ends there', marked(`|${title}| A reply to critics`, 'link'), true],
    ['a sentence of the text', block(`We read ${title} A reply followed soon.`), true],
    ['what a list says of it', block(`${title} This paper shows that it does.`, 'item'), true],
    ['the site’s name', block(`${title} | OpenReview`, 'heading'), true],
    ['nothing', block(title, 'item'), true],
  ])('and then %s', async (_, one, yes) => {
    expect((await found(one)).some((line) => /^(?:clipping|go) title/u.test(line))).toBe(yes);
  });
});

describe('titles of four and five words', () => {
  const title = 'Looped Transformers as Programmable Computers';
  it.each([
    ['a link', marked(`see |${title}| there`, 'link'), true],
    ['emphasis', marked(`see |${title}| there`, 'emphasis'), true],
    ['a heading', block(title, 'heading'), true],
    ['a numbered heading', block(`3.1 ${title}`, 'heading'), true],
    ['a cell', block(title, 'cell'), true],
    ['quotes', block(`they call it “${title},” and rightly so`), true],
    ['a reference', block(`Giannou, A. et al. ${title}. ICML, 2023.`, 'reference'), true],
    ['its own identifier', block(`[2301.13196] ${title} and so on`), true],
    ['running text', block('we think of looped transformers as programmable computers that loop'), false],
    ['bounded running text', block('That is: looped transformers as programmable computers, no more.'), false],
    ['a longer title', marked(`|Why ${title}|`, 'link'), false],
    ['a longer title after it', marked(`|${title} Fail|`, 'link'), false],
  ])('%s: %#', async (_where, one, yes) => {
    expect((await found(one)).some((line) => line.startsWith('looped title'))).toBe(yes);
  });
});

describe('titles of three words', () => {
  const title = 'Adaptive Federated Optimization';
  it.each([
    ['a link', marked(`read |${title}| first`, 'link'), true],
    ['a link with the citation in it', marked(`|${title} (Reddi et al., 2020)|`, 'link'), true],
    ['a list item', block(title, 'item'), true],
    ['quotes', block(`"${title}" is the paper`), true],
    ['a reference', block(`S. Reddi et al. ${title}. In ICLR, 2021.`, 'reference'), true],
    ['running text', block('We use adaptive federated optimization in all runs (Reddi et al., 2020).'), false],
    ['running text with capitals', block('We use Adaptive Federated Optimization in all runs.'), false],
    ['a word before', marked(`|Efficient ${title}|`, 'link'), false],
    ['a plural', marked('|Adaptive Federated Optimizations|', 'link'), false],
    ['a lower-case term of a link', marked('about |adaptive federated optimization| methods', 'link'), false],
  ])('%s: %#', async (_where, one, yes) => {
    expect(await found(one)).toHaveLength(yes ? 1 : 0);
  });
});

describe('titles that are ordinary words', () => {
  it.each([
    block('The preface says that the sun is an index.'),
    block('Preface', 'heading'),
    block('Index', 'item'),
    marked('|The Sun|', 'link'),
    marked('in the |Preface| of it', 'emphasis'),
    block('"The Sun"'),
  ])('no mark: $text', async (one) => {
    expect(await found(one)).toEqual([]);
  });

  it('with an author beside them they are titles', async () => {
    expect(await found(block('Preface', 'title'), block('Ada Byron', 'byline'))).toEqual(['preface title Preface']);
  });
});

describe('which of several', () => {
  it('the longer title wins', async () => {
    expect(await found(block('A Field Guide to Federated Optimization in Practice'))).toEqual([
      'longer title A Field Guide to Federated Optimization in Practice',
    ]);
  });
  it('papers of one title are named together, or told apart by an identifier', async () => {
    expect(await found(block('Two papers with the very same title'))).toEqual([
      'twin-one+twin-two title Two papers with the very same title',
    ]);
    expect(
      await found(marked('|Two papers with the very same title|', 'link', 'https://arxiv.org/abs/2101.00001')),
    ).toEqual(['twin-one title Two papers with the very same title']);
  });
  it('a long main part stands for its title where it stands as one, and is less sure', async () => {
    const alone = await findMentions([block('Large Batch Optimization for Deep Learning', 'heading')], index);
    expect(alone).toMatchObject([{ papers: ['bert'], via: 'title' }]);
    expect(alone[0]?.confidence).toBeLessThan(0.9);
    expect(await found(block('a survey of large batch optimization for deep learning and more'))).toEqual([]);
    expect(await found(block('Large Batch Optimization for Deep Learning: A Survey', 'heading'))).toEqual([]);
  });
  it('a title cut short is the one title that begins so', async () => {
    expect(await found(block('Closing the convergence gap of SGD with…', 'heading'))).toEqual([
      'closing title Closing the convergence gap of SGD with',
    ]);
    expect(await found(block('A Field Guide to Federated Optim...', 'heading'))).toEqual([]);
  });
  it('dollars and question marks belong to the title', async () => {
    const text = 'see $O(n)$ Connections are Expressive Enough: Universal Approximability of Sparse Transformers.';
    expect(await found(block(text))).toEqual([`sparse title ${text.slice(4, -1)}`]);
  });
});

describe('a title in two blocks that follow each other', () => {
  const across = async (...blocks: Block[]): Promise<string[]> =>
    (await findMentions(blocks, index)).map(({ block: at, start, length, papers }) => {
      const text = `${blocks[at]?.text ?? ''}\n${blocks[at + 1]?.text ?? ''}`;
      return `${papers.join('+')}: ${text.slice(start, start + length).replaceAll(/\s+/gu, ' ')}`;
    });
  const closing = 'closing: Closing the convergence gap of SGD without replacement';
  const bert = 'bert: Large Batch Optimization for Deep Learning: Training BERT in 76 minutes';

  it.each<[what: string, blocks: Block[], found: string]>([
    [
      'lines of an item, behind its number',
      [
        block('07 ', 'item'),
        block(' Closing the convergence gap ', 'item'),
        block('of SGD without replacement', 'item'),
        block('2020', 'item'),
      ],
      closing,
    ],
    [
      'a few letters, then the rest',
      [block('Closing', 'cell'), block('the convergence gap of SGD without replacement', 'cell')],
      closing,
    ],
    [
      'a title and its subtitle, of which the first alone would stand for it',
      [block('Large Batch Optimization for Deep Learning:', 'heading'), block('Training BERT in 76 minutes')],
      bert,
    ],
  ])('%s', async (_, blocks, wanted) => {
    expect(await across(...blocks)).toEqual([wanted]);
  });

  it.each<[what: string, blocks: Block[]]>([
    ['something between', [block('Closing the convergence gap'), block('2020'), block('of SGD without replacement')]],
    ['more before it', [block('On closing the convergence gap'), block('of SGD without replacement')]],
    ['more after it', [block('Closing the convergence gap'), block('of SGD without replacement of samples')]],
    [
      'in two rows',
      [
        { ...block('Closing the convergence gap'), row: 1 },
        { ...block('of SGD without replacement'), row: 2 },
      ],
    ],
    ['few words', [block('Adaptive Federated', 'item'), block('Optimization', 'item')]],
  ])('%s: none', async (_, blocks) => {
    expect(await across(...blocks)).toEqual([]);
  });

  it('goes before nothing that is another paper', async () => {
    const both = [block('A Field Guide to Federated Optimization', 'item'), block('in Practice', 'item')];
    expect(await across(...both)).toEqual(['field: A Field Guide to Federated Optimization']);
  });
});

describe('identifiers', () => {
  const link = (text: string, href: string): Block => marked(`|${text}|`, 'link', href);
  it('a link that is the only sign of a paper is its mention', async () => {
    expect(await found(link('[pdf]', 'https://arxiv.org/pdf/2003.00295'))).toEqual(['adaptive arxiv [pdf]']);
    expect(await found(link('publisher', 'https://doi.org/10.5555/gap.1'))).toEqual(['closing doi publisher']);
    expect(await found(block('as in arXiv:2003.00295v2, we'))).toEqual(['adaptive arxiv arXiv:2003.00295v2']);
  });
  it('a row of links with its title is one mention', async () => {
    const row = [
      link('arXiv:1904.00962', 'https://arxiv.org/abs/1904.00962'),
      link('pdf', 'https://arxiv.org/pdf/1904.00962'),
      block('Large Batch Optimization for Deep Learning: Training BERT in 76 minutes', 'title'),
      link('code', 'https://github.com/x/y'),
      link('html', 'https://arxiv.org/html/1904.00962'),
    ];
    expect(await found(...row)).toEqual([`bert title ${row[2]?.text}`]);
  });
  it('a row of links without it is one mention too', async () => {
    const address = 'https://arxiv.org/abs/1904.00962';
    expect(await found(link('abs', address), link('pdf', address), block('Something else'))).toEqual([
      'bert arxiv abs',
    ]);
  });
  it("the page's own paper is not mentioned by its identifiers, and is by its title", async () => {
    const blocks = [block('Adaptive Federated Optimization', 'title'), link('pdf', 'https://arxiv.org/pdf/2003.00295')];
    const far = Array.from({ length: 20 }, () => block('…'));
    const page = [...blocks, ...far, link('cite as', 'https://arxiv.org/abs/2003.00295')];
    expect((await findMentions(page, index, ['adaptive'])).map(({ via }) => via)).toEqual(['title']);
  });
  it('a link without text is no mention', async () => {
    expect(await found(link(' ', 'https://arxiv.org/pdf/2003.00295'))).toEqual([]);
  });
});

describe("the page's own paper", () => {
  it.each([
    ['address', 'https://arxiv.org/abs/2003.00295', [], [{ paper: 'adaptive', via: 'url' }]],
    ['arXiv id', 'https://example.org/', [['citation_arxiv_id', '2003.00295']], [{ paper: 'adaptive', via: 'meta' }]],
    ['DOI', 'https://example.org/', [['DC.Identifier', 'doi:10.5555/GAP.1']], [{ paper: 'closing', via: 'meta' }]],
    [
      'the first of two DOIs in one tag',
      'https://example.org/',
      [['citation_doi', 'https://www.doi.org/10.5555/GAP.1; 10.5555/other.']],
      [{ paper: 'closing', via: 'meta' }],
    ],
    [
      'PDF',
      'https://example.org/',
      [['citation_pdf_url', 'https://arxiv.org/pdf/2003.00295v2']],
      [{ paper: 'adaptive', via: 'meta' }],
    ],
    [
      'title',
      'https://example.org/',
      [['citation_title', 'Closing the Convergence Gap of SGD without Replacement']],
      [{ paper: 'closing', via: 'meta' }],
    ],
    ['nothing', 'https://example.org/', [['description', 'Adaptive Federated Optimization']], []],
  ] as const)('by %s', async (_by, url, meta, own) => {
    expect(await ownPapers(url, meta, index)).toEqual(own);
  });
});

// A title in any dress, anywhere, is found exactly where it is.
const plainWord = fc.stringMatching(/^[a-z]{2,10}$/);
const words = fc
  .array(plainWord, { minLength: 6, maxLength: 25 })
  .filter((all) => canonical(all.join('')).length >= 12);
const GAPS = [' ', '  ', '\n', ' \n\t', '-', '–', '\u00a0', '/', ': ', ', ', ' “', "' "];
const DRESSES = [
  (text: string) => text,
  (text: string) => text.toUpperCase(),
  (text: string) => text.charAt(0).toUpperCase() + text.slice(1),
  (text: string) => text.replace(/[aeiou]/, (vowel) => `${vowel}\u0301`),
  (text: string) => text.replace(/[aeiou]/, (vowel) => `${vowel}\u0308`.normalize('NFC')),
  (text: string) => text.replace('fi', 'ﬁ').replace('fl', 'ﬂ'),
  (text: string) => (text.length > 4 ? `${text.slice(0, 2)}\u00ad${text.slice(2)}` : text),
];
const hyphenated = (text: string): string => (text.length > 4 ? `${text.slice(0, 3)}-\n${text.slice(3)}` : text);
const looksOf = (dresses: readonly ((text: string) => string)[], gaps: readonly string[]) =>
  fc.array(fc.tuple(fc.constantFrom(...dresses), fc.constantFrom(...gaps)), { minLength: 25, maxLength: 25 });
// Hyphens at line ends between words or inside them.
const looksOfAll = fc.oneof(looksOf(DRESSES, [...GAPS, '-\n']), looksOf([...DRESSES, hyphenated], GAPS));
const anything = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.lorem({ maxCount: 12 }));

it('a title of six words and more is found anywhere, in any dress, at its exact place', async () => {
  await fc.assert(
    fc.asyncProperty(words, looksOfAll, anything, anything, async (title, looks, before, after) => {
      const own = indexOf([{ id: 'planted', titles: [title.join(' ')] }]);
      let planted = '';
      title.forEach((one, at) => {
        const [wear, gap] = looks[at] ?? [(text: string) => text, ' '];
        planted += (at === 0 ? '' : gap) + wear(one);
      });
      const text = `${before} . ${planted} . ${after}. The end of it all comes with many more words. And more. `;
      const start = before.length + 3;
      const places = (await findMentions([block(text)], own)).map((mention) => [mention.start, mention.length]);
      expect(places).toContainEqual([start, planted.length]);
    }),
    { numRuns: 250 },
  );
});

it('nothing that a page may hold makes it throw, and mentions lie inside their block', async () => {
  const kinds = fc.constantFrom<BlockKind>('title', 'byline', 'heading', 'reference', 'item', 'cell', 'text');
  const pieces = fc.array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('Adaptive Federated Optimization', 'arXiv:2003.00295', '“', '$', '…', '\\', ' '),
    ),
    { maxLength: 20 },
  );
  const spans = fc.array(
    fc.record({
      start: fc.nat(300),
      end: fc.nat(300),
      kind: fc.constantFrom<Span['kind']>('link', 'emphasis', 'quote', 'name'),
      href: fc.oneof(fc.webUrl(), fc.constant('https://arxiv.org/abs/2003.00295'), fc.string()),
    }),
    { maxLength: 5 },
  );
  const blocks = fc.array(fc.record({ text: pieces.map((all) => all.join('')), kind: kinds, spans }), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(blocks, async (page) => {
      for (const { block: at, start, length, confidence } of await findMentions(page, index)) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(length).toBeGreaterThan(0);
        expect(start + length).toBeLessThanOrEqual(page[at]?.text.length ?? -1);
        expect(confidence).toBeGreaterThanOrEqual(0.5);
      }
    }),
    { numRuns: 250 },
  );
});
