// Reads the page, block by block, and asks about it: at the start, when the page changes, after a navigation inside it.
// What the answers found goes to the marks.
import type { PageAdapter } from '../../sites/adapter.ts';
import { genericId } from '../../sites/generic-id.ts';
import { breathe, type CostMeter } from '../cost-meter.ts';
import { stretchesOf, type Marks } from '../draw/marks.ts';
import type {
  BlocksAnswer,
  BlocksRequest,
  Mention,
  NameMention,
  PageSummary,
  RowFields,
} from '../../messages/page-protocol.ts';
import { blockAround } from './block-around.ts';
import { BlockQueue, type PageHead } from './block-queue.ts';
import { MetadataWatcher } from './metadata-watcher.ts';
import { RowReading, type PageRows } from './rows.ts';
import { viewportFirst } from './viewport-first.ts';
import { Visibility } from './visibility.ts';
import { Walk, type PageBlock } from './walk.ts';
import { Watch } from './watch.ts';

/**
 * Maximum answers in a row without a paper on a page that no adapter knows. After that its additions are not read until
 * its address changes. (uBlock Origin gives up after 256.)
 */
const MAXIMUM_EMPTY_ANSWERS = 40;
/** Maximum elements remembered because they were not shown. */
const MAXIMUM_UNSEEN = 2000;

export interface PageReaderPorts {
  ask: (request: BlocksRequest) => Promise<BlocksAnswer>;
  /** False once everything has ended. */
  alive: () => boolean;
  /** Marks may have changed. */
  updated: () => void;
  /** Everything so far is read and answered. */
  done: () => void;
  /** The page changes: what is painted may be wrong. */
  stirred: () => void;
  restyled: () => void;
  /** The page's root is another one, or got or lost children. */
  rooted: () => void;
  /** The address changed; `leave` and `arrive` follow. */
  moved: () => void;
}

export class PageReader {
  readonly #ports: PageReaderPorts;
  readonly #marks: Marks;
  readonly #meter: CostMeter;
  readonly #signal: AbortSignal;
  readonly #watch: Watch;
  readonly #blockQueue: BlockQueue;
  readonly #metadata = new MetadataWatcher();
  #adapter: PageAdapter | null;
  #rows: RowReading;
  /** The rows as they were last read. */
  #readRows: PageRows | null = null;
  /** The text numbers of the rows whose fields were sent. */
  readonly #sentRows = new Map<number, number>();
  /** Which papers the last answer took the page to be about; null before the first. */
  #takenFor: string | null = null;
  /** Fields that the adapter expected and no answer so far found; null before the first. */
  #missing: BlocksAnswer['missing'] | null = null;
  /** Elements that were not shown when they were read or when something was found in them. */
  readonly #unseen = new Set<Element>();
  #visibility = new Visibility();
  /** What is still to be read, and whether reading is under way. */
  #toRead: Element[] = [];
  #reading = false;
  #emptyAnswers = 0;
  /** Nothing is read at once before this time, so that reading takes a tenth of the page's time at most. */
  #restUntil = 0;

