// Which author of a paper is followed, and how sure that is. A name is not a person: sure is of whom the reader said so,
// who is known by an id, or by a name that few have together with somebody they have written with. Pure.
import { earlierNameKey } from '../paper/names/earlier-key.ts';
import { nameKey, nameKeys } from '../paper/names/name-key.ts';
import { keyOfPerson, mayMean, namePerson } from '../paper/names/person-id.ts';
import { sameName } from '../paper/names/same-name.ts';
import { isUnusual } from '../paper/names/unusual.ts';
import { bearerKey, type Bearer, type Decision } from '../identity/decisions.ts';
import { decisionsNaming, verdictsOn, type Verdicts } from './followed-as-said.ts';
import type { Follow } from './schema.ts';

export interface Followed {
  /** As the reader's own list has it. */
  name: string;
  /** False: it may be somebody of the same name. */
  sure: boolean;
}

/** An author as a paper's byline has them. */
export interface Author {
  name: string;
  /** Who this author is to the catalog; null where it knows no more than the name. */
  person: string | null;
}

/** Beyond this many authors names say nothing: every common name is among them. */
const MAX_AUTHORS = 300;

/** As a colleague is kept: the `nameKey`, with a full stop. Earlier versions kept their own keys, without it. */
export const colleagueKey = (name: string): string => {
  const key = nameKey(name);
  return key === '' ? '' : `${key}.`;
};

const isColleague = (kept: ReadonlySet<string>, name: string): boolean =>
  kept.has(colleagueKey(name)) || kept.has(nameKey(name)) || kept.has(earlierNameKey(name));

/** Somebody followed under the id that their name has today; earlier versions had one for "Zhao" and "Shao". */
export function asToday<T extends Pick<Follow, 'id' | 'name' | 'variants'>>(follow: T): T {
  if (keyOfPerson(follow.id) === null) return follow;
  const meant = [follow.name, ...follow.variants].find((name) => mayMean(follow.id, name));
  return meant === undefined ? follow : { ...follow, id: namePerson(meant) };
}

/** What the reader said of who is who. `worksOf`: works that packs have of a person whom they know. */
export interface SaidOfFollowed {
  decisions: readonly Decision[];
  worksOf: (id: string) => ReadonlySet<string>;
}

/** Ids that a person may have in a decision. */
const idsOf = ({ id, name, variants }: Follow): Set<string> => new Set([id, ...[name, ...variants].map(namePerson)]);

export class Follows {
  readonly #all: readonly Follow[];
  readonly #byKey = new Map<string, Follow[]>();
  readonly #colleagues = new Map<string, ReadonlySet<string>>();
  readonly #verdicts = new Map<Follow, Verdicts>();

  constructor(all: readonly Follow[], said?: SaidOfFollowed) {
    this.#all = all.map(asToday);
    for (const one of this.#all) {
      const keys = new Set([one.name, ...one.variants].flatMap(nameKeys));
      keys.delete('');
      for (const key of keys) this.#byKey.set(key, [...(this.#byKey.get(key) ?? []), one]);
      this.#colleagues.set(one.id, new Set(one.colleagues));
    }
    if (said !== undefined && said.decisions.length > 0) this.#readSaid(said);
  }

  #readSaid(said: SaidOfFollowed): void {
    const about = decisionsNaming(said.decisions, new Set(this.#all.flatMap((one) => [...idsOf(one)])));
    for (const one of this.#all) {
      const decisions = new Set([...idsOf(one)].flatMap((id) => about.get(id) ?? []));
      if (decisions.size > 0) this.#verdicts.set(one, verdictsOn([...decisions], isOf(one, said)));
    }
  }

  /** Whether the reader follows the person of that id.
   *  @param works of theirs, by all that the author may be known by */
  includes(id: string, works: readonly Bearer[] = []): boolean {
    return this.of(id, works).length > 0;
  }

  /** Under which ids they follow the person: two whom the reader said to be one are one. */
  of(id: string, works: readonly Bearer[]): string[] {
    const met = new Set(works.map(bearerKey));
    return this.#all.flatMap((one) => {
      if (one.id !== id && !isAmong(met, one)) return [];
      return isAmong(met, one) || works.every((work) => this.#verdicts.get(one)?.get(bearerKey(work)) !== false)
        ? [one.id]
        : [];
    });
  }

