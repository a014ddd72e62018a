// Works that are one person's without weighing anything: by the reader's decision, by an id, by a co-author of works of
// one spelling. Nothing here joins works that the reader, two ids of one kind or one paper tell apart. Pure.
import type { ComparedWorks } from './block.ts';
import { applyDecisions, type Decision } from './decisions.ts';
import { byKind, conflictingKind, kindOf, type IdConflict, type IdsByKind } from './ids.ts';
import { sameReadings } from '../paper/names/same-name.ts';

export interface Groups {
  /** The group of each work: numbers from 0. */
  group: number[];
  count: number;
  /** Whether two groups cannot be one person. */
  areApart: (one: number, other: number) => boolean;
  conflicts: IdConflict[];
  /** Works that are the reader's own. */
  me: ReadonlySet<number>;
}

const NO_IDS: IdsByKind = new Map();

/** Sets of works that grow together, with what tells them apart. */
class Sets {
  readonly #of: number[];
  readonly ids: Map<string, Set<string>>[];
  readonly #papers: Set<string>[];
  readonly #apart: Set<number>[];

  constructor(block: ComparedWorks) {
    this.#of = block.signatures.map((_, at) => at);
    this.ids = block.signatures.map(({ ids }) => byKind(ids));
    const places = new Map<string, number>();
    for (const { paper } of block.signatures) places.set(paper, (places.get(paper) ?? 0) + 1);
    // Only papers with several authors of the name tell anybody apart.
    this.#papers = block.signatures.map(({ paper }) => new Set((places.get(paper) ?? 0) > 1 ? [paper] : []));
    this.#apart = block.signatures.map(() => new Set<number>());
  }

