// What is measured, and what it should reach.
import { blocksOf } from '../../tests/unit/match/markdown-blocks.ts';
import { wordsIn, type Catalog } from './catalog.ts';
import type { Looker } from './engine.ts';
import { neuripsPage, type Material } from './material.ts';
import {
  judge,
  onePerPaper,
  stratumOf,
  together,
  type Goal,
  type Judged,
  type Outcome,
  type Stratum,
} from './score.ts';
import type { Sheet } from './sheet.ts';
import { syntheticStrata } from './synthetic.ts';
import { withVerdicts, type Verdict } from './verdicts.ts';

export const wholeTitles = 'whole titles of four words and more';
export const goals: readonly Goal[] = [
  { stratum: wholeTitles, figure: 'recall', atLeast: 0.995 },
  { stratum: wholeTitles, figure: 'precision', atLeast: 0.999 },
  { stratum: 'citations', figure: 'f1', atLeast: 0.99 },
  { stratum: 'negative pages, bundled pack', figure: 'precision', atLeast: 1 },
  { stratum: 'negative pages, real titles', figure: 'precision', atLeast: 1 },
];

export interface Measured {
  stratum: Stratum;
  outcome: Outcome;
}

interface Planned {
  name: string;
  catalog: 'bundled' | 'neurips' | 'real';
  sheets: () => Sheet[];
  /** Only marks by title count: the lists say nothing of identifiers. */
  titlesOnly: boolean;
  /** The list says which papers are named, not how often. */
  once?: boolean;
  /** Marks beyond the list were looked at one by one. */
  judged?: boolean;
}

function plans(material: Material): Planned[] {
  const saved = (only: (path: string) => boolean): Sheet[] =>
    material.pages
      .filter(({ path }) => only(path))
      .map(({ path, file, url, expected }) => ({ name: path, url, page: { file }, expected }));
  const isNegative = (path: string): boolean => path.startsWith('negative/');
  const neuripsWith = (catalog: Catalog): Sheet[] =>
    saved((path) => path === neuripsPage).map((sheet) => ({ ...sheet, expected: material.listed(catalog) }));
  return [
    { name: 'saved pages', catalog: 'bundled', sheets: () => saved(() => true), titlesOnly: true },
    { name: 'negative pages, bundled pack', catalog: 'bundled', sheets: () => saved(isNegative), titlesOnly: false },
    {
      name: 'citations',
      catalog: 'bundled',
      titlesOnly: false,
      once: true,
      sheets: () =>
        material.citations.map(({ name, text, expected }, nth) => ({
          name: `citation ${name}`,
          url: `https://accuracy.example/citation/${nth + 1}`,
          page: { blocks: blocksOf(text) },
          expected,
        })),
    },
    { name: 'NeurIPS 2023 page', catalog: 'neurips', sheets: () => neuripsWith(material.neurips), titlesOnly: true },
    {
      name: 'all pages, real titles',
      catalog: 'real',
      titlesOnly: true,
      judged: true,
      sheets: () => [...saved((path) => path !== neuripsPage), ...neuripsWith(material.real())],
    },
    {
      name: 'negative pages, real titles',
      catalog: 'real',
      titlesOnly: false,
      judged: true,
      sheets: () => saved(isNegative),
    },
    ...syntheticStrata(material.real()).map(({ name, sheets }): Planned => ({
      name,
      catalog: 'real',
      sheets: () => sheets,
      titlesOnly: true,
    })),
  ];
}

/** Measures all strata whose name begins with `only`; `open` is called once for each catalog. */
export async function measure(
  material: Material,
  verdicts: readonly Verdict[],
  open: (catalog: Catalog, addresses: readonly string[]) => Promise<Looker>,
  { only, told }: { only: string | null; told: (measured: Measured) => void },
): Promise<{ strata: Stratum[]; unjudged: Judged[] }> {
  const wanted = plans(material).filter(({ name }) => only === null || name.startsWith(only));
  const all: Measured[] = [];
  const unjudged: Judged[] = [];
  const add = (name: string, outcome: Outcome): void => {
    const measured = { stratum: stratumOf(name, outcome), outcome };
    all.push(measured);
    told(measured);
  };
  for (const catalog of ['bundled', 'neurips', 'real'] as const) {
    const mine = wanted.filter((plan) => plan.catalog === catalog);
    if (mine.length === 0) continue;
    const pages = mine.map((plan) => ({ plan, sheets: plan.sheets() }));
    const looker = await open(
      catalog === 'real' ? material.real() : material[catalog],
      pages.flatMap(({ sheets }) => sheets.map(({ url }) => url)),
    );
    try {
      for (const { plan, sheets } of pages) {
        const outcomes: Outcome[] = [];
        for (const sheet of sheets) {
          const marks = await looker.look(sheet);
          const counted = plan.titlesOnly ? marks.filter(({ by }) => by === 'title') : marks;
          outcomes.push(judge(sheet.name, sheet.expected, plan.once === true ? onePerPaper(counted) : counted));
        }
        const outcome = together(outcomes);
        if (plan.judged === true) {
          const looked = withVerdicts(outcome, verdicts);
          unjudged.push(...looked.unjudged);
          add(plan.name, looked.outcome);
        } else add(plan.name, outcome);
      }
    } finally {
      await looker.end();
    }
  }
  if (only === null || wholeTitles.startsWith(only)) add(wholeTitles, wholeOf(all));
  return { strata: all.map(({ stratum }) => stratum), unjudged };
}

/** Titles of four words and more that stand whole: from the listings and the synthetic pages. */
function wholeOf(all: readonly Measured[]): Outcome {
  const from = all.filter(({ stratum: { name } }) =>
    ['NeurIPS 2023 page', 'all pages, real titles', 'synthetic: whole'].includes(name),
  );
  return {
    mentions: from.flatMap(({ outcome }) =>
      outcome.mentions.filter(({ whole, title }) => whole && wordsIn(title) >= 4),
    ),
    marks: from.flatMap(({ outcome }) => outcome.marks.filter(({ mark }) => wordsIn(mark.text) >= 4)),
  };
}