  constructor(
    adapter: PageAdapter | null,
    marks: Marks,
    meter: CostMeter,
    ports: PageReaderPorts,
    signal: AbortSignal,
  ) {
    this.#adapter = adapter;
    this.#marks = marks;
    this.#meter = meter;
    this.#ports = ports;
    this.#signal = signal;
    this.#rows = new RowReading(adapter);
    this.#blockQueue = new BlockQueue(
      {
        ask: (request) => {
          meter.sent(request);
          return meter.run(() => ports.ask(request));
        },
        papers: (answer, request) => this.#learn(answer, request),
        found: (block, mentions, people) => this.#found(block, mentions, people),
        work: (steps) => this.#inSlices(steps),
        done: (hits) => this.#answered(hits),
        rows: async (batch, withPageRow) => (await this.#inSlices(this.#fieldsOfRows(batch, withPageRow))) ?? [],
      },
      signal,
    );
    this.#watch = new Watch(
      {
        stirred: () => {
          if (!ports.alive() || marks.all.size === 0) return false;
          ports.stirred();
          // Where a page replaces marked text it is read at once, so that its marks need not blink.
          const now = performance.now();
          const atOnce = now > this.#restUntil && !this.#reading && marks.torn;
          if (atOnce) this.#restUntil = now + 20;
          return atOnce;
        },
        changed: (roots) => this.#changed(roots),
        restyled: () => {
          this.#restyled();
          ports.restyled();
        },
        rooted: ports.rooted,
        moved: ports.moved,
        headChanged: () => this.#headChanged(),
      },
      signal,
    );
  }

  start(): void {
    this.#open();
    // What the page says of itself is a task of its own: on a large page each question takes milliseconds.
    void breathe().then(() => this.read([document.body]));
  }

  get idle(): boolean {
    return !this.#reading && this.#toRead.length === 0 && this.#blockQueue.idle && this.#watch.idle;
  }

  /** Blocks sent so far. */
  get asked(): number {
    return this.#blockQueue.asked;
  }

  /** The site's adapter; null for a page that is read as any page. */
  get adapter(): PageSummary['adapter'] {
    const id = this.#adapter?.id ?? genericId;
    return id === genericId ? null : { id, missing: this.#missing ?? [] };
  }

  /** The elements of the adapter's row around an element. */
  around(element: Element): Element[] | null {
    return this.#rows.around(element);
  }

  #open(): void {
    this.#blockQueue.open(this.#meter.run(() => this.#head()));
  }

  /** The address changed: nothing is sent until it is known how to read the next page. */
  leave(): void {
    this.#metadata.leave(this.#readRows?.pageRowText() ?? '');
    this.#emptyAnswers = 0;
    this.#blockQueue.hold();
    this.#watch.resume();
  }

  /** Reads on at the new address; null: with the adapter that it had. */
  arrive(next: { adapter: PageAdapter | null } | null): void {
    if (next !== null) {
      this.#adapter = next.adapter;
      this.#rows = new RowReading(next.adapter);
    }
    this.#sentRows.clear();
    this.#readRows = null;
    this.#takenFor = null;
    this.#open();
    this.#watch.all();
  }

  /** Text came or changed under these elements; null: read everything. */
  #changed(roots: readonly Element[] | null): void {
    if (roots === null) this.read([document.body]);
    else this.read([...new Set(roots.flatMap((root) => this.around(root) ?? [blockAround(root)]))]);
  }

  /** What was hidden when it was read may be visible now. */
  #restyled(): void {
    const visibility = new Visibility();
    const seen = this.#meter.run(() =>
      [...this.#unseen].filter((element) => element.isConnected && visibility.sees(element)),
    );
    for (const element of seen) this.#unseen.delete(element);
    if (seen.length > 0) this.#changed(seen);
  }

  /** The head changed: tags and scripts that are new are sent. */
  #headChanged(): void {
    if (!this.#ports.alive()) return;
    const news = this.#meter.run(() => this.#metadata.news(this.#adapter, this.#readRows?.pageRowText() ?? null));
    if (news === null) return;
    this.#missing = null;
    this.#blockQueue.again(news);
    void this.#blockQueue.pump(true);
  }

  /** Reads what is in these elements and asks about it. */
  read(roots: readonly Element[]): void {
    if (!hasBody()) return;
    this.#toRead.push(...roots);
    if (!this.#reading) void this.#readAll();
  }

  async #readAll(): Promise<void> {
    const meter = this.#meter;
    this.#reading = true;
    this.#visibility = new Visibility();
    const { spent } = meter;
    while (this.#toRead.length > 0 && this.#ports.alive() && hasBody()) {
      const roots = meter.run(() => viewportFirst(this.#toRead.splice(0)));
      const rows = await this.#inSlices(this.#rows.read(roots));
      if (rows === null || !hasBody()) break;
      this.#readRows = rows;
      if (rows.pageRow !== null && this.#sentRows.get(rows.pageRow) !== rows.textNumber(rows.pageRow)) {
        if (this.#sentRows.has(rows.pageRow)) this.#metadata.rowChanged();
        // It is sent together with the page's tags, which say what it leaves out.
        this.#blockQueue.again(meter.run(() => this.#head()));
      }
      const walk = new Walk(document.body, rows);
      for (const root of roots) await this.#inSlices(this.#readRoot(walk, root));
      for (const element of walk.unseen) this.#unseen.add(element);
      meter.run(() => {
        for (const element of this.#unseen)
          if (!element.isConnected || this.#unseen.size > MAXIMUM_UNSEEN) this.#unseen.delete(element);
        this.#ports.updated();
      });
    }
    this.#reading = false;
    this.#toRead = [];
    if (!this.#blockQueue.waits) meter.run(this.#ports.done);
    this.#restUntil = performance.now() + 10 * (meter.spent - spent);
    await this.#blockQueue.pump(true);
  }

  /** Work in slices, each of which looks at the page again; between them full messages are sent. */
  #inSlices<T>(work: Generator<unknown, T>): Promise<T | null> {
    return this.#meter.inSlices(work, () => {
      this.#visibility = new Visibility(this.#visibility);
      void this.#blockQueue.pump(false);
      return !this.#signal.aborted;
    });
  }

  *#readRoot(walk: Walk, root: Element): Generator<null> {
    for (const block of walk.blocks(root)) {
      // Checking the clock after each block would cost as much as many a block.
      if (block === null) yield null;
      else this.#blockQueue.add(block);
    }
  }

  #head(): PageHead {
    this.#missing = null;
    return this.#metadata.head(this.#adapter, this.#readRows?.pageRowText() ?? null);
  }

  *#fieldsOfRows(batch: readonly PageBlock[], withPageRow: boolean): Generator<null, RowFields[]> {
    const rows = this.#readRows;
    const fields: RowFields[] = [];
    if (rows === null) return fields;
    const numbers = new Set(batch.flatMap(({ row }) => row ?? []));
    if (withPageRow && rows.pageRow !== null) numbers.add(rows.pageRow);
    for (const row of numbers) {
      const number = rows.textNumber(row);
      if (this.#sentRows.get(row) === number && !(withPageRow && row === rows.pageRow)) continue;
      this.#sentRows.set(row, number);
      const found = rows.fieldsOf(row);
      if (found !== null) fields.push(found);
      yield null;
    }
    return fields;
  }

  /** What readers can't see is not marked; it may be visible later. */
  #found(block: PageBlock, mentions: readonly Mention[], people: readonly NameMention[]): void {
    const isSeen = ({ start, length }: { start: number; length: number }): boolean =>
      stretchesOf(block.pieces, start, length).every(({ node: { parentElement: parent } }) => {
        if (parent === null) return false;
        const seen = this.#visibility.sees(parent);
        if (!seen) this.#unseen.add(parent);
        return seen;
      });
    this.#marks.put(block, mentions.filter(isSeen), people.filter(isSeen));
  }

  #learn({ papers, pagePapers, missing }: BlocksAnswer, { page, previousUrl = '' }: BlocksRequest): void {
    this.#marks.learn(papers);
    // What any part of the page says is not missing.
    this.#missing = this.#missing?.filter((field) => missing.includes(field)) ?? missing;
    if (page !== undefined || pagePapers.length > 0) this.#marks.pagePapers = pagePapers;
    if (page === undefined) return;
    const now = `${previousUrl} ${pagePapers.map(({ paper }) => paper).join(' ')}`;
    const before = this.#takenFor;
    this.#takenFor = now;
    if (before === null || before === now) return;
    // Text that was asked about while the page was taken for another paper's is asked about again.
    this.#blockQueue.forget();
    this.#watch.all();
  }

  #answered(hits: number): void {
    this.#meter.run(() => {
      this.#emptyAnswers = hits > 0 || this.#marks.found().size > 0 ? 0 : this.#emptyAnswers + 1;
      if (this.#emptyAnswers >= MAXIMUM_EMPTY_ANSWERS && this.adapter === null) this.#watch.rest();
      this.#ports.updated();
      if (!this.#reading && !this.#blockQueue.waits) this.#ports.done();
    });
  }
}

/** A page may take its body away, and put another one there later. */
const hasBody = (): boolean => document.body instanceof HTMLElement;
