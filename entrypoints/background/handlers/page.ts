// What the page script asks: may it run, what does this text mention, how many papers are on the badge.
import { findOnPage, marksOf, peopleInBylines } from '../../../lib/catalog/answer-blocks.ts';
import { personOfName } from '../../../lib/catalog/people-book.ts';
import type { Handlers } from '../../../lib/messages/server.ts';
import { getSettings, hostOf } from '../../../lib/settings/store.ts';
import { pickAdapter } from '../../../lib/sites/pick.ts';
import { showCount } from '../badge.ts';
import { catalogOf, entriesOfPapers, type Stores } from '../stores.ts';

export function pageHandlers(stores: Stores): Pick<Handlers, 'page.begin' | 'page.blocks' | 'page.count'> {
  return {
    'page.begin': async ({ url }) => {
      // The first question follows within milliseconds: read the index meanwhile.
      stores.keeper.start();
      const settings = await getSettings();
      return { on: !settings.sitesOff.includes(hostOf(url)), settings, adapter: pickAdapter(url) };
    },

    'page.blocks': async (request) => {
      const { lookup } = await catalogOf(stores);
      const source = lookup.findSource();
      const found = await findOnPage(request, source);
      const [joined, entries] = await Promise.all([
        lookup.papers([...new Set(found.bylines.map((byline) => byline.paper))], false),
        entriesOfPapers(
          stores,
          [...found.facts.keys()].map((id) => ({ paper: { id }, ids: source.remembered.get(id)?.ids ?? [] })),
        ),
      ]);
      const book = joined.size === 0 ? null : await lookup.people();
      const papers = new Map([...joined].map(([id, { paper }]) => [id, book?.resolve(paper) ?? paper] as const));
      const people = new Map(
        [...papers.values()].flatMap((paper) =>
          paper.authors.map(
            ({ name, person }) =>
              [person, book?.get(person)?.person ?? personOfName(person, name, [], [paper])] as const,
          ),
        ),
      );
      const statuses = new Map([...entries].map(([id, entry]) => [id, entry.status] as const));
      return {
        mentions: found.mentions,
        own: found.own,
        people: peopleInBylines(request, found.bylines, papers, people),
        missing: [],
        papers: marksOf(found, statuses),
      };
    },

    'page.count': async ({ papers }, { tab, frame }) => {
      if (tab !== null && (frame ?? 0) === 0) await showCount(tab, papers);
      return {};
    },
  };
}
