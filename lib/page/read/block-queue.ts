// Asks the worker about blocks: in batches, one message in flight, never the same question twice.
import type {
  BlocksAnswer,
  BlocksRequest,
  Mention,
  NameMention,
  SaidOfPage,
  SaidOfRow,
} from '../../messages/page-protocol.ts';
import type { PageBlock } from './walk.ts';

/** The first message is small, so that the first marks come early; no message is above the contract's limit. */
const firstBatch = { blocks: 60, characters: 8000 };
const laterBatch = { blocks: 400, characters: 32_000 };
/** Answers kept; beyond that the oldest is forgotten. */
const longestMemory = 20_000;
const retryMs = [300, 1000, 2000, 4000, 8000, 15_000];

interface Found {
  mentions: Mention[];
  people: NameMention[];
}
const nothing: Found = { mentions: [], people: [] };

/** What the first message of a page carries. */
export interface PageHead {
  url: string;
  meta: BlocksRequest['meta'];
  said?: SaidOfPage;
  /** As in the request; null where the page is the address's. */
  left?: string | null;
}

export interface ShipPorts {
  ask: (request: BlocksRequest) => Promise<BlocksAnswer>;
  /** What is known of a block; at once where it was asked before. */
  found: (block: PageBlock, mentions: readonly Mention[], people: readonly NameMention[]) => void;
  /** One answer is in: its papers come before its blocks are `found`, `done` after. */
  papers: (answer: BlocksAnswer, request: BlocksRequest) => void;
  done: (hits: number) => void;
  /** Takes steps one by one, with rests between. */
  work: (steps: Generator<null>) => Promise<unknown>;
  wait: (ms: number) => Promise<void>;
  /** What the rows of those blocks say; each row once. With a new page also the page's own row. */
  rows: (batch: readonly PageBlock[], withOwn: boolean) => Promise<SaidOfRow[]>;
}

export class Ship {
  readonly #ports: ShipPorts;
  readonly #signal: AbortSignal;
  readonly #answers = new Map<string, Found>();
  readonly #waiting = new Map<string, PageBlock[]>();
  #queue: PageBlock[] = [];
  /** Of text in the queue. */
  #characters = 0;
  #page: PageHead = { url: '', meta: [] };
  #newPage = false;
  /** The address is another one, and it is not known yet what is to be read there. */
  #held = false;
  #busy = false;
  /** Whatever waits is sent, however little. */
  #all = false;
  /** Blocks sent so far. */
  asked = 0;

  constructor(ports: ShipPorts, signal: AbortSignal) {
    this.#ports = ports;
    this.#signal = signal;
  }

  /** The page is left: nothing is sent or answered until the next is opened. */
  hold(): void {
    this.#held = true;
    // Answers that are under way are the last page's.
    this.#page = { ...this.#page };
  }

  /** A page starts: its first message carries its meta tags and goes even without blocks. */
  open(page: PageHead): void {
    this.#page = { ...page };
    this.#newPage = true;
    this.#held = false;
    this.#queue = [];
    // The same text beside other tags, at another address, is another question.
    this.#answers.clear();
    this.#characters = 0;
    this.#waiting.clear();
  }

