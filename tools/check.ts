// npm run check: what can be said of the sources without a build or a browser.
import { conclude, inTurn, quickChecks } from './parts.ts';
import { run } from './run.ts';

await run('wxt', ['prepare']);
process.exitCode = conclude(await inTurn(quickChecks));
