// People of the names that were typed: everybody of one name is one of their own, with the works that their profile
// opens with.
import type { Decision } from '../../identity/decisions.ts';
import { authorKey } from '../../paper/names/name-key.ts';
import type { Paper } from '../../paper/schema.ts';
import type { Lookup } from '../lookup.ts';
import { authorIdOf, namesakes, type Namesake } from '../people/person-lookup.ts';
import { groupWorks } from '../people/same-person.ts';
import { FIT, fitOfAll, wordsOf, type Term } from './terms.ts';
import { TIER, type Tier } from './word-search.ts';
import type { Count } from './count.ts';

export interface PersonFound extends Omit<Namesake, 'works'> {
  /** Works that were read: all of theirs, where `isAll`. */
  works: readonly Paper[];
  isAll: boolean;
  position: string | null;
  /** `orcid:0000-0002-1825-0097`, `dblp:Wei Wang 0001`; null where no pack says one. */
  authorId: string | null;
}
export interface PeopleFound {
  people: PersonFound[];
  total: Count;
}

/** What has more words is no name but a list of names that a dump did not take apart. */
const MAX_NAME_PARTS = 8;

interface Name {
  key: string;
  tier: Tier;
  /** Works that packs have of somebody they know more of than the name. */
  known: number;
  times: number;
}

export interface PeopleQuestion {
  terms: readonly Term[];
  /** Keys of the name that was typed. */
  names: readonly string[];
  /** Papers by somebody whose name has the words. */
  papers: readonly Paper[];
  /** There are no other papers. */
  isAll: boolean;
  limit: number;
  decisions: readonly Decision[];
}

/** Maximum works read for people whose names only begin as typed. */
const MAX_WORKS_READ = 300;

export async function findPeople(lookup: Lookup, question: PeopleQuestion): Promise<PeopleFound> {
  const names = await namesFound(lookup, question);
  const asked = names.slice(0, question.limit);
  const places = await lookup.named(asked.map(({ key }) => key));
  let isExact = question.isAll && names.length === asked.length;
  let left = MAX_WORKS_READ;
  const found = await Promise.all(
    asked.map(async (name): Promise<Person[]> => {
      const works = places.get(name.key)?.length ?? 0;
      if (name.tier !== TIER.name) left -= works;
      if (name.tier !== TIER.name && left < 0) {
        isExact = false;
        return someoneOf(name, question.papers);
      }
      const { people, unread } = await namesakes(lookup, name.key, question.decisions);
      if (unread > 0) isExact = false;
      return people.map((one) => ({ ...one, key: name.key, isAll: true }));
    }),
  );
  // Everybody of the name that was typed; else one of each name before their namesakes.
  const typed = found.filter((_, at) => asked[at]?.tier === TIER.name).flat();
  const others = found.filter((_, at) => asked[at]?.tier !== TIER.name);
  const all = [
    ...typed,
    ...others.flatMap((people) => people.slice(0, 1)),
    ...others.flatMap((people) => people.slice(1)),
  ];
  const people = all.filter((one, at) => all.findIndex(isSame(one)) === at);
  const book = await lookup.people();
  return {
    people: await Promise.all(
      people.slice(0, question.limit).map(async ({ key, ...one }) => ({
        ...one,
        position: book.get(one.id)?.person.position?.value ?? null,
        authorId: await authorIdOf(lookup, key, one.works),
      })),
    ),
    total: { count: people.length + names.length - asked.length, isExact },
  };
}

type Person = Namesake & { key: string; isAll: boolean };

/** Somebody of a name by the papers that were read anyway: how many works there are is not known. */
function someoneOf({ key }: Name, papers: readonly Paper[]): Person[] {
  const having = papers.filter(({ authors }) => authors.some(({ name }) => authorKey(name) === key));
  const [works = []] = groupWorks(new Set([key]), having);
  const author = works[0]?.authors.find(({ name }) => authorKey(name) === key);
  return author === undefined
    ? []
    : [{ key, id: author.person, name: author.name, near: works[0]?.id ?? null, works, isAll: false }];
}

const isSame =
  (one: Namesake) =>
  (other: Namesake): boolean =>
    one.id === other.id && one.near === other.near;

/** Names that have all the words, best first. Where none has, those of known people that are spelt nearly so. */
async function namesFound(lookup: Lookup, { terms, names: typed, papers }: PeopleQuestion): Promise<Name[]> {
  const names = new Map<string, Name>();
  const meet = (name: string, spellings: readonly string[], known: number, forgiving: boolean): void => {
    const key = authorKey(name);
    const before = names.get(key);
    if (before !== undefined) {
      before.times += 1;
      return;
    }
    const fits = spellings.map(wordsOf).flatMap((parts) => {
      const fit = parts.length > MAX_NAME_PARTS ? null : fitOfAll(terms, parts, forgiving);
      return fit === null ? [] : [fit];
    });
    if (key === '' || fits.length === 0) return;
    const fit = Math.min(...fits);
    names.set(key, { key, tier: key === typed[0] ? TIER.name : tierOf(fit), known, times: 1 });
  };
  const people = [...(await lookup.people()).all()];
  const meetKnown = (forgiving: boolean): void => {
    for (const { person, works } of people)
      meet(person.name, [person.name, ...person.variants], works.length, forgiving);
  };
  meetKnown(false);
  for (const paper of papers) for (const { name } of paper.authors) meet(name, [name], 0, false);
  if (names.size === 0) meetKnown(true);
  return [...names.values()].toSorted(
    (a, b) => a.tier - b.tier || b.known - a.known || b.times - a.times || (a.key < b.key ? -1 : 1),
  );
}

const tierOf = (fit: number): Tier => (fit === FIT.whole ? TIER.whole : fit === FIT.begun ? TIER.begun : TIER.near);
