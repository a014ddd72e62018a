// Runs in a worker of a browser, where the extension's worker would: our engine, and the map that it is compared with.
import { findMentions } from '../../lib/match/find-mentions.ts';
import type { Block } from '../../lib/messages/page-protocol.ts';
import { openChunk, openResidentIndex, type TitleChunk } from '../../lib/packs/tables/title-index.ts';
import type { FindSource } from '../../lib/match/title-lookup.ts';
import type { PaperFacts } from '../../lib/paper/paper-facts.ts';
import type { Job, MatchDone, Wanted } from './engine-jobs.ts';

const bytesOf = async (path: string): Promise<Uint8Array> => new Uint8Array(await (await fetch(path)).arrayBuffer());
// Our own server sends what the job names.
const jsonOf = async <T>(path: string): Promise<T> => (await (await fetch(path)).json()) as T;

/** A catalog whose pieces come from the server, once each; what was called for is written down. */
class Catalog {
  readonly #index: string;
  readonly #chunks = new Map<number, TitleChunk>();
  readonly #papers = new Map<number, PaperFacts>();

  constructor(index: string) {
    this.#index = index;
  }

  get wanted(): Wanted {
    return { chunks: [...this.#chunks.keys()], papers: [...this.#papers.keys()] };
  }

  async chunk(number: number): Promise<TitleChunk> {
    const known = this.#chunks.get(number) ?? openChunk(await bytesOf(`${this.#index}/chunk/${number}`));
    this.#chunks.set(number, known);
    return known;
  }

  async paper(number: number): Promise<PaperFacts> {
    const known = this.#papers.get(number) ?? (await jsonOf<PaperFacts>(`${this.#index}/facts/${number}`));
    this.#papers.set(number, known);
    return known;
  }

  async source(): Promise<FindSource> {
    const front = openResidentIndex(await bytesOf(`${this.#index}/front`));
    return {
      titles: [{ front, chunks: (numbers) => Promise.all(numbers.map((number) => this.chunk(number))) }],
      papers: (refs) => Promise.all(refs.map(({ ordinal }) => this.paper(ordinal))),
      byIdentifiers: () => Promise.resolve(new Map()),
    };
  }
}

/** Milliseconds to read each character of the text once. */
function readAll(blocks: readonly Block[]): number {
  const began = performance.now();
  let sum = 0;
  for (const { text } of blocks) for (let at = 0; at < text.length; at += 1) sum = (sum + text.charCodeAt(at)) | 0;
  const took = performance.now() - began;
  // Without a use of it an engine may leave the reading out.
  return sum === 1.5 ? 0 : took;
}

async function find(blocks: readonly Block[], source: FindSource): Promise<{ took: number; mentions: number }> {
  const began = performance.now();
  const mentions = await findMentions(blocks, source);
  return { took: performance.now() - began, mentions: mentions.length };
}

async function match({ index, blocks: path, wanted, warm }: Extract<Job, { what: 'match' }>): Promise<MatchDone> {
  const blocks = await jsonOf<Block[]>(path);
  const catalog = new Catalog(index);
  const source = await catalog.source();
  await Promise.all(wanted?.chunks.map((number) => catalog.chunk(number)) ?? []);
  await Promise.all(wanted?.papers.map((number) => catalog.paper(number)) ?? []);
  const reading = readAll(blocks);
  const { took: ours, mentions } = await find(blocks, source);
  const done: MatchDone = {
    wanted: catalog.wanted,
    mentions,
    cold: { ours, reading },
    warm: { ours: [], reading: [] },
  };
  for (let round = 0; round < warm; round += 1) {
    done.warm.reading.push(readAll(blocks));
    done.warm.ours.push((await find(blocks, source)).took);
  }
  return done;
}

/** Held until the worker ends, so that its memory can be measured. */
const held: unknown[] = [];

async function answer(job: Job): Promise<unknown> {
  if (job.what === 'match') return match(job);
  const map = new Map<string, string>();
  for (let list = 0; list < job.lists; list += 1)
    for (const title of await jsonOf<string[]>(`${job.titles}/${list}`))
      map.set(title.toLowerCase(), `${2_000_000 + map.size}`);
  held.push(map);
  return map.size;
}

addEventListener('message', ({ data }: MessageEvent<Job>) => {
  answer(data).then(
    (done) => postMessage({ done }),
    (error: unknown) =>
      postMessage({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
