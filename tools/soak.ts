// npm run soak: what takes too long for npm test. Stops, floods and damage, in the real browser, until something breaks.
import { Wrong } from './annotate/options.ts';
import { NoBrowser } from './browser/find.ts';
import { machine } from './bench/machine.ts';
import { trials, type Trial } from './soak/trials.ts';

const usage = `npm run soak -- [NAME …] [--rows N]

${trials.map(({ name, what }) => `  ${name.padEnd(10)} ${what}`).join('\n')}`;

function read(words: readonly string[]): { chosen: readonly Trial[]; rows: number | undefined } {
  const names = [...words];
  const at = names.indexOf('--rows');
  const [, given] = at < 0 ? [] : names.splice(at, 2);
  const rows = at < 0 ? undefined : Number(given);
  if (rows !== undefined && !(Number.isInteger(rows) && rows > 0)) throw new Wrong('--rows is a whole number from 1.');
  const chosen = names.map((name) => {
    const trial = trials.find((one) => one.name === name);
    if (trial === undefined) throw new Wrong(`There is no trial ${name}.\n${usage}`);
    return trial;
  });
  return { chosen: chosen.length > 0 ? chosen : trials, rows };
}

async function main(words: readonly string[]): Promise<number> {
  if (words.includes('--help')) {
    console.log(usage);
    return 0;
  }
  try {
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
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    if (error instanceof Wrong) return 2;
    if (!(error instanceof NoBrowser) && error instanceof Error) console.error(error.stack);
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