  root(work: number): number {
    let top = work;
    while ((this.#of[top] ?? top) !== top) top = this.#of[top] ?? top;
    for (let at = work; at !== top;) {
      const next = this.#of[at] ?? top;
      this.#of[at] = top;
      at = next;
    }
    return top;
  }

  separate(one: number, other: number): void {
    const [a, b] = [this.root(one), this.root(other)];
    if (a === b) return;
    this.#apart[a]?.add(b);
    this.#apart[b]?.add(a);
  }

  /** By the reader's decision, or because one paper has both. */
  areToldApart(a: number, b: number): boolean {
    const far = this.#apart[a];
    if (far !== undefined && far.size > 0 && [...far].some((one) => this.root(one) === b)) return true;
    const [few, many] = this.#sorted(this.#papers[a], this.#papers[b]);
    return few.size > 0 && [...few].some((paper) => many.has(paper));
  }

  /** Whether anything could tell it from others. */
  #tells(root: number): boolean {
    return this.#idsOf(root).size > 0 || (this.#papers[root]?.size ?? 0) > 0 || (this.#apart[root]?.size ?? 0) > 0;
  }

  areApart(a: number, b: number): boolean {
    if (!this.#tells(a) || !this.#tells(b)) return false;
    return this.areToldApart(a, b) || conflictingKind(this.#idsOf(a), this.#idsOf(b)) !== null;
  }

  #idsOf(root: number): IdsByKind {
    return this.ids[root] ?? NO_IDS;
  }

  #sorted(a: Set<string> = new Set(), b: Set<string> = new Set()): [Set<string>, Set<string>] {
    return a.size < b.size ? [a, b] : [b, a];
  }

  /** Joins two roots; the smaller number stays. */
  join(one: number, other: number): void {
    const [into, from] = one < other ? [one, other] : [other, one];
    if (into === from) return;
    this.#of[from] = into;
    for (const [kind, ids] of this.#idsOf(from)) {
      const known = this.ids[into]?.get(kind) ?? new Set();
      for (const id of ids) known.add(id);
      this.ids[into]?.set(kind, known);
    }
    for (const paper of this.#papers[from] ?? []) this.#papers[into]?.add(paper);
    for (const far of this.#apart[from] ?? []) this.#apart[into]?.add(far);
  }
}

/** Ids of these kinds speak first, others in the order of their names: who made it themselves knows best. */
const kinds = ['orcid', 'openreview', 'dblp'];
const rank = (id: string): number => {
  const at = kinds.indexOf(kindOf(id) ?? '');
  return at < 0 ? kinds.length : at;
};

function* joinByIds(block: ComparedWorks, sets: Sets): Generator<void, IdConflict[]> {
  const bearers = new Map<string, number[]>();
  for (const [work, { ids }] of block.signatures.entries())
    for (const id of new Set(ids)) if (kindOf(id) !== null) bearers.set(id, [...(bearers.get(id) ?? []), work]);
  const conflicts: IdConflict[] = [];
  for (const [id, works] of [...bearers].toSorted(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))) {
    /** Each root that has the id, so that works that cannot be the first's may still be each other's. */
    const roots: number[] = [];
    const odd = new Map<IdConflict['kind'], number[]>();
    for (const work of works) {
      const own = sets.root(work);
      let why: IdConflict['kind'] | null = null;
      const fitting = roots.find((one) => {
        const root = sets.root(one);
        if (root === own) return true;
        const kind = sets.areToldApart(root, own)
          ? 'place'
          : conflictingKind(sets.ids[root] ?? new Map(), sets.ids[own] ?? new Map()) !== null
            ? 'ids'
            : canBeOne(block, one, work)
              ? null
              : 'names';
        why ??= kind;
        return kind === null;
      });
      if (fitting === undefined) roots.push(work);
      else sets.join(sets.root(fitting), own);
      if (fitting === undefined && why !== null) odd.set(why, [...(odd.get(why) ?? []), work]);
    }
    for (const [kind, some] of odd) conflicts.push({ kind, id, works: some });
    yield;
  }
  return conflicts;
}

const canBeOne = (block: ComparedWorks, a: number, b: number): boolean => {
  const [one, other] = [block.spelling[a] ?? 0, block.spelling[b] ?? 0];
  return one === other || sameReadings(block.spellings[one]?.readings ?? [], block.spellings[other]?.readings ?? []);
};

function* joinByCoauthors(block: ComparedWorks, sets: Sets): Generator<void, void> {
  for (const works of block.coauthors.works) {
    const first = new Map<number, number[]>();
    for (const work of works) {
      const spelling = block.spelling[work] ?? 0;
      const known = first.get(spelling);
      if (known === undefined) {
        first.set(spelling, [work]);
        continue;
      }
      const own = sets.root(work);
      const fitting = known.find((one) => sets.root(one) === own || !sets.areApart(sets.root(one), own));
      if (fitting === undefined) known.push(work);
      else sets.join(sets.root(fitting), own);
    }
    yield;
  }
}

/** Groups the works of a block; yields after each id and co-author. */
export function* groupSignatures(block: ComparedWorks, decisions: readonly Decision[]): Generator<void, Groups> {
  const sets = new Sets(block);
  const ruled = applyDecisions(block.signatures, decisions);
  for (const [work, group] of ruled.group.entries()) sets.join(sets.root(work), sets.root(group));
  for (const [one, others] of ruled.apart) for (const other of others) sets.separate(one, other);
  yield;
  const conflicts = yield* joinByIds(block, sets);
  yield* joinByCoauthors(block, sets);
  const numbers = new Map<number, number>();
  const group = block.signatures.map((_, work) => {
    const root = sets.root(work);
    const number = numbers.get(root) ?? numbers.size;
    numbers.set(root, number);
    return number;
  });
  const roots = [...numbers.keys()];
  block.setGroups(groupsBySpelling(block, group));
  return {
    group,
    count: roots.length,
    areApart: (one, other) => sets.areApart(roots[one] ?? 0, roots[other] ?? 0),
    conflicts,
    me: ruled.me,
  };
}

/** The same at once. */
export function groupNow(block: ComparedWorks, decisions: readonly Decision[] = []): Groups {
  const steps = groupSignatures(block, decisions);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** How many groups there are of each spelling. */
function groupsBySpelling(block: ComparedWorks, group: readonly number[]): number[] {
  const groups = block.spellings.map(() => new Set<number>());
  for (const [work, its] of group.entries()) groups[block.spelling[work] ?? 0]?.add(its);
  return groups.map(({ size }) => size);
}
