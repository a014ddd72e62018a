// A person's works out of all packs: those that are certain, those that shared colleagues tie to them, and those that
// are only listed under the same name.
import { authorKey } from '../../paper/names/name-key.ts';
import { earlierMeanings, keyOfPerson, mayMean, namePerson, personOfKey } from '../../paper/names/person-id.ts';
import type { Lookup } from '../lookup.ts';
import { personOfName, type KnownPerson, type PeopleBook } from './people-index.ts';
import { groupWorks, splitWorks } from './same-person.ts';
import type { Authorship, Paper } from '../../paper/schema.ts';
import type { FoundPerson } from '../../views/found-person.ts';

/** Works under one name that are looked through; a commoner name says nothing anyway. */
const MAX_READ = 400;

const hasKey = (paper: Paper, keys: ReadonlySet<string>): boolean =>
  paper.authors.some(({ name }) => keys.has(authorKey(name)));

/** All works under these name keys, with their authors as people where that is certain; and how many more there are. */
async function worksUnder(
  lookup: Lookup,
  book: PeopleBook,
  keys: ReadonlySet<string>,
): Promise<{ papers: Paper[]; unread: number }> {
  const places = [...(await lookup.named([...keys])).values()].flat();
  // The latest in a pack are the newest, as most dumps are written.
  const read = places.slice(-MAX_READ);
  const papers = (await lookup.papersAt(read)).map(({ paper }) => book.resolve(paper));
  return { papers: papers.filter((paper) => hasKey(paper, keys)), unread: places.length - read.length };
}

/** Today's id of a person that an earlier version knew by another one: by the names on the paper where it was met,
 *  else by the people that packs know. */
async function idToday(lookup: Lookup, id: string, authors: readonly Authorship[]): Promise<string> {
  if (authors.some(({ person }) => person === id)) return id;
  const named = authors.find(({ name }) => mayMean(id, name));
  if (named !== undefined) return namePerson(named.name);
  const meanings = earlierMeanings(id);
  if (meanings.length < 2) return id;
  const found = [...(await lookup.named(meanings))].filter(([, places]) => places.length > 0);
  const [most] = found.toSorted(([, one], [, other]) => other.length - one.length);
  return most === undefined || found.some(([key]) => key === meanings[0]) ? id : personOfKey(most[0]);
}

/** `near`: the paper on whose byline the name was met. Null where no pack knows the person. */
export async function findPerson(lookup: Lookup, asked: string, near: string | null): Promise<FoundPerson | null> {
  const book = await lookup.people();
  const inBook = book.get(asked);
  if (inBook !== undefined) return knownPerson(lookup, book, inBook);
  if ((keyOfPerson(asked) ?? '') === '') return null;
  const context = near === null ? null : await lookup.papers([near]);
  const id = await idToday(lookup, asked, context?.get(near ?? '')?.paper.authors ?? []);
  const key = keyOfPerson(id) ?? '';
  const keys = new Set([key]);
  const { papers, unread } = await worksUnder(lookup, book, keys);
  // A work of somebody that packs know under this name may be theirs, too: it is shown, and ties nothing to them.
  const isNames = (paper: Paper): boolean => paper.authors.some(({ person }) => person === id);
  const candidates = papers.filter(isNames);
  const start = context === null ? [] : [...context.values()].map(({ paper }) => paper);
  const certain = start.filter((paper) => hasKey(paper, keys));
  const all = [...new Map([...certain, ...candidates].map((paper) => [paper.id, paper])).values()];
  if (all.length === 0) return null;
  const groups = groupWorks(keys, all);
  const met = certain[0]?.id;
  const theirs = groups.find((group) => group.some((paper) => paper.id === met)) ?? groups[0] ?? [];
  const others = all.filter((paper) => !theirs.includes(paper));
  const listed = new Set(all.map((paper) => paper.id));
  const known = papers.filter((paper) => !isNames(paper) && !listed.has(paper.id));
  const spellings = theirs.flatMap((paper) => paper.authors.filter(({ name }) => keys.has(authorKey(name))));
  const name = commonest(spellings.map((author) => author.name)) ?? id;
  return {
    person: personOfName(
      id,
      name,
      spellings.map((author) => author.name),
      theirs,
    ),
    theirs,
    others: [...others, ...known],
    othersTotal: others.length + known.length + unread,
  };
}

