// The reader's own: one paper's status, the newest entries, and whom they follow.
import { findPerson } from '../../catalog/people/person-lookup.ts';
import { entryRow, workRow } from '../../views/work-row.ts';
import type { MergedPaper } from '../../catalog/lookup.ts';
import { titleOf, venueOf, yearOf, type Paper } from '../../paper/schema.ts';
import { venueShort } from '../../paper/venue.ts';
import { entriesOf, recentEntries, removeEntry, setStatus, type EntryFacts } from '../../library/entries.ts';
import { allFollows, follow, unfollow } from '../../library/follows.ts';
import type { Follow } from '../../library/schema.ts';
import { orderAll } from '../../messages/page-commands.ts';
import { RequestError, type Context, type Handlers } from '../../messages/server.ts';
import { keyOfPerson } from '../../paper/names/person-id.ts';
import { nameKey } from '../../paper/names/name-key.ts';
import { followsChanged } from '../follows.ts';
import { changeLibrary, isPrivate, lookupWith, type Stores } from '../stores.ts';

const factsOf = (paper: Paper): EntryFacts => ({
  id: paper.id,
  title: titleOf(paper),
  authors: paper.authors.map((author) => author.name),
  year: paper.years[0]?.value ?? null,
  venue: paper.venues.length === 0 ? null : venueShort(venueOf(paper), yearOf(paper)),
  arxivId: paper.arxivId,
  doi: paper.doi,
});

interface Known {
  facts: EntryFacts;
  /** The id that marks and cards know it by; on the list it may stand under another that a pack has. */
  shown: string;
}

/** What the catalog, or else its own entry, says of a paper. An entry keeps the id that it was saved under. */
async function readKnown(stores: Stores, id: string): Promise<Known> {
  let joined: MergedPaper | undefined;
  let failed: unknown = null;
  try {
    joined = (await (await lookupWith(stores, [id])).lookup.papers([id])).get(id);
  } catch (error) {
    // A broken catalog must not lock the reading list.
    failed = error;
  }
  const ids = [...new Set([id, ...(joined?.ids ?? [])])];
  const entries = await entriesOf(stores.library, ids);
  const kept = ids.map((one) => entries.get(one)).find((entry) => entry !== undefined);
  if (joined !== undefined)
    return { facts: { ...factsOf(joined.paper), id: kept?.id ?? joined.paper.id }, shown: joined.paper.id };
  if (kept !== undefined) return { facts: kept, shown: id };
  if (failed !== null) throw failed instanceof Error ? failed : new Error('the catalog could not be read');
  throw new RequestError('paper-gone');
}

/** Co-authors kept with somebody followed; of those who have more, the ones of the latest works. */
const colleaguesMost = 400;

async function readPerson(stores: Stores, id: string, paper: string | undefined): Promise<Follow> {
  const { lookup } = await lookupWith(stores, paper === undefined ? [] : [paper]);
  const found = await findPerson(lookup, id, paper ?? null);
  if (found === null) throw new RequestError('person-gone');
  const { person, theirs } = found;
  const own = new Set([person.name, ...person.variants].map(nameKey));
  const works = theirs.toSorted((a, b) => yearOf(b) - yearOf(a));
  const colleagues = new Set(works.flatMap(({ authors }) => authors.map(({ name }) => nameKey(name))));
  return {
    id,
    name: person.name,
    variants: person.variants,
    certain: keyOfPerson(id) === null,
    colleagues: [...colleagues].filter((key) => key !== '' && !own.has(key)).slice(0, colleaguesMost),
    paper: paper ?? null,
    since: Date.now(),
  };
}

export function libraryHandlers(
  stores: Stores,
): Pick<
  Handlers,
  'library.set' | 'library.recent' | 'library.follow' | 'library.follows' | 'library.unfollow' | 'library.refollow'
> {
  /** Changes whom the reader follows, and has every page look again. */
  const changeFollows = async <T>(context: Context, change: () => Promise<T>): Promise<T> => {
    if (await isPrivate(context)) throw new RequestError('private-follow');
    const changed = await changeLibrary(change);
    followsChanged(stores);
    void orderAll('page.follows', {});
    return changed;
  };
  return {
    'library.set': async ({ id, status }, context) => {
      if (await isPrivate(context)) throw new RequestError('private-save');
      const heard = new Set([id]);
      const change = await changeLibrary(async () => {
        const known = await readKnown(stores, id).catch((error: unknown) => {
          if (status === null) return null;
          throw error;
        });
        if (known !== null) for (const one of [known.shown, known.facts.id]) heard.add(one);
        return status === null || known === null
          ? removeEntry(stores.library, known?.facts.id ?? id, Date.now())
          : setStatus(stores.library, known.facts, status, Date.now());
      });
      for (const one of heard) void orderAll('page.status', { id: one, status });
      return change;
    },

    'library.follow': async ({ id, follow: wanted, paper }, context) => {
      await changeFollows(context, async () => {
        await (wanted ? follow(stores.library, await readPerson(stores, id, paper)) : unfollow(stores.library, id));
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
      const follows = await allFollows(stores.library).catch((error: unknown) => {
        console.warn('Byline: whom the reader follows could not be read', error);
        throw new RequestError('library-not-read');
      });
      return { people: follows.map(({ id, name, paper, since }) => ({ id, name, paper, since })) };
    },

    'library.recent': async ({ limit }) => {
      const recent = await recentEntries(stores.library, limit).catch((error: unknown) => {
        console.warn('Byline: the reading list could not be read', error);
        throw new RequestError('library-not-read');
      });
      const { current } = stores.keeper;
      const papers =
        current === null
          ? new Map<string, MergedPaper>()
          : await current.lookup.papers(recent.entries.map((entry) => entry.id));
      return {
        total: recent.total,
        rows: recent.entries.map((entry) => {
          const paper = papers.get(entry.id)?.paper;
          return { ...(paper === undefined ? entryRow(entry) : workRow(paper, entry.status)), since: entry.changedAt };
        }),
      };
    },
  };
}
