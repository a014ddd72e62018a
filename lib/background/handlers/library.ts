// The reader's own: one paper's status, the newest entries, and the people they follow.
import { entryRow, workRow } from '../../views/work-row.ts';
import type { MergedPaper } from '../../catalog/lookup.ts';
import { yearOf } from '../../paper/schema.ts';
import { longestUnread, recentEntries } from '../../library/entries.ts';
import { colleagueKey } from '../../library/followed.ts';
import { allFollows, follow, unfollow } from '../../library/follows.ts';
import type { Entry, Follow } from '../../library/schema.ts';
import { broadcast } from '../../messages/page-commands.ts';
import { RequestError, type Context, type Handlers } from '../../messages/server.ts';
import { keyOfPerson } from '../../paper/names/person-id.ts';
import { decisionsOf, papersByReader, withOwn } from '../decisions.ts';
import { followsChanged, followsOf } from '../follows.ts';
import { metPapers, removeMet } from '../met.ts';
import { onDemand } from '../on-demand/load.ts';
import { withZotero, type AskedOfZotero } from '../zotero.ts';
import { setPaperStatus } from '../save/set-status.ts';
import { changeLibrary, isPrivate, lookupWith, lookupWithPages, readLibrary, type Stores } from '../stores.ts';
import { rowsOf } from './card.ts';

/** Papers by people who are followed that are shown. */
const MAX_MET = 50;
/** Co-authors kept with somebody followed; of those who have more, the ones of the latest works. */
const MAX_COLLEAGUES = 400;

/** Under which ids a person is followed. */
async function followedAs(stores: Stores, id: string, paper: string | undefined): Promise<string[]> {
  const follows = await followsOf(stores);
  const decisions = await decisionsOf(stores);
  if (decisions.length === 0) return [id];
  const { findPerson } = await onDemand();
  const found = await findPerson(await lookupWithPages(stores), id, paper ?? null, decisions);
  const bearers = found?.theirs.flatMap((one) => found.bearers.get(one.id) ?? []) ?? [];
  return [...new Set([id, ...follows.of(found?.person.id ?? id, bearers)])];
}

async function readPerson(stores: Stores, id: string, paper: string | undefined): Promise<Follow> {
  const { lookup } = await lookupWith(stores, paper === undefined ? [] : [paper]);
  const { findPerson } = await onDemand();
  const found = await findPerson(lookup, id, paper ?? null, await decisionsOf(stores));
  if (found === null) throw new RequestError('person-gone');
  const { person, theirs } = found;
  const own = new Set([person.name, ...person.variants].map(colleagueKey));
  const works = theirs.toSorted((a, b) => yearOf(b) - yearOf(a));
  const colleagues = new Set(works.flatMap(({ authors }) => authors.map(({ name }) => colleagueKey(name))));
  return {
    id: person.id,
    name: person.name,
    variants: person.variants,
    certain: keyOfPerson(person.id) === null,
    colleagues: [...colleagues].filter((key) => key !== '' && !own.has(key)).slice(0, MAX_COLLEAGUES),
    paper: paper ?? null,
    since: Date.now(),
  };
}

export function libraryHandlers(
  stores: Stores,
): Pick<
  Handlers,
  | 'library.set'
  | 'library.recent'
  | 'library.follow'
  | 'library.follows'
  | 'library.unfollow'
  | 'library.refollow'
  | 'library.met'
  | 'library.removeMet'
> {
  /** Changes which people the reader follows, and has every page look again. */
  const changeFollows = async <T>(context: Context, change: () => Promise<T>): Promise<T> => {
    if (await isPrivate(context)) throw new RequestError('private-follow');
    const changed = await changeLibrary(change);
    followsChanged(stores);
    void broadcast('page.follows', {});
    return changed;
  };
  return {
    'library.set': async ({ id, status }, context) => {
      if (await isPrivate(context)) throw new RequestError('private-save');
      const change = await setPaperStatus(stores, { id, status }, context.page);
      const { before, since } = change;
      return { before, status: change.status, since };
    },

    'library.follow': async ({ id, follow: wanted, paper }, context) => {
      await changeFollows(context, async () => {
        if (wanted) await follow(stores.library, await readPerson(stores, id, paper));
        else for (const one of await followedAs(stores, id, paper)) await unfollow(stores.library, one);
      });
      return { follows: wanted };
    },

    'library.unfollow': async ({ id }, context) => ({
      gone: await changeFollows(context, () => unfollow(stores.library, id)),
    }),

    'library.refollow': async ({ person }, context) => {
      await changeFollows(context, () => follow(stores.library, person));
      return {};
    },

    'library.follows': async () => {
      const { follows } = await readLibrary(stores, allFollows);
      return { people: follows.map(({ id, name, paper, since }) => ({ id, name, paper, since })) };
    },

    'library.met': async () => {
      const ids = await metPapers(stores);
      return { rows: await rowsOf(stores, ids.slice(0, MAX_MET), null), total: ids.length };
    },

    'library.removeMet': async ({ id, removed }) => {
      await removeMet(id, removed);
      return {};
    },

    'library.recent': async ({ limit }) => {
      // A list that the browser has emptied would be shown as one that was never filled.
      await stores.library.checked().catch((error: unknown) => {
        console.warn('Byline: the reading list could not be compared with its mirror', error);
      });
      const [recent, longest] = await Promise.all([
        readLibrary(stores, (library) => recentEntries(library, limit)),
        readLibrary(stores, longestUnread),
      ]);
      const entries = [...recent.entries, ...(longest === null ? [] : [longest])];
      const { current } = stores.keeper;
      const papers =
        current === null
          ? new Map<string, MergedPaper>()
          : await current.lookup.papers(entries.map((entry) => entry.id));
      const rowOf = (entry: Entry): ReturnType<typeof entryRow> & { since: number } => {
        const paper = papers.get(entry.id)?.paper;
        const row = paper === undefined ? entryRow(entry) : workRow(paper, entry.status);
        return { ...row, since: entry.changedAt };
      };
      const rows = new Map<string, ReturnType<typeof rowOf>>();
      const asked: AskedOfZotero[] = [];
      for (const entry of recent.entries) {
        const row = rowOf(entry);
        const { title, doi = null, arxivId = null } = entry.record;
        asked.push({ id: row.id, title, doi, arxivId });
        // Two entries may be one paper: a preprint and its published version.
        if (!rows.has(row.id)) rows.set(row.id, row);
      }
      const waiting = longest === null ? null : rowOf(longest);
      return {
        total: recent.total,
        waiting: waiting === null || rows.has(waiting.id) ? null : waiting,
        rows: withOwn(
          await withZotero([...rows.values()], asked),
          current === null ? new Set() : await papersByReader(stores),
        ),
      };
    },
  };
}
