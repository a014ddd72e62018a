// Which names and title words are common, counted over the real title lists: what lib/identity/common-names.ts holds.
import { readName } from '../../lib/paper/names/parse-name.ts';
import { contentWords } from '../../lib/text/content-words.ts';
import type { Title } from './rows.ts';

/** Names met with fewer others than that are left out. */
const LEAST_GIVENS = 16;
const LEAST_FAMILIES = 48;
/** Words of fewer titles than one in so many are left out. */
const WORD_SHARE = 400;

function distinct(pairs: Iterable<readonly [string, string]>): Map<string, number> {
  const sets = new Map<string, Set<string>>();
  for (const [one, other] of pairs) {
    const known = sets.get(one);
    if (known === undefined) sets.set(one, new Set([other]));
    else known.add(other);
  }
  return new Map([...sets].map(([one, { size }]) => [one, size]));
}

/** "11 wang li|10 zhang": a number, then what it is of, most first. */
function grouped(values: ReadonlyMap<string, number>): string {
  const groups = new Map<number, string[]>();
  for (const [word, value] of [...values].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    if (/^[a-z0-9]+$/.test(word)) groups.set(value, [...(groups.get(value) ?? []), word]);
  return [...groups]
    .toSorted(([a], [b]) => b - a)
    .map(([value, words]) => `${value} ${words.join(' ')}`)
    .join('|');
}

const logs = (counts: ReadonlyMap<string, number>, least: number): Map<string, number> =>
  new Map(
    [...counts].filter(([, count]) => count >= least).map(([word, count]) => [word, Math.round(Math.log2(count))]),
  );

export function commonNames(titles: readonly Title[]): string {
  const names = new Set(titles.flatMap(({ authors }) => authors));
  const pairs = [...names].flatMap((name) => {
    const [read] = readName(name);
    const first = read?.given[0] ?? '';
    return read !== undefined && first.length > 1 ? [[read.family, first] as const] : [];
  });
  const works = new Map<string, number>();
  for (const { title } of titles)
    for (const word of contentWords(title).keys()) works.set(word, (works.get(word) ?? 0) + 1);
  const words = new Map(
    [...works]
      .filter(([, count]) => count * WORD_SHARE >= titles.length)
      .map(([word, count]) => [word, Math.round(Math.log2(titles.length / count))]),
  );
  const table = (name: string, text: string, what: string): string =>
    `/** ${what} */\nexport const ${name} =\n  '${text}';\n`;
  return [
    '// Made by `npm run identity -- --count`, counted over titles of conference papers: a number, then the names or words\n' +
      '// that have it. What is not here is rare.\n',
    table(
      'commonFamilies',
      grouped(logs(distinct(pairs), LEAST_GIVENS)),
      'Log (base 2) of the given names met with a family name.',
    ),
    table(
      'commonGivens',
      grouped(logs(distinct(pairs.map(([family, given]) => [given, family])), LEAST_FAMILIES)),
      'Log (base 2) of the family names met with a given name.',
    ),
    table('commonWords', grouped(words), 'Log (base 2) of one title in how many that has a word.'),
  ].join('\n');
}