  /** The same page says something else of itself: told with the next message, which goes even without blocks. */
  again(page: PageHead): void {
    Object.assign(this.#page, page);
    this.#newPage = true;
  }

  /** What was answered is no answer any more: the page turned out to be another paper's. */
  forget(): void {
    this.#answers.clear();
  }

  get idle(): boolean {
    return !this.#held && !this.#busy && !this.waits;
  }

  /** Blocks wait to be asked. */
  get waits(): boolean {
    return this.#newPage || this.#queue.length > 0;
  }

  add(block: PageBlock): void {
    if (this.#held) return;
    const known = this.#answers.get(block.key);
    if (known !== undefined) {
      this.#ports.found(block, known.mentions, known.people);
      return;
    }
    const waiting = this.#waiting.get(block.key);
    if (waiting !== undefined) {
      waiting.push(block);
      return;
    }
    this.#waiting.set(block.key, [block]);
    this.#queue.push(block);
    this.#characters += block.text.length;
  }

  /** Sends if there is enough for a message, or with `all` whatever there is. */
  async pump(all: boolean): Promise<void> {
    if (this.#held) return;
    this.#all ||= all;
    if (this.#busy) return;
    this.#busy = true;
    try {
      while (!this.#signal.aborted && !this.#held && this.#isWorthwhile()) await this.#send();
    } finally {
      this.#busy = false;
      this.#all = false;
    }
  }

  #isWorthwhile(): boolean {
    if (this.#all) return this.waits;
    const limit = this.#newPage ? firstBatch : laterBatch;
    return this.#queue.length >= limit.blocks || this.#characters >= limit.characters;
  }

  #take(): PageBlock[] {
    const limit = this.#newPage ? firstBatch : laterBatch;
    let count = 0;
    let characters = 0;
    for (const { text, row } of this.#queue) {
      const full = count >= limit.blocks || characters + text.length > limit.characters;
      // A row goes in one message: title, names and links explain each other.
      if (count > 0 && full && (row === undefined || row !== this.#queue[count - 1]?.row)) break;
      characters += text.length;
      count += 1;
    }
    this.#characters -= characters;
    return this.#queue.splice(0, count);
  }

  async #send(): Promise<void> {
    const page = this.#page;
    const batch = this.#take();
    const isNew = this.#newPage;
    this.#newPage = false;
    const rows = await this.#ports.rows(batch, isNew);
    if (this.#signal.aborted || page !== this.#page) return;
    const request: BlocksRequest = {
      url: page.url,
      ...(typeof page.left === 'string' ? { left: page.left } : {}),
      meta: isNew ? page.meta : [],
      blocks: batch.map(({ text, kind, spans, row }) => ({ text, kind, spans, ...(row === undefined ? {} : { row }) })),
      ...(rows.length > 0 ? { rows } : {}),
      ...(isNew && page.said !== undefined ? { page: page.said } : {}),
    };
    this.asked += batch.length;
    const answer = await this.#persist(request);
    if (answer === null || this.#signal.aborted || page !== this.#page) return;
    this.#ports.papers(answer, request);
    const found = batch.map((): Found => ({ mentions: [], people: [] }));
    for (const mention of answer.mentions) found[mention.block]?.mentions.push(mention);
    for (const name of answer.people) found[name.block]?.people.push(name);
    await this.#ports.work(this.#tell(page, batch, found));
    this.#ports.done(answer.mentions.length);
  }

  /** Tells of each block what was found there, block by block. */
  *#tell(page: object, batch: readonly PageBlock[], found: readonly Found[]): Generator<null> {
    for (const [at, block] of batch.entries()) {
      // Another page may have come between two steps.
      if (page !== this.#page) return;
      const { mentions, people } = found[at] ?? nothing;
      const isNothing = mentions.length + people.length === 0;
      this.#remember(block.key, isNothing ? nothing : { mentions, people });
      const waiting = this.#waiting.get(block.key) ?? [];
      this.#waiting.delete(block.key);
      for (const one of waiting) this.#ports.found(one, mentions, people);
      if (!isNothing || at % 16 === 15) yield null;
    }
  }

  #remember(key: string, found: Found): void {
    this.#answers.set(key, found);
    const [oldest = ''] = this.#answers.keys();
    if (this.#answers.size > longestMemory) this.#answers.delete(oldest);
  }

  /** The worker may be starting, or reading its catalog for the first time: patience, with an end. */
  async #persist(request: BlocksRequest): Promise<BlocksAnswer | null> {
    for (const ms of [...retryMs, null]) {
      try {
        return await this.#ports.ask(request);
      } catch {
        if (ms === null || this.#signal.aborted) return null;
        await this.#ports.wait(ms);
      }
    }
    return null;
  }
}
