// Which English words the card script has along with its code: those of the parts that it is made of. All others are
// pages' own, and would be half of its words.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Messages } from '../lib/i18n/i18n.ts';

/** What the card may be made of (docs/architecture.md, arrows). */
const FOLDERS = ['components/card', 'components/over-page', 'components/ui', 'components/work', 'lib'];

/** Counted words are named without their form: "exploreWorks" for "exploreWorks_one". */
const nameOf = (key: string): string => key.replace(/_(?:zero|one|two|few|many|other)$/u, '');

/** Messages whose names stand in quotes somewhere in those folders. */
export function cardWords(messages: Messages, root: string): Messages {
  const quoted = new Set<string>();
  for (const folder of FOLDERS)
    for (const path of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      if (!/\.tsx?$/u.test(path)) continue;
      for (const [, name] of readFileSync(join(root, folder, path), 'utf8').matchAll(/['"](\w+)['"]/gu))
        if (name !== undefined) quoted.add(name);
    }
  return Object.fromEntries(Object.entries(messages).filter(([key]) => quoted.has(nameOf(key))));
}
