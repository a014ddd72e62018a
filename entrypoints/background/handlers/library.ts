// The reading list: one paper's status, and the newest entries.
import { entryRow, workRow } from '../../../lib/catalog/work-row.ts';
import { papersOf } from '../../../lib/catalog/lookup.ts';
import { titleOf, venueOf, yearOf, type Paper } from '../../../lib/catalog/schema.ts';
import { venueShort } from '../../../lib/catalog/venue.ts';
import { entriesOf, recentEntries, removeEntry, setStatus, type EntryFacts } from '../../../lib/library/entries.ts';
import { orderAll } from '../../../lib/messages/orders.ts';
import { Refusal, type Handlers } from '../../../lib/messages/server.ts';
import { t } from '../../../lib/words.ts';
import { catalogOf, changeLibrary, isPrivate, type Stores } from '../stores.ts';

const factsOf = (paper: Paper): EntryFacts => ({
  id: paper.id,
  title: titleOf(paper),
  authors: paper.authors.map((author) => author.name),
  year: yearOf(paper),
  venue: venueShort(venueOf(paper), yearOf(paper)),
  arxivId: paper.arxivId,
  doi: paper.doi,
});

/** The facts of a paper from the catalog, else those that its entry keeps. */
async function readFacts(stores: Stores, id: string): Promise<EntryFacts> {
  const kept = (await entriesOf(stores.library, [id])).get(id);
  try {
    const paper = (await papersOf((await catalogOf(stores)).database, [id])).get(id);
    if (paper !== undefined) return factsOf(paper);
  } catch (error) {
    // A broken catalog must not lock the reading list.
    if (kept === undefined) throw error;
  }
  if (kept === undefined) throw new Refusal('not-found', t('errorPaperGone'));
  return kept;
}

export function libraryHandlers(stores: Stores): Pick<Handlers, 'library.set' | 'library.recent'> {
  return {
    'library.set': async ({ id, status }, context) => {
      if (await isPrivate(context)) throw new Refusal('private-window', t('errorPrivateSave'));
      const change = await changeLibrary(async () =>
        status === null
          ? removeEntry(stores.library, id, Date.now())
          : setStatus(stores.library, await readFacts(stores, id), status, Date.now()),
      );
      void orderAll('page.status', { id, status });
      return change;
    },

    'library.recent': async ({ limit }) => {
      const recent = await recentEntries(stores.library, limit).catch((error: unknown) => {
        console.warn('Byline: the reading list could not be read', error);
        throw new Refusal('storage', t('errorLibraryRead'));
      });
      const { current } = stores.keeper;
      const papers =
        current === null
          ? new Map<string, Paper>()
          : await papersOf(
              current.database,
              recent.entries.map((entry) => entry.id),
            );
      return {
        total: recent.total,
        rows: recent.entries.map((entry) => {
          const paper = papers.get(entry.id);
          return { ...(paper === undefined ? entryRow(entry) : workRow(paper, entry.status)), since: entry.changedAt };
        }),
      };
    },
  };
}
