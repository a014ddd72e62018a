// npm run documents: the lists in docs/ that are made of the code and the seeds. `npm run check` compares.
import { careerOf } from '../lib/paper/career.ts';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Person, Source } from '../lib/paper/schema.ts';
import { installPatterns, offeredOrigins } from '../lib/sites/permissions.ts';
import { bundleSeeds } from './bundle-files.ts';
import { markdown } from './markdown.ts';
import { root, type Verdict } from './project.ts';

/** Columns of a line in docs. */
const WIDTH = 120;

/** Words in lines, as many as go into one. */
function lines(words: readonly string[]): string {
  const filled: string[] = [];
  for (const word of words) {
    const last = filled.at(-1);
    if (last !== undefined && last.length + word.length < WIDTH) filled[filled.length - 1] = `${last} ${word}`;
    else filled.push(word);
  }
  return filled.join('\n');
}

const block = (words: readonly string[]): string => `\`\`\`text\n${lines(words)}\n\`\`\``;

/** The match patterns of the manifest, and the origins that one button asks for. */
export const hostList = (atInstall: readonly string[], offered: readonly string[]): string =>
  [
    `At install, ${atInstall.length} patterns:`,
    block(atInstall.toSorted()),
    `Offered, ${offered.length} origins, and Google Scholar's in the country of the reader's language:`,
    block(offered),
  ].join('\n\n');

const statements = {
  collaboration: 'open to collaborate',
  snapshot: 'figures of a site, as its page had them',
} as const;
const words = { position: 'position', past: 'earlier position', degree: 'degree', advisor: 'advisor' } as const;

/** Each person about whom the catalog has more than a name, with what and from where. */
export function peopleTable(people: readonly Person[], sources: readonly Source[]): string {
  const names = new Map(sources.map(({ id, name, what }) => [id, `${name} (${what})`]));
  const rows = people.flatMap((person) => {
    const claims = [
      ...careerOf(person).map((claim) => ({ what: words[claim.kind], claim })),
      ...person.areas.map((claim) => ({ what: 'areas', claim })),
    ];
    const facts = [
      ...claims.map(({ what }) => what),
      ...(person.statements ?? []).map(({ kind }) => statements[kind]),
      ...(person.homepage === null ? [] : ['address of a homepage']),
      ...(person.biography === null ? [] : ['a sentence of ours']),
      ...(person.notes.length === 0 ? [] : ['a note on the sources']),
    ];
    const from = [
      ...claims.flatMap(({ claim }) => claim.sources),
      ...(person.statements ?? []).map(({ source }) => source),
    ].map((id) => names.get(id) ?? id);
    const own = person.sources.map((id) => names.get(id) ?? id);
    return facts.length === 0
      ? []
      : [[person.name, [...new Set(facts)].join(', '), [...new Set(from.length > 0 ? from : own)].join('; ')]];
  });
  return markdown([['person', 'what beyond the name', 'from'], ...rows.toSorted(byName)]);
}
const byName = ([a = '']: readonly string[], [b = '']: readonly string[]): number => a.localeCompare(b, 'en');

/** A document with the text between its two `name` marks replaced. Throws where they are missing. */
export function withList(document: string, name: string, list: string): string {
  const [begin, end] = [`<!-- ${name}: npm run documents -->`, `<!-- /${name} -->`];
  const [from, to] = [document.indexOf(begin), document.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`A document lacks the lines ${begin} and ${end}.`);
  return `${document.slice(0, from)}${begin}\n\n${list}\n\n${document.slice(to)}`;
}

/** The documents as they should be, by path. */
function documents(): { path: string; now: string; wanted: string }[] {
  const { pack } = bundleSeeds(root);
  const lists = [
    { path: 'docs/stores.md', name: 'hosts', list: hostList(installPatterns(), offeredOrigins([])) },
    { path: 'docs/people.md', name: 'people', list: peopleTable(pack.people, pack.sources) },
  ];
  return lists.map(({ path, name, list }) => {
    const now = readFileSync(join(root, path), 'utf8');
    return { path, now, wanted: withList(now, name, list) };
  });
}

export function checkDocuments(): Verdict {
  const all = documents();
  return {
    problems: all
      .filter(({ now, wanted }) => now !== wanted)
      .map(({ path }) => `${path} is not what code and seeds say: run \`npm run documents\`.`),
    looked: `${all.length} documents`,
  };
}

if (process.argv[1]?.endsWith('documents.ts') === true)
  for (const { path, wanted } of documents()) writeFileSync(join(root, path), wanted);
