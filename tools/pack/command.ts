// The pack command: its words, its options and its exit codes.
import { parseArgs } from 'node:util';
import { formats } from '../../lib/packs/readers/index.ts';
import { RefusedFile } from '../../lib/packs/readers/reader.ts';
import type { Output } from '../catalog-command.ts';
import { build } from './build.ts';
import { check } from './check.ts';

const sources = formats.map(({ kind }) => kind).filter((kind) => kind !== 'byline');
const usage = `Use: npm run pack -- build --from KIND IN… --out FILE [--name … --licence … --attribution … --version …]
     npm run pack -- check FILE
KIND is one of ${sources.join(', ')}.`;

/** Why the command cannot be followed. */
class WrongUse extends Error {}

async function run(args: readonly string[]): Promise<string[]> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      from: { type: 'string' },
      out: { type: 'string' },
      name: { type: 'string' },
      licence: { type: 'string' },
      attribution: { type: 'string' },
      version: { type: 'string' },
    },
    allowPositionals: true,
    strict: true,
  });
  const [word, ...files] = positionals;
  const { from, out, ...facts } = values;
  if (word === 'check') {
    const [file] = files;
    if (file === undefined || files.length > 1) throw new WrongUse('check needs one file.');
    return check(file);
  }
  if (word !== 'build') throw new WrongUse(word === undefined ? 'build or check?' : `There is no ${word}.`);
  if (from === undefined || !sources.includes(from)) throw new WrongUse('build needs --from and a kind.');
  if (out === undefined || out === '') throw new WrongUse('build needs --out and a file.');
  if (files.length === 0) throw new WrongUse('build needs a file to read.');
  return build({ from, files, out, ...facts, madeOn: new Date().toISOString().slice(0, 10) });
}

/** Answers the exit code: 1 for a file that is refused, 2 for a command that cannot be followed. */
export async function runPack(args: readonly string[], { print, complain }: Output): Promise<number> {
  try {
    for (const line of await run(args)) print(line);
    return 0;
  } catch (error) {
    if (error instanceof RefusedFile) {
      complain(error.message);
      return 1;
    }
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!(error instanceof WrongUse) && !code.startsWith('ERR_PARSE_ARGS')) throw error;
    complain(`${(error as Error).message.split('\n')[0] ?? ''}\n${usage}`);
    return 2;
  }
}
