// Which names of a page's bylines are of people with other works here. A page of listings has hundreds of names, so
// nobody's works are put together for it (`person-lookup.ts` does that for one person, when a profile is opened). Asked
// are the packs' tables of names, once for all names of a question; records are read only of works by all the authors
// of a paper, which may be the paper itself in another pack.
import { bearerKey, type Bearer, type Decision } from '../../identity/decisions.ts';
import { commonFamily } from '../../identity/commonness.ts';
import { saidOf } from '../../identity/said.ts';
import type { PaperRef } from '../../match/title-lookup.ts';
import { authorKey } from '../../paper/names/name-key.ts';
import { namePerson } from '../../paper/names/person-id.ts';
import { titleOf, type Paper } from '../../paper/schema.ts';
import { readerTitleKey } from '../../paper/title-key.ts';
import { glanceKey, type Lookup } from '../lookup.ts';
import type { PeopleBook } from './people-index.ts';

/** Names looked up of one paper; a collaboration has thousands. */
const MAX_NAMES = 40;
/** Works by all authors of a paper that may be the paper itself: more are not, and are not read. */
const MAX_COPIES = 6;
/** Log (base 2) of the given names met with a family name: from here on the whole name is many people's. */
const COMMON_FAMILY = 6;

/** A paper on a page with where it is, as `Lookup.papers` answers. */
interface Byline {
  paper: Paper;
  ids: readonly string[];
  places: readonly PaperRef[];
}

export interface OtherWorks {
  /** `authorKey`s of names under which there are other works, no matter whose they are. */
  named: ReadonlySet<string>;
  /** Ids of authors of whom other works are known: one with a co-author of this paper, one under a name that few have,
   *  or one that a pack or the reader says is theirs. */
  known: ReadonlySet<string>;
}

/** By paper, what there is under the names on its byline besides the paper. What the reader said is not somebody's is
 *  nothing of theirs. `lookup`: whose works count; places of other sources are none of them. */
export async function otherWorksOf(
  lookup: Lookup,
  bylines: readonly Byline[],
  book: PeopleBook,
  decisions: readonly Decision[],
): Promise<Map<string, OtherWorks>> {
  const keysOf = new Map(
    bylines.map(
      ({ paper }) =>
        [
          paper,
          namesOf(paper)
            .map(({ name }) => authorKey(name))
            .filter(isName),
        ] as const,
    ),
  );
  const under = await lookup.named([...new Set([...keysOf.values()].flat())]);
  const said = await decidedPlaces(lookup, bylines, decisions);
  const placesOf = new Map(
    bylines.map(({ paper, places }) => {
      const own = new Set(places.map(glanceKey));
      const keys = keysOf.get(paper) ?? [];
      const others = keys.map((key): [string, Set<string>] => {
        const not = said.get(paper)?.get(key)?.not;
        const found = (under.get(key) ?? []).map(glanceKey);
        return [key, new Set(found.filter((place) => !own.has(place) && not?.has(place) !== true))];
      });
      return [paper, new Map(others)] as const;
    }),
  );
  await withoutCopies(lookup, placesOf, under);
  return new Map(
    bylines.map(({ paper }) => {
      const others = placesOf.get(paper) ?? new Map<string, Set<string>>();
      const isKnown = (key: string, person: string): boolean =>
        said.get(paper)?.get(key)?.isTheirs === true ||
        book.get(person)?.works.some(({ id }) => id !== paper.id) === true ||
        isSure(key, others);
      return [
        paper.id,
        {
          named: new Set([...others].flatMap(([key, places]) => (places.size > 0 ? [key] : []))),
          known: new Set(
            namesOf(paper).flatMap(({ name, person }) => (isKnown(authorKey(name), person) ? [person] : [])),
          ),
        },
      ] as const;
    }),
  );
}

const namesOf = ({ authors }: Paper): Paper['authors'] => authors.slice(0, MAX_NAMES);
const isName = (key: string): boolean => key !== '';

