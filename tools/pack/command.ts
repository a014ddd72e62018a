// The pack command: its words, its options and its exit codes.
import { formats } from '../../lib/packs/readers/index.ts';
import type { Output } from '../catalog-command.ts';
import { parseOptions, WrongOption } from '../options.ts';
import { build } from './build.ts';
import { check } from './check.ts';
import { publish } from './publish.ts';
import { sentenceOf } from './sentence.ts';

const sources = formats.map(({ kind }) => kind).filter((kind) => kind !== 'byline');
const usage = `Use: npm run pack -- build --from KIND IN… --out FILE [--name … --licence … --attribution … --version …]
     npm run pack -- publish --from KIND IN… --out DIR [--fields ID,… --name … --licence … --attribution …]
     npm run pack -- check FILE [--json OUT]
KIND is one of ${sources.join(', ')}.`;

async function run(args: readonly string[]): Promise<string[]> {
  const { values, positionals } = parseOptions({
    args: [...args],
    options: {
      from: { type: 'string' },
      out: { type: 'string' },
      name: { type: 'string' },
      licence: { type: 'string' },
      attribution: { type: 'string' },
      version: { type: 'string' },
      json: { type: 'string' },
      fields: { type: 'string' },
    },
    allowPositionals: true,
  });
  const [word, ...files] = positionals;
  const { from, out, json, fields, ...facts } = values;
  if (word === 'check') {
    const [file] = files;
    if (file === undefined || files.length > 1) throw new WrongOption('check needs one file.');
    if (json === '') throw new WrongOption('--json needs a file.');
    return check(file, json);
  }
  if (word !== 'build' && word !== 'publish')
    throw new WrongOption(word === undefined ? 'build, publish or check?' : `There is no ${word}.`);
  if (json !== undefined) throw new WrongOption('--json is for check.');
  if (from === undefined || !sources.includes(from)) throw new WrongOption(`${word} needs --from and a kind.`);
  if (out === undefined || out === '')
    throw new WrongOption(`${word} needs --out and a ${word === 'build' ? 'file' : 'folder'}.`);
  if (files.length === 0) throw new WrongOption(`${word} needs a file to read.`);
  const madeOn = new Date().toISOString().slice(0, 10);
  if (word === 'build') {
    if (fields !== undefined) throw new WrongOption('--fields is for publish.');
    return build({ from, files, out, ...facts, madeOn });
  }
  const { version, ...named } = facts;
  if (version !== undefined) throw new WrongOption('--version is for build.');
  return publish({ from, files, out, fields: fields?.split(','), ...named, madeOn });
}

/** Answers the exit code: 1 for a file that is refused, 2 for a command that cannot be followed. */
export async function runPack(args: readonly string[], { print, complain }: Output): Promise<number> {
  try {
    for (const line of await run(args)) print(line);
    return 0;
  } catch (error) {
    const sentence = sentenceOf(error);
    if (sentence !== null) {
      complain(sentence);
      return 1;
    }
    if (!(error instanceof WrongOption)) throw error;
    complain(`${error.message}\n${usage}`);
    return 2;
  }
}
