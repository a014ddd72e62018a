// The stratum of labelled references: titles read by weights and bar that have not seen the entry, beside the rules alone.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { crossValidate } from '../references/cross.ts';
import { kindOf, readLabelled } from '../references/labelled.ts';
import { answersOf, figuresHead, figuresLine, figuresOf, type Answer, type Figures } from '../references/score.ts';
import { usual } from '../references/train.ts';
import type { Stratum } from './score.ts';

export const references = 'references';

const stratum = (name: string, { entries, said, right, precision, recall }: Figures): Stratum => ({
  name,
  mentions: entries,
  found: right,
  marked: said,
  right,
  precision,
  recall,
  f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
});

/** Strata, and the lines with names and years; null where there are no labelled references. */
export function measureReferences(shared: string): { strata: Stratum[]; lines: string[] } | null {
  const file = join(shared, 'references/core.xml');
  if (!existsSync(file)) return null;
  const { learned, rules } = answersOf(crossValidate(readLabelled(file), usual));
  const inParts = (answers: Answer[]): Answer[] => answers.filter(({ entry }) => kindOf(entry) !== 'other');
  const both = [
    [references, learned],
    [`${references}: rules alone`, rules],
  ] as const;
  return {
    strata: both.flatMap(([name, answers]) => [
      stratum(name, figuresOf(name, answers)),
      stratum(`${name}, articles and chapters`, figuresOf(name, inParts(answers))),
    ]),
    lines: ['', figuresHead, ...both.map(([name, answers]) => figuresLine(figuresOf(name, answers)))],
  };
}
