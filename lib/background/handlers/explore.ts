// Pages of authors and topics: what their addresses stand for, and what they show.
import { browser } from '../../browser/browser.ts';
import { topicPlaces } from '../../catalog/topic-places.ts';
import { authorKey } from '../../paper/names/name-key.ts';
import type { PageParts } from '../../views/explore/pages.ts';
import { paperKeys } from '../../paper/keys.ts';
import type { Paper } from '../../paper/schema.ts';
import { RequestError, type Context, type Handlers } from '../../messages/server.ts';
import { ExploreKeys } from '../explore-keys.ts';
import { papersByReader, withOwn } from '../decisions.ts';
import { onDemand } from '../on-demand/load.ts';
import { searchOf } from '../on-demand/search.ts';
import { catalogOf, entriesOfPapers, isPrivate, lookupWithPages, storesIn, type Stores } from '../stores.ts';
import { foundPerson } from './card.ts';

/** Papers that no source puts under a topic and whose titles have its words. */
const MAX_BY_WORDS = 200;

/** The page in a new tab, beside the one that asked. */
async function openTab(key: string, { tab }: Context): Promise<void> {
  const opener = tab === null ? undefined : await browser.tabs.get(tab).catch(() => undefined);
  const place = opener?.windowId === undefined ? {} : { windowId: opener.windowId, index: opener.index + 1 };
  await browser.tabs.create({ url: browser.runtime.getURL(`/explore.html?k=${key}`), ...place });
}

/** Which pack each source is of: its date, and the packs' names. */
async function packsOf(stores: Stores): Promise<Pick<PageParts, 'dates' | 'packs'>> {
  const { packs } = await catalogOf(stores);
  return {
    dates: new Map(packs.flatMap(({ facts }) => facts.sources.map(({ id }) => [id, facts.madeOn] as const))),
    packs: packs.map(({ facts }) => facts.name),
  };
}

export function exploreHandlers(
  stores: Stores,
): Pick<Handlers, 'explore.open' | 'explore.read' | 'explore.person' | 'explore.topic'> {
  const keys = new ExploreKeys(browser.storage.session);
  return {
    'explore.open': async ({ subject, tab }, context) => {
      // A page of ours opens in an ordinary window, whose history is kept.
      if (await isPrivate(context)) throw new RequestError('private-explore');
      const key = await keys.add(subject);
      if (tab) await openTab(key, context);
      return { key };
    },

    'explore.read': async ({ key }) => ({ subject: await keys.read(key) }),

    'explore.person': async ({ id, paper }, context) => {
      const { found, lookup, names, statuses, view, own } = await foundPerson(stores, id, paper ?? null, context);
      const parts = { names, statuses, sources: lookup.sources, ...(await packsOf(stores)) };
      const { authorIdOf, authorPage, personView } = await onDemand();
      const tells = await authorIdOf(lookup, authorKey(found.person.name), found.theirs);
      const card = personView(found, names, lookup.sources, statuses, view);
      const page = authorPage(card, found, tells === null ? [] : [tells], parts);
      return { ...page, works: withOwn(page.works, own) };
    },

    'explore.topic': async ({ topic }, context) => {
      const privateWindow = await isPrivate(context);
      const seen = storesIn(stores, privateWindow);
      const [catalog, lookup] = await Promise.all([catalogOf(seen), lookupWithPages(seen)]);
      const [search, { topicPage }] = await Promise.all([searchOf(catalog.lookup), onDemand()]);
      const [places, found, book] = await Promise.all([
        topicPlaces(lookup, topic),
        search.papers(topic, MAX_BY_WORDS, { lookup }),
        lookup.people(),
      ]);
      const listed = await lookup.papersAt(places);
      const there = new Set(listed.flatMap(({ paper, ids }) => [paper.id, ...ids]));
      const others = found.spelling === null ? found.others.slice(0, MAX_BY_WORDS) : [];
      const worded = await lookup.papers(
        others.filter((ids) => !ids.some((one) => there.has(one))).flatMap(([first]) => first ?? []),
        false,
      );
      const papers = {
        listed: listed.map(({ paper }) => book.resolve(paper)),
        worded: [...new Set(worded.values())].map(({ paper }) => book.resolve(paper)),
      };
      const all = [...papers.listed, ...papers.worded];
      const entries = await entriesOfPapers(seen, withIds(all));
      const page = topicPage(
        topic,
        papers.listed,
        papers.worded,
        {
          names: new Map(
            all.flatMap(({ authors }) =>
              authors.map(({ person, name }) => [person, book.get(person)?.person.name ?? name] as const),
            ),
          ),
          statuses: new Map([...entries].map(([key, entry]) => [key, entry.status] as const)),
          sources: lookup.sources,
          ...(await packsOf(seen)),
        },
        privateWindow,
      );
      return { ...page, works: withOwn(page.works, await papersByReader(stores)) };
    },
  };
}

const withIds = (papers: readonly Paper[]): { paper: Paper; ids: string[] }[] =>
  papers.map((paper) => ({ paper, ids: paperKeys(paper) }));
