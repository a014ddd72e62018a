// What `npm run sites` was asked for.
import { parseArgs } from 'node:util';

export const usage = `npm run sites -- [options]

  --only ID      one adapter; can stand several times
  --json FILE    what was found, for a program
  --readme       writes the README's list of sites instead of looking at any`;

export interface Asked {
  only: readonly string[];
  json: string | null;
  readme: boolean;
}

/** Throws an Error with one sentence. */
export function readOptions(words: readonly string[], known: readonly string[]): Asked {
  const { values } = parseArgs({
    args: [...words],
    options: { only: { type: 'string', multiple: true }, json: { type: 'string' }, readme: { type: 'boolean' } },
    strict: true,
  });
  const only = values.only ?? [];
  const unknown = only.find((id) => !known.includes(id));
  if (unknown !== undefined) throw new Error(`There is no site ${unknown}. Sites: ${known.join(' ')}.`);
  if (values.json === '') throw new Error('--json needs a file.');
  return { only, json: values.json ?? null, readme: values.readme === true };
}
