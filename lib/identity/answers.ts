// Which works of a name are somebody's, may be, or are another's, and why. Pure.
import { featureVector } from './block.ts';
import type { Identities } from './identify.ts';
import type { Line } from './line.ts';
import { linesBetween } from './lines.ts';
import { weigh } from './weigh.ts';
import { MAYBE_THRESHOLD, WEIGHTS } from './weights.ts';

export interface AnsweredWork {
  /** By number among the signatures. */
  work: number;
  lines: Line[];
}

export interface Answers {
  theirs: AnsweredWork[];
  maybe: AnsweredWork[];
  others: AnsweredWork[];
}

/** Pairs of works that are compared of two persons. */
const MAX_PAIRS = 400;

/** `asked`: works that are the person's. All other works of the name are in one of the lists, the person's own in the
 *  first. */
export function answersFor(identities: Identities, asked: readonly number[]): Answers {
  const { persons, personOf, block } = identities;
  const own = new Set(asked.map((work) => personOf[work] ?? -1));
  const theirs = [...new Set([...asked, ...[...own].flatMap((person) => persons[person]?.works ?? [])])].toSorted(
    (a, b) => a - b,
  );
  const isTheirs = new Set(theirs);
  const answers: Answers = { theirs: [], maybe: [], others: [] };
  const explained = (work: number): AnsweredWork => ({ work, lines: linesBetween(block, work, theirs) });
  answers.theirs = theirs.map(explained);
  for (const [person, { works }] of persons.entries()) {
    if (own.has(person)) continue;
    const rest = works.filter((work) => !isTheirs.has(work));
    const list = mayBe(identities, theirs, works) ? answers.maybe : answers.others;
    list.push(...rest.map(explained));
  }
  return answers;
}

/** Whether two persons may be one. */
function mayBe({ block, groups }: Identities, one: readonly number[], other: readonly number[]): boolean {
  const [ones, others] = [groupsOf(groups.group, one), groupsOf(groups.group, other)];
  if (ones.some((a) => others.some((b) => groups.areApart(a, b)))) return false;
  const features = featureVector();
  const side = Math.floor(Math.sqrt(MAX_PAIRS));
  let [sum, pairs] = [0, 0];
  for (const work of spread(one, side)) {
    block.begin(work, block.size);
    for (const far of spread(other, side)) {
      if (!block.features(work, far, features)) return false;
      sum += weigh(WEIGHTS, features);
      pairs += 1;
    }
  }
  return pairs > 0 && sum / pairs >= MAYBE_THRESHOLD;
}

const groupsOf = (group: readonly number[], works: readonly number[]): number[] => [
  ...new Set(works.map((work) => group[work] ?? 0)),
];

/** So many of a list, from all over it. */
const spread = (works: readonly number[], most: number): number[] =>
  works.length <= most
    ? [...works]
    : Array.from({ length: most }, (_, at) => works[Math.floor((at * works.length) / most)] ?? 0);
