// The related works of a paper, out of all sources: those on its subject, and those by the same people. Candidates are
// ranked by lists of papers alone; only what is shown is read.
import { authorKey } from '../paper/names/name-key.ts';
import type { Lookup } from '../catalog/lookup.ts';
import type { PeopleBook } from '../catalog/people/people-index.ts';
import { yearOf, type Paper } from '../paper/schema.ts';
import { paperKeys } from '../paper/keys.ts';
import type { Reason } from '../views/schema.ts';
import { worksByName, type AuthorWorks, type FindWorks } from './authors.ts';
import { evidenceOf, type Evidence } from './evidence.ts';
import { isItself } from './itself.ts';
import { byPeople } from './people.ts';
import { authorsAt, subjectReasons } from './reasons.ts';
import { tallySubject } from './subject.ts';
import type { Counted } from './tally.ts';

/** No one would read a longer list. */
const LIST_LENGTH = 12;
/** Read besides, for those that turn out to be the paper itself or one paper twice. */
const SPARE = 3;
/** What is related this much less than the best is not worth a line. */
const WORTH_IT = 0.25;

export interface Related {
  paper: Paper;
  /** Every id that a pack knows it by. */
  ids: readonly string[];
  score: number;
  /** Never empty; the strongest first. */
  reasons: Reason[];
}
export interface RelatedWorks {
  onSubject: Related[];
  byPeople: Related[];
}
export interface RelatedOptions {
  /** The paper's abstract, where the asker has it. */
  abstract?: string | undefined;
  /** Every id that it is known by; its own where they are missing. */
  ids?: readonly string[];
  /** How the works of its authors are found. */
  works?: FindWorks;
}

/** Those of the highest scores of which so many times more are looked at: what shares one rare word has a high score. */
const LOOKED_AT = 4;

/** The papers on the subject of a paper and those by its people, best first, from lists of papers alone. `isRelated`: what
 *  has a high score may still share too little. */
export function rankedPlaces(
  evidence: Evidence,
  most: number,
  isRelated: (place: Counted) => boolean = () => true,
): { onSubject: Counted[]; byPeople: Counted[] } {
  const own = new Set(evidence.own.map(({ source, ordinal }) => `${source} ${ordinal}`));
  const subject = tallySubject(evidence);
  return {
    onSubject: firstOf(
      subject.best(most * LOOKED_AT, ({ source, ordinal }) => !own.has(`${source} ${ordinal}`)),
      most,
      isRelated,
    ),
    byPeople: byPeople(evidence, subject, most),
  };
}

/** The first that are wanted, and those that are as good as the last of them. */
function firstOf(places: readonly Counted[], most: number, isWanted: (place: Counted) => boolean): Counted[] {
  const found: Counted[] = [];
  for (const place of places) {
    const last = found[most - 1];
    if (last !== undefined && (place.score < last.score || found.length >= most * 2)) break;
    if (isWanted(place)) found.push(place);
  }
  return found;
}

export async function relatedTo(
  lookup: Lookup,
  paper: Paper,
  { abstract = '', ids = [], works = worksByName }: RelatedOptions = {},
): Promise<RelatedWorks> {
  const keys = [...new Set([...ids, ...paperKeys(paper)])];
  const [evidence, book] = await Promise.all([evidenceOf(lookup, paper, { abstract, keys, works }), lookup.people()]);
  const ranked = rankedPlaces(
    evidence,
    LIST_LENGTH + SPARE,
    (place) => subjectReasons(evidence, place, [paper]).length > 0,
  );
  const at = new Map<string, Pick<Related, 'ids' | 'paper'>>();
  const read = async (places: readonly Counted[]): Promise<void> => {
    for (const one of await lookup.papersAt(places)) {
      const found = { ids: one.ids, paper: book.resolve(one.paper) };
      for (const { source, ordinal } of one.places) at.set(`${source} ${ordinal}`, found);
    }
  };
  const shown = (places: readonly Counted[], reasonsOf: (place: Counted, other: Paper) => Reason[]): Related[] => {
    const rows = new Map<string, Related>();
    for (const place of places) {
      const found = at.get(`${place.source} ${place.ordinal}`);
      if (found === undefined || rows.has(found.paper.id) || isItself(paper, found.paper)) continue;
      const reasons = reasonsOf(place, found.paper);
      if (reasons.length > 0) rows.set(found.paper.id, { ...found, score: place.score, reasons });
    }
    return [...rows.values()]
      .toSorted((one, other) => other.score - one.score || byYear(one.paper, other.paper))
      .slice(0, LIST_LENGTH);
  };
  const people = (place: Counted, other: Paper): Reason[] => {
    const names = authorsAt(evidence, place)
      .filter((author) => isSame(author, other, book))
      .map(({ name }) => name);
    return names.length > 0 ? [{ kind: 'authors', names }] : [];
  };
  const subject = (place: Counted, other: Paper): Reason[] => {
    const reasons = subjectReasons(evidence, place, [paper, other]);
    return reasons.length === 0 ? [] : [...reasons, ...people(place, other)];
  };
  const both = [ranked.onSubject, ranked.byPeople] as const;
  const lists = (): [Related[], Related[]] => [shown(ranked.onSubject, subject), shown(ranked.byPeople, people)];
  // Each record may cost a block of them: the spare ones are read where they are needed.
  await read(both.flatMap(withoutSpare));
  let [onSubject, byPeople] = lists();
  if ([onSubject, byPeople].some(({ length }, list) => length < Math.min(LIST_LENGTH, both[list]?.length ?? 0))) {
    await read(both.flat());
    [onSubject, byPeople] = lists();
  }
  const least = (onSubject[0]?.score ?? 0) * WORTH_IT;
  return { onSubject: onSubject.filter(({ score }) => score >= least), byPeople };
}

/** As many as are shown, and those that are as good as the last of them. */
const withoutSpare = (places: readonly Counted[]): Counted[] => {
  const least = places[LIST_LENGTH - 1]?.score ?? 0;
  return places.filter(({ score }) => score >= least);
};

const byYear = (one: Paper, other: Paper): number => yearOf(other) - yearOf(one) || (one.id < other.id ? -1 : 1);

/** Whether an author of a paper may be that person: two whom packs know apart are not. */
function isSame(author: AuthorWorks, paper: Paper, book: PeopleBook): boolean {
  if (author.isSaid === true) return true;
  const key = authorKey(author.name);
  return paper.authors.some(({ name, person }) => {
    if (person === author.person) return true;
    if (author.isWeak || authorKey(name) !== key) return false;
    return book.get(person) === undefined || book.get(author.person) === undefined;
  });
}
