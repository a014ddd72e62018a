// A person's works out of all packs: theirs, those that may be theirs, and those of others of the name.
import { authorKey } from '../../paper/names/name-key.ts';
import { earlierMeanings, keyOfPerson, mayMean, namePerson, personOfKey } from '../../paper/names/person-id.ts';
import { answersFor, type AnsweredWork } from '../../identity/answers.ts';
import { bearersOf, saidToBeMe, type Bearer, type Decision } from '../../identity/decisions.ts';
import type { OwnLinks } from '../../paper/own-links.ts';
import { identify, type Identities } from '../../identity/identify.ts';
import type { Line } from '../../identity/line.ts';
import { linesBetween, SURE } from '../../identity/lines.ts';
import { saidOf } from '../../identity/said.ts';
import type { Signature } from '../../identity/signature.ts';
import type { Lookup, MergedPaper } from '../lookup.ts';
import { worksUnder } from './bearers.ts';
import { commonest } from './commonest.ts';
import { inSlices } from './in-slices.ts';
import { idsOf, othersOfName } from './others-of-name.ts';
import { personOfName, type KnownPerson, type PeopleBook } from './people-index.ts';
import { KNOWN, signaturesOf } from './signatures.ts';
import type { Authorship, Paper } from '../../paper/schema.ts';
import type { FoundPerson } from '../../views/found-person.ts';

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
export async function findPerson(
  lookup: Lookup,
  asked: string,
  near: string | null,
  decisions: readonly Decision[] = [],
): Promise<FoundPerson | null> {
  const book = await lookup.people();
  const inBook = book.get(asked);
  if (inBook !== undefined) {
    const known = await knownPerson(lookup, book, inBook, decisions);
    if (near === null || !known.denied.has(near)) return known;
  } else if ((keyOfPerson(asked) ?? '') === '') return null;
  const context = near === null ? null : await lookup.papers([near]);
  const met = context?.get(near ?? '');
  // Whom packs know there, and the reader says that it is somebody else.
  const denied = met === undefined ? undefined : book.resolve(met.paper).authors.find(({ person }) => person === asked);
  const id =
    inBook === undefined
      ? await idToday(lookup, asked, met?.paper.authors ?? [])
      : namePerson(denied?.name ?? inBook.person.name);
  const key = keyOfPerson(id) ?? '';
  const printed = met?.paper.authors.find(({ name }) => authorKey(name) === key)?.name;
  const name = printed ?? (await printedName(lookup, key));
  if (name === null) return null;
  const { identities, papers, unread } = await identifyNames(
    lookup,
    book,
    [name],
    met === undefined ? [] : [met],
    decisions,
  );
  const asks = identities.signatures.flatMap((one, at) =>
    one.paper === met?.paper.id && sameKey(one, key) ? [at] : [],
  );
  const own = asks.length > 0 ? asks : largestOf(identities, id);
  if (own.length === 0) return null;
  const known = saidToBeKnown(identities, own, book, decisions);
  if (known !== null) return knownPerson(lookup, book, known, decisions);
  const sorted = sortWorks(identities, papers, { own, id }, unread, decisions);
  const spellings = spellingsIn(sorted.theirs, identities, own);
  return { ...sorted, person: personOfName(id, commonest(spellings) ?? name, spellings, sorted.theirs) };
}

/** Whom packs know and the reader says this is. */
function saidToBeKnown(
  { persons, personOf, signatures }: Identities,
  own: readonly number[],
  book: PeopleBook,
  decisions: readonly Decision[],
): KnownPerson | null {
  if (decisions.length === 0) return null;
  const works = [...new Set(own.map((work) => personOf[work] ?? -1))].flatMap((person) => persons[person]?.works ?? []);
  const all = works.flatMap((work) => signatures[work] ?? []);
  const known = all.filter(({ person }) => book.get(person) !== undefined);
  // Who was split off is known by name, whatever packs say.
  if (own.some((work) => known.some((one) => one === signatures[work]))) return null;
  const said = saidOf(
    decisions,
    all.filter((one) => !known.includes(one)).flatMap((one) => bearersOf(one)),
  );
  const one = known.find((signature) => said(bearersOf(signature))?.theirs === true);
  return one === undefined ? null : (book.get(one.person) ?? null);
}

const sameKey = ({ name }: Signature, key: string): boolean => authorKey(name) === key;

/** The works of the person who wrote most of those that have only this id. */
function largestOf({ persons, signatures }: Identities, id: string): number[] {
  const counted = persons.map(({ works }) => works.filter((work) => signatures[work]?.person === id));
  return counted.toSorted((a, b) => b.length - a.length)[0] ?? [];
}

