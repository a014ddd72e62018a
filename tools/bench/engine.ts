// A browser without the extension whose worker runs our engine on titles of this run.
import { join } from 'node:path';
import { buildTitleIndex } from '../../lib/packs/tables/title-index.ts';
import { openBrowser } from '../browser/open.ts';
import type { Tab } from '../browser/session.ts';
import { bundle } from './bundle.ts';
import type { Job, MatchDone } from './engine-jobs.ts';
import { article } from './pages.ts';
import { bytes, html, json, script, serve, type Served } from './server.ts';
import type { MadePaper } from './titles.ts';

const listLength = 20_000;

export interface Engine {
  /** Puts the first `count` titles up as an index; answers its path and the bytes of front and chunks. */
  index: (count: number) => { path: string; front: number; chunks: number };
  lists: (count: number) => number;
  match: (job: Omit<Extract<Job, { what: 'match' }>, 'what' | 'blocks'>) => Promise<MatchDone>;
  /** Bytes that a `Map<string, id>` of that many titles takes of this browser's memory. */
  mapBytes: (titles: number) => Promise<number>;
  characters: number;
  close: () => Promise<void>;
}

/** Runs a job in a new worker and ends it. */
const inWorker = <T>(tab: Tab, job: Job): Promise<T> =>
  tab.evaluate(
    (asked) =>
      new Promise<T>((resolve, reject) => {
        const worker = new Worker('/engine.js');
        worker.onmessage = ({ data }: MessageEvent<{ done: T } | { failed: string }>) => {
          worker.terminate();
          if ('done' in data) resolve(data.done);
          else reject(new Error(data.failed));
        };
        worker.onerror = ({ message }) => reject(new Error(message));
        worker.postMessage(asked);
      }),
    job,
  );

const memoryOf = (tab: Tab, job: Job): Promise<number> =>
  tab.evaluate(async (asked) => {
    // Only where a page is cross-origin isolated; TypeScript's DOM does not know it yet.
    const measure = (): Promise<{ bytes: number }> =>
      (
        performance as unknown as { measureUserAgentSpecificMemory: () => Promise<{ bytes: number }> }
      ).measureUserAgentSpecificMemory();
    const worker = new Worker('/engine.js');
    const said = (): Promise<unknown> =>
      new Promise((resolve) => {
        worker.onmessage = ({ data }) => resolve(data);
      });
    const ask = (one: unknown): Promise<unknown> => {
      const answer = said();
      worker.postMessage(one);
      return answer;
    };
    await ask({ ...asked, lists: 0 });
    const before = await measure();
    await ask(asked);
    const after = await measure();
    worker.terminate();
    return after.bytes - before.bytes;
  }, job);

export async function openEngine(papers: readonly MadePaper[]): Promise<Engine> {
  const [worker, reader] = await Promise.all(
    ['engine-worker.ts', 'read-page.ts'].map((file) => bundle(join(import.meta.dirname, file))),
  );
  const fixed = new Map<string, Served>([
    ['/', html('<!doctype html><title>Engine</title>')],
    ['/engine.js', script(worker ?? '')],
    ['/read-page.js', script(reader ?? '')],
    ['/article', html(article().replace('</body>', '<script src="/read-page.js"></script></body>'))],
  ]);
  const facts = (at: number): Served | undefined => {
    const paper = papers[at];
    if (paper === undefined) return undefined;
    const { title, authors, arxivId = null, doi = null } = paper;
    return json({ id: `made:${at}`, titles: [title], authors, arxivId, doi, code: false });
  };
  const server = await serve((path) => {
    const known = fixed.get(path);
    if (known !== undefined) return known;
    const [, place = '', kind = '', number = ''] = path.split('/');
    if (place === 'titles') {
      const from = Number(kind) * listLength;
      return json(papers.slice(from, from + listLength).map(({ title }) => title));
    }
    return kind === 'facts' ? facts(Number(number)) : undefined;
  });
  const session = await openBrowser('chromium', { extension: null, site: null });
  const reading = await session.open(`${server.origin}/article`);
  const blocks = await reading.evaluate(() =>
    (globalThis as unknown as { readBlocks: () => { text: string }[] }).readBlocks(),
  );
  fixed.set('/blocks', json(blocks));
  await reading.close();
  const tab = await session.open(`${server.origin}/`);
  return {
    index: (count) => {
      const path = `/index-${count}`;
      const built = buildTitleIndex(papers.slice(0, count).map(({ title }, paper) => ({ paper, titles: [title] })));
      fixed.set(`${path}/front`, bytes(built.front));
      for (const [number, chunk] of built.chunks.entries()) fixed.set(`${path}/chunk/${number}`, bytes(chunk));
      const chunks = built.chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0);
      return { path, front: built.front.byteLength, chunks };
    },
    lists: (count) => Math.ceil(count / listLength),
    match: (job) => inWorker<MatchDone>(tab, { what: 'match', blocks: '/blocks', ...job }),
    mapBytes: (titles) => memoryOf(tab, { what: 'map', titles: '/titles', lists: Math.ceil(titles / listLength) }),
    characters: blocks.reduce((sum, { text }) => sum + text.length, 0),
    close: async () => {
      await session.close();
      await server.close();
    },
  };
}
