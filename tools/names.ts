// npm run names: how many names of the real title lists share a key though their family names are not written alike,
// by what makes them one: the letters z and s, accents, a particle left out.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { env } from 'node:process';
import { gunzipSync } from 'node:zlib';
import * as z from 'zod/mini';
import { splitNames } from '../lib/paper/names/author-list.ts';
import { joinedNames } from './names/joined.ts';
import { parseOptions, runCommand, WrongOption } from './options.ts';
import { root } from './project.ts';

const usage = `npm run names [-- --shared FOLDER] [--show NUMBER]

Counts the pairs of names that share a key though their family names are not written alike, and shows some of each
kind. "Before": by the keys of earlier versions. A pair counts as "one name" where Byline takes the two for one
person's.

  --shared FOLDER   the folder with titles/ ("shared" beside the project, or BYLINE_SHARED)
  --show NUMBER     pairs shown of each kind (3)`;

const Row = z.object({ authors: z.optional(z.array(z.string())), authorsRaw: z.optional(z.string()) });

function namesIn(folder: string): Set<string> {
  const names = new Set<string>();
  for (const file of ['paperlists.jsonl.gz', 'arxiv-astroph-144k.jsonl.gz']) {
    const path = join(folder, 'titles', file);
    if (!existsSync(path)) throw new WrongOption(`${path} is missing; --shared FOLDER says where the lists are.`);
    for (const line of gunzipSync(readFileSync(path)).toString().split('\n')) {
      if (line === '') continue;
      const { authors = [], authorsRaw = '' } = z.parse(Row, JSON.parse(line));
      for (const name of [...authors, ...splitNames(authorsRaw)]) names.add(name.trim());
    }
  }
  return names;
}

await runCommand(usage, (words) => {
  const { values } = parseOptions({
    args: words,
    options: { shared: { type: 'string' }, show: { type: 'string' } },
  });
  const show = Number(values.show ?? 3);
  const names = namesIn(resolve(values.shared ?? env['BYLINE_SHARED'] ?? join(dirname(root), 'shared')));
  const kinds = joinedNames(names);
  console.log(`${names.size} names\n`);
  console.log(`${'joined by'.padEnd(36)}${'before'.padStart(9)}${'one key'.padStart(9)}${'one name'.padStart(10)}`);
  for (const { what, before, oneKey, oneName } of kinds)
    console.log(
      `${what.padEnd(36)}${String(before).padStart(9)}${String(oneKey.length).padStart(9)}${String(oneName.length).padStart(10)}`,
    );
  for (const { what, oneKey } of kinds) {
    if (oneKey.length === 0 || show === 0) continue;
    console.log(`\n${what}:`);
    for (const [one, other] of oneKey.slice(0, show)) console.log(`  ${one}  =  ${other}`);
  }
  const [letters] = kinds;
  return Promise.resolve(letters === undefined || letters.oneKey.length + letters.oneName.length === 0 ? 0 : 1);
});
