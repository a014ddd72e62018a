// References in six styles: what a reader pastes, and that they say the same as citeproc-js with the styles' own files.
import { beforeAll, describe, expect, it } from 'vitest';
import type { PaperRecord } from '../../../../../lib/paper/record.ts';
import { citedPaper } from '../../../../../lib/views/cite/cited-paper.ts';
import { citedWork } from '../../../../../lib/views/cite/styles/cited-work.ts';
import { styledReferences, styleNames, type StyleName } from '../../../../../lib/views/cite/styles/styles.ts';
import { listed } from '../listed.ts';
import { hasReal, itemOf, papersOf, tidied } from './corpus.ts';
import { referenceByCiteproc, type Reference } from './oracle.ts';

const article: Partial<PaperRecord> = {
  title: 'On quiet rivers: a study of $O(n^2)$ lakes',
  authors: ['Ada B. Holm', 'Laurens van der Maaten', 'LHCb Collaboration'],
  year: 2020,
  venue: 'Journal of Rivers & Lakes',
  type: 'journal',
  volume: '12',
  issue: '3',
  pages: '864-873',
  doi: '10.1000/a_b',
};
const paper: Partial<PaperRecord> = {
  title: 'Is it so?',
  authors: ['Vincent van Gogh'],
  year: 2020,
  venue: 'ICML 2020',
  type: 'conference',
  pages: '7-19',
};
const preprint: Partial<PaperRecord> = {
  title: 'Attention is all you need',
  authors: ['Ada Holm', 'Robert Downey Jr.'],
  year: 2017,
  type: 'preprint',
  arxivId: '1706.03762',
};

const ICML = 'International Conference on Machine Learning (ICML)';
const examples: Readonly<Record<StyleName, readonly [article: string, paper: string, preprint: string]>> = {
  apa: [
    'Holm, A. B., van der Maaten, L., & LHCb Collaboration. (2020). On quiet rivers: a study of O(n²) lakes. Journal of Rivers & Lakes, 12(3), 864–873. https://doi.org/10.1000/a_b',
    `van Gogh, V. (2020). Is it so? ${ICML}, 7–19.`,
    'Holm, A., & Downey, R., Jr. (2017). Attention is all you need (No. arXiv:1706.03762). arXiv. https://arxiv.org/abs/1706.03762',
  ],
  mla: [
    'Holm, Ada B., et al. “On Quiet Rivers: A Study of O(N²) Lakes.” Journal of Rivers & Lakes, vol. 12, no. 3, 2020, pp. 864–73, https://doi.org/10.1000/a_b.',
    `van Gogh, Vincent. “Is It So?” ${ICML}, 2020, pp. 7–19.`,
    'Holm, Ada, and Robert Downey Jr. Attention Is All You Need. arXiv:1706.03762, arXiv, 2017, https://arxiv.org/abs/1706.03762.',
  ],
  chicago: [
    'Holm, Ada B., Laurens van der Maaten, and LHCb Collaboration. 2020. “On Quiet Rivers: A Study of O(N²) Lakes.” Journal of Rivers & Lakes 12 (3): 864–73. https://doi.org/10.1000/a_b.',
    `Gogh, Vincent van. 2020. “Is It So?” In ${ICML}, 7–19.`,
    'Holm, Ada, and Robert Downey Jr. 2017. “Attention Is All You Need.” arXiv. https://arxiv.org/abs/1706.03762.',
  ],
  ieee: [
    'A. B. Holm, L. van der Maaten, and LHCb Collaboration, “On quiet rivers: a study of O(n²) lakes,” Journal of Rivers & Lakes, vol. 12, no. 3, pp. 864–873, 2020, doi: 10.1000/a_b.',
    `V. van Gogh, “Is it so?,” in ${ICML}, 2020, pp. 7–19.`,
    'A. Holm and R. Downey Jr., “Attention is all you need,” 2017, arXiv: arXiv:1706.03762. [Online]. Available: https://arxiv.org/abs/1706.03762',
  ],
  acm: [
    'Ada B. Holm, Laurens van der Maaten, and LHCb Collaboration. 2020. On quiet rivers: a study of O(n²) lakes. Journal of Rivers & Lakes 12, 3 (2020), 864–873. https://doi.org/10.1000/a_b',
    `Vincent van Gogh. 2020. Is it so? In ${ICML}, 2020. 7–19.`,
    'Ada Holm and Robert Downey Jr. 2017. Attention is all you need. Retrieved from https://arxiv.org/abs/1706.03762',
  ],
  nature: [
    'Holm, A. B., van der Maaten, L., & LHCb Collaboration. On quiet rivers: a study of O(n²) lakes. Journal of Rivers & Lakes 12, 864–873 (2020).',
    `van Gogh, V. Is it so? in ${ICML} 7–19 (2020).`,
    'Holm, A. & Downey, R., Jr. Attention is all you need. Preprint at https://arxiv.org/abs/1706.03762 (2017).',
  ],
};

const paperOf = (record: Partial<PaperRecord>) => citedPaper(listed(record));

describe.each(styleNames)('%s', (style) => {
  it.each([
    ['an article', article],
    ['a paper of a conference', paper],
    ['a preprint', preprint],
  ] as const)('%s', (_, record) => {
    const at = [article, paper, preprint].indexOf(record);
    expect(styledReferences(style, [paperOf(record)]).text).toBe(examples[style][at]);
  });

  it('says that there are more authors', () => {
    const { text } = styledReferences(style, [paperOf({ ...paper, moreAuthors: true })]);
    expect(text).toContain('et al.');
    expect(text).not.toMatch(/\.\.|,,/);
  });

  it('lists several, in their order, as lines', () => {
    const { text, html } = styledReferences(style, [article, paper].map(paperOf));
    const lines = text.split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/quiet/i);
    expect(lines[1]).toMatch(/is it so/i);
    expect(html.match(/<p>/g)).toHaveLength(2);
  });

  it('lets no title be markup', () => {
    const { html } = styledReferences(style, [
      paperOf({ title: '<img src=x onerror=alert(1)> & "more"', authors: ['<b>'] }),
    ]);
    expect(html.replace(/<\/?(?:i|b|p)>/g, '')).not.toMatch(/[<>]/);
  });
});

it('rich text has the journal in italics', () => {
  expect(styledReferences('apa', [paperOf(article)]).html).toContain('<i>Journal of Rivers &amp; Lakes</i>');
});

const COUNT = 1000;
/** What each style may differ in, of a thousand. */
const MAY_DIFFER = 10;

describe(`equal to citeproc-js, ${COUNT} papers${hasReal ? '' : ' (generated ones alone: no real ones beside the project)'}`, () => {
  const works = papersOf(COUNT).map((record) => citedWork(citedPaper({ record })));
  let byCiteproc: (style: StyleName, items: readonly { id: string }[]) => Reference[];
  beforeAll(() => {
    byCiteproc = referenceByCiteproc();
  });

  it.each(styleNames)('%s', (style) => {
    const theirs = byCiteproc(
      style,
      works.map((work, at) => itemOf(work, `p${at}`)),
    );
    const different = works.flatMap((work, at) => {
      const ours = tidied(styledReferences(style, [], [work]).html.replace(/<\/?p>/g, ''));
      const other = tidied(theirs[at]?.html ?? '');
      return ours === other ? [] : [{ ours, other }];
    });
    expect(different.slice(MAY_DIFFER)).toEqual([]);
  });
});
