// npm run soak: what takes too long for npm test. Stops, floods and damage, in the real browser, until something breaks.
import { machine } from './bench/machine.ts';
import { parseOptions, runCommand, wholeNumber, WrongOption } from './options.ts';
import { trials, type Trial } from './soak/trials.ts';

const usage = `npm run soak -- [NAME …] [--rows N]

${trials.map(({ name, what }) => `  ${name.padEnd(10)} ${what}`).join('\n')}`;

function read(words: readonly string[]): { chosen: readonly Trial[]; rows: number | undefined } {
  const { values, positionals } = parseOptions({
    args: [...words],
    options: { rows: { type: 'string' } },
    allowPositionals: true,
  });
  const rows = values.rows === undefined ? undefined : wholeNumber('--rows', values.rows, 1);
  const chosen = positionals.map((name) => {
    const trial = trials.find((one) => one.name === name);
    if (trial === undefined)
      throw new WrongOption(`There is no trial ${name}. Trials: ${trials.map((one) => one.name).join(' ')}.`);
    return trial;
  });
  return { chosen: chosen.length > 0 ? chosen : trials, rows };
}

await runCommand(usage, async (words) => {
  const { chosen, rows } = read(words);
  console.log(`${machine()}, ${new Date().toISOString().slice(0, 10)}`);
  let failed = 0;
  for (const { name, run } of chosen) {
    const began = performance.now();
    const { holds, notes } = await run(rows);
    if (!holds) failed += 1;
    const took = ((performance.now() - began) / 1000).toFixed(0);
    console.log(`${name.padEnd(10)} ${holds ? 'holds' : 'DOES NOT HOLD'} (${took} s)`);
    for (const note of notes) console.log(`  ${note}`);
  }
  return failed === 0 ? 0 : 1;
});
