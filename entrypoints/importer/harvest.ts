// The harvest as the importer runs it: with the browser's own network, clock and locks.
import { codeIn, rankCode } from '../../lib/facts/code.ts';
import { FEED_ADDRESS, OAI_ADDRESS } from '../../lib/harvest/address.ts';
import { Harvest } from '../../lib/harvest/harvest.ts';
import type { Block } from '../../lib/messages/page-protocol.ts';
import { tellImportsChanged, tellPacksChanged } from '../../lib/packs/importer-channel.ts';
import type { CatalogDatabase } from '../../lib/packs/store.ts';
import type { RecordCode } from '../../lib/paper/record.ts';

/** All requests to arXiv, from whichever part of Byline. */
const LOCK = 'byline-arxiv';
/** Milliseconds that the importer waits for its turn; for longer it ends, and an alarm starts it again. */
const MOST_WAIT = 40_000;

const text = (written: string): Block => ({ text: written, kind: 'text', spans: [] });

/** Repositories in comments and abstract, with where they are named. */
function findCode(comments: string, abstract: string): RecordCode[] {
  const links = [...codeIn([text(comments)], () => 'comments'), ...codeIn([text(abstract)], () => 'abstract')];
  return rankCode(links)
    .slice(0, 10)
    .map(({ url, why, official }) => ({ url, ...(official === undefined ? {} : { official }), why }));
}

const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** Works on the chosen fields, beside the imports. */
export const harvestBeside =
  (database: CatalogDatabase) =>
  async (look: () => void, signal: AbortSignal): Promise<void> => {
    const harvest = new Harvest(database, {
      address: OAI_ADDRESS,
      feeds: FEED_ADDRESS,
      chance: Math.random,
      now: () => Date.now(),
      sleep,
      alone: (run) => navigator.locks.request(LOCK, run),
      findCode,
      onPack: (isMerge) => {
        tellPacksChanged();
        if (isMerge) look();
      },
      onChange: tellImportsChanged,
    });
    await harvest.run(signal, MOST_WAIT);
  };
