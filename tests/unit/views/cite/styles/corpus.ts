// Papers of all kinds, for comparing references: real ones where they are there, and generated ones.
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import type { PaperRecord } from '../../../../../lib/paper/record.ts';
import type { CitedName, CitedWork } from '../../../../../lib/views/cite/styles/cited-work.ts';
import { names } from '../listed.ts';

const people = [
  ...names,
  'Jean-Paul Marat',
  'J. R. R. Tolkien',
  'J.R.R. Tolkien',
  'Wei Wang',
  'Nguyễn Văn An',
  'Søren Kierkegaard',
  'Иван Петров',
  'Γιώργος Σεφέρης',
  'Mary-Jane Watson Parker',
  'Ludwig von Mises',
  'Vincent van Gogh',
  'Charles de Gaulle',
  'OpenAI',
  'Plato',
  'Ana María López de la Cruz',
  'Sammy Davis Jr.',
  'D’Arcy Thompson',
  'G. E. Hinton',
];

const titles = [
  'On quiet rivers',
  'Attention Is All You Need',
  'Is it so?',
  'Why not! A reply',
  'BERT: Pre-training of Deep Bidirectional Transformers for Language Understanding',
  'A study of $O(n^2)$ attention in $\\mathcal{H}_\\infty$ spaces',
  '“Why Should I Trust You?”: Explaining the Predictions of Any Classifier',
  '"Everyone wants to do the model work, not the data work"',
  "Don't stop pretraining: adapt language models to domains and tasks",
  'mT5 and the state-of-the-art: from zero to one',
  'The end of an era, with or without us',
  'α-rivers & β-lakes: a <comparison>',
  'Über die Grundlagen der Geometrie',
  '100% of the time, it works every time',
  'What is it good for? Absolutely nothing.',
  '深度学习综述',
  'THE CAPITAL TITLE',
  'Part II - the return of the river',
  "Bellman's principle: the reader's guide",
];

const places: readonly Partial<PaperRecord>[] = [
  {},
  { type: 'preprint', venue: 'arXiv preprint' },
  { type: 'preprint', venue: 'bioRxiv' },
  { venue: 'ICML 2020', type: 'conference' },
  { venue: 'Findings of EMNLP 2022', type: 'conference' },
  { venue: 'NeurIPS 2021 Workshop on Quiet Rivers', type: 'workshop' },
  { venue: 'ICML 2020, PMLR 119:864-873', type: 'conference' },
  { venue: 'Phys. Rev. D', type: 'journal' },
  { venue: 'Journal of Rivers & Lakes', type: 'journal' },
  { venue: 'TMLR', type: 'journal' },
  { venue: 'Nature', type: 'journal' },
  { venue: 'Somewhere else entirely' },
];

const anyRecord = (): fc.Arbitrary<PaperRecord> =>
  fc
    .record(
      {
        title: fc.constantFrom(...titles),
        authors: fc.oneof(
          { weight: 8, arbitrary: fc.uniqueArray(fc.constantFrom(...people), { minLength: 0, maxLength: 6 }) },
          { weight: 2, arbitrary: fc.uniqueArray(fc.constantFrom(...people), { minLength: 5, maxLength: 25 }) },
          {
            weight: 1,
            arbitrary: fc
              .integer({ min: 26, max: 500 })
              .map((count) => Array.from({ length: count }, (_, at) => `Ada ${'BCDEFGHIJK'[at % 10] ?? ''}. Holm`)),
          },
        ),
        year: fc.integer({ min: 1950, max: 2030 }),
        place: fc.constantFrom(...places),
        volume: fc.constantFrom('12', 'LNCS 7', 'B'),
        issue: fc.constantFrom('3', '3-4', 'S1'),
        pages: fc.constantFrom('864-873', 'e17', 'S12-S15', '7', '100-104', '107-108', '1298-1305', '99-101'),
        publisher: fc.constantFrom('Test Press', 'Johnson & Sons', 'Éditions de l’Eau', 'Holm Inc.'),
        doi: fc.constantFrom('10.1000/a_b', '10.1002/(sici)1097-4571(199906)50:8<651::aid-asi1>3.0.co;2-e'),
        arxivId: fc.constantFrom('2103.00021', 'hep-th/9711200'),
        links: fc.constantFrom<string[]>(['https://openreview.net/forum?id=a_b'], ['https://example.org/~ada/p.pdf']),
      },
      { requiredKeys: ['title', 'authors', 'place'] },
    )
    .map(({ place, ...facts }) => ({ id: 'title:1', ...facts, ...place }));

/** Where real papers are, beside the project. */
const shared = (name: string): string => new URL(`../../../../../../shared/titles/${name}`, import.meta.url).pathname;
export const hasReal = existsSync(shared('paperlists.jsonl.gz'));

interface Line {
  title?: string;
  authors?: readonly string[];
  author?: readonly string[];
  year?: number;
  venue?: string;
  doi?: string;
}

/** Every so many lines one, up to `count`. */
function realRecords(count: number): PaperRecord[] {
  if (!hasReal) return [];
  const lines = gunzipSync(readFileSync(shared('paperlists.jsonl.gz')))
    .toString('utf8')
    .trimEnd()
    .split('\n');
  const step = Math.max(1, Math.floor(lines.length / count));
  return lines
    .filter((_, at) => at % step === 0)
    .slice(0, count)
    .flatMap((line): PaperRecord[] => {
      const { title, authors = [], year, venue } = JSON.parse(line) as Line;
      return title === undefined || title === ''
        ? []
        : [
            {
              id: 'title:1',
              title,
              authors: [...authors],
              ...(year === undefined ? {} : { year }),
              ...(venue === undefined ? {} : { venue: `${venue} ${year ?? ''}`.trim(), type: 'conference' as const }),
            },
          ];
    });
}

/** The same each time. */
export function papersOf(count: number): PaperRecord[] {
  const real = realRecords(Math.floor(count / 2));
  return [...real, ...fc.sample(anyRecord(), { seed: 7, numRuns: count - real.length })];
}

const types = { journal: 'article-journal', conference: 'paper-conference', preprint: 'article', document: 'document' };

const nameOf = (name: CitedName): object =>
  typeof name === 'string'
    ? { literal: name }
    : {
        family: name.family,
        given: name.given,
        ...(name.generation === '' ? {} : { suffix: name.generation }),
      };

/** The same facts as CSL-JSON. */
export const itemOf = (work: CitedWork, id: string): { id: string } & Record<string, unknown> => ({
  id,
  ...Object.fromEntries(
    Object.entries({
      type: types[work.kind],
      title: work.title,
      'container-title': work.container,
      volume: work.volume,
      issue: work.issue,
      page: work.pages,
      publisher: work.publisher,
      number: work.number,
      DOI: work.doi,
      URL: work.url,
    }).filter(([, text]) => text !== ''),
  ),
  author: work.authors.map(nameOf),
  ...(work.year === null ? {} : { issued: { 'date-parts': [[work.year]] } }),
});

/** Without marks that a style leaves where nothing is between them: "In ICML, 2001. ." */
export const tidied = (reference: string): string =>
  reference
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#38;', '&')
    .replaceAll('&#60;', '<')
    .replaceAll('&#62;', '>')
    .replace(/<sup>(.)<\/sup>/g, (_, sign: string) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(sign)] ?? sign)
    .replaceAll('. .', '.')
    .replace(/,? (?=[,.](?: |$))/g, '')
    .replaceAll(',.', '.')
    .replaceAll(', (', ' (')
    .replace(/\s+/g, ' ')
    .trim();
