// Five-fold cross-validation: each entry is read by weights that were learned without it, and judged by a bar that was
// set without it. Folds by a hash of the entry, so that it is in the same one in every run.
import { createHash } from 'node:crypto';
import { referenceFrom } from '../../lib/facts/reference.ts';
import { modelOf, type Model, type Parts } from '../../lib/references/model.ts';
import { candidatesOf, titleLetters, lookAtEntry, oneLine, sureness } from '../../lib/references/read-reference.ts';
import { SIGNS } from '../../lib/references/signs.ts';
import { chance } from '../chance.ts';
import { fitLogistic } from '../identity/logistic.ts';
import { titleOf, type Entry } from './labelled.ts';
import { sampleOf } from './sample.ts';
import { trainOn, type Options } from './train.ts';
import { Variants } from './variants.ts';

export const FOLDS = 5;
/** Precision that a bar must reach on the entries that it is set by, a little above the goal. */
const PRECISION = 0.993;
const PENALTY = 2;

export const foldOf = ({ text }: Entry): number => (createHash('sha256').update(text).digest()[0] ?? 0) % FOLDS;

/** One entry as a model that has not seen it reads it. */
export interface Reading {
  fold: number;
  candidates: { signs: Float64Array; isRight: boolean }[];
  /** Whether what the rules say is right; null where they say nothing. */
  rules: boolean | null;
  /** An entry made of others of its fold: it helps to weigh the signs, and no bar is set by it. */
  isVariant: boolean;
}

export interface Crossed {
  entries: readonly Entry[];
  readings: Reading[];
  /** One for each fold, learned without it. */
  models: Model[];
}

const SEED = 7;
/** How much an entry made of others counts. */
const VARIANT = 0.5;

export function learn(entries: readonly Entry[], options: Options): Parts {
  const variants = new Variants(entries, chance(SEED));
  const samples = entries.map((entry) => sampleOf(entry));
  for (let copy = 0; copy < options.copies; copy += 1)
    for (const entry of entries) samples.push(sampleOf(variants.of(entry), VARIANT));
  return trainOn(
    samples.filter((sample) => sample !== null),
    options,
  );
}

function readingOf(entry: Entry, fold: number, model: Model, isVariant: boolean): Reading | null {
  const text = oneLine(entry.text);
  const looked = lookAtEntry(text, model);
  if (looked === null) return null;
  const rules = referenceFrom(text);
  const gold = titleLetters(titleOf(entry) ?? '');
  const isRight = (title: string): boolean => gold !== '' && titleLetters(title) === gold;
  return {
    fold,
    candidates: candidatesOf(text, looked, rules?.title ?? null).map(({ title, signs }) => ({
      signs,
      isRight: isRight(title),
    })),
    rules: rules === null ? null : isRight(rules.title),
    isVariant,
  };
}

/** Variants of an entry that its fold's model reads. */
const READ_VARIANTS = 3;

/** The entries of a fold, and variants of them, as a model that was learned without them reads them. */
export function readingsOf(entries: readonly Entry[], fold: number, model: Model): Reading[] {
  const mine = entries.filter((entry) => foldOf(entry) === fold);
  const variants = new Variants(mine, chance(SEED + fold));
  return mine
    .flatMap((entry) => [
      readingOf(entry, fold, model, false),
      ...Array.from({ length: READ_VARIANTS }, () => readingOf(variants.of(entry), fold, model, true)),
    ])
    .filter((reading) => reading !== null);
}

/** The weights of the signs and, behind them, the bar. */
export function fitSure(readings: readonly Reading[]): Float64Array {
  const weights = fitLogistic(
    readings.flatMap(({ candidates, isVariant }) =>
      candidates.map(({ signs, isRight }) => ({ features: signs, same: isRight, weight: isVariant ? VARIANT : 1 })),
    ),
    SIGNS,
    PENALTY,
    20,
  );
  const sure = new Float64Array(SIGNS + 1);
  sure.set(weights);
  sure[SIGNS] = barOf(
    readings.filter(({ isVariant }) => !isVariant),
    sure,
  );
  return sure;
}

/** The lowest bar with which all that is said, by the rules too, is right often enough. */
function barOf(readings: readonly Reading[], sure: Float64Array): number {
  const byRules = readings.flatMap(({ rules }) => rules ?? []);
  const others = readings
    .filter(({ rules, candidates }) => rules === null && candidates.length > 0)
    .map(({ candidates }) =>
      candidates
        .map(({ signs, isRight }) => ({ score: sureness({ sure }, signs), isRight }))
        .reduce((best, one) => (one.score > best.score ? one : best)),
    )
    .toSorted((a, b) => b.score - a.score);
  let [said, right, bar] = [byRules.length, byRules.filter(Boolean).length, Infinity];
  for (const [at, { score, isRight }] of others.entries()) {
    said += 1;
    right += Number(isRight);
    if (right / said >= PRECISION) bar = (score + (others[at + 1]?.score ?? score)) / 2;
  }
  return bar;
}

export function crossValidate(
  entries: readonly Entry[],
  options: Options,
  told: (fold: number) => void = () => {},
): Crossed {
  const readings: Reading[] = [];
  const models: Model[] = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const model = modelOf(
      learn(
        entries.filter((entry) => foldOf(entry) !== fold),
        options,
      ),
    );
    models.push(model);
    readings.push(...readingsOf(entries, fold, model));
    told(fold);
  }
  return { entries, readings, models };
}
