// The catalog command: what the seeds make, as counts, sources and disagreements, or all of it as JSON.
import { writeFileSync } from 'node:fs';
import { SeedError } from '../lib/seeds/error.ts';
import type { Bundle } from '../lib/seeds/bundle.ts';
import { bundleSeeds } from './bundle-files.ts';
import { reportJson, reportText } from './catalog-report.ts';
import { parseOptions } from './options.ts';

const usage = 'npm run catalog [-- --json FILE]';
const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Where the words go: what is asked for, and what is wrong. */
export interface Output {
  print: (text: string) => void;
  complain: (text: string) => void;
}

/** Runs it on the seeds under `root`. Answers the exit code: 1 for a bad record, 2 for a wrong option or a file that
 *  cannot be written. */
export function runCatalog(args: readonly string[], root: string, { print, complain }: Output): number {
  let json: string | undefined;
  try {
    ({ json } = parseOptions({ args: [...args], options: { json: { type: 'string' } } }).values);
  } catch (error) {
    complain(`${reasonOf(error)} Use: ${usage}`);
    return 2;
  }
  let bundle: Bundle;
  try {
    bundle = bundleSeeds(root);
  } catch (error) {
    if (!(error instanceof SeedError)) throw error;
    complain(error.message);
    return 1;
  }
  if (json === undefined) {
    print(reportText(bundle));
    return 0;
  }
  try {
    writeFileSync(json, `${JSON.stringify(reportJson(bundle), undefined, 2)}\n`);
  } catch (error) {
    complain(`${json} cannot be written: ${reasonOf(error)}`);
    return 2;
  }
  print(`${bundle.counts.papers} papers and ${bundle.counts.people} people are in ${json}`);
  return 0;
}
