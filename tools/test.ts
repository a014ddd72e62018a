// npm test: everything. Sources and builds at the same time, on a core each; then one browser after the other, since
// two browsers on two cores spoil each other's timings.
import { browserTests, buildChecks, buildFor, conclude, inTurn, quickChecks, siteProofs, unitTests } from './parts.ts';
import { run } from './run.ts';

const began = performance.now();
const prepared = await run('wxt', ['prepare'], { limitMs: 120_000 });
if (prepared.code !== 0) console.log(prepared.output);

const first = await Promise.all([
  inTurn([buildFor('chromium'), buildFor('firefox'), ...buildChecks]),
  inTurn([...quickChecks, unitTests]),
]);
const browsers = await inTurn([siteProofs, browserTests('chromium'), browserTests('firefox')]);

console.log(`\nAll parts took ${Math.round((performance.now() - began) / 1000)} s.`);
process.exitCode = conclude([...first.flat(), ...browsers]);