/** A name of this key as a paper prints it. */
async function printedName(lookup: Lookup, key: string): Promise<string | null> {
  const places = (await lookup.named([key])).get(key) ?? [];
  const papers = await lookup.glance(places.slice(-MAX_GLANCED));
  const names = [...papers.values()].flatMap(({ authors }) => authors.map(({ name }) => name));
  return commonest(names.filter((name) => authorKey(name) === key)) ?? null;
}

/** Papers looked at for how a name is printed. */
const MAX_GLANCED = 20;

/** All works that may be of these names, as persons. `more`: papers that count though no name led to them. */
async function identifyNames(
  lookup: Lookup,
  book: PeopleBook,
  names: readonly string[],
  more: readonly MergedPaper[],
  decisions: readonly Decision[],
): Promise<{ identities: Identities; papers: ReadonlyMap<string, Paper>; unread: number }> {
  const { papers, unread } = await worksUnder(lookup, names);
  const resolved = [...new Map([...more, ...papers].map((one) => [one.paper.id, one])).values()].map((one) => ({
    paper: book.resolve(one.paper),
    ids: one.ids,
    authorIds: one.authorIds,
  }));
  const identities = await inSlices(identify(signaturesOf(resolved, names, book), { decisions }));
  return { identities, papers: new Map(resolved.map(({ paper }) => [paper.id, paper])), unread };
}

/** Whether a work may be said to be the person's. Of people whom packs know by more than a name much is told, so that
 *  evidence alone, without an id or a co-author, makes a work no more than one that may be theirs; and the other way
 *  round. */
function isSayable({ signatures, groups, block }: Identities, own: readonly number[], work: number): boolean {
  const isKnown = (one: number): boolean => signatures[one]?.ids.some((id) => id.startsWith(KNOWN)) === true;
  if (isKnown(work) === own.some(isKnown)) return true;
  return own.some((one) => groups.group[one] === groups.group[work]) || linesBetween(block, work, own).some(isTie);
}

const isTie = ({ kind }: Line): boolean => kind === 'ids' || kind === 'coauthors';

/** The works of the three answers, each with its lines. */
function sortWorks(
  identities: Identities,
  papers: ReadonlyMap<string, Paper>,
  { own, id: self }: { own: readonly number[]; id: string },
  unread: number,
  decisions: readonly Decision[],
): Omit<FoundPerson, 'person'> {
  const answers = answersFor(identities, own);
  const bearersAt = (work: number): Bearer[] => bearersOfWork(identities, work);
  const said = saidOf(
    decisions,
    answers.theirs.flatMap(({ work }) => bearersAt(work)),
  );
  const bearers = new Map<string, Bearer[]>();
  const asked = new Set(own);
  const why = new Map<string, Line[]>();
  const papersOf = (some: readonly AnsweredWork[]): Paper[] =>
    some.flatMap(({ work, lines }) => {
      const paper = papers.get(identities.signatures[work]?.paper ?? '');
      if (paper === undefined || why.has(paper.id)) return [];
      const told = said(bearersAt(work));
      const weight = told?.theirs === true ? SURE : -SURE;
      why.set(paper.id, told?.ofThis === true ? [{ kind: 'decision', weight }, ...lines] : lines);
      bearers.set(paper.id, bearersAt(work));
      return [paper];
    });
  const all = [...answers.theirs, ...answers.maybe, ...answers.others];
  // What the reader said holds, whatever else is known.
  const saidToBe = (theirs: boolean): AnsweredWork[] =>
    all.filter(({ work }) => said(bearersAt(work))?.theirs === theirs && !asked.has(work));
  const denied = new Set(saidToBe(false).map(({ work }) => work));
  const kept = (some: readonly AnsweredWork[]): AnsweredWork[] => some.filter(({ work }) => !denied.has(work));
  const sayable = kept(answers.theirs).filter(({ work }) => isSayable(identities, own, work));
  const theirs = papersOf([...sayable, ...saidToBe(true)]).map((paper) => named(paper, bearers.get(paper.id), self));
  const isTheirs = new Set(theirs.map(({ id }) => id));
  const maybe = papersOf(kept([...answers.theirs, ...answers.maybe]));
  const others = papersOf([...answers.others, ...saidToBe(false)]);
  const notTheirs = new Map([...why].filter(([id]) => !isTheirs.has(id)));
  const ids = idsOf([...sayable, ...saidToBe(true)].flatMap(({ work }) => identities.signatures[work] ?? []));
  const me = own.some((work) => identities.persons[identities.personOf[work] ?? -1]?.me === true)
    ? {
        links: ownLinks(
          decisions,
          theirs.flatMap(({ id }) => bearers.get(id) ?? []),
        ),
      }
    : null;
  const namesakes = othersOfName(identities, ids, papers, notTheirs);
  return {
    theirs,
    maybe,
    others,
    why,
    bearers,
    namesakes,
    ids,
    me,
    othersTotal: maybe.length + others.length + unread,
  };
}

