// Asks the worker about blocks: in batches, one message in flight, never the same question twice.
import type {
  BlocksAnswer,
  BlocksRequest,
  Mention,
  NameMention,
  PageMetadata,
  RowFields,
} from '../../messages/page-protocol.ts';
import { retry } from '../retry.ts';
import type { PageBlock } from './walk.ts';

/** Maximum blocks and characters of a message. The first is small, so that the first marks come early. */
const FIRST_BATCH = { blocks: 60, characters: 8000 };
const LATER_BATCH = { blocks: 400, characters: 32_000 };
/** Maximum answers kept; beyond that all are forgotten. */
const MAXIMUM_ANSWERS = 20_000;

interface Found {
  mentions: Mention[];
  people: NameMention[];
}
const nothing: Found = { mentions: [], people: [] };

/** What the first message of a page carries. */
export interface PageHead {
  url: string;
  meta: BlocksRequest['meta'];
  page?: PageMetadata;
  /** As in the request; null where the page is the address's. */
  previousUrl?: string | null;
}

export interface BlockQueuePorts {
  ask: (request: BlocksRequest) => Promise<BlocksAnswer>;
  /** What is known of a block; at once where it was asked before. */
  found: (block: PageBlock, mentions: readonly Mention[], people: readonly NameMention[]) => void;
  /** An answer has arrived: its papers come before its blocks are `found`, `done` after. */
  papers: (answer: BlocksAnswer, request: BlocksRequest) => void;
  done: (hits: number) => void;
  /** Runs steps one by one, with pauses between. */
  work: (steps: Generator<null>) => Promise<unknown>;
  wait?: (ms: number) => Promise<void>;
  /** The fields of those blocks' rows; each row once. With a new page also the page row's. */
  rows: (batch: readonly PageBlock[], withPageRow: boolean) => Promise<RowFields[]>;
}

/** As the worker read the two: with a line's end between them. */
function append(block: PageBlock, next: PageBlock): void {
  block.text += '\n';
  for (const piece of next.pieces) block.pieces.push({ ...piece, at: piece.at + block.text.length });
  block.text += next.text;
}

export class BlockQueue {
  readonly #ports: BlockQueuePorts;
  readonly #signal: AbortSignal;
  readonly #answers = new Map<string, Found>();
  readonly #waiting = new Map<string, PageBlock[]>();
  #blocks: PageBlock[] = [];
  /** Of text in the queue. */
  #characters = 0;
  #page: PageHead = { url: '', meta: [] };
  #newPage = false;
  /** The address changed, and it is not known yet what to read there. */
  #held = false;
  #busy = false;
  /** Everything that waits is sent, however little. */
  #all = false;
  /** Blocks sent so far. */
  asked = 0;

  constructor(ports: BlockQueuePorts, signal: AbortSignal) {
    this.#ports = ports;
    this.#signal = signal;
  }

  /** The page is left: nothing is sent or answered until the next is opened. */
  hold(): void {
    this.#held = true;
    // Answers that are under way are the previous page's.
    this.#page = { ...this.#page };
  }

  /** A page starts: its first message carries its meta tags and goes even without blocks. */
  open(page: PageHead): void {
    this.#page = { ...page };
    this.#newPage = true;
    this.#held = false;
    this.#blocks = [];
    // The same text beside other tags, at another address, is another question.
    this.#answers.clear();
    this.#characters = 0;
    this.#waiting.clear();
  }

  /** The same page's metadata changed: sent with the next message, which goes even without blocks. */
  again(page: PageHead): void {
    Object.assign(this.#page, page);
    this.#newPage = true;
  }

  /** The answers are no longer valid: the page turned out to be another paper's. */
  forget(): void {
    this.#answers.clear();
  }

  get idle(): boolean {
    return !this.#held && !this.#busy && !this.waits;
  }

  /** Blocks wait to be asked. */
  get waits(): boolean {
    return this.#newPage || this.#blocks.length > 0;
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
    this.#blocks.push(block);
    this.#characters += block.text.length;
  }

  /** Sends if there is enough for a message, or with `all` everything there is. */
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
    const limit = this.#limit;
    return this.#blocks.length >= limit.blocks || this.#characters >= limit.characters;
  }

  get #limit(): typeof FIRST_BATCH {
    return this.#newPage ? FIRST_BATCH : LATER_BATCH;
  }

  #take(): PageBlock[] {
    const limit = this.#limit;
    let count = 0;
    let characters = 0;
    for (const { text, row } of this.#blocks) {
      const full = count >= limit.blocks || characters + text.length > limit.characters;
      // A row goes in one message: title, names and links explain each other.
      if (count > 0 && full && (row === undefined || row !== this.#blocks[count - 1]?.row)) break;
      characters += text.length;
      count += 1;
    }
    this.#characters -= characters;
    return this.#blocks.splice(0, count);
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
      previousUrl: page.previousUrl ?? undefined,
      meta: isNew ? page.meta : [],
      blocks: batch.map(({ text, kind, spans, row }) => ({ text, kind, spans, row })),
      rows: rows.length > 0 ? rows : undefined,
      page: isNew ? page.page : undefined,
    };
    this.asked += batch.length;
    const answer = await retry(
      () => this.#ports.ask(request),
      () => this.#signal.aborted,
      this.#ports.wait,
    );
    if (answer === null || this.#signal.aborted || page !== this.#page) return;
    this.#ports.papers(answer, request);
    const found: Found[] = [];
    const its = (block: number): Found => (found[block] ??= { mentions: [], people: [] });
    for (const mention of answer.mentions) its(mention.block).mentions.push(mention);
    for (const name of answer.people) its(name.block).people.push(name);
    await this.#ports.work(this.#report(page, batch, found));
    this.#ports.done(answer.mentions.length);
  }

  /** Reports what was found, block by block. */
  *#report(page: object, batch: readonly PageBlock[], found: readonly Found[]): Generator<null> {
    let second: PageBlock | undefined;
    for (const [at, block] of batch.entries()) {
      // Another page may have come between two steps.
      if (page !== this.#page) return;
      const its = found[at] ?? nothing;
      const { mentions, people } = its;
      const waiting = this.#waiting.get(block.key) ?? [];
      this.#waiting.delete(block.key);
      if (block === second) continue;
      second = mentions.some(({ goesOn }) => goesOn) ? batch[at + 1] : undefined;
      // Of a title in two blocks neither is remembered: beside other text they are none, or half of another.
      if (second === undefined) {
        if (this.#answers.size >= MAXIMUM_ANSWERS) this.#answers.clear();
        this.#answers.set(block.key, its);
      } else append(block, second);
      for (const one of second === undefined ? waiting : [block]) this.#ports.found(one, mentions, people);
      if (its !== nothing || at % 16 === 15) yield null;
    }
  }
}
