// The people that packs know by more than a name, and when a name in a byline is one of them: it is spelt like theirs,
// and somebody they have written with appears beside it. Pure.
import { authorKey } from '../../paper/names/name-key.ts';
import { coauthorsOf } from './same-person.ts';
import type { Paper, Person } from '../../paper/schema.ts';

export interface KnownPerson {
  person: Person;
  /** Keys of all spellings of the name. */
  keys: ReadonlySet<string>;
  /** Keys of the names that they have certainly written with. */
  colleagues: ReadonlySet<string>;
  /** The works that name them by their id, as the pack has them. */
  works: readonly Paper[];
}

export class PeopleBook {
  readonly #byId = new Map<string, KnownPerson>();
  readonly #byKey = new Map<string, KnownPerson[]>();

  /** `papers`: those whose authors may be these people by id. */
  constructor(people: Iterable<Person>, papers: Iterable<Paper>) {
    const works = new Map<string, Paper[]>();
    for (const paper of papers)
      for (const id of new Set(paper.authors.map((author) => author.person)))
        works.set(id, [...(works.get(id) ?? []), paper]);
    for (const person of people) {
      if (this.#byId.has(person.id)) continue;
      const keys = new Set([person.name, ...person.variants].map(authorKey).filter((key) => key !== ''));
      const own = works.get(person.id) ?? [];
      const colleagues = new Set(own.flatMap((paper) => [...coauthorsOf(paper, keys)]));
      const known = { person, keys, colleagues, works: own };
      this.#byId.set(person.id, known);
      for (const key of keys) this.#byKey.set(key, [...(this.#byKey.get(key) ?? []), known]);
    }
  }

  get(id: string): KnownPerson | undefined {
    return this.#byId.get(id);
  }

  all(): Iterable<KnownPerson> {
    return this.#byId.values();
  }

  /** People who write their name so. */
  named(key: string): readonly KnownPerson[] {
    return this.#byKey.get(key) ?? [];
  }

  /** The paper with its authors as people of this book where that is certain. */
  resolve(paper: Paper): Paper {
    let keys: string[] | null = null;
    const authors = paper.authors.map((author) => {
      if (this.#byId.has(author.person)) return author;
      const own = authorKey(author.name);
      const candidates = this.named(own);
      if (candidates.length === 0) return author;
      keys ??= paper.authors.map(({ name }) => authorKey(name));
      const beside = keys.filter((key) => key !== own);
      const fitting = candidates.filter(({ colleagues }) => beside.some((key) => colleagues.has(key)));
      const [only] = fitting;
      return fitting.length === 1 && only !== undefined ? { name: author.name, person: only.person.id } : author;
    });
    return keys === null ? paper : { ...paper, authors };
  }
}

/** A person that no pack knows by more than the name on these works. */
export function personOfName(id: string, name: string, spellings: Iterable<string>, works: readonly Paper[]): Person {
  const sources = [...new Set(works.flatMap((paper) => paper.sources))];
  return {
    id,
    name,
    variants: [...new Set(spellings)].filter((spelling) => spelling !== name).toSorted(),
    position: null,
    pastPositions: [],
    degree: null,
    areas: [],
    biography: null,
    homepage: null,
    sources: sources.length > 0 ? sources : ['unnamed'],
    notes: [],
  };
}
