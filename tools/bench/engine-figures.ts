// match and memory: the engine in the browser's own worker, on the titles of this run.
import { cachedBytes, caches } from './loaded.ts';
import { openEngine, type Engine } from './engine.ts';
import type { MatchDone } from './engine-jobs.ts';
import { measured, type FigureName, type Measured } from './figures.ts';
import { bundledTitles } from './pages.ts';
import { median, quartiles } from './statistics.ts';
import { papersFor, type MadePaper } from './titles.ts';

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

export async function engineFigures(
  only: readonly FigureName[],
  { titles, repeats, shared }: { titles: number; repeats: number; shared: string | null },
): Promise<Measured[]> {
  const known: MadePaper[] = bundledTitles().map((title) => ({ title, authors: [], year: 2020 }));
  const papers = [...known, ...papersFor(titles - known.length, shared)];
  const engine = await openEngine(papers);
  const given: Measured[] = [];
  try {
    console.error(`Indexing ${titles} titles …`);
    const { path, front } = engine.index(titles);
    if (only.includes('match'))
      given.push(matchFigure(await matches(engine, path, repeats), titles, engine.characters));
    if (only.includes('memory')) given.push(await memoryFigure(engine, front, titles));
  } finally {
    await engine.close();
  }
  return given;
}
