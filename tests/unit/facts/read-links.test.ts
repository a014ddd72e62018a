// Papers that a page links to by an identifier: what the text around the link certainly says of them.
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../lib/messages/page-protocol.ts';
import { linkedPapers } from '../../../lib/facts/read-links.ts';
import { blocksOf } from '../match/markdown-blocks.ts';

const arxiv = 'https://arxiv.org/abs/2301.01234';
const other = 'https://arxiv.org/pdf/2302.04321v2';
const doi = 'https://doi.org/10.55555/Fog.1';
const review = 'https://openreview.net/forum?id=aB3-x_Yz9';
const nothing = { url: 'https://example.org/list', siteName: 'Example', own: new Set<string>(), isRead: () => false };

const read = (blocks: readonly Block[]) => linkedPapers(blocks, nothing);
/** Title (or null) and identifier of each paper. */
const said = (source: string): [string | null, string][] =>
  read(blocksOf(source)).map(({ title, fact }) => [title, fact.record.arxivId ?? fact.record.doi ?? 'none']);

describe('entries of lists', () => {
  it.each<[string, string]>([
    [
      `* 2015-NIPS - Herons of Quiet Rivers: A Theory. [[Paper]](${arxiv}) [[Code]](https://github.com/a/b)`,
      'Herons of Quiet Rivers: A Theory',
    ],
    [`* 2018-Arxiv- Herons of quiet rivers [[Paper]](${arxiv})`, 'Herons of quiet rivers'],
    [
      `- [2021 NeurIPS] Herons of Quiet Rivers [[pdf](${arxiv})] [[code](https://github.com/a/b)]`,
      'Herons of Quiet Rivers',
    ],
    [`- **[ICLR 2020]** Herons of Quiet Rivers [paper](${arxiv})`, 'Herons of Quiet Rivers'],
    [`- (2023/01) Herons of quiet rivers, [arXiv](${arxiv})`, 'Herons of quiet rivers'],
    [`- Herons of quiet rivers (ICML 2019) [[link](${arxiv})]`, 'Herons of quiet rivers'],
    [`- Herons of quiet rivers, NeurIPS 2019. [PDF](${arxiv})`, 'Herons of quiet rivers'],
    [`- Herons of quiet rivers. [arXiv:2301.01234](${arxiv})`, 'Herons of quiet rivers'],
    [`- Do herons dream of quiet rivers? [paper](${arxiv})`, 'Do herons dream of quiet rivers?'],
    [`- Herons of quiet rivers, Ana Ruiz, Lars Berg, ICML 2019 [[pdf]](${arxiv})`, 'Herons of quiet rivers'],
    [`- Herons of quiet rivers. Ana Ruiz, Lars Berg. ICML 2019. [[pdf]](${arxiv})`, 'Herons of quiet rivers'],
    [`- A. Ruiz and L. Berg. Herons of quiet rivers. In ICML, 2019. [[pdf]](${arxiv})`, 'Herons of quiet rivers'],
    [`- Ana Ruiz et al., "Herons of quiet rivers", ICML 2019. [[pdf]](${arxiv})`, 'Herons of quiet rivers'],
    [`- **Herons of quiet rivers** Ana Ruiz, Lars Berg *ICML 2019* [[pdf]](${arxiv})`, 'Herons of quiet rivers'],
    [`- [Herons of quiet rivers](https://papers.example.org/1) [[arXiv]](${arxiv})`, 'Herons of quiet rivers'],
    [`- [[Paper]](${arxiv}) Herons of quiet rivers`, 'Herons of quiet rivers'],
    [`- [2301.01234](${arxiv}) Herons of Quiet Rivers, Ana Ruiz, Lars Berg`, 'Herons of Quiet Rivers'],
    [`- [Herons of quiet rivers](${arxiv})`, 'Herons of quiet rivers'],
    [`- [Herons of quiet rivers](${arxiv}), ICML 2019`, 'Herons of quiet rivers'],
    [`- [Herons of quiet rivers](${arxiv}) - Ana Ruiz and Lars Berg`, 'Herons of quiet rivers'],
    [`- 2020: [Herons of quiet rivers](${arxiv}) [[code]](https://github.com/a/b)`, 'Herons of quiet rivers'],
    [`- [**Herons of quiet rivers**](${arxiv}) (ICML 2019)`, 'Herons of quiet rivers'],
    [`### [Herons of quiet rivers](${arxiv})`, 'Herons of quiet rivers'],
    [`- [mixHeron: Beyond quiet rivers](${arxiv})`, 'mixHeron: Beyond quiet rivers'],
    [
      `- [Unsupervised Heron Noise Modeling and River Correction](${arxiv})`,
      'Unsupervised Heron Noise Modeling and River Correction',
    ],
  ])('%s', (source, title) => {
    expect(said(source)).toEqual([[title, '2301.01234']]);
  });

  it.each<[string, string[]]>([
    [`- Herons of quiet rivers [[paper]](${arxiv}) [[code]](https://github.com/a/b)`, ['https://github.com/a/b']],
    [
      `- [Herons of quiet rivers](${arxiv}), ICML 2019. [PyTorch code](https://gitlab.com/a/b), [blog](https://a.example)`,
      ['https://gitlab.com/a/b'],
    ],
    [
      `- Herons of quiet rivers [[pdf]](${arxiv}) [Code (official)](https://github.com/a/b) [Code](https://github.com/c/d)`,
      ['https://github.com/a/b', 'https://github.com/c/d'],
    ],
    // The name of a tool, the list itself, a project's page, an issue: not said to be its code.
    [`- Herons of quiet rivers [[pdf]](${arxiv}), uses [Heronet](https://github.com/a/heronet)`, []],
    [`- Herons of quiet rivers [[pdf]](${arxiv}) [code](https://github.com/me/list/blob/main/x.md)`, []],
    [`- Herons of quiet rivers [[pdf]](${arxiv}) [project](https://heron.github.io/rivers)`, []],
  ])('code in the entry: %s', (source, code) => {
    const found = linkedPapers(blocksOf(source), { ...nothing, url: 'https://github.com/me/list' });
    expect(found.map(({ fact }) => (fact.record.code ?? []).map(({ url }) => url))).toEqual([code]);
    // A list is nobody's own place: it says nothing of whose code it is.
    expect(found.flatMap(({ fact }) => fact.record.code ?? []).every(({ official }) => official === undefined)).toBe(
      true,
    );
  });

  it('code is of the entry before it, not of the next', () => {
    const source = `- Herons of quiet rivers [[paper]](${arxiv}) [[code]](https://github.com/a/b), Storks of loud harbours [[paper]](${other}) [[code]](https://github.com/c/d)`;
    expect(read(blocksOf(source)).map(({ fact }) => fact.record.code?.map(({ url }) => url))).toEqual([
      ['https://github.com/a/b'],
      ['https://github.com/c/d'],
    ]);
  });

  it.each<[string, string]>([
    ['a tool', `- [Heronet](https://github.com/a/heronet) - A library for quiet rivers in Python. [[Paper]](${arxiv})`],
    ['a description', `- Official implementation of quiet herons in rivers [[Paper]](${arxiv})`],
    ['a sentence', `- See the original paper for more on quiet herons [here](${arxiv}).`],
    ['names alone', `- Ana Ruiz, Lars Berg, Nneka Okafor [[Paper]](${arxiv})`],
    ['a venue', `- [Journal of Quiet Rivers and Herons](${arxiv})`],
    ['a label', `- [Paper](${arxiv})`],
    ['a citation', `- [Ruiz et al., 2023](${arxiv})`],
    ['two sentences', `- Herons like quiet rivers. They stay there in winter [[1]](${arxiv})`],
    ['a name', `- [HERON](${arxiv})`],
    [
      'a row of links to databases',
      `- [Article](${arxiv}) [ADS](https://ads.example/1) [CAS](https://cas.example/1) [PubMed](https://p.example/1) [PubMed Central](https://pmc.example/1) [Google Scholar](https://s.example/1)`,
    ],
    ['links to databases as text', `- [Article](${arxiv}) CAS PubMed PubMed Central Google Scholar`],
    [
      'a row of links to other papers',
      `- [PDF](${arxiv}) [Owls of the Loud Night](https://o.example/1) [Gulls of the Far Shore](https://o.example/2)`,
    ],
    ['a reference without a title', `- K. Ruiz, C. Berg and F. Okafor, Science, 2007, 317, 1881 [CrossRef](${arxiv})`],
    [
      'another of those',
      `- (b) K. Ruiz and C. Berg, J. Am. Quiet Rivers, 2007, 29, 181; (c) L. Ito, ibid., 9 [CrossRef](${arxiv})`,
    ],
    [
      'where it was printed',
      `- Quiet Rivers and Herons, Volume 129, Issue 10, October 2006, Pages 2697–2708 [link](${arxiv})`,
    ],
    ['a button', `- [Reprints and permissions](${arxiv})`],
    ['a button’s words', `[View Article Online](${arxiv})`],
    ['a file', `- [Simple Text file](${arxiv})`],
    ['a step back', `[Previous Article](${arxiv})`],
    ['what somebody calls it', `We follow [The Original Heron Paper](${arxiv}) here.`],
    ['words of a sentence', `As [herons were found to live in quiet rivers](${arxiv}), we go on.`],
    ['a label in a sentence', `Herons live in quiet rivers, as was shown recently ([paper](${arxiv})).`],
    ['where it appeared', `It was published in [Annals of Quiet Rivers and Birds](${arxiv}) last year.`],
  ])('%s says only the identifier', (_, source) => {
    expect(said(source)).toEqual([[null, '2301.01234']]);
  });
});

