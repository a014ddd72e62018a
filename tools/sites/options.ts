// What `npm run sites` was asked for.
import { parseOptions, WrongOption } from '../options.ts';

export const usage = `npm run sites -- [options]

  --only ID      one adapter; may be given several times
  --json FILE    what was found, for a program
  --readme       writes the README's list of sites instead of looking at any`;

export interface Asked {
  only: readonly string[];
  json: string | null;
  readme: boolean;
}

/** Throws WrongOption. */
export function readOptions(words: readonly string[], known: readonly string[]): Asked {
  const { values } = parseOptions({
    args: [...words],
    options: { only: { type: 'string', multiple: true }, json: { type: 'string' }, readme: { type: 'boolean' } },
  });
  const only = values.only ?? [];
  const unknown = only.find((id) => !known.includes(id));
  if (unknown !== undefined) throw new WrongOption(`There is no site ${unknown}. Sites: ${known.join(' ')}.`);
  return { only, json: values.json ?? null, readme: values.readme === true };
}
