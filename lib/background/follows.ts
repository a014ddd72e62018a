// People the reader follows, and which papers are theirs, as handlers use it.
import type { Lookup } from '../catalog/lookup.ts';
import type { PeopleBook } from '../catalog/people/people-index.ts';
import type { Decision } from '../identity/decisions.ts';
import type { Paper } from '../paper/schema.ts';
import { Follows, type Author, type Followed, type SaidOfFollowed } from '../library/followed.ts';
import { allFollows } from '../library/follows.ts';
import { paperKeys } from '../paper/keys.ts';
import { keyOfPerson } from '../paper/names/person-id.ts';
import { decisionsOf } from './decisions.ts';
import { catalogOf, type Stores } from './stores.ts';

/** Papers whose authors are looked at as people; of a longer list the rest goes by name. */
const MAX_LOOKED_UP = 300;

/** What is followed, by what the reader said then, and by the packs that were there. */
interface Read {
  decisions: readonly Decision[];
  lookup: Lookup | null;
  follows: Promise<Follows>;
}
const read = new WeakMap<object, Read>();

/** People the reader follows, and whose works they say are those; empty where that can't be read, for marks and cards
 *  show all the same. */
export async function followsOf(stores: Stores): Promise<Follows> {
  const { library, keeper } = stores;
  const decisions = await decisionsOf(stores);
  const lookup = decisions.length === 0 ? null : (keeper.current?.lookup ?? null);
  let kept = read.get(library);
  if (kept?.decisions !== decisions || kept.lookup !== lookup) {
    kept = { decisions, lookup, follows: readFollows(stores, decisions) };
    read.set(library, kept);
  }
  return kept.follows.catch((error: unknown) => {
    console.warn('Byline: the followed people could not be read', error);
    read.delete(library);
    return new Follows([]);
  });
}

async function readFollows(stores: Stores, decisions: readonly Decision[]): Promise<Follows> {
  const { follows } = await allFollows(stores.library);
  if (follows.length === 0 || decisions.length === 0) return new Follows(follows);
  const worksOf = follows.some(({ certain }) => certain) ? await worksInPacks(stores) : () => new Set<string>();
  return new Follows(follows, { decisions, worksOf });
}

async function worksInPacks(stores: Stores): Promise<SaidOfFollowed['worksOf']> {
  try {
    const book = await (await catalogOf(stores)).lookup.people();
    return (id) => new Set(book.get(id)?.works.flatMap((paper) => paperKeys(paper)));
  } catch {
    // No pack is there yet; it is asked again when one is.
    return () => new Set();
  }
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
  const fitting = [...names].filter(([id, authors]) => follows.mayName(authors, id));
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
