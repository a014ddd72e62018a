// npm run related: how good the lists of related works are, beside what others would use, and how long they take.
import { writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { env } from 'node:process';
import { parseOptions, runCommand, wholeNumber } from './options.ts';
import { root } from './project.ts';
import { measureAll } from './related/run.ts';

const usage = `npm run related [-- --shared FOLDER] [--truth FOLDER] [--json FILE] [--questions NUMBER] [--quick | --times]

Measures the related works of real papers against what people rated, keywords, authors and ids of people. A minute or
two for each rule; exit code 1 where a goal is missed.

  --shared FOLDER   the folder with titles/ and truth/ ("shared" beside the project, or BYLINE_SHARED)
  --truth FOLDER    another folder of the form of truth/
  --json FILE       also {figures: [{name, value, goal, holds}]}
  --questions NUMBER papers that are asked about, of each kind (1000)
  --quick           ours alone, without the figures of speed
  --times           the figures of speed alone`;

await runCommand(usage, async (words) => {
  const { values } = parseOptions({
    args: words,
    options: {
      shared: { type: 'string' },
      truth: { type: 'string' },
      json: { type: 'string' },
      questions: { type: 'string' },
      quick: { type: 'boolean' },
      times: { type: 'boolean' },
    },
  });
  const shared = resolve(values.shared ?? env['BYLINE_SHARED'] ?? join(dirname(root), 'shared'));
  const truth = resolve(values.truth ?? join(shared, 'truth'));
  const figures = await measureAll(shared, truth, {
    quick: values.quick ?? false,
    times: values.times ?? false,
    questions: wholeNumber('--questions', values.questions ?? '1000', 1),
    say: console.log,
  });
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ figures }, undefined, 2)}\n`);
  return figures.every(({ holds }) => holds) ? 0 : 1;
});
