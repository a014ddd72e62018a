// Runs in a worker of a browser, where the extension's worker would: our engine, and what one would take instead of it.
import { AhoCorasick } from '@monyone/aho-corasick';
import MiniSearch from 'minisearch';
import { findMentions } from '../../lib/match/find.ts';
import type { Block } from '../../lib/messages/page-protocol.ts';
import { openChunk, openFront, type TitleChunk } from '../../lib/packs/tables/title-index.ts';
import type { FindSource } from '../../lib/match/source.ts';
import type { PaperFacts } from '../../lib/paper/paper-facts.ts';
import type { AlternativeDone, Job, MatchDone, Wanted } from './engine-jobs.ts';

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
    const front = openFront(await bytesOf(`${this.#index}/front`));
    return {
      packs: [{ front, chunks: (numbers) => Promise.all(numbers.map((number) => this.chunk(number))) }],
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

async function titlesOf(path: string, lists: number): Promise<string[]> {
  const titles: string[] = [];
  for (let list = 0; list < lists; list += 1)
    for (const title of await jsonOf<string[]>(`${path}/${list}`)) titles.push(title);
  return titles;
}

/** Both sides lower-cased, as one does with it; word borders and all rules of ours are left out in its favour. */
function ahoCorasick(titles: readonly string[], blocks: readonly Block[]): { build: number; run: () => number } {
  const began = performance.now();
  const machine = new AhoCorasick(titles.map((title) => title.toLowerCase()));
  const build = performance.now() - began;
  const run = (): number =>
    blocks.reduce((found, { text }) => found + machine.matchInText(text.toLowerCase()).length, 0);
  return { build, run };
}

/** Asked once a block; a hit counts where the block holds the whole title. */
function miniSearch(titles: readonly string[], blocks: readonly Block[]): { build: number; run: () => number } {
  const began = performance.now();
  const index = new MiniSearch<{ id: number; title: string }>({ fields: ['title'] });
  index.addAll(titles.map((title, id) => ({ id, title })));
  const build = performance.now() - began;
  const run = (): number =>
    blocks.reduce((found, { text }) => {
      const low = text.toLowerCase();
      const hits = index.search(text).slice(0, 50);
      return found + hits.filter(({ id }) => low.includes((titles[Number(id)] ?? '').toLowerCase())).length;
    }, 0);
  return { build, run };
}

const enoughMs = 20_000;

async function alternative(job: Extract<Job, { what: 'ahocorasick' | 'minisearch' }>): Promise<AlternativeDone> {
  const blocks = await jsonOf<Block[]>(job.blocks);
  const titles = await titlesOf(job.titles, job.lists);
  const { build, run } = (job.what === 'ahocorasick' ? ahoCorasick : miniSearch)(titles, blocks);
  const done: AlternativeDone = { buildMs: build, milliseconds: [], found: 0 };
  // Who takes minutes for a page need not take them eleven times.
  const until = performance.now() + enoughMs;
  for (let round = 0; round < job.repeats && (round === 0 || performance.now() < until); round += 1) {
    const began = performance.now();
    done.found = run();
    done.milliseconds.push(performance.now() - began);
  }
  return done;
}

/** Held until the worker ends, so that its memory can be measured. */
const held: unknown[] = [];

async function answer(job: Job): Promise<unknown> {
  if (job.what === 'match') return match(job);
  if (job.what !== 'map') return alternative(job);
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
