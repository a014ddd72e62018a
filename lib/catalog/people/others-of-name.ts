// Everybody else of a name, as who is who keeps them apart, for the reader who knows better. Pure.
import type { Identities } from '../../identity/identify.ts';
import { byKind } from '../../identity/ids.ts';
import type { Line } from '../../identity/line.ts';
import type { Signature } from '../../identity/signature.ts';
import { yearOf, type Paper } from '../../paper/schema.ts';
import type { OtherOfName } from '../../views/found-person.ts';
import { commonest } from './commonest.ts';
import { KNOWN } from './signatures.ts';

/** People told of; a name that hundreds have is nothing to pick from. */
const MAX_TOLD = 30;

/** @param ids of the person
 *  @param why what was found of each paper that is not theirs */
export function othersOfName(
  { persons, signatures }: Identities,
  ids: readonly string[],
  papers: ReadonlyMap<string, Paper>,
  why: ReadonlyMap<string, readonly Line[]>,
): OtherOfName[] {
  // Works that may be a person's own without counting as theirs are told apart by whom packs know.
  const groups = persons.flatMap(({ works }) => {
    const left = works.flatMap((work) => signatures[work] ?? []).filter(({ paper }) => why.has(paper));
    const known = new Set(left.map(knownIn));
    return [...known].map((id) => left.filter((one) => knownIn(one) === id));
  });
  const others = groups.flatMap((some) => {
    const [any] = some;
    if (any === undefined) return [];
    const all = [...new Set(some.map(({ paper }) => paper))].flatMap((id) => papers.get(id) ?? []);
    const years = all.map(yearOf).filter((year) => year > 0);
    const told = all.map(({ id }) => why.get(id) ?? []).toSorted((a, b) => forIt(b) - forIt(a));
    const newest = all.toSorted((a, b) => yearOf(b) - yearOf(a)).map(({ id }) => id);
    const other: OtherOfName = {
      works: newest,
      person: (some.find(({ paper }) => paper === newest[0]) ?? any).person,
      name: commonest(some.map(({ name }) => name)) ?? '',
      years: years.length === 0 ? null : [Math.min(...years), Math.max(...years)],
      lines: told[0] ?? [],
      otherIds: differing(ids, idsOf(some)),
    };
    return [other];
  });
  return others.toSorted((a, b) => forIt(b.lines) - forIt(a.lines)).slice(0, MAX_TOLD);
}

/** Ids of these works' authors, without those that packs give to people whom they know. */
export const idsOf = (signatures: readonly Signature[]): string[] =>
  [...new Set(signatures.flatMap(({ ids }) => ids))].filter((id) => !id.startsWith(KNOWN)).toSorted();

function differing(here: readonly string[], there: readonly string[]): OtherOfName['otherIds'] {
  const others = byKind(there);
  return [...byKind(here)].flatMap(([kind, own]) => {
    const its = others.get(kind);
    return its === undefined || [...own].some((id) => its.has(id)) ? [] : [{ kind, here: [...own], there: [...its] }];
  });
}

const knownIn = ({ ids }: Signature): string => ids.find((id) => id.startsWith(KNOWN)) ?? '';

/** What speaks for it, whatever speaks against. */
const forIt = (lines: readonly Line[]): number => lines.reduce((sum, { weight }) => sum + Math.max(0, weight), 0);
