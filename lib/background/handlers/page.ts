// What the page script asks: may it run, what does this text mention, how many papers are on the badge.
import type { Answer } from '../../messages/contract.ts';
import type { Handlers } from '../../messages/server.ts';
import { isOff } from '../../settings/sites-off.ts';
import { getSettings, hostOf } from '../../settings/store.ts';
import { pickAdapter } from '../../sites/pick-adapter.ts';
import { showCount } from '../badge.ts';
import { answerBlocks } from '../answer/answer.ts';
import { followedAmong, followsOf } from '../follows.ts';
import type { PageLimits } from '../page-limits.ts';
import { injectScript, lookForCitations, lookInside } from '../page-script.ts';
import { lookupWith, storesIn, type Stores } from '../stores.ts';
import { hasFrames, noteFrame, summaryOf } from '../tab-frames.ts';

/** What is answered to text that is not read. */
const nothing: Answer<'page.blocks'> = { mentions: [], people: [], papers: [], pagePapers: [], missing: [] };

export function pageHandlers(
  stores: Stores,
  limits: PageLimits,
): Pick<Handlers, 'page.handshake' | 'page.blocks' | 'page.count' | 'page.followed'> {
  return {
    'page.handshake': async ({ url }, { tab, frame }) => {
      const may = tab === null || (frame ?? 0) !== 0 || limits.mayOpen(tab);
      // The first question follows within milliseconds: read the index and open the library meanwhile.
      stores.keeper.start();
      void followsOf(stores);
      const settings = await getSettings();
      return { on: may && !isOff(settings.sitesOff, hostOf(url)), settings, adapter: pickAdapter(url) };
    },

    'page.blocks': (request, { tab, frame, privateWindow }) => {
      const characters = request.blocks.reduce((sum, { text }) => sum + text.length, 0);
      if (tab !== null && !limits.mayRead(tab, characters)) return Promise.resolve(nothing);
      if (tab !== null && request.page !== undefined) void lookInside(tab, frame ?? 0);
      // Whatever is found: a page with references may cite them.
      if (tab !== null && request.blocks.some(({ kind }) => kind === 'reference'))
        void injectScript('content-scripts/citations.js', tab, frame ?? 0).catch(() => null);
      else if (tab !== null && request.page !== undefined) void lookForCitations(tab, frame ?? 0);
      return answerBlocks(storesIn(stores, privateWindow), request);
    },

    'page.followed': async ({ ids }, { privateWindow }) => {
      const follows = await followsOf(stores);
      const { lookup } = await lookupWith(storesIn(stores, privateWindow), ids);
      const papers = await lookup.papers(ids, false);
      const names = [...papers].map(([id, { paper }]) => [id, paper.authors.map(({ name }) => name)] as const);
      const followed = await followedAmong(follows, names, lookup);
      return { papers: [...followed].map(([id, one]) => ({ id, followed: one })) };
    },

    'page.count': async ({ papers }, { tab, frame }) => {
      if (tab === null) return {};
      if ((frame ?? 0) !== 0) noteFrame(tab);
      await showCount(tab, hasFrames(tab) ? ((await summaryOf(tab))?.papers.length ?? 0) : papers);
      return {};
    },
  };
}
