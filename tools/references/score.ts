// How well entries are read: titles by kind of work, and names and years where a title is said and right.
import { referenceFrom } from '../../lib/facts/reference.ts';
import { certainEntry } from '../../lib/facts/read-entry.ts';
import { titleLetters, type ReadEntry } from '../../lib/references/read-reference.ts';
import { fitSure, foldOf, type Crossed } from './cross.ts';
import { kindOf, titleOf, type Entry } from './labelled.ts';

export interface Answer {
  entry: Entry;
  said: Pick<ReadEntry, 'title' | 'authors' | 'year'> | null;
}

export interface Figures {
  name: string;
  /** Entries with a title, and those of them that are articles and chapters. */
  entries: number;
  parts: number;
  said: number;
  right: number;
  precision: number;
  recall: number;
  recallOfParts: number;
  /** Of the right ones. */
  names: number;
  years: number;
}

const share = (part: number, of: number): number => (of === 0 ? 1 : part / of);

/** The words of names: what joins them, and letters alone, do not count. */
const wordsOf = (text: string): string =>
  [
    ...new Set(
      text
        .toLowerCase()
        .replaceAll(/\bet al\b|\bothers\b/gu, '')
        .split(/[^\p{L}\p{M}]+/u)
        .filter((word) => word.length > 2 && !['and', 'und', 'eds', 'jun', 'the'].includes(word)),
    ),
  ]
    .toSorted()
    .join(' ');

export function areNames({ parts }: Entry, authors: readonly string[]): boolean {
  const [gold] = parts.filter(({ label }) => label === 'author');
  return wordsOf(gold?.text ?? '') === wordsOf(authors.join(' '));
}

export function isYear({ parts }: Entry, year: number | null): boolean {
  const gold = parts
    .filter(({ label }) => label === 'date')
    .map(({ text }) => /(?<!\d)\d{4}(?!\d)/u.exec(text)?.[0])
    .find((one) => one !== undefined);
  return gold === undefined || Number(gold) === year;
}

export const isTitle = (entry: Entry, title: string): boolean =>
  titleLetters(titleOf(entry) ?? '') === titleLetters(title);

export function figuresOf(name: string, answers: readonly Answer[]): Figures {
  const entries = answers.filter(({ entry }) => titleOf(entry) !== null);
  const parts = entries.filter(({ entry }) => kindOf(entry) !== 'other');
  const said = answers.filter((one) => one.said !== null && one.said.title !== null);
  const right = said.filter((one) => isTitle(one.entry, one.said?.title ?? ''));
  return {
    name,
    entries: entries.length,
    parts: parts.length,
    said: said.length,
    right: right.length,
    precision: share(right.length, said.length),
    recall: share(right.length, entries.length),
    recallOfParts: share(right.filter(({ entry }) => kindOf(entry) !== 'other').length, parts.length),
    names: share(right.filter((one) => areNames(one.entry, one.said?.authors ?? [])).length, right.length),
    years: share(right.filter((one) => isYear(one.entry, one.said?.year ?? null)).length, right.length),
  };
}

/** The entries as weights and bar read them that have not seen them, and as the rules alone do. */
export function answersOf({ entries, readings, models }: Crossed): { learned: Answer[]; rules: Answer[] } {
  const sure = models.map((_, fold) => fitSure(readings.filter((reading) => reading.fold !== fold)));
  const all = models.map((model, fold) => ({ ...model, sure: sure[fold] ?? new Float64Array() }));
  return {
    learned: entries.flatMap((entry) => {
      const model = all[foldOf(entry)];
      return model === undefined ? [] : [{ entry, said: certainEntry(entry.text, model) }];
    }),
    rules: entries.map((entry) => ({ entry, said: referenceFrom(entry.text) })),
  };
}

const percent = (part: number): string => `${(part * 100).toFixed(2)} %`.padStart(10);

export const figuresHead = `${'references'.padEnd(26)}${'said'.padStart(6)}${'right'.padStart(7)}${'precision'.padStart(11)}${'articles, chapters'.padStart(20)}${'all'.padStart(11)}${'names'.padStart(11)}${'year'.padStart(11)}`;
export const figuresLine = ({ name, said, right, precision, recall, recallOfParts, names, years }: Figures): string =>
  `${name.padEnd(26)}${String(said).padStart(6)}${String(right).padStart(7)} ${percent(precision)}${percent(recallOfParts).padStart(20)} ${percent(recall)} ${percent(names)} ${percent(years)}`;
