// The worker's handlers over stores of their own, with the bundled pack, for tests of what it answers.
import { fake } from '../../fixtures/fake-browser.ts';
import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, vi } from 'vitest';
import { memoryLibrary } from '../../fixtures/memory-files.ts';
import { allHandlers } from '../../../lib/background/handlers/index.ts';
import { openStores, type Stores } from '../../../lib/background/stores.ts';
import type { Answer, MessageName, Reply, Request } from '../../../lib/messages/contract.ts';
import { answer, type Handlers } from '../../../lib/messages/server.ts';
import { buildBundledPack } from '../../../tools/bundle-files.ts';

export const popup = { id: 'byline', url: `${fake.origin}popup.html` };

export interface Worker {
  stores: () => Stores;
  send: <N extends MessageName>(name: N, request: Request<N>, sender?: object) => Promise<Reply<N>>;
  /** Throws with the code where the worker refuses. */
  value: <N extends MessageName>(name: N, request: Request<N>, sender?: object) => Promise<Answer<N>>;
}

/** One worker for all tests of a file; the browser around it is new for each. */
export function testedWorker(): Worker {
  let opened: { stores: Stores; handlers: Handlers } | null = null;
  const worker = (): NonNullable<typeof opened> => {
    if (opened === null) throw new Error('The worker is there only inside of a test.');
    return opened;
  };
  beforeAll(async () => {
    const { file, id, version } = await buildBundledPack('.');
    const packaged = (url: string): BodyInit =>
      url.endsWith('/references.bin') ? readFileSync('public/references.bin') : file;
    vi.stubGlobal('fetch', async (url: string) => new Response(packaged(url)));
    const stores = openStores({ id, version }, memoryLibrary());
    opened = { stores, handlers: allHandlers(stores) };
  });
  afterAll(async () => {
    const { keeper, library } = worker().stores;
    (await keeper.ready(1_000)).database.close();
    await library.erase();
    library.close();
  });
  beforeEach(() => fake.reset());

  const send: Worker['send'] = async (name, request, sender = popup) =>
    (await answer({ name, request }, sender, worker().handlers)) as Reply<typeof name>;
  return {
    stores: () => worker().stores,
    send,
    value: async (name, request, sender) => {
      const reply = await send(name, request, sender);
      if (!reply.ok) throw new Error(`${name}: ${reply.error.code}`);
      return reply.value;
    },
  };
}

/** Reads pages of new papers, of which no pack knows, as a browser's tab would. Answers each paper's id. */
export function readingPages(
  value: Worker['value'],
): (number: number, title: string, authors: readonly string[]) => Promise<string> {
  return async (number, title, authors) => {
    const url = `https://arxiv.org/abs/2609.0300${number}`;
    const { mentions } = await value(
      'page.blocks',
      {
        url,
        meta: [],
        page: { title, linked: [], scripts: [], coins: [], dois: [], stale: false },
        rows: [{ row: 1, isPageRow: true, fields: { title: [title], authors: [...authors] } }],
        blocks: [{ kind: 'title', text: title, spans: [], row: 1 }],
      },
      { id: 'byline', url, tab: { id: 7, incognito: false }, frameId: 0 },
    );
    return mentions[0]?.papers[0] ?? '';
  };
}