describe('running text', () => {
  it.each<[string, string]>([
    [`As shown in “[Herons of quiet rivers](${arxiv})”, this is so.`, 'Herons of quiet rivers'],
    [
      `The idea of [Herons of Quiet Rivers and Their Birds](${arxiv}) is new to us.`,
      'Herons of Quiet Rivers and Their Birds',
    ],
    [`[Herons of Quiet Rivers: A Theory of Everything](${arxiv})`, 'Herons of Quiet Rivers: A Theory of Everything'],
  ])('%s', (source, title) => {
    expect(said(source)).toEqual([[title, '2301.01234']]);
  });
});

describe('several links', () => {
  it.each<[string, string, [string | null, string][]]>([
    [
      'two entries of one block',
      `Herons of Quiet Rivers [[pdf]](${arxiv}), Owls of the Loud Night [[pdf]](${other})`,
      [
        ['Herons of Quiet Rivers', '2301.01234'],
        ['Owls of the Loud Night', '2302.04321'],
      ],
    ],
    [
      'one paper in two places',
      `- Herons of quiet rivers [[arXiv]](${arxiv}) [[journal]](${doi})`,
      [['Herons of quiet rivers', '2301.01234']],
    ],
    [
      'the same link twice',
      `- [Herons of quiet rivers](${arxiv}) [[pdf]](${arxiv})`,
      [['Herons of quiet rivers', '2301.01234']],
    ],
    [
      'two papers behind one text',
      `- Herons of quiet rivers [[1]](${arxiv}) [[2]](${other})`,
      [
        [null, '2301.01234'],
        [null, '2302.04321'],
      ],
    ],
    ['a DOI', `- Herons of quiet rivers [[doi]](${doi})`, [['Herons of quiet rivers', '10.55555/fog.1']]],
    ['OpenReview', `- Herons of quiet rivers [[review]](${review})`, [['Herons of quiet rivers', 'none']]],
    ['OpenReview without a title', `- [review](${review})`, []],
  ])('%s', (_, source, papers) => {
    expect(said(source)).toEqual(papers);
  });
});

