// npm run accuracy: how many mentions are found and how many marks are right, stratum by stratum, with each miss and
// each false mark by name.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { browserWith } from './accuracy/browser.ts';
import type { Catalog } from './accuracy/catalog.ts';
import { engineWith, type Looker } from './accuracy/engine.ts';
import { readMaterial } from './accuracy/material.ts';
import { readOptions, usage, type Asked } from './accuracy/options.ts';
import { measureReferences, references } from './accuracy/references.ts';
import { missedGoals, type Stratum } from './accuracy/score.ts';
import { goals, measure, type Measured } from './accuracy/strata.ts';
import { readVerdicts } from './accuracy/verdicts.ts';
import { runCommand } from './options.ts';

const percent = (part: number): string => `${(part * 100).toFixed(2)} %`.padStart(9);

const heading = `${'stratum'.padEnd(44)}${'mentions'.padStart(9)}${'found'.padStart(7)}${'marked'.padStart(8)}${'right'.padStart(7)}${'precision'.padStart(11)}${'recall'.padStart(11)}${'F1'.padStart(11)}`;

const line = ({ name, mentions, found, marked, right, precision, recall, f1 }: Stratum): string =>
  name.padEnd(44) +
  String(mentions).padStart(9) +
  String(found).padStart(7) +
  String(marked).padStart(8) +
  String(right).padStart(7) +
  [precision, recall, f1].map((figure) => `  ${percent(figure)}`).join('');

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

function names({ stratum, outcome }: Measured): string[] {
  const misses = outcome.mentions.filter(({ found }) => !found);
  const wrong = outcome.marks.filter(({ right }) => !right);
  if (misses.length + wrong.length === 0) return [];
  return [
    '',
    `${stratum.name}:`,
    ...misses.map(
      ({ page, title, place }) => `  missed  ${oneLine(title)}  (${page}${place === '' ? '' : `; ${place}`})`,
    ),
    ...wrong.flatMap(({ page, mark, why }) => [
      `  false   ${oneLine(mark.text)}  (${page}; ${mark.papers.join(', ')}; ${why})`,
      ...(mark.around === undefined ? [] : [`            ${oneLine(mark.around)}`]),
    ]),
  ];
}

async function accuracy(asked: Asked): Promise<number> {
  const material = readMaterial(asked.shared);
  const all: Measured[] = [];
  const open = asked.engine
    ? engineWith
    : (catalog: Catalog, addresses: readonly string[]): Promise<Looker> =>
        browserWith(catalog, addresses, join(asked.shared, 'pages/assets'));
  console.log(heading);
  const { strata, unjudged } = await measure(material, readVerdicts(), open, {
    only: asked.only,
    told: (measured) => {
      all.push(measured);
      console.log(line(measured.stratum));
    },
  });
  const { only } = asked;
  const read = only === null || references.startsWith(only) ? measureReferences(asked.shared) : null;
  for (const stratum of read?.strata ?? []) {
    strata.push(stratum);
    console.log(line(stratum));
  }
  for (const text of [...all.flatMap(names), ...(read?.lines ?? [])]) console.log(text);
  if (asked.json !== null) writeFileSync(asked.json, `${JSON.stringify({ strata }, null, 2)}\n`);
  if (asked.unjudged !== null) writeFileSync(asked.unjudged, `${JSON.stringify(unjudged, null, 2)}\n`);
  const missed = missedGoals(strata, goals);
  console.log(missed.length === 0 ? '\nAll goals are reached.' : `\n${missed.join('\n')}`);
  return missed.length === 0 ? 0 : 1;
}

await runCommand(usage, (words) => accuracy(readOptions(words)));
