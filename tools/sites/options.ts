// What `npm run sites` was asked for.
import { parseOptions, WrongOption } from '../options.ts';

export const usage = `npm run sites -- [options]

  --only ID      one adapter; may be given several times
  --json FILE    what was found, for a program
  --list         updates the list in docs/sites.md instead of looking at any site`;

export interface Asked {
  only: readonly string[];
  json: string | null;
  list: boolean;
}

/** Throws WrongOption. */
export function readOptions(words: readonly string[], known: readonly string[]): Asked {
  const { values } = parseOptions({
    args: [...words],
    options: {
      only: { type: 'string', multiple: true },
      json: { type: 'string' },
      list: { type: 'boolean', default: false },
    },
  });
  const only = values.only ?? [];
  const unknown = only.find((id) => !known.includes(id));
  if (unknown !== undefined) throw new WrongOption(`There is no site ${unknown}. Sites: ${known.join(' ')}.`);
  return { only, json: values.json ?? null, list: values.list };
}
