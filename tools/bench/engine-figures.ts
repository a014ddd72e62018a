// match, memory and the alternatives: the engine in the browser's own worker, on the titles of this run.
import { cachedBytes, caches } from './loaded.ts';
import { openEngine, type Engine } from './engine.ts';
import type { MatchDone } from './engine-jobs.ts';
import { measured, type FigureName, type Measured } from './figures.ts';
import { bundledTitles } from './pages.ts';
import { interleaved, median, quartiles } from './statistics.ts';
import { papersFor, type MadePaper } from './titles.ts';

/** The most that each holds in a worker of a browser on a machine of 8 GB; mark.js: in about ten seconds a page. */
const mostTitles = { ahocorasick: 20_000, minisearch: 50_000, markjs: 400 } as const;

const ms = (value: number): string => `${value.toFixed(2)} ms`;
const spread = (values: readonly number[]): string =>
  `${ms(median(values))} (${quartiles(values)
    .map((value) => value.toFixed(2))
    .join('–')})`;

/** Answers the article in new workers: with what it calls for read before, as in a worker that has a page behind it. */
async function matches(engine: Engine, index: string, repeats: number): Promise<MatchDone[]> {
  const { wanted } = await engine.match({ index, wanted: null, warm: 0 });
  const taken: MatchDone[] = [];
  for (let round = 0; round < repeats; round += 1) taken.push(await engine.match({ index, wanted, warm: 20 }));
  return taken;
}

/** The worse of a worker's first page and its later ones: a reader has both. */
function matchFigure(taken: readonly MatchDone[], titles: number, characters: number): Measured {
  const cold = { ours: taken.map((one) => one.cold.ours), reading: taken.map((one) => one.cold.reading) };
  const warm = { ours: taken.flatMap((one) => one.warm.ours), reading: taken.flatMap((one) => one.warm.reading) };
  const [first, later] = [cold, warm].map(({ ours, reading }) => median(ours) / median(reading));
  return measured('match', Math.max(first ?? 0, later ?? 0), [
    `${titles} titles, ${characters} characters, ${taken[0]?.mentions ?? 0} mentions`,
    `first page of a worker: ours ${spread(cold.ours)}, reading ${spread(cold.reading)}: ${first?.toFixed(1) ?? ''}`,
    `later pages: ours ${spread(warm.ours)}, reading ${spread(warm.reading)}: ${later?.toFixed(1) ?? ''}`,
  ]);
}

async function memoryFigure(engine: Engine, front: number, titles: number): Promise<Measured> {
  const map = (await engine.mapBytes(titles)) / titles;
  const cached = cachedBytes();
  const ours = (front + cached) / titles;
  return measured(
    'memory',
    ours,
    [
      `${titles} titles: front ${(front / titles).toFixed(2)} bytes a title, caches at their limits ${(cached / 2 ** 20).toFixed(1)} MB`,
      ...caches.map(({ name, bytes }) => `${name}: at most ${(bytes / 2 ** 20).toFixed(1)} MB`),
      `Map<string, id> of the same titles in the same browser: ${map.toFixed(1)} bytes a title, ${(map / ours).toFixed(1)} times ours`,
    ],
    Math.min(12, map / 10),
  );
}

async function inWorker(engine: Engine, what: 'ahocorasick' | 'minisearch', repeats: number): Promise<Measured> {
  const titles = mostTitles[what];
  const { path } = engine.index(titles);
  const ours = (await matches(engine, path, repeats)).flatMap(({ warm }) => warm.ours);
  const theirs = await engine.alternative(what, titles, Math.min(repeats, 5));
  return measured(`alternatives.${what}`, median(ours) / median(theirs.milliseconds), [
    `${titles} titles: ours ${spread(ours)}, theirs ${spread(theirs.milliseconds)} a page after ${(theirs.buildMs / 1000).toFixed(1)} s of building at each start (${theirs.found} hits)`,
  ]);
}

/** All of ours that a page waits for: blocks read in a new document, matched in a new worker. */
async function markFigure(engine: Engine, papers: readonly MadePaper[], repeats: number): Promise<Measured> {
  const count = mostTitles.markjs;
  const { path } = engine.index(count);
  const { wanted } = await engine.match({ index: path, wanted: null, warm: 0 });
  const titles = papers.slice(0, count).map(({ title }) => title);
  const { ours, theirs } = await interleaved(Math.min(repeats, 3), {
    ours: async () => {
      const reading = await engine.readingMs();
      return reading + (await engine.match({ index: path, wanted, warm: 0 })).cold.ours;
    },
    theirs: async () => {
      const tab = await engine.markPage();
      try {
        const { milliseconds } = await tab.evaluate(
          (all) =>
            (
              globalThis as unknown as {
                markTitles: (titles: readonly string[]) => Promise<{ milliseconds: number; marks: number }>;
              }
            ).markTitles(all),
          titles,
        );
        return milliseconds;
      } finally {
        await tab.close();
      }
    },
  });
  return measured('alternatives.markjs', median(ours) / median(theirs), [
    `${count} titles: ours ${spread(ours)} (reading the page and matching, both cold), theirs ${spread(theirs)} on the main thread`,
  ]);
}

export async function engineFigures(
  only: readonly FigureName[],
  { titles, repeats, shared }: { titles: number; repeats: number; shared: string | null },
): Promise<Measured[]> {
  const known: MadePaper[] = bundledTitles().map((title) => ({ title, authors: [], year: 2020 }));
  const papers = [...known, ...papersFor(Math.max(titles, mostTitles.minisearch) - known.length, shared)];
  const engine = await openEngine(papers);
  const given: Measured[] = [];
  try {
    if (only.includes('match') || only.includes('memory')) {
      console.error(`Indexing ${titles} titles …`);
      const { path, front } = engine.index(titles);
      if (only.includes('match'))
        given.push(matchFigure(await matches(engine, path, repeats), titles, engine.characters));
      if (only.includes('memory')) given.push(await memoryFigure(engine, front, titles));
    }
    if (only.includes('alternatives.markjs')) given.push(await markFigure(engine, papers, repeats));
    for (const what of ['ahocorasick', 'minisearch'] as const)
      if (only.includes(`alternatives.${what}`)) {
        console.error(`Asking ${what} …`);
        given.push(await inWorker(engine, what, repeats));
      }
  } finally {
    await engine.close();
  }
  return given;
}
