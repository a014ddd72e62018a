// The other works of a paper's authors, as places in the catalog. How a person is told from others of the name is the
// asker's: by the keys of names, as here, or by more.
import { authorKey } from '../paper/names/name-key.ts';
import type { Lookup } from '../catalog/lookup.ts';
import type { Paper } from '../paper/schema.ts';
import { canBeShared, familyTerm, hasInitialsOnly, isWeak } from './shared-author.ts';
import { postingsAt, titlesWith, type Postings } from './postings.ts';

export interface AuthorWorks {
  /** As the paper names them. */
  name: string;
  person: string;
  works: Postings;
  /** Others may have this name: more than it has to be shared. */
  isWeak: boolean;
  /** These works are theirs however they are named on them. */
  isSaid?: boolean;
}
/** Each person once; those of whom nothing can be told are left out. */
export type FindWorks = (lookup: Lookup, authors: Paper['authors']) => Promise<readonly AuthorWorks[]>;

/** Authors of a paper whose other works are looked for. */
const MAX_ASKED = 30;
/** A name that more works than this have is nobody's. */
const MAX_WORKS = 2000;

/** A person is a name here. */
export const worksByName: FindWorks = async (lookup, authors) => {
  const asked = new Map((await telling(lookup, authors.slice(0, MAX_ASKED))).map((one) => [authorKey(one.name), one]));
  asked.delete('');
  const named = await lookup.named([...asked.keys()]);
  return [...asked].flatMap(([key, { name, person }]) => {
    const places = named.get(key) ?? [];
    if (places.length === 0 || places.length > MAX_WORKS) return [];
    const papers: readonly number[][] = lookup.paperSources.map(() => []);
    for (const { source, ordinal } of places) papers[source]?.push(ordinal);
    return [{ name, person, works: postingsAt(papers), isWeak: isWeak(name, places.length) }];
  });
};

/** As the reader said, for authors of whom they said something; all others by names. */
export const worksAsSaidOr =
  (said: (lookup: Lookup, author: Paper['authors'][number]) => Promise<readonly string[] | null>): FindWorks =>
  async (lookup, authors) => {
    const asked = authors.slice(0, MAX_ASKED);
    const found = await Promise.all(asked.map((author) => said(lookup, author)));
    const own = await Promise.all(
      found.map(async (ids, at): Promise<AuthorWorks[]> => {
        const author = asked[at];
        if (ids === null || author === undefined) return [];
        const papers: readonly number[][] = lookup.paperSources.map(() => []);
        for (const { source, ordinal } of await lookup.placesOf(ids)) papers[source]?.push(ordinal);
        return [{ ...author, works: postingsAt(papers), isWeak: false, isSaid: true }];
      }),
    );
    const others = authors.filter((_, at) => (found[at] ?? null) === null);
    return [...own.flat(), ...(await worksByName(lookup, others))];
  };

/** Authors whose names can tell that another paper is theirs. */
async function telling(lookup: Lookup, authors: Paper['authors']): Promise<Paper['authors']> {
  const { total } = lookup;
  const families = new Set(authors.filter(({ name }) => hasInitialsOnly(name)).map(({ name }) => familyTerm(name)));
  const counts = new Map(
    await Promise.all(
      [...families].map(async (family) => [family, (await titlesWith(lookup, `@${family}`)).count] as const),
    ),
  );
  return authors.filter(({ name }) => canBeShared(name, { count: counts.get(familyTerm(name)) ?? 0, total }));
}
