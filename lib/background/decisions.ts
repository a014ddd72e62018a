// What the reader decided about who is who, as handlers use it.
import type { Lookup } from '../catalog/lookup.ts';
import type { Decision } from '../identity/decisions.ts';
import { allDecisions } from '../library/decisions.ts';
import type { KeptDecision } from '../library/schema.ts';
import { paperKeys } from '../paper/keys.ts';
import { onDemand } from './on-demand/load.ts';
import { catalogOf, lookupWithPages, type Stores } from './stores.ts';

interface Kept {
  decisions: readonly Decision[];
  idOf: ReadonlyMap<Decision, string>;
  rows: readonly KeptDecision[];
}
const read = new WeakMap<object, Promise<Kept>>();

/** All decisions, with the ids of their rows; none where they can't be read, for people are shown all the same. */
export function keptDecisions({ library }: Stores): Promise<Kept> {
  let kept = read.get(library);
  if (kept === undefined) {
    kept = allDecisions(library);
    read.set(library, kept);
  }
  return kept.catch((error: unknown) => {
    console.warn('Byline: the decisions about people could not be read', error);
    read.delete(library);
    return { decisions: [], idOf: new Map(), rows: [] };
  });
}

export const decisionsOf = async (stores: Stores): Promise<readonly Decision[]> =>
  (await keptDecisions(stores)).decisions;

/** After a change. */
export const decisionsChanged = ({ library }: Stores): void => void read.delete(library);

const NONE: ReadonlySet<string> = new Set();
/** What was found for a catalog and its decisions; both are other objects after a change. */
const own = new WeakMap<Lookup, { decisions: readonly Decision[]; papers: Promise<ReadonlySet<string>> }>();

/** Papers by the reader, by all of their ids: of everybody of whom they said "this is me". */
export async function papersByReader(stores: Stores): Promise<ReadonlySet<string>> {
  const decisions = await decisionsOf(stores);
  if (!decisions.some(({ kind }) => kind === 'me')) return NONE;
  const { lookup } = await catalogOf(stores);
  const before = own.get(lookup);
  if (before?.decisions === decisions) return before.papers;
  const papers = find(stores, decisions).catch((error: unknown) => {
    console.warn('Byline: the reader’s own papers could not be found', error);
    own.delete(lookup);
    return NONE;
  });
  own.set(lookup, { decisions, papers });
  return papers;
}

async function find(stores: Stores, decisions: readonly Decision[]): Promise<ReadonlySet<string>> {
  const [lookup, { findPerson }] = await Promise.all([lookupWithPages(stores), onDemand()]);
  const ids = new Set<string>();
  for (const { kind, works } of decisions) {
    if (kind !== 'me') continue;
    const there = await lookup.papers(
      works.map(({ paper }) => paper),
      false,
    );
    // Any work that is still in a pack leads to all of theirs.
    const one = works.find(({ paper }) => there.has(paper));
    const found = one === undefined ? null : await findPerson(lookup, one.person, one.paper, decisions);
    if (found?.me === null) continue;
    for (const paper of found?.theirs ?? []) for (const id of [paper.id, ...paperKeys(paper)]) ids.add(id);
  }
  return ids;
}

/** Rows with the reader's own works marked. */
export const withOwn = <R extends { id: string }>(rows: readonly R[], papers: ReadonlySet<string>): R[] =>
  rows.map((row) => (papers.has(row.id) ? { ...row, yours: true } : row));
