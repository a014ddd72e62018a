// npm run bench: what Byline costs, measured in Chromium with the built extension, each figure as a ratio to a baseline
// of the same run. What the figures mean and what they were: docs/performance.md.
import { writeFileSync } from 'node:fs';
import { copyFor, missingHosts } from './annotate/copy.ts';
import { engineFigures } from './bench/engine-figures.ts';
import { asJson, asText, figureNames, type FigureName, type Measured } from './bench/figures.ts';
import { fieldFigureNames, fieldFigures } from './bench/field-figures.ts';
import { importFigure } from './bench/import-figure.ts';
import { libraryFigureNames, libraryFigures } from './bench/library-figures.ts';
import { isBusy, machine } from './bench/machine.ts';
import { readOptions, usage, type Asked } from './bench/options.ts';
import { packFile } from './bench/packs.ts';
import { pageFigures } from './bench/page-figures.ts';
import { drawingFigureNames, drawingFigures, drawingPages } from './bench/drawing.ts';
import { benchPages } from './bench/pages.ts';
import { wakeFigure } from './bench/wake.ts';
import { catalogReady } from './browser/byline.ts';
import { openBrowser } from './browser/open.ts';
import { importPack } from './browser/packs.ts';
import { needBuild } from './build.ts';
import { runCommand } from './options.ts';

const inField = fieldFigureNames;
const inPages: readonly FigureName[] = [
  'cold',
  'cold.none',
  'cold.listing',
  'independence',
  'slice',
  'shift',
  'longTasks',
];
const inEngine: readonly FigureName[] = ['match', 'memory'];

/** Figures that need the extension in a browser, with and without the largest pack. */
async function inBrowser(asked: Asked): Promise<Measured[]> {
  const { only, repeats, shared, titles } = asked;
  const some = (names: readonly FigureName[]): boolean => only.some((name) => names.includes(name));
  const pages = benchPages(shared);
  const build = await needBuild('chromium');
  const { folder: extension, remove } = copyFor(
    build,
    missingHosts(
      build,
      [...pages, ...drawingPages(shared)].map(({ url }) => url),
    ),
  );
  const site = (): null => null;
  const [small, large, alone] = await Promise.all([
    openBrowser('chromium', { extension, site }),
    openBrowser('chromium', { extension, site }),
    openBrowser('chromium', { extension: null, site }),
  ]);
  const given: Measured[] = [];
  try {
    await Promise.all([catalogReady(small), catalogReady(large)]);
    if (only.includes('import'))
      given.push(await importFigure(small, { rows: Math.min(24_000, titles), repeats: Math.min(repeats, 5), shared }));
    if (some(inPages) || only.includes('wake')) {
      const file = await packFile(titles, shared);
      console.error(`Importing ${titles} papers …`);
      const { papers, milliseconds } = await importPack(large, file, { limitMs: 1_800_000 });
      console.error(`${papers} papers in ${(milliseconds / 1000).toFixed(1)} s.`);
    }
    if (some(inPages)) given.push(...(await pageFigures(only, { small, large, alone }, pages, repeats)));
    if (some(drawingFigureNames))
      given.push(...(await drawingFigures(only, small, alone, shared, Math.min(repeats, 5))));
    if (only.includes('wake')) given.push(await wakeFigure(large, repeats));
    return given;
  } finally {
    await Promise.all([small, large, alone].map((session) => session.close()));
    remove();
  }
}

async function bench(asked: Asked): Promise<void> {
  const { only, titles, repeats, json, shared } = asked;
  console.log(`${machine()}, ${new Date().toISOString().slice(0, 10)}`);
  console.log(`${titles} titles (${shared === null ? 'all made' : 'real ones first'}), median of ${repeats}`);
  if (isBusy()) console.log('The machine is busy with something else: these figures are provisional.');
  const some = (names: readonly FigureName[]): boolean => only.some((name) => names.includes(name));
  const given: Measured[] = [];
  if (some(inEngine)) given.push(...(await engineFigures(only, asked)));
  if (some([...inPages, ...drawingFigureNames, 'wake', 'import'])) given.push(...(await inBrowser(asked)));
  if (some(inField)) given.push(...(await fieldFigures(only, asked)));
  if (some(libraryFigureNames)) given.push(...(await libraryFigures(only, repeats)));
  given.sort((one, other) => figureNames.indexOf(one.figure.name) - figureNames.indexOf(other.figure.name));
  console.log(asText(given));
  if (json !== null) writeFileSync(json, asJson(given));
}

await runCommand(usage, async (words) => {
  await bench(readOptions(words));
  return 0;
});
