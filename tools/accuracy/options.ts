// What `npm run accuracy` was asked for.
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseOptions, WrongOption } from '../options.ts';
import { root } from '../project.ts';

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
  const { values } = parseOptions({
    args: [...words],
    options: {
      json: { type: 'string' },
      unjudged: { type: 'string' },
      engine: { type: 'boolean', default: false },
      only: { type: 'string' },
      shared: { type: 'string' },
    },
  });
  const shared = resolve(values.shared ?? env['BYLINE_SHARED'] ?? join(dirname(root), 'shared'));
  if (!existsSync(join(shared, 'pages/expected.json')))
    throw new WrongOption(
      `There are no saved pages in ${shared}. They are not part of the project; say where they are with --shared DIR.`,
    );
  const { json = null, unjudged = null, engine, only = null } = values;
  return { shared, json, unjudged, engine, only };
}
