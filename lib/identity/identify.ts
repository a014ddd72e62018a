// Signatures of one family name and first initial in, persons out. In steps, so that the caller can let others
// have their turn; the order of the signatures makes no difference. Pure.
import { authorKey } from '../paper/names/name-key.ts';
import { ComparedWorks } from './block.ts';
import type { Decision } from './decisions.ts';
import { groupSignatures, type Groups } from './groups.ts';
import type { IdConflict } from './ids.ts';
import { joinGroups } from './linkage.ts';
import { bySignature, signatureKey, type Signature } from './signature.ts';
import { weighGroups } from './weigh.ts';
import { THRESHOLD, WEIGHTS } from './weights.ts';

/** Works that are all compared with each other; of more, only those of one full spelling are. */
const MAX_COMPARED = 3000;
/** Groups of one spelling that are compared in a block of more works; of more, only ids and co-authors tie. */
const MAX_GROUPS = 1500;

export interface IdentifiedPerson {
  /** Their works, by number among `signatures`. */
  works: number[];
  ids: string[];
  /** The reader. */
  me: boolean;
}

/** What was left out because there are too many works of a name. `spellings`: only those of one full spelling were
 *  compared. `coauthors`: of a spelling, only ids and co-authors tie. */
export type Limit = 'spellings' | 'coauthors';

export interface Identities {
  /** What was given, sorted, each author of a paper once. */
  signatures: readonly Signature[];
  /** Who has most works first. */
  persons: IdentifiedPerson[];
  /** The person of each signature, by number among `persons`. */
  personOf: number[];
  conflicts: IdConflict[];
  limit: Limit | null;
  /** For a closer look at why (`lines.ts`). */
  block: ComparedWorks;
  groups: Groups;
}

/** `weights` and `threshold` are those of `weights.ts`, except while they are fitted. */
export interface IdentifyOptions {
  decisions?: readonly Decision[];
  weights?: Float64Array;
  threshold?: number;
}

/** Each author of a paper once, in one order whatever order they came in. */
export function sortedSignatures(signatures: readonly Signature[]): Signature[] {
  const texts = new Map<Signature, string>();
  const textOf = (one: Signature): string => {
    const text = texts.get(one) ?? JSON.stringify(one);
    texts.set(one, text);
    return text;
  };
  const sorted = signatures.toSorted((a, b) => bySignature(a, b) || (textOf(a) < textOf(b) ? -1 : 1));
  return sorted.filter((one, at) => at === 0 || signatureKey(one) !== signatureKey(sorted[at - 1] ?? one));
}

export function* identify(given: readonly Signature[], options: IdentifyOptions = {}): Generator<void, Identities> {
  const { decisions = [], weights = WEIGHTS, threshold = THRESHOLD } = options;
  const signatures = sortedSignatures(given);
  yield;
  const block = new ComparedWorks(signatures);
  yield* block.read();
  const groups = yield* groupSignatures(block, decisions);
  yield;
  const all = Array.from({ length: groups.count }, (_, at) => at);
  const isWhole = block.size <= MAX_COMPARED;
  let limit: Limit | null = isWhole ? null : 'spellings';
  const into = [...all];
  for (const some of isWhole ? [all] : groupsOfOneName(block, groups)) {
    if (some.length < 2) continue;
    if (!isWhole && some.length > MAX_GROUPS) {
      limit = 'coauthors';
      continue;
    }
    const evidence = yield* weighGroups(block, groups, weights, some);
    const joined = yield* joinGroups(evidence, threshold);
    for (const [at, group] of some.entries()) into[group] = some[joined[at] ?? at] ?? group;
  }
  return { signatures, block, groups, conflicts: groups.conflicts, limit, ...personsOf(block, groups, into) };
}

/** Runs to the end at once. */
export function identifyNow(signatures: readonly Signature[], options?: IdentifyOptions): Identities {
  const steps = identify(signatures, options);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Groups by the full name of their first work. */
function groupsOfOneName(block: ComparedWorks, groups: Groups): number[][] {
  const met = new Set<number>();
  const byName = new Map<string, number[]>();
  for (const [work, { name }] of block.signatures.entries()) {
    const group = groups.group[work] ?? 0;
    if (met.has(group)) continue;
    met.add(group);
    const key = authorKey(name);
    byName.set(key, [...(byName.get(key) ?? []), group]);
  }
  return [...byName.values()];
}

function personsOf(
  block: ComparedWorks,
  groups: Groups,
  into: readonly number[],
): Pick<Identities, 'persons' | 'personOf'> {
  const works = new Map<number, number[]>();
  for (const [work, group] of groups.group.entries()) {
    const person = into[group] ?? group;
    const own = works.get(person);
    if (own === undefined) works.set(person, [work]);
    else own.push(work);
  }
  const persons = [...works.values()]
    .toSorted((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0))
    .map((own) => ({
      works: own,
      ids: [...new Set(own.flatMap((work) => block.signatures[work]?.ids ?? []))].toSorted(),
      me: own.some((work) => groups.me.has(work)),
    }));
  const personOf = block.signatures.map(() => 0);
  for (const [person, { works: own }] of persons.entries()) for (const work of own) personOf[work] = person;
  return { persons, personOf };
}
