// What the page script asks: may it run, what does this text mention, how many papers are on the badge.
import { findOnPage, marksOf, peopleInBylines } from '../../../lib/catalog/answer-blocks.ts';
import { papersOf, peopleOf } from '../../../lib/catalog/lookup.ts';
import type { Handlers } from '../../../lib/messages/server.ts';
import { getSettings, hostOf } from '../../../lib/settings/store.ts';
import { pickAdapter } from '../../../lib/sites/pick.ts';
import { showCount } from '../badge.ts';
import { catalogOf, entriesForDisplay, type Stores } from '../stores.ts';

export function pageHandlers(stores: Stores): Pick<Handlers, 'page.begin' | 'page.blocks' | 'page.count'> {
  return {
    'page.begin': async ({ url }) => {
      // The first question follows within milliseconds: read the index meanwhile.
      stores.keeper.start();
      const settings = await getSettings();
      return { on: !settings.sitesOff.includes(hostOf(url)), settings, adapter: pickAdapter(url) };
    },

    'page.blocks': async (request) => {
      const { database, index } = await catalogOf(stores);
      const found = findOnPage(request, index);
      const ids = [
        ...new Set([...found.mentions.flatMap((mention) => mention.papers), ...found.own.map((own) => own.paper)]),
      ];
      const papers = await papersOf(database, [...new Set(found.bylines.map((byline) => byline.paper))]);
      const authors = [...papers.values()].flatMap((paper) => paper.authors.map((author) => author.person));
      const [people, entries] = await Promise.all([
        authors.length === 0 ? new Map<string, never>() : peopleOf(database, [...new Set(authors)]),
        ids.length === 0 ? new Map<string, never>() : entriesForDisplay(stores, ids),
      ]);
      const statuses = new Map([...entries].map(([id, entry]) => [id, entry.status] as const));
      return {
        mentions: found.mentions,
        own: found.own,
        people: peopleInBylines(request, found.bylines, papers, people),
        papers: marksOf(found, index, statuses),
      };
    },

    'page.count': async ({ papers }, { tab, frame }) => {
      if (tab !== null && (frame ?? 0) === 0) await showCount(tab, papers);
      return {};
    },
  };
}
