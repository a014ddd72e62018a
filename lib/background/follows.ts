// People the reader follows, and which papers are theirs, as handlers use it.
import type { Lookup } from '../catalog/lookup.ts';
import type { PeopleBook } from '../catalog/people/people-index.ts';
import type { Paper } from '../paper/schema.ts';
import { Follows, type Author, type Followed } from '../library/followed.ts';
import { allFollows } from '../library/follows.ts';
import { keyOfPerson } from '../paper/names/person-id.ts';
import type { Stores } from './stores.ts';

/** Papers whose authors are looked at as people; of a longer list the rest goes by name. */
const MAX_LOOKED_UP = 300;

const read = new WeakMap<object, Promise<Follows>>();

/** People the reader follows; empty where that can't be read, for marks and cards show all the same. */
export function followsOf({ library }: Stores): Promise<Follows> {
  let follows = read.get(library);
  if (follows === undefined) {
    follows = allFollows(library).then(({ follows: all }) => new Follows(all));
    read.set(library, follows);
  }
  return follows.catch((error: unknown) => {
    console.warn('Byline: the followed people could not be read', error);
    read.delete(library);
    return new Follows([]);
  });
}

/** After a change. */
export const followsChanged = ({ library }: Stores): void => void read.delete(library);

/** A paper's authors; by id only those that the catalog knows by more than a name. */
export const authorsOf = (paper: Paper): Author[] =>
  paper.authors.map(({ name, person }) => ({ name, person: keyOfPerson(person) === null ? person : null }));

/** The place of the author whom the reader follows in a paper's byline, the surest first. */
export function followedAt(follows: Follows, paper: Paper): { at: number; sure: boolean } | undefined {
  const authors = authorsOf(paper);
  const who = authors.map((author) => follows.whoIs(paper.id, author, authors));
  const sure = who.findIndex((one) => one?.sure === true);
  const at = sure < 0 ? who.findIndex((one) => one !== null) : sure;
  return at < 0 ? undefined : { at, sure: sure >= 0 };
}

/** Which papers are by somebody followed. `names`: of each paper, as printed; papers are read only where those fit. */
export async function followedAmong(
  follows: Follows,
  names: Iterable<readonly [id: string, names: readonly string[]]>,
  lookup: Lookup,
): Promise<Map<string, Followed>> {
  const fitting = [...names].filter(([, authors]) => follows.mayName(authors));
  if (fitting.length === 0) return new Map();
  const ids = fitting.slice(0, MAX_LOOKED_UP).map(([id]) => id);
  const [papers, book]: [Awaited<ReturnType<Lookup['papers']>>, PeopleBook] = await Promise.all([
    lookup.papers(ids, false),
    lookup.people(),
  ]);
  return new Map(
    fitting.flatMap(([id, printed]) => {
      const paper = papers.get(id)?.paper;
      const authors =
        paper === undefined ? printed.map((name) => ({ name, person: null })) : authorsOf(book.resolve(paper));
      const followed = follows.among(id, authors);
      return followed === null ? [] : [[id, followed] as const];
    }),
  );
}
