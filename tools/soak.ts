// npm run soak: what takes too long for npm test. Stops, floods and damage, in the real browser, until something breaks.
import { Wrong } from './annotate/options.ts';
import { NoBrowser } from './browser/find.ts';
import { machine } from './bench/machine.ts';
import { trials, type Trial } from './soak/trials.ts';

const usage = `npm run soak -- [NAME …]

${trials.map(({ name, what }) => `  ${name.padEnd(10)} ${what}`).join('\n')}`;

function read(words: readonly string[]): { chosen: Trial[] } {
  const chosen = words.map((word) => {
    const trial = trials.find(({ name }) => name === word);
    if (trial === undefined) throw new Wrong(`There is no trial ${word}.\n${usage}`);
    return trial;
  });
  return { chosen: chosen.length > 0 ? chosen : [...trials] };
}

async function main(words: readonly string[]): Promise<number> {
  if (words.includes('--help')) {
    console.log(usage);
    return 0;
  }
  try {
    const { chosen } = read(words);
    console.log(`${machine()}, ${new Date().toISOString().slice(0, 10)}`);
    let failed = 0;
    for (const { name, run } of chosen) {
      const began = performance.now();
      const { holds, notes } = await run();
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
