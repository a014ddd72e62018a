// What the page script asks: may it run, what does this text mention, how many papers are on the badge.
import type { Handlers } from '../../messages/server.ts';
import { isOff } from '../../settings/sites-off.ts';
import { getSettings, hostOf } from '../../settings/store.ts';
import { pickAdapter } from '../../sites/pick-adapter.ts';
import { showCount } from '../badge.ts';
import { answerBlocks } from '../answer/answer.ts';
import { followedAmong, followsOf } from '../follows.ts';
import { lookupWith, storesIn, type Stores } from '../stores.ts';

export function pageHandlers(
  stores: Stores,
): Pick<Handlers, 'page.handshake' | 'page.blocks' | 'page.count' | 'page.followed'> {
  return {
    'page.handshake': async ({ url }) => {
      // The first question follows within milliseconds: read the index and open the library meanwhile.
      stores.keeper.start();
      void followsOf(stores);
      const settings = await getSettings();
      return { on: !isOff(settings.sitesOff, hostOf(url)), settings, adapter: pickAdapter(url) };
    },

    'page.blocks': (request, { privateWindow }) => answerBlocks(storesIn(stores, privateWindow), request),

    'page.followed': async ({ ids }, { privateWindow }) => {
      const follows = await followsOf(stores);
      const { lookup } = await lookupWith(storesIn(stores, privateWindow), ids);
      const papers = await lookup.papers(ids, false);
      const names = [...papers].map(([id, { paper }]) => [id, paper.authors.map(({ name }) => name)] as const);
      const followed = await followedAmong(follows, names, lookup);
      return { papers: [...followed].map(([id, one]) => ({ id, followed: one })) };
    },

    'page.count': async ({ papers }, { tab, frame }) => {
      if (tab !== null && (frame ?? 0) === 0) await showCount(tab, papers);
      return {};
    },
  };
}
