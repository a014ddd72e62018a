// What the page script asks: may it run, what does this text mention, how many papers are on the badge.
import type { Handlers } from '../../../lib/messages/server.ts';
import { getSettings, hostOf } from '../../../lib/settings/store.ts';
import { pickAdapter } from '../../../lib/sites/pick.ts';
import { showCount } from '../badge.ts';
import { answerBlocks } from '../answer.ts';
import type { Stores } from '../stores.ts';

export function pageHandlers(stores: Stores): Pick<Handlers, 'page.begin' | 'page.blocks' | 'page.count'> {
  return {
    'page.begin': async ({ url }) => {
      // The first question follows within milliseconds: read the index meanwhile.
      stores.keeper.start();
      const settings = await getSettings();
      return { on: !settings.sitesOff.includes(hostOf(url)), settings, adapter: pickAdapter(url) };
    },

    'page.blocks': (request) => answerBlocks(stores, request),

    'page.count': async ({ papers }, { tab, frame }) => {
      if (tab !== null && (frame ?? 0) === 0) await showCount(tab, papers);
      return {};
    },
  };
}