/** The paper with one of its authors, however it names them, by the id of the person that they are. */
function named(paper: Paper, bearers: readonly Bearer[] = [], person: string): Paper {
  const ids = new Set(bearers.map((one) => one.person));
  const isSelf = (author: Authorship): boolean => author.person !== person && ids.has(author.person);
  if (!paper.authors.some(isSelf)) return paper;
  return { ...paper, authors: paper.authors.map((author) => (isSelf(author) ? { ...author, person } : author)) };
}

/** As filled in last. */
const ownLinks = (decisions: readonly Decision[], bearers: readonly Bearer[]): OwnLinks =>
  saidToBeMe(decisions, bearers).find(({ links }) => links !== undefined)?.links ?? {};

const bearersOfWork = ({ signatures }: Identities, work: number): Bearer[] => {
  const signature = signatures[work];
  return signature === undefined ? [] : bearersOf(signature);
};

/** How these works print the name. */
function spellingsIn(
  theirs: readonly Paper[],
  { signatures, persons, personOf }: Identities,
  own: readonly number[],
): string[] {
  const ids = new Set(theirs.map(({ id }) => id));
  const people = new Set(own.map((work) => personOf[work] ?? -1));
  return [...people]
    .flatMap((person) => persons[person]?.works ?? [])
    .flatMap((work) => signatures[work] ?? [])
    .filter(({ paper }) => ids.has(paper))
    .map(({ name }) => name);
}

/** `denied`: ids of papers that packs say are theirs, and the reader says are not. */
async function knownPerson(
  lookup: Lookup,
  book: PeopleBook,
  known: KnownPerson,
  decisions: readonly Decision[] = [],
): Promise<FoundPerson & { denied: ReadonlySet<string> }> {
  const { person } = known;
  const own = await lookup.papers(known.works.map(({ id }) => id));
  const names = [person.name, ...person.variants];
  const { identities, papers, unread } = await identifyNames(lookup, book, names, [...own.values()], decisions);
  const certain = identities.signatures.flatMap((one, at) => (one.person === person.id ? [at] : []));
  const denied = saidOf(
    decisions,
    certain.flatMap((work) => bearersOfWork(identities, work)),
  );
  const kept = certain.filter((work) => {
    const said = denied(bearersOfWork(identities, work));
    return said === null || said.theirs || !said.ofThis;
  });
  const gone = certain.filter((work) => !kept.includes(work));
  const sorted = sortWorks(identities, papers, { own: kept, id: person.id }, unread, decisions);
  const isAnother = (paper: Paper): boolean =>
    paper.authors.some(
      (author) =>
        author.person !== person.id && known.keys.has(authorKey(author.name)) && book.get(author.person) !== undefined,
    );
  const others = sorted.others.filter((paper) => !isAnother(paper));
  return {
    ...sorted,
    person,
    others,
    othersTotal: sorted.maybe.length + others.length + unread,
    denied: new Set(gone.flatMap((work) => bearersOfWork(identities, work).map(({ paper }) => paper))),
  };
}

/** Whether a paper that is somebody's names them as another person of a pack. */
const isBy = ({ bearers }: FoundPerson, paper: Paper, person: string): boolean =>
  bearers.get(paper.id)?.some((one) => one.person === person) === true;

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
export async function namesakes(
  lookup: Lookup,
  key: string,
  decisions: readonly Decision[] = [],
): Promise<{ people: Namesake[]; unread: number }> {
  const book = await lookup.people();
  const id = personOfKey(key);
  const name = await printedName(lookup, key);
  const [all, found] = await Promise.all([
    Promise.all(book.named(key).map((one) => knownPerson(lookup, book, one, decisions))),
    name === null ? null : identifyNames(lookup, book, [name], [], decisions),
  ]);
  // Two whom packs know are one once the reader says so.
  const known = all.filter(
    ({ person }, at) =>
      !all.slice(0, at).some((before) => before.theirs.some((paper) => isBy(before, paper, person.id))),
  );
  const taken = new Set(known.flatMap(({ theirs }) => theirs.map((paper) => paper.id)));
  const denied = new Set(known.flatMap((one) => [...one.denied]));
  const others = (found?.identities.persons ?? []).flatMap(({ works }): Namesake[] => {
    const signatures = works.flatMap((work) => found?.identities.signatures[work] ?? []);
    const named = signatures.find((one) => (one.person === id || denied.has(one.paper)) && !taken.has(one.paper));
    if (named === undefined) return [];
    const papers = signatures.flatMap(({ paper }) => found?.papers.get(paper) ?? []);
    return [{ id, name: commonest(signatures.map((one) => one.name)) ?? id, near: named.paper, works: papers }];
  });
  return {
    people: [
      ...known.map(({ person, theirs }) => ({ id: person.id, name: person.name, near: null, works: theirs })),
      ...others,
    ],
    unread: found?.unread ?? 0,
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
