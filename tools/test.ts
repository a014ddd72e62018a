// npm test: everything, in two rows at the same time, a core each. One row builds, looks at what was built, and goes on to
// Chromium; the other looks at the sources, runs the unit tests and goes on to Firefox. Browser tests mostly wait, and none
// judges a speed (that is `npm run bench`).
import { needBrowser } from './browser/find.ts';
import { browserTests, buildChecks, buildFor, conclude, inTurn, quickChecks, siteProofs, unitTests } from './parts.ts';
import { run } from './run.ts';

const began = performance.now();
const prepared = await run('wxt', ['prepare'], { limitMs: 120_000 });
if (prepared.code !== 0) console.log(prepared.output);

// What it finds missing it says where a part needs it.
const fetched = Promise.allSettled([needBrowser('chromium')]);
const built = inTurn(
  (['production', 'test'] as const).flatMap((mode) => [buildFor('chromium', mode), buildFor('firefox', mode)]),
);
const rows = await Promise.all([
  built.then(async (builds) => {
    const checks = await inTurn(buildChecks);
    await fetched;
    return [...builds, ...checks, ...(await inTurn([siteProofs, browserTests('chromium')]))];
  }),
  inTurn([...quickChecks, unitTests]).then(async (outcomes) => {
    await built;
    return [...outcomes, ...(await inTurn([browserTests('firefox')]))];
  }),
]);

console.log(`\nAll parts took ${Math.round((performance.now() - began) / 1000)} s.`);
process.exitCode = conclude(rows.flat());