async function knownPerson(lookup: Lookup, book: PeopleBook, known: KnownPerson): Promise<FoundPerson> {
  const [{ papers, unread }, own] = await Promise.all([
    worksUnder(lookup, book, known.keys),
    lookup.papers(known.works.map(({ id }) => id)),
  ]);
  const certain = [...new Map([...own.values()].map(({ paper }) => [paper.id, book.resolve(paper)])).values()];
  const all = new Map([...certain, ...papers].map((paper) => [paper.id, paper]));
  const elsewhere = (paper: Paper): boolean =>
    paper.authors.some(
      ({ name, person }) =>
        person !== known.person.id && known.keys.has(authorKey(name)) && book.get(person) !== undefined,
    );
  const { theirs, others } = splitWorks(
    known.keys,
    certain,
    [...all.values()].filter((paper) => certain.includes(paper) || !elsewhere(paper)),
  );
  return { person: known.person, theirs, others, othersTotal: others.length + unread };
}

function commonest(names: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].toSorted(([a, one], [b, other]) => other - one || b.length - a.length)[0]?.[0];
}

/** One of the people of a name. */
export interface Namesake {
  id: string;
  /** As most of their works print it. */
  name: string;
  /** A work of theirs, by which `findPerson` finds the same works; null for somebody that packs know. */
  near: string | null;
  works: readonly Paper[];
}

/** Everybody of a name: those that packs know, then by how many works they have. `unread`: works of a common name that
 *  are not looked through. */
export async function namesakes(lookup: Lookup, key: string): Promise<{ people: Namesake[]; unread: number }> {
  const book = await lookup.people();
  const id = personOfKey(key);
  const keys = new Set([key]);
  const [known, { papers, unread }] = await Promise.all([
    Promise.all(book.named(key).map((one) => knownPerson(lookup, book, one))),
    worksUnder(lookup, book, keys),
  ]);
  const own = papers.filter((paper) => paper.authors.some(({ person }) => person === id));
  return {
    people: [
      ...known.map(({ person, theirs }) => ({ id: person.id, name: person.name, near: null, works: theirs })),
      ...groupWorks(keys, own).map((works) => ({
        id,
        name: commonest(works.flatMap((paper) => namesIn(paper, keys))) ?? id,
        near: works[0]?.id ?? null,
        works,
      })),
    ],
    unread,
  };
}

/** Works of which records are looked through for what tells an author from others of the name. */
const MAX_WORKS_FOR_ID = 8;

/** What a pack says tells somebody from others of the name: `orcid:0000-0002-1825-0097`; null where none does. */
export async function authorIdOf(lookup: Lookup, key: string, works: readonly Paper[]): Promise<string | null> {
  const ids = works.slice(0, MAX_WORKS_FOR_ID).map(({ id }) => id);
  const found = await Promise.all(
    lookup.paperSources.map(async (source) => {
      const ordinals = [...(await source.byKeys(ids)).values()].flat();
      const records = await source.records(ordinals);
      return [...records.values()].flatMap(({ authors = [], authorIds = [] }) =>
        authors.flatMap((name, at) => (authorKey(name) === key ? [authorIds[at] ?? null] : [])),
      );
    }),
  );
  return found.flat().find((id) => id !== null) ?? null;
}

const namesIn = (paper: Paper, keys: ReadonlySet<string>): string[] =>
  paper.authors.flatMap(({ name }) => (keys.has(authorKey(name)) ? [name] : []));

/** How many works there are of each of a paper's authors: the most that one source has, since sources overlap. */
export async function workCounts(
  lookup: Lookup,
  book: PeopleBook,
  authors: readonly { name: string; person: string }[],
): Promise<Map<string, number>> {
  const keys = [...new Set(authors.map(({ name }) => authorKey(name)))];
  const places = await lookup.named(keys);
  return new Map(
    authors.map(({ name, person }) => {
      const counts = new Map<number, number>();
      for (const { source } of places.get(authorKey(name)) ?? []) counts.set(source, (counts.get(source) ?? 0) + 1);
      return [person, Math.max(book.get(person)?.works.length ?? 0, ...counts.values())] as const;
    }),
  );
}
