// What `npm run accuracy` was asked for.
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { root } from '../project.ts';

/** The reader of this message typed something wrong; exit code 2. */
export class Wrong extends Error {
  override name = 'Wrong';
}

export interface Asked {
  /** The folder with `pages/`, `titles/`, `mentions/` and `seeds/`. */
  shared: string;
  json: string | null;
  /** Where the marks go that no verdict is there for. */
  unjudged: string | null;
  /** The detection alone, in Node, on pages read without a browser. */
  engine: boolean;
  only: string | null;
}

export const usage = `npm run accuracy -- [options]

  --json FILE      the figures, {strata: [{name, mentions, found, marked, right, precision, recall, f1}]}
  --engine         quick: detection alone in Node, on pages read without styles or scripts; else the built extension in
                   Chromium
  --only WORDS     the strata whose names begin so
  --shared DIR     saved pages, titles and citations: a folder with pages/, titles/, mentions/ and seeds/
                   (the folder "shared" beside the project, or BYLINE_SHARED)
  --unjudged FILE  writes the marks that tools/accuracy/verdicts.json says nothing of`;

/** Reads the words after `npm run accuracy --`. Throws Wrong. */
export function readOptions(words: readonly string[], env: NodeJS.ProcessEnv = process.env): Asked {
  const given = new Map<string, string>();
  let engine = false;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word === '--engine') {
      engine = true;
      continue;
    }
    const [name = '', inline] = word.split(/=(.*)/su, 2);
    if (!['--json', '--only', '--shared', '--unjudged'].includes(name))
      throw new Wrong(`There is no option ${word}. See npm run accuracy -- --help.`);
    const value = inline ?? words[(at += 1)];
    if (value === undefined || value === '') throw new Wrong(`${name} needs a value.`);
    given.set(name, value);
  }
  const shared = resolve(given.get('--shared') ?? env['BYLINE_SHARED'] ?? join(dirname(root), 'shared'));
  if (!existsSync(join(shared, 'pages/expected.json')))
    throw new Wrong(
      `There are no saved pages in ${shared}. They are not part of the project; say where they are with --shared DIR.`,
    );
  return {
    shared,
    json: given.get('--json') ?? null,
    unjudged: given.get('--unjudged') ?? null,
    engine,
    only: given.get('--only') ?? null,
  };
}
