// Which author of a paper is followed, and how sure that is. A name is not a person: sure is who is known by an id, or
// by a name that few have together with somebody they have written with. Pure.
import { earlierNameKey } from '../paper/names/earlier-key.ts';
import { nameKey, nameKeys } from '../paper/names/name-key.ts';
import { keyOfPerson, mayMean, namePerson } from '../paper/names/person-id.ts';
import { sameName } from '../paper/names/same-name.ts';
import { isUnusual } from '../paper/names/unusual.ts';
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

export class Follows {
  readonly #all: readonly Follow[];
  readonly #byKey = new Map<string, Follow[]>();
  readonly #colleagues = new Map<string, ReadonlySet<string>>();

  constructor(all: readonly Follow[]) {
    this.#all = all.map(asToday);
    for (const one of this.#all) {
      const keys = new Set([one.name, ...one.variants].flatMap(nameKeys));
      keys.delete('');
      for (const key of keys) this.#byKey.set(key, [...(this.#byKey.get(key) ?? []), one]);
      this.#colleagues.set(one.id, new Set(one.colleagues));
    }
  }

  /** Whether the reader follows the person of that id. */
  includes(id: string): boolean {
    return this.#all.some((one) => one.id === id);
  }

  /** Whether a paper of these names is worth a closer look. */
  mayName(names: readonly string[]): boolean {
    return this.#all.length > 0 && names.slice(0, MAX_AUTHORS).some((name) => this.#named(name).length > 0);
  }

  /** The author of a paper that the reader follows, the surest first; null where there is none. */
  among(paper: string, authors: readonly Author[]): Followed | null {
    if (this.#all.length === 0) return null;
    let maybe: Followed | null = null;
    for (const author of authors.slice(0, MAX_AUTHORS))
      for (const one of this.#meant(author)) {
        if (this.#isSure(one, author, paper, authors)) return { name: one.name, sure: true };
        maybe ??= { name: one.name, sure: false };
      }
    return maybe;
  }

  /** Which followed person this author of a paper is, or may be; null where it is none of them. */
  whoIs(paper: string, author: Author, authors: readonly Author[]): Followed | null {
    const meant = this.#meant(author);
    const known = meant.find((one) => this.#isSure(one, author, paper, authors));
    const one = known ?? meant[0];
    return one === undefined ? null : { name: one.name, sure: known !== undefined };
  }

  #named(name: string): readonly Follow[] {
    const found = new Set(nameKeys(name).flatMap((key) => this.#byKey.get(key) ?? []));
    return [...found].filter((one) => [one.name, ...one.variants].some((spelling) => sameName(spelling, name)));
  }

  /** Who may be meant: by id, or by name where the author is not known to be somebody else. */
  #meant({ name, person }: Author): readonly Follow[] {
    const byId = person === null ? [] : this.#all.filter(({ id }) => id === person);
    if (byId.length > 0) return byId;
    return this.#named(name).filter(({ certain }) => person === null || !certain);
  }

  #isSure({ id, certain, paper: met, ...one }: Follow, author: Author, paper: string, all: readonly Author[]): boolean {
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
