// npm run sites: every site adapter against the pages that prove it, in a real browser.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './options.ts';
import { root } from './project.ts';
import { readOptions, usage, type Asked } from './sites/options.ts';
import { withSites } from './sites/list.ts';
import { proveSites, siteIds } from './sites/run.ts';
import { asJson, table } from './sites/table.ts';

async function look({ only, json, list }: Asked): Promise<number> {
  if (list) {
    const file = join(root, 'docs/sites.md');
    writeFileSync(file, withSites(readFileSync(file, 'utf8')));
    return 0;
  }
  const began = performance.now();
  const proofs = await proveSites(only);
  console.log(table(proofs));
  if (json !== null) writeFileSync(json, asJson(proofs));
  const sum = (number: (proof: (typeof proofs)[number]) => number): number =>
    proofs.reduce((total, proof) => total + number(proof), 0);
  const wrong = proofs.filter(({ problems }) => problems.length > 0).length;
  const skipped = sum((proof) => proof.skipped);
  console.log(
    `\n${proofs.length} sites, ${proofs.filter(({ confirmed }) => confirmed).length} with a confirmed layout, ` +
      `${sum(({ pages }) => pages)} pages in ${((performance.now() - began) / 1000).toFixed(1)} s` +
      `${skipped > 0 ? `; ${skipped} saved pages are not here` : ''}: ${wrong === 0 ? 'all ok' : `${wrong} not ok`}`,
  );
  return wrong === 0 ? 0 : 1;
}

await runCommand(usage, (words) => look(readOptions(words, siteIds)));
