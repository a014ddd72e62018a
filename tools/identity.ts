// npm run identity: how well works are put together to persons, against ids that people and publishers gave them; and
// with --fit, the weights that this is done with.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { env } from 'node:process';
import { fitWeights, weightLines } from './identity/fit.ts';
import { methods, scoresOf, timesOf, type Scores } from './identity/measure.ts';
import { readBlocks, readTitles } from './identity/rows.ts';
import { commonNames } from './identity/tables.ts';
import type { Rates } from './identity/score.ts';
import { parseOptions, runCommand } from './options.ts';
import { root } from './project.ts';

const usage = `npm run identity [-- --count] [--fit] [--json FILE] [--truth FOLDER] [--shared FOLDER]

Prints how well the works of a name are put together to persons: pairs of works, and B³, for the half of the names that
nothing was fitted on, beside simpler rules. Exit code 1 if a goal is missed.

  --count           counts common names and words, and writes lib/identity/common-names.ts
  --fit             fits the weights on the other half of the names, and writes them into lib/identity/weights.ts
  --json FILE       also writes {figures: [{name, value, goal, holds}]}
  --truth FOLDER    a folder with author-ids.jsonl.gz (truth/ of the shared folder)
  --shared FOLDER   the folder with titles/ ("shared" beside the project, or BYLINE_SHARED)`;

interface Figure {
  name: string;
  value: number;
  goal: number;
  holds: boolean;
}

const least = (name: string, value: number, goal: number): Figure => ({ name, value, goal, holds: value >= goal });
const most = (name: string, value: number, goal: number): Figure => ({ name, value, goal, holds: value <= goal });

const percent = (part: number): string => (part * 100).toFixed(2).padStart(7);
const three = ({ precision, recall, f1 }: Rates): string => [precision, recall, f1].map(percent).join('');
const line = ({ method, of, pairs, bCubed, several }: Scores): string =>
  `${method.padEnd(22)}${of.padEnd(12)}${three(pairs)}  ${three(bCubed)}  ${three(several)}`;

const heading = `${''.padEnd(34)}${'pairs: P, R, F1'.padStart(21)}  ${'B³: P, R, F1'.padStart(21)}  ${'names of several'.padStart(21)}`;

const weightsFile = join(root, 'lib/identity/weights.ts');
const FITTED = /(const fitted[^{]*\{\n)[^}]*(\};)/u;

function figuresOf(scores: readonly Scores[]): Figure[] {
  const f1 = (of: string, kind: 'pairs' | 'bCubed' | 'several'): number =>
    scores.find((one) => one.of === of)?.[kind].f1 ?? 0;
  return [
    least('OpenReview ids, pairs F1', f1('openreview', 'pairs'), 0.96),
    least('OpenReview ids, B³ F1', f1('openreview', 'bCubed'), 0.985),
    least('OpenReview ids, names of several people, pairs F1', f1('openreview', 'several'), 0.85),
    least('IEEE ids, pairs F1', f1('ieee', 'pairs'), 0.92),
    least('IEEE ids, B³ F1', f1('ieee', 'bCubed'), 0.95),
  ];
}

await runCommand(usage, (words) => {
  const { values } = parseOptions({
    args: words,
    options: {
      count: { type: 'boolean' },
      fit: { type: 'boolean' },
      json: { type: 'string' },
      truth: { type: 'string' },
      shared: { type: 'string' },
    },
  });
  const shared = resolve(values.shared ?? env['BYLINE_SHARED'] ?? join(dirname(root), 'shared'));
  const titles = readTitles(shared);
  if (values.count === true) {
    writeFileSync(join(root, 'lib/identity/common-names.ts'), commonNames(titles));
    console.log('Names and words are counted; npm run identity -- --fit fits the weights to them.');
    return Promise.resolve(0);
  }
  const blocks = readBlocks(titles, resolve(values.truth ?? join(shared, 'truth')));
  if (values.fit === true) {
    const fitted = fitWeights(blocks);
    const text = readFileSync(weightsFile, 'utf8');
    writeFileSync(weightsFile, text.replace(FITTED, `$1${weightLines(fitted)}\n$2`));
    console.log('The weights are fitted; run npm run identity to see what they do.');
    return Promise.resolve(0);
  }
  console.log(heading);
  const scores = methods.flatMap((method) => {
    const all = scoresOf(method, blocks);
    for (const one of all) console.log(line(one));
    return all;
  });
  const times = timesOf(blocks);
  const figures = [
    ...figuresOf(scores.filter(({ method }) => method === 'identity')),
    most('names of 100 to 400 works, median, ms', times.median, 15),
    most('names of 100 to 400 works, 95 %, ms', times.p95, 50),
    most('1,700 works, ms', times.largest, 600),
    most('1,700 works, longest step, ms', times.longestStep, 8),
  ];
  console.log('');
  for (const { name, value, goal, holds } of figures)
    console.log(
      `${name.padEnd(54)}${value.toFixed(value < 2 ? 4 : 1).padStart(9)}  goal ${goal}${holds ? '' : '  MISSED'}`,
    );
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ figures }, null, 2)}\n`);
  return Promise.resolve(figures.every(({ holds }) => holds) ? 0 : 1);
});
