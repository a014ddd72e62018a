// What the reader decided about who is who: by paper and person, so that it outlives packs and their order. It is
// stronger than any rule; of two decisions that contradict each other the later one holds. Pure.
import * as z from 'zod/mini';
import { OwnLinks } from '../paper/own-links.ts';
import { PaperId, PersonId } from '../paper/schema.ts';
import { namePerson } from '../paper/names/person-id.ts';
import type { Signature } from './signature.ts';

/** An author of a paper. */
export const Bearer = z.object({ paper: PaperId, person: PersonId });
export type Bearer = z.infer<typeof Bearer>;

/** Authors named by one decision: a person of five thousand works is still one decision. */
const MAX_BEARERS = 10_000;
const Bearers = z.array(Bearer).check(z.minLength(1), z.maxLength(MAX_BEARERS));
/** Milliseconds since 1970. */
const at = z.number();

export const Decision = z.discriminatedUnion('kind', [
  /** These are one person; `with`: whose works they were said to be. */
  z.object({ kind: z.literal('same'), works: Bearers, with: z.optional(Bearers), at }),
  /** None of these is the person of any of those. */
  z.object({ kind: z.literal('different'), works: Bearers, from: Bearers, at }),
  /** These are the reader; `links`: where they are on the web, as they filled it in. */
  z.object({ kind: z.literal('me'), works: Bearers, at, links: z.optional(OwnLinks) }),
]);
export type Decision = z.infer<typeof Decision>;

/** Two persons are one. */
export const merge = (one: readonly Bearer[], other: readonly Bearer[], now: number): Decision => ({
  kind: 'same',
  works: [...one, ...other],
  at: now,
});

/** Works are a person's. */
export const theirs = (works: readonly Bearer[], person: readonly Bearer[], now: number): Decision => ({
  kind: 'same',
  works: [...works],
  ...(person.length === 0 ? {} : { with: [...person] }),
  at: now,
});

/** Some of a person's works are not theirs. */
export const notTheirs = (works: readonly Bearer[], person: readonly Bearer[], now: number): Decision => {
  const taken = new Set(works.map(bearerKey));
  return { kind: 'different', works: [...works], from: person.filter((one) => !taken.has(bearerKey(one))), at: now };
};

/** Some of a person's works are one other person's. */
export const splitOff = (works: readonly Bearer[], person: readonly Bearer[], now: number): Decision[] => [
  { kind: 'same', works: [...works], at: now },
  notTheirs(works, person, now),
];

export const thisIsMe = (works: readonly Bearer[], now: number): Decision => ({
  kind: 'me',
  works: [...works],
  at: now,
});

/** By which the reader said of any of these that it is them, the latest first. */
export function saidToBeMe<D extends Decision>(
  decisions: readonly D[],
  bearers: readonly Bearer[],
): Extract<D, { kind: 'me' }>[] {
  const keys = new Set(bearers.map(bearerKey));
  const isMe = (one: D): one is Extract<D, { kind: 'me' }> =>
    one.kind === 'me' && one.works.some((work) => keys.has(bearerKey(work)));
  return decisions.filter(isMe).toSorted((a, b) => b.at - a.at);
}

/** Everybody of whom a decision says something. */
export const authorsIn = (decisions: readonly Decision[]): Set<string> =>
  new Set(
    decisions.flatMap((one) => {
      const others = one.kind === 'different' ? one.from : one.kind === 'same' ? (one.with ?? []) : [];
      return [...one.works, ...others].map(({ person }) => person);
    }),
  );

export const bearerKey = ({ paper, person }: Bearer): string => `${paper} ${person}`;

/** All that an author of a paper may be known by in a decision: also by name alone, since the pack that knows more may
 *  go. */
export const bearersOf = ({ paper, also = [], person, name }: Signature): Bearer[] =>
  [...new Set([paper, ...also])].flatMap((id) =>
    [...new Set([person, namePerson(name)])].map((one) => ({ paper: id, person: one })),
  );

/** What decisions say of these signatures: groups that are one person, and pairs of groups that are not. */
export interface Ruled {
  /** The group of each signature; equal numbers are one person. */
  group: number[];
  /** Groups that are other people, by group. */
  apart: Map<number, Set<number>>;
  /** Signatures that are the reader's. */
  me: Set<number>;
}

/** Applies decisions, the latest first, so that an earlier one gives way where the two contradict each other. */
export function applyDecisions(signatures: readonly Signature[], decisions: readonly Decision[]): Ruled {
  const places = new Map<string, number[]>();
  for (const [at, signature] of signatures.entries())
    for (const key of new Set(bearersOf(signature).map(bearerKey))) {
      places.set(key, [...(places.get(key) ?? []), at]);
    }
  const found = (works: readonly Bearer[]): number[] => [
    ...new Set(works.flatMap((one) => places.get(bearerKey(one)) ?? [])),
  ];
  const group = signatures.map((_, at) => at);
  const apart = new Map<number, Set<number>>();
  const me = new Set<number>();
  const areApart = (one: number, other: number): boolean => apart.get(one)?.has(other) === true;
  const join = (one: number, other: number): void => {
    const [into, from] = [group[one] ?? one, group[other] ?? other];
    if (into === from || areApart(into, from)) return;
    for (const [at, its] of group.entries()) if (its === from) group[at] = into;
    for (const far of apart.get(from) ?? []) separate(into, far);
    apart.delete(from);
  };
  const separate = (one: number, other: number): void => {
    for (const [a, b] of [
      [one, other],
      [other, one],
    ] as const) {
      const known = apart.get(a) ?? new Set();
      apart.set(a, known.add(b));
    }
  };
  for (const decision of sortedByTime(decisions.filter((one) => found(one.works).length > 0))) {
    const works = found(decision.kind === 'same' ? [...decision.works, ...(decision.with ?? [])] : decision.works);
    if (decision.kind === 'different') {
      for (const one of works)
        for (const other of found(decision.from)) {
          const [a, b] = [group[one] ?? one, group[other] ?? other];
          if (a !== b) separate(a, b);
        }
      continue;
    }
    const [first] = works;
    if (first === undefined) continue;
    for (const other of works.slice(1)) join(first, other);
    if (decision.kind === 'me') for (const one of works) if (group[one] === group[first]) me.add(one);
  }
  return { group, apart: withoutGone(apart, group), me };
}

/** The latest first; those of one time in an order of their own, whatever order they came in. */
export const sortedByTime = (decisions: readonly Decision[]): Decision[] => {
  const texts = new Map(decisions.map((one) => [one, JSON.stringify(one)]));
  return decisions.toSorted((a, b) => b.at - a.at || ((texts.get(a) ?? '') < (texts.get(b) ?? '') ? -1 : 1));
};

/** Without groups that were joined into others. */
function withoutGone(apart: ReadonlyMap<number, ReadonlySet<number>>, group: readonly number[]): Ruled['apart'] {
  const alive = new Set(group);
  return new Map(
    [...apart].flatMap(([one, others]) =>
      alive.has(one) ? [[one, new Set([...others].filter((other) => alive.has(other)))] as const] : [],
    ),
  );
}
