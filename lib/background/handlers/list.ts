// The reading list's own page: all of the list, changes of many entries at once, the bin.
import { allEntries, entriesOf, entryOf, recentEntries } from '../../library/entries.ts';
import { BIN_DAYS } from '../../library/bin-limits.ts';
import { knownStatus } from '../../library/schema.ts';
import { broadcast } from '../../messages/page-commands.ts';
import { RequestError, type Context, type Handlers } from '../../messages/server.ts';
import { addressOf } from '../tab-address.ts';
import { knownPaper } from '../save/known-paper.ts';
import { savedFrom } from '../../library/saved-from.ts';
import { libraryChanged } from '../library-changed.ts';
import { onDemand } from '../on-demand/load.ts';
import { withZotero } from '../zotero.ts';
import { changeLibrary, isPrivate, readLibrary, type Stores } from '../stores.ts';

/** Maximum entries of a change that pages hear of one by one. */
const MAX_TOLD = 20;

type ListHandlers = Pick<Handlers, Extract<keyof Handlers, `list.${string}`>>;

export function listHandlers(stores: Stores): ListHandlers {
  const { library } = stores;
  /** Pages show the statuses as they are now. */
  const tell = async (ids: readonly string[]): Promise<void> => {
    if (ids.length > MAX_TOLD) return libraryChanged(stores);
    const entries = await entriesOf(library, ids);
    for (const id of ids) {
      const entry = entries.get(id);
      for (const one of [id, ...(entry?.aliases ?? [])])
        void broadcast('page.status', { id: one, status: entry === undefined ? null : knownStatus(entry.status) });
    }
  };
  const change = async <T>(context: Context, to: () => Promise<T>, idsOf: (done: T) => string[]): Promise<T> => {
    if (await isPrivate(context)) throw new RequestError('private-save');
    const done = await changeLibrary(to);
    await tell(idsOf(done));
    return done;
  };
  return {
    'list.save': async ({ ids, tab, now }, context) => {
      const page = tab === null ? null : await addressOf(tab);
      const known = await Promise.all(ids.map((id) => knownPaper(stores, id, page)));
      const papers = known.flatMap(({ paper }) => (paper === null ? [] : [{ ...paper, ...savedFrom(page) }]));
      const added = await change(
        context,
        async () => (await onDemand()).addEntries(library, papers, now),
        (done) => done,
      );
      // Pages may know a paper by another id than the one that it is kept by.
      const others = known.flatMap(({ paper, ids: also }) => (paper !== null && added.includes(paper.id) ? also : []));
      for (const id of others) if (!added.includes(id)) void broadcast('page.status', { id, status: 'to-read' });
      return { added, unknown: ids.length - papers.length };
    },
    'list.rows': async ({ limit }) => {
      // A list that the browser has emptied would be shown as one that was never filled.
      await library.checked().catch((error: unknown) => {
        console.warn('Byline: the reading list could not be compared with its mirror', error);
      });
      const { listPageRow } = await onDemand();
      const [{ entries, total, unread }, inBin] = await Promise.all([
        readLibrary(stores, async (from) => {
          if (limit !== null) return { ...(await recentEntries(from, limit)), unread: 0 };
          const all = await allEntries(from);
          return { ...all, total: all.entries.length, unread: all.unread.length };
        }),
        readLibrary(stores, async (from) => (await from.table('removedWorks')).count()),
      ]);
      const rows = entries.toSorted((a, b) => b.changedAt - a.changedAt).map(listPageRow);
      return { rows: await withZotero(rows, rows), total, unread, binned: inBin };
    },
    'list.entries': async ({ ids }) => {
      const entries = await readLibrary(stores, (from) => entriesOf(from, ids));
      return { entries: ids.flatMap((id) => entries.get(id) ?? []) };
    },
    'list.edit': async ({ ids, edit }, context) => ({
      before: await change(
        context,
        async () => (await onDemand()).editEntries(library, ids, edit, Date.now()),
        (before) => (edit.status === undefined ? [] : before.map(({ id }) => id)),
      ),
    }),
    'list.undoEdit': async ({ before }, context) => ({
      changed: await change(
        context,
        async () => (await onDemand()).undoEdit(library, before),
        () => before.map(({ id }) => id),
      ),
    }),
    'list.merge': async ({ pairs }, context) => {
      const rows = await change(
        context,
        async () => (await onDemand()).mergeEntries(library, pairs, Date.now()),
        (before) => before.map(({ id }) => id),
      );
      return { before: rows.flatMap((row) => entryOf(row) ?? []) };
    },
    'list.unmerge': async ({ before }, context) => ({
      changed: await change(
        context,
        async () => (await onDemand()).unmerge(library, before),
        () => before.map(({ id }) => id),
      ),
    }),
    'list.remove': async ({ ids }, context) => ({
      ids: await change(
        context,
        async () => (await onDemand()).removeEntries(library, ids, Date.now()),
        (gone) => gone,
      ),
    }),
    'list.putBack': async ({ ids }, context) => ({
      ids: await change(
        context,
        async () => (await onDemand()).putBack(library, ids),
        (back) => back,
      ),
    }),
    'list.bin': async (_, context) => {
      const { binned, forget, listPageRow } = await onDemand();
      // Those whose time is over go when somebody looks. A look that changes nothing is no change: pages that show the bin
      // look again at each.
      if (!(await isPrivate(context)))
        await changeLibrary(
          () => forget(library, null, Date.now()),
          (gone) => gone > 0,
        );
      const all = await readLibrary(stores, binned);
      return { rows: all.map(({ entry, removedAt }) => ({ ...listPageRow(entry), removedAt })), days: BIN_DAYS };
    },
    'list.forget': async ({ ids }, context) => ({
      gone: await change(
        context,
        async () => (await onDemand()).forget(library, ids, Date.now()),
        () => [],
      ),
    }),
  };
}