  /** Whether a paper of these names is worth a closer look. */
  mayName(names: readonly string[], paper: string): boolean {
    return (
      this.#all.length > 0 &&
      names.slice(0, MAX_AUTHORS).some((name) => {
        if (this.#named(name).length > 0) return true;
        const bearer = bearerKey({ paper, person: namePerson(name) });
        return [...this.#verdicts.values()].some((verdicts) => verdicts.get(bearer) === true);
      })
    );
  }

  /** The author of a paper that the reader follows, the surest first; null where there is none. */
  among(paper: string, authors: readonly Author[]): Followed | null {
    if (this.#all.length === 0) return null;
    let maybe: Followed | null = null;
    for (const author of authors.slice(0, MAX_AUTHORS))
      for (const one of this.#meant(paper, author)) {
        if (this.#isSure(one, author, paper, authors)) return { name: one.name, sure: true };
        maybe ??= { name: one.name, sure: false };
      }
    return maybe;
  }

  /** Which followed person this author of a paper is, or may be; null where it is none of them. */
  whoIs(paper: string, author: Author, authors: readonly Author[]): Followed | null {
    const meant = this.#meant(paper, author);
    const known = meant.find((one) => this.#isSure(one, author, paper, authors));
    const one = known ?? meant[0];
    return one === undefined ? null : { name: one.name, sure: known !== undefined };
  }

  #named(name: string): readonly Follow[] {
    const found = new Set(nameKeys(name).flatMap((key) => this.#byKey.get(key) ?? []));
    return [...found].filter((one) => [one.name, ...one.variants].some((spelling) => sameName(spelling, name)));
  }

  /** Who may be meant: by what the reader said, by id, or by name where the author is not known to be somebody else. */
  #meant(paper: string, author: Author): readonly Follow[] {
    const { name, person } = author;
    const said = this.#all.filter((one) => this.#said(one, paper, author) === true);
    if (said.length > 0) return said;
    const byId = person === null ? [] : this.#all.filter(({ id }) => id === person);
    const found = byId.length > 0 ? byId : this.#named(name).filter(({ certain }) => person === null || !certain);
    return found.filter((one) => this.#said(one, paper, author) !== false);
  }

  /** What the reader said of this author of a paper and somebody followed; undefined where they said nothing. */
  #said(one: Follow, paper: string, { name, person }: Author): boolean | undefined {
    const verdicts = this.#verdicts.get(one);
    if (verdicts === undefined) return undefined;
    const own = person === null ? undefined : verdicts.get(bearerKey({ paper, person }));
    return own ?? verdicts.get(bearerKey({ paper, person: namePerson(name) }));
  }

  #isSure(follow: Follow, author: Author, paper: string, all: readonly Author[]): boolean {
    if (this.#said(follow, paper, author) === true) return true;
    const { id, certain, paper: met, ...one } = follow;
    if (certain && id === author.person) return true;
    if (met === paper) return true;
    const colleagues = this.#colleagues.get(id);
    return (
      [author.name, one.name].every(isUnusual) &&
      colleagues !== undefined &&
      all.some((other) => other !== author && isColleague(colleagues, other.name))
    );
  }
}

/** Whether one of these works is the one on which a name was followed. */
const isAmong = (works: ReadonlySet<string>, one: Follow): boolean =>
  one.paper !== null && [...idsOf(one)].some((person) => works.has(bearerKey({ paper: one.paper ?? '', person })));

/** Whether an author in a decision is somebody followed: by the work on which they were met, or a pack's works of them. */
function isOf(one: Follow, { worksOf }: SaidOfFollowed): (bearer: Bearer) => boolean {
  const ids = idsOf(one);
  const works = one.certain ? worksOf(one.id) : new Set<string>();
  return ({ paper, person }) => ids.has(person) && (paper === one.paper || works.has(paper));
}
