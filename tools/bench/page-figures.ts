// cold, cold.none, cold.listing, independence, slice, shift, longTasks: what a page pays.
import { longestTask } from '../annotate/trace.ts';
import type { Session, TraceEvent } from '../browser/session.ts';
import { measured, type FigureName, type Measured } from './figures.ts';
import { costOf, floorOf, shiftOf, tracedLoad, type Cost } from './page-cost.ts';
import { siteOf, type BenchPage } from './pages.ts';
import { interleaved, median, quartiles } from './statistics.ts';

export interface Browsers {
  /** With the bundled pack alone. */
  small: Session;
  /** With the largest pack besides. */
  large: Session;
  /** Without Byline. */
  alone: Session;
}

const ms = (value: number): string => `${value.toFixed(2)} ms`;
const spread = (values: readonly number[]): string =>
  `${ms(median(values))} (${quartiles(values)
    .map((value) => value.toFixed(2))
    .join('–')})`;

interface PageFigures {
  page: BenchPage;
  large: Cost[];
  small: Cost[];
  floor: number[];
}

async function measurePage(browsers: Browsers, page: BenchPage, repeats: number): Promise<PageFigures> {
  const large: Cost[] = [];
  const small: Cost[] = [];
  const taken = await interleaved(repeats, {
    floor: () => floorOf(browsers.alone, page),
    large: async () => large[large.push(await costOf(browsers.large, page)) - 1]?.mainThreadMs ?? 0,
    small: async () => small[small.push(await costOf(browsers.small, page)) - 1]?.mainThreadMs ?? 0,
  });
  return { page, large, small, floor: taken.floor };
}

const spent = (costs: readonly Cost[]): number[] => costs.map(({ mainThreadMs }) => mainThreadMs);
const ratio = (over: readonly number[], under: readonly number[]): number => median(over) / median(under);

const coldOf = ({ large, floor }: PageFigures): number => ratio(spent(large), floor);
const coldNote = (one: PageFigures): string =>
  `${one.page.name}: ours ${spread(spent(one.large))}, TreeWalker ${spread(one.floor)}: ${coldOf(one).toFixed(1)}; ${one.large[0]?.mentions ?? 0} mentions`;

/** The article's; those of saved pages, where they are there, by the worst of their kind. */
function coldFigures(all: readonly PageFigures[]): Measured[] {
  const [first] = all;
  if (first === undefined) throw new Error('There is no page to measure.');
  const kinds = (['none', 'listing'] as const).flatMap((kind) => {
    // A page that was without papers has some once more is found.
    const those = all.filter(
      ({ page, large }) => page.as === kind && (kind !== 'none' || large.every(({ mentions }) => mentions === 0)),
    );
    return those.length === 0 ? [] : [measured(`cold.${kind}`, Math.max(...those.map(coldOf)), those.map(coldNote))];
  });
  return [measured('cold', coldOf(first), all.map(coldNote)), ...kinds];
}

/** The pages that figures are about: of two that are about one kind of page alone, only those. */
const pagesFor = (only: readonly FigureName[], pages: readonly BenchPage[]): BenchPage[] =>
  only.every((name) => name === 'cold.none' || name === 'cold.listing')
    ? pages.filter(({ as }) => as !== undefined && only.includes(`cold.${as}`))
    : [...pages];

/** Only pages on which both find the same: on others the larger catalog has more to paint. */
function independenceFigure(all: readonly PageFigures[]): Measured {
  const [first] = all;
  if (first === undefined) throw new Error('There is no page to measure.');
  const notes = all.map(({ page, large, small }) => {
    const [many, few] = [large[0]?.mentions ?? 0, small[0]?.mentions ?? 0];
    const same = many === few ? `${many} mentions in both` : `${many} mentions instead of ${few}: not the same work`;
    return `${page.name}: ${spread(spent(large))} ÷ ${spread(spent(small))} = ${ratio(spent(large), spent(small)).toFixed(3)}; ${same}`;
  });
  return measured('independence', ratio(spent(first.large), spent(first.small)), notes);
}

/** The worst page's median: one page that stutters is one too many. */
function sliceFigure(all: readonly PageFigures[]): Measured {
  const slices = all.map(({ page, large }) => ({ name: page.name, took: large.map((cost) => cost.longestSliceMs) }));
  const notes = slices.map(({ name, took }) => `${name}: ${spread(took)}, at most ${ms(Math.max(...took))}`);
  return measured('slice', Math.max(...slices.map(({ took }) => median(took))), notes);
}

async function shiftFigure(browsers: Browsers, pages: readonly BenchPage[]): Promise<Measured> {
  const shifts: number[] = [];
  for (const page of pages) shifts.push(await shiftOf(browsers.large, browsers.alone, page, 900));
  return measured(
    'shift',
    Math.max(...shifts),
    pages.map(({ name }, at) => `${name}: ${shifts[at] ?? 0}`),
  );
}

async function longTaskFigure({ large }: Browsers, pages: readonly BenchPage[]): Promise<Measured> {
  const end = await large.trace?.();
  for (const page of pages) await tracedLoad(large, page);
  const events: TraceEvent[] = (await end?.()) ?? [];
  const longest = pages.map(({ name }) => longestTask(events, name, large.origin));
  return measured(
    'longTasks',
    longest.filter((took) => took > 50).length,
    pages.map(({ name }, at) => `${name}: longest task that is ours ${ms(longest[at] ?? 0)}`),
  );
}

/** Figures that come from one measurement. */
const costFigures: ReadonlySet<FigureName> = new Set(['cold', 'cold.none', 'cold.listing', 'independence', 'slice']);

export async function pageFigures(
  only: readonly FigureName[],
  browsers: Browsers,
  pages: readonly BenchPage[],
  repeats: number,
): Promise<Measured[]> {
  for (const session of [browsers.small, browsers.large, browsers.alone]) session.serve(siteOf(pages));
  const given: Measured[] = [];
  const inCost = only.filter((name) => costFigures.has(name));
  if (inCost.length > 0) {
    const all: PageFigures[] = [];
    for (const page of pagesFor(inCost, pages)) {
      console.error(`Reading “${page.name}” ${repeats} times with each catalog …`);
      all.push(await measurePage(browsers, page, repeats));
    }
    given.push(...coldFigures(all), independenceFigure(all), sliceFigure(all));
  }
  if (only.includes('shift')) given.push(await shiftFigure(browsers, pages));
  if (only.includes('longTasks')) given.push(await longTaskFigure(browsers, pages));
  return given.filter(({ figure }) => only.includes(figure.name));
}
