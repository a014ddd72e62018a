// All figures of `npm run related`, in one run.
import { availableParallelism } from 'node:os';
import { lookupOf, titlesOf, withAbstracts, type MadePaper } from './catalog.ts';
import { readMaterial, type Material } from './material.ts';
import { hiddenAuthors, keywordNeighbours, ratedPapers, ratedPools, samePeople } from './measures.ts';
import { allWords, bm25, earlier, miniSearch, ours, tfIdf, titleWords, type Rule } from './rules.ts';
import type { Lookup } from '../../lib/catalog/lookup.ts';
import { measureSpeed } from './speed.ts';

export interface Figure {
  name: string;
  value: number;
  goal: number;
  holds: boolean;
}
export interface RunOptions {
  /** Ours alone, and no times. */
  quick: boolean;
  /** The times alone. */
  times: boolean;
  /** Papers that are asked about, of each kind. */
  questions: number;
  say: (line: string) => void;
}

const round = (value: number): number => Number(value.toFixed(3));
const atLeast = (name: string, value: number, goal: number): Figure => ({
  name,
  value: round(value),
  goal,
  holds: value >= goal,
});
const atMost = (name: string, value: number, goal: number): Figure => ({
  name,
  value: round(value),
  goal,
  holds: value <= goal,
});

/** The rules that are compared; those made from papers alone take no catalog. */
async function rulesFor(
  papers: readonly MadePaper[],
  quick: boolean,
): Promise<{ rules: [name: string, rule: Rule][]; whole: Lookup }> {
  const titles = papers.map(({ title, authors, year }) => ({ title, authors, year }));
  const source = await titlesOf(papers);
  const [alone, whole] = [lookupOf(source), lookupOf(withAbstracts(source, papers))];
  const titlesAlone = ours(alone);
  const rules: [string, Rule][] = [
    ['ours', ours(whole)],
    ['ours, titles', (question, ...rest) => titlesAlone({ ...question, words: [] }, ...rest)],
  ];
  if (!quick)
    rules.push(
      ['earlier rule, titles', earlier(alone)],
      ['TF-IDF, titles', tfIdf(titles, titleWords)],
      ['TF-IDF', tfIdf(papers, allWords)],
      ['BM25, titles', bm25(titles, titleWords)],
      ['BM25', bm25(papers, allWords)],
      ['MiniSearch, titles', miniSearch(titles)],
    );
  return { rules, whole };
}

const papersOf = ({ titles, abstracts }: Material): MadePaper[] =>
  titles.map(({ title, authors, year }, row) => ({ title, authors, year, words: abstracts.get(row) }));

async function measureQuality(
  material: Material,
  papers: readonly MadePaper[],
  { quick, questions, say }: RunOptions,
): Promise<Figure[]> {
  const rated = ratedPapers(material.rated);
  say(`${papers.length} papers, ${material.rated.queries.length} rated pools; ${availableParallelism()} processors\n`);
  say(
    `${''.padEnd(24)}${['rated nDCG@10', 'keywords nDCG@12', 'two authors @12'].map((head) => head.padStart(18)).join('')}`,
  );
  const found = new Map<string, [rated: number, keywords: number, authors: number]>();
  const [forRated, forAll] = [await rulesFor(rated.papers, quick), await rulesFor(papers, quick)];
  for (const [at, [name, rule]] of forAll.rules.entries()) {
    const values: [number, number, number] = [
      await ratedPools(material.rated, rated, forRated.rules[at]?.[1] ?? rule),
      await keywordNeighbours(material, papers, rule, questions),
      await hiddenAuthors(papers, rule, questions),
    ];
    found.set(name, values);
    say(`${name.padEnd(24)}${values.map((value) => value.toFixed(3).padStart(18)).join('')}`);
  }
  const whole = found.get('ours') ?? [0, 0, 0];
  const people = await samePeople(material, papers, forAll.whole, { least: 2, questions });
  say(
    `\nof works by one of the same people, names being people: ${round(await samePeople(material, papers, forAll.whole, { least: 1, questions }))}`,
  );
  return [
    atLeast('rated pools, nDCG@10', whole[0], 0.42),
    atLeast('rated pools, titles alone, nDCG@10', found.get('ours, titles')?.[0] ?? 0, 0.32),
    atLeast('keyword neighbours, nDCG@12', whole[1], 0.13),
    atLeast('authors hidden, two of them among 12', whole[2], 0.3),
    atLeast('two of the same people, recall@12', people, 0.98),
  ];
}

export async function measureAll(shared: string, truth: string, options: RunOptions): Promise<Figure[]> {
  const { quick, times, say } = options;
  const material = readMaterial(shared, truth);
  const papers = papersOf(material);
  const quality = times ? [] : await measureQuality(material, papers, options);
  const speed = quick ? [] : await measureSpeed(shared, papers);
  const figures = [...quality, ...speed.map(({ name, value, goal }) => atMost(name, value, goal))];
  say('');
  for (const { name, value, goal, holds } of figures)
    say(`${name.padEnd(44)}${String(value).padStart(8)}  goal ${goal}  ${holds ? 'holds' : 'DOES NOT HOLD'}`);
  return figures;
}
