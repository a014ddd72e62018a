// Where a harvest is kept: in the catalog's database, so that a window's pack and the word that its days are there are
// written in one transaction.
import type { CatalogDatabase } from '../packs/store.ts';
import type { HarvestedPaper } from './harvested.ts';
import { HarvestState, noHarvest } from './state.ts';

export const STATE = 'arxiv';
const PACE = 'pace';

/** What is stored, or a new beginning where that can't be read. */
export const stateOf = (value: unknown): HarvestState => HarvestState.safeParse(value).data ?? noHarvest;

export async function readHarvest(database: CatalogDatabase): Promise<HarvestState> {
  return stateOf((await database.harvest.get(STATE))?.value);
}

export const readPace = async (database: CatalogDatabase): Promise<unknown> =>
  (await database.harvest.get(PACE))?.value;
export async function writePace(database: CatalogDatabase, value: unknown): Promise<void> {
  await database.harvest.put({ id: PACE, value });
}

/** Changes the state in one transaction, together with the papers that wait; null leaves all as it is. Answers whether it
 *  changed. */
export function changeHarvest(
  database: CatalogDatabase,
  change: (state: HarvestState) => HarvestState | null,
  papers: { set: string; papers: readonly HarvestedPaper[] } | null = null,
): Promise<boolean> {
  const { harvest, harvested } = database;
  return database.transaction('rw', harvest, harvested, async () => {
    const before = stateOf((await harvest.get(STATE))?.value);
    const after = change(before);
    if (after === null) return false;
    await harvest.put({ id: STATE, value: after });
    const sets = after.fields.map(({ set }) => set);
    const isGone = before.fields.some(({ set }) => !sets.includes(set));
    if (after.window === null) await harvested.clear();
    else if (isGone) await harvested.filter(({ set }) => !sets.includes(set)).delete();
    if (papers !== null && papers.papers.length > 0)
      await harvested.add({ set: papers.set, papers: papers.papers.length, lines: papers.papers });
    return true;
  });
}
