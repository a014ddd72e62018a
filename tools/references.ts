// npm run references: what entries of reference lists say; and with --train, the weights that they are read with.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { certainEntry } from '../lib/facts/read-entry.ts';
import { modelOf } from '../lib/references/model.ts';
import { weightsToBytes, partsFrom } from '../lib/references/weights-file.ts';
import { parseOptions, runCommand, WrongOption } from './options.ts';
import { root } from './project.ts';
import { crossValidate, fitSure, learn } from './references/cross.ts';
import { readLabelled } from './references/labelled.ts';
import { answersOf, figuresHead, figuresLine, figuresOf } from './references/score.ts';
import { usual } from './references/train.ts';

const usage = `npm run references -- FILE [--json OUT]
npm run references -- --train XML

Reads FILE, an entry of a reference list a line, and writes JSON Lines, to OUT or to the screen: for each line of FILE, in
its order, one line {"title", "authors", "year", "venue"}, or null where nothing is certain. A field that is not certain
is null ("authors": an empty list); authors are "Given Family". With --json it says what an entry took.

  --json OUT    writes the lines to OUT
  --train XML   learns the weights from labelled references (AnyStyle's XML, each <sequence> an entry), prints their
                five-fold cross-validation, and writes public/references.bin; some minutes`;

const weightsFile = join(root, 'public/references.bin');

function train(file: string): number {
  const entries = readLabelled(file);
  const crossed = crossValidate(entries, usual, (fold) => console.log(`fold ${fold + 1} is learned`));
  const { learned, rules } = answersOf(crossed);
  console.log(`\n${figuresHead}`);
  for (const figures of [figuresOf('learned', learned), figuresOf('rules alone', rules)])
    console.log(figuresLine(figures));
  const bytes = weightsToBytes({ ...learn(entries, usual), sure: fitSure(crossed.readings) });
  writeFileSync(weightsFile, bytes);
  console.log(
    `${(bytes.length / 1000).toFixed(1)} kB of weights, ${(gzipSync(bytes).length / 1000).toFixed(1)} kB gzipped`,
  );
  return 0;
}

function read(file: string, out: string | undefined): number {
  const model = modelOf(partsFrom(readFileSync(weightsFile)));
  const lines = readFileSync(file, 'utf8')
    .replace(/^\uFEFF/u, '')
    .split(/\r?\n/u);
  if (lines.at(-1) === '') lines.pop();
  const before = process.cpuUsage();
  const answers = lines.map((line) => certainEntry(line, model));
  const { user, system } = process.cpuUsage(before);
  const each = (user + system) / Math.max(1, lines.length);
  const text = answers.map((answer) => `${JSON.stringify(answer)}\n`).join('');
  if (out === undefined) process.stdout.write(text);
  else {
    writeFileSync(out, text);
    const titles = answers.filter((answer) => answer !== null && answer.title !== null).length;
    console.log(`${lines.length} entries, ${titles} with a title; ${each.toFixed(0)} µs of processor time an entry`);
  }
  return 0;
}

await runCommand(usage, (words) => {
  const { values, positionals } = parseOptions({
    args: words,
    allowPositionals: true,
    options: { json: { type: 'string' }, train: { type: 'string' } },
  });
  const [file, ...others] = positionals;
  if (values.train !== undefined) {
    if (file !== undefined || values.json !== undefined) throw new WrongOption('--train stands alone.');
    return Promise.resolve(train(values.train));
  }
  if (file === undefined || others.length > 0) throw new WrongOption('One FILE of entries is needed.');
  return Promise.resolve(read(file, values.json));
});