/** Whether some of the works under a name are surely of the person whose byline it is in. By what authors say of
 *  themselves on OpenReview (94,741 papers), this finds 92 % of 7,263 names with other works, and is wrong for 7 of 64
 *  whose works are all other people's; co-authors alone find 85 %, and are wrong for 3. */
function isSure(key: string, others: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const own = others.get(key);
  if (own === undefined || own.size === 0) return false;
  const [family = '', given = ''] = key.split(' ');
  if (given.length > 1 && commonFamily(family) < COMMON_FAMILY) return true;
  return [...others].some(([other, places]) => other !== key && [...own].some((place) => places.has(place)));
}

/** Takes out of `placesOf` the paper itself, where a source has it under another id: it has all of its authors, and its
 *  title. */
async function withoutCopies(
  lookup: Lookup,
  placesOf: ReadonlyMap<Paper, ReadonlyMap<string, Set<string>>>,
  under: ReadonlyMap<string, readonly PaperRef[]>,
): Promise<void> {
  const suspects = new Map<Paper, string[]>();
  for (const [paper, others] of placesOf) {
    const [first, ...rest] = others.values();
    const shared = [...(first ?? [])].filter((place) => rest.every((places) => places.has(place)));
    if (shared.length > 0 && shared.length <= MAX_COPIES) suspects.set(paper, shared);
  }
  const wanted = new Set([...suspects.values()].flat());
  if (wanted.size === 0) return;
  const refs = new Map([...under.values()].flat().map((ref) => [glanceKey(ref), ref] as const));
  const read = await lookup.glance([...wanted].flatMap((place) => refs.get(place) ?? []));
  for (const [paper, shared] of suspects) {
    const titles = new Set(paper.titles.map(({ value }) => readerTitleKey(value)));
    for (const place of shared) {
      const other = read.get(place);
      if (other === undefined || !titles.has(readerTitleKey(titleOf(other)))) continue;
      for (const places of placesOf.get(paper)?.values() ?? []) places.delete(place);
    }
  }
}

/** What the reader said of the author of a paper: places of works that are another's, and whether some work is theirs. */
interface Decided {
  not: Set<string>;
  isTheirs: boolean;
}

/** By paper and key of a name; most papers have none. */
async function decidedPlaces(
  lookup: Lookup,
  bylines: readonly Byline[],
  decisions: readonly Decision[],
): Promise<Map<Paper, Map<string, Decided>>> {
  const found = new Map<Paper, Map<string, Decided>>();
  if (decisions.length === 0) return found;
  const sides = decisions.map((one) => ({
    one,
    works: [...one.works, ...(one.kind === 'different' ? one.from : one.kind === 'same' ? (one.with ?? []) : [])],
  }));
  for (const { paper, ids } of bylines)
    for (const { name, person } of namesOf(paper)) {
      const own = [...new Set([paper.id, ...ids])].flatMap((id) =>
        [...new Set([person, namePerson(name)])].map((one): Bearer => ({ paper: id, person: one })),
      );
      const keys = new Set(own.map(bearerKey));
      const about = sides.filter(({ works }) => works.some((one) => keys.has(bearerKey(one))));
      if (about.length === 0) continue;
      const isSaid = saidOf(
        about.map(({ one }) => one),
        own,
      );
      const others = about.flatMap(({ works }) => works).filter((one) => !keys.has(bearerKey(one)));
      const placesSaid = async (theirs: boolean): Promise<string[]> => {
        const meant = others.filter((one) => isSaid([one])?.theirs === theirs).map((one) => one.paper);
        return meant.length === 0 ? [] : (await lookup.placesOf([...new Set(meant)])).map(glanceKey);
      };
      const ofPaper = found.get(paper) ?? new Map<string, Decided>();
      const isTheirs = (await placesSaid(true)).length > 0;
      found.set(paper, ofPaper.set(authorKey(name), { not: new Set(await placesSaid(false)), isTheirs }));
    }
  return found;
}