describe('what is read', () => {
  const linked = (text: string, href: string, kind: Block['kind'] = 'cell', row = 7): Block => ({
    kind,
    text,
    row,
    spans: [{ kind: 'link', start: 0, end: text.length, href }],
  });
  const cell = (text: string, row = 7): Block => ({ kind: 'cell', text, row, spans: [] });

  it('a title in another cell of the row', () => {
    const blocks = [
      cell('2021'),
      cell('Herons of quiet rivers'),
      cell('ICML'),
      linked('PDF', arxiv),
      linked('doi', doi),
    ];
    expect(read(blocks).map(({ title, block }) => [title, block])).toEqual([['Herons of quiet rivers', 1]]);
  });

  it('no title where two cells may be one', () => {
    const blocks = [cell('Herons of quiet rivers'), cell('Owls of the loud night'), linked('PDF', arxiv)];
    expect(read(blocks).map(({ title }) => title)).toEqual([null]);
  });

  it('names and year that are certain, and OpenReview’s page', () => {
    const [paper] = read(blocksOf(`- A. Ruiz and L. Berg. Herons of quiet rivers. In ICML, 2019. [[r]](${review})`));
    expect(paper?.fact.record).toMatchObject({ authors: ['A. Ruiz', 'L. Berg'], year: 2019, links: [review] });
  });

  it('is marked where its title is, else at the link', () => {
    const [titled] = read(blocksOf(`- 2019: Herons of quiet rivers [[Paper]](${arxiv})`));
    const [bare] = read(blocksOf(`- Herons, see [[Paper]](${arxiv})`));
    expect(titled?.place).toEqual({ start: 6, length: 22 });
    expect(bare?.place).toEqual({ start: 12, length: 7 });
    expect(bare?.fact).toMatchObject({ record: { title: 'arXiv:2301.01234' }, from: { arxiv: 'pattern' } });
    expect(bare?.fact.from).not.toHaveProperty('title');
  });

  it.each<[string, Partial<typeof nothing>]>([
    ['the page’s own paper', { own: new Set(['2301.01234']) }],
    ['what is read as something else', { isRead: () => true }],
    ['ways around the page’s own site', { url: 'https://arxiv.org/list/cs/new' }],
  ])('%s is not', (_, context) => {
    expect(linkedPapers(blocksOf(`- Herons of quiet rivers [[Paper]](${arxiv})`), { ...nothing, ...context })).toEqual(
      [],
    );
  });
});
