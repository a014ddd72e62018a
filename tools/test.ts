// npm test: everything. Sources and builds at the same time, on a core each, while missing browsers are fetched; then
// both browsers at the same time: their tests mostly wait, and none judges a speed (that is `npm run bench`).
import { needBrowser } from './browser/find.ts';
import { browserTests, buildChecks, buildFor, conclude, inTurn, quickChecks, siteProofs, unitTests } from './parts.ts';
import { run } from './run.ts';

const began = performance.now();
const prepared = await run('wxt', ['prepare'], { limitMs: 120_000 });
if (prepared.code !== 0) console.log(prepared.output);

// What it finds missing it says where a part needs it.
const fetched = Promise.allSettled([needBrowser('chromium')]);
const first = await Promise.all([
  inTurn([
    ...(['production', 'test'] as const).flatMap((mode) => [buildFor('chromium', mode), buildFor('firefox', mode)]),
    ...buildChecks,
  ]).then(async (outcomes) => {
    await fetched;
    return [...outcomes, ...(await inTurn([siteProofs]))];
  }),
  inTurn([...quickChecks, unitTests]),
]);
const browsers = await Promise.all([inTurn([browserTests('chromium')]), inTurn([browserTests('firefox')])]);

console.log(`\nAll parts took ${Math.round((performance.now() - began) / 1000)} s.`);
process.exitCode = conclude([...first.flat(), ...browsers.flat()]);
