// The first half of the page script, on every page: reads, asks, follows what changes, answers orders, ends. Where
// something was found it calls for the other half (`pen.ts`).
import type { Settings } from '../settings/schema.ts';
import type { PageAdapter } from '../sites/adapter.ts';
import { genericId } from '../sites/generic-id.ts';
import { Account } from './cost-meter.ts';
import { ahead } from './read/viewport-first.ts';
import type { Desk, Pen } from './bridge.ts';
import { fits, isOn, listingOf, noFilter } from '../messages/filter.ts';
import { rowsIn, type ListRow } from './act/listing.ts';
import { Marks, stretchesOf } from './draw/marks.ts';
import type {
  BlocksAnswer,
  BlocksRequest,
  Filter,
  Listing,
  Mention,
  NameMention,
  PageSummary,
  SaidOfRow,
} from '../messages/page-protocol.ts';
import { reportOf, type PageState } from './report.ts';
import { RowReading, type Rows } from './read/rows.ts';
import type { Worker } from './runtime.ts';
import { Ship, type PageHead } from './read/block-queue.ts';
import { blockAround } from './read/block-around.ts';
import { Telling } from './read/metadata-watcher.ts';
import { Sight } from './read/visibility.ts';
import { isTrapped } from './read/clobbered.ts';
import { Walk, type PageBlock } from './read/walk.ts';
import { Watch } from './read/watch.ts';

/**
 * A page that no adapter knows and that answered nothing this many times in a row, with no paper ever, is read no
 * more: its additions are not looked at until its address changes. (uBlock Origin gives up after 256.)
 */
const fruitlessMost = 40;

export class Page {
  readonly #worker: Worker;
  readonly #end = new AbortController();
  readonly #account = new Account();
  readonly #marks = new Marks();
  readonly #ship: Ship;
  readonly #watch: Watch;
  #pen: Pen | null = null;
  #penCalled = false;
  /** What is to be done once the pen is there. */
  #forPen: ((pen: Pen) => void)[] = [];
  #settings: Settings;
  #adapter: PageAdapter | null;
  #rows: RowReading;
  /** The rows as they were last read, and those that were told. */
  #readRows: Rows | null = null;
  #toldRows = new Map<number, number>();
  readonly #telling = new Telling();
  /** What the last answer to all that the page says took the page to be; null before the first. */
  #takenFor: string | null = null;
  #filter = noFilter;
  /** What the adapter expected and no answer so far found; null before the first. */
  #missing: BlocksAnswer['missing'] | null = null;
  /** Elements that were not shown when they were read, and those with finds that were not. */
  readonly #unseen = new Set<Element>();
  #sight = new Sight();
  /** What is still to be read, and whether somebody is reading. */
  #toRead: Element[] = [];
  #reading = false;
  #fruitless = 0;
  #counted = 0;
  #stirred = 0;
  /** No reading at once before this time, so that it takes a tenth of the page's at most. */
  #restUntil = 0;

  constructor(worker: Worker, begun: { settings: Settings; adapter: PageAdapter | null }, outer: AbortSignal) {
    this.#worker = worker;
    this.#settings = begun.settings;
    this.#adapter = begun.adapter;
    this.#rows = new RowReading(begun.adapter);
    const { signal } = this.#end;
    outer.addEventListener('abort', () => this.end(), { signal });
    const desk: Desk = {
      marks: this.#marks,
      account: this.#account,
      settings: () => this.#settings,
      alive: () => this.#alive(),
      injectCard: () => worker.ask('card.inject', {}),
      attach: (pen) => {
        this.#pen ??= pen(desk);
        for (const act of this.#forPen.splice(0)) act(this.#pen);
        this.#pen.update();
      },
      attachFilters: (filters) => {
        const { stage } = this.#pen ?? {};
        if (stage === undefined) return;
        stage.filters ??= filters(desk, stage);
        stage.filters.set(this.#filter);
      },
      rows: () => this.#listRows(),
      setFilter: (filter) => this.#setFilter(filter),
      signal,
    };
    globalThis.bylineDesk = desk;
    signal.addEventListener('abort', () => {
      if (globalThis.bylineDesk === desk) globalThis.bylineDesk = undefined;
    });
    this.#ship = new Ship(
      {
        ask: (request) => {
          this.#account.sent(request);
          return this.#account.run(() => worker.ask('page.blocks', request));
        },
        papers: (answer, request) => this.#learn(answer, request),
        found: (block, mentions, people) => this.#found(block, mentions, people),
        work: (steps) => this.#inSlices(steps),
        done: (hits) => this.#answered(hits),
        rows: async (batch, withOwn) => (await this.#inSlices(this.#sayRows(batch, withOwn))) ?? [],
        wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      },
      signal,
    );
    this.#watch = new Watch(
      {
        stirred: () => this.#stir(),
        changed: (roots) => this.#changed(roots),
        restyled: () => this.#restyled(),
        moved: () => void this.#moved(),
        retold: () => this.#retold(),
      },
      signal,
    );
    for (const type of ['resize', 'transitionend', 'animationend', 'toggle'])
      addEventListener(type, () => this.#watch.maybeRestyled(), { capture: true, signal });
    worker.listen(
      {
        'page.summary': () => this.#summary(),
        'page.report': () => reportOf(this.#marks, this.#pen, this.#account, () => this.#state(), signal),
        'page.show': ({ id }) => {
          const shown = this.#marks.found().has(id);
          if (shown) this.#withPen((pen) => pen.show(id));
          return { shown };
        },
        'page.step': ({ by }) => {
          if (this.#marks.found().size > 0) this.#withPen((pen) => pen.step(by));
          return {};
        },
        'page.status': ({ id, status }) => {
          const paper = this.#marks.papers.get(id);
          if (paper !== undefined) this.#marks.papers.set(id, { ...paper, status });
          this.#pen?.status(id, status);
          return {};
        },
        'page.follows': () => {
          void this.#followed();
          return {};
        },
        'page.filter': (filter) => {
          this.#setFilter(filter);
          return { listing: this.#listing() };
        },
        'page.settings': ({ on, settings }) => {
          this.#set(settings);
          if (!on) this.end();
          return {};
        },
      },
      signal,
    );
    this.#ship.open(this.#account.run(() => this.#head()));
    this.#read([document.body]);
  }

  /** Everything stops and everything of ours goes. */
  end(): void {
    this.#end.abort();
  }

  #alive(): boolean {
    if (!this.#worker.alive() || isTrapped(document)) this.end();
    return !this.#end.signal.aborted;
  }

  /** The id of the site's adapter; null for a page that is read as any page. */
  #site(): string | null {
    return this.#adapter === null || this.#adapter.id === genericId ? null : this.#adapter.id;
  }

  #summary(): PageSummary {
    const site = this.#site();
    const papers = [...this.#marks.found()].filter((id) => {
      const paper = this.#marks.papers.get(id);
      return paper !== undefined && fits(paper, this.#filter);
    });
    const adapter = site === null ? null : { id: site, missing: this.#missing ?? [] };
    return { papers, listing: this.#listing(), adapter };
  }

  #state(): PageState {
    const painted = this.#pen === null ? !this.#penCalled : this.#pen.idle;
    const settled = painted && !this.#reading && this.#toRead.length === 0 && this.#ship.idle && this.#watch.idle;
    const { listing, adapter } = this.#summary();
    return { settled, blocksAsked: this.#ship.asked, adapter, listing };
  }

  #listRows(): ListRow[] {
    return rowsIn(this.#marks, (element) => this.#rows.around(element));
  }

  #listing(): Listing | null {
    return listingOf(
      this.#listRows().map(({ papers }) => papers),
      this.#filter,
    );
  }

  /** Veils what does not fit; calls for the filters' script at the first time. */
  #setFilter(filter: Filter): void {
    this.#filter = filter;
    const filters = this.#pen?.stage.filters;
    if (filters !== undefined && filters !== null) filters.set(filter);
    else if (isOn(filter) && this.#marks.all.size > 0)
      this.#withPen(() => {
        this.#worker.ask('filters.inject', {}).catch(() => {
          // All rows stay to be seen; the next choice tries again.
          this.#filter = noFilter;
        });
      });
  }

  /** The reader follows somebody else now. */
  async #followed(): Promise<void> {
    const { papers } = this.#marks;
    try {
      const answer = await this.#worker.ask('page.followed', { ids: [...papers.keys()].slice(0, 2000) });
      const by = new Map(answer.papers.map(({ id, followed }) => [id, followed]));
      for (const paper of papers.values()) paper.followed = by.get(paper.id) ?? null;
      this.#pen?.restyle();
    } catch {
      // Marks say who was followed before, until the page is read anew.
    }
  }

  // Reading

  #read(roots: readonly Element[]): void {
    if (!hasBody()) return;
    this.#toRead.push(...roots);
    if (!this.#reading) void this.#readAll();
  }

  async #readAll(): Promise<void> {
    this.#reading = true;
    this.#sight = new Sight();
    const spent = this.#account.cost().mainThreadMs;
    while (this.#toRead.length > 0 && this.#alive() && hasBody()) {
      const roots = this.#account.run(() => ahead(this.#toRead.splice(0)));
      const rows = await this.#inSlices(this.#rows.read(roots));
      if (rows === null || !hasBody()) break;
      this.#readRows = rows;
      if (rows.own !== null && this.#toldRows.get(rows.own) !== rows.said(rows.own)) {
        if (this.#toldRows.has(rows.own)) this.#telling.rowChanged();
        this.#retell();
      }
      const walk = new Walk(document.body, rows);
      for (const root of roots) await this.#inSlices(this.#readRoot(walk, root));
      for (const element of walk.unseen) this.#unseen.add(element);
      this.#account.run(() => {
        this.#settleUnseen();
        this.#update();
      });
    }
    this.#reading = false;
    this.#toRead = [];
    if (!this.#ship.waits) this.#account.run(() => this.#count());
    this.#restUntil = performance.now() + 10 * (this.#account.cost().mainThreadMs - spent);
    await this.#ship.pump(true);
  }

  /** Work in slices, each of which sees the page anew; between them goes what is enough for a message. */
  #inSlices<T>(work: Generator<unknown, T>): Promise<T | null> {
    return this.#account.inSlices(work, () => {
      this.#sight = new Sight(this.#sight);
      void this.#ship.pump(false);
      return !this.#end.signal.aborted;
    });
  }

  *#readRoot(walk: Walk, root: Element): Generator<null> {
    for (const block of walk.blocks(root)) {
      // A look at the clock after each block would cost as much as many a block.
      if (block === null) yield null;
      else this.#ship.add(block);
    }
  }

  // What the page says of itself

  #head(): PageHead {
    this.#missing = null;
    return this.#telling.head(this.#adapter, this.#readRows?.ownText() ?? null);
  }

  #retold(): void {
    if (!this.#alive()) return;
    const news = this.#account.run(() => this.#telling.news(this.#adapter, this.#readRows?.ownText() ?? null));
    if (news === null) return;
    this.#missing = null;
    this.#ship.again(news);
    void this.#ship.pump(true);
  }

  /** The page's own row came or changed: it is told together with the page's tags, which say what it leaves out. */
  #retell(): void {
    this.#ship.again(this.#account.run(() => this.#head()));
  }

  *#sayRows(batch: readonly PageBlock[], withOwn: boolean): Generator<null, SaidOfRow[]> {
    const rows = this.#readRows;
    const told: SaidOfRow[] = [];
    if (rows === null) return told;
    const numbers = new Set(batch.flatMap(({ row }) => row ?? []));
    if (withOwn && rows.own !== null) numbers.add(rows.own);
    for (const row of numbers) {
      const said = rows.said(row);
      if (this.#toldRows.get(row) === said && !(withOwn && row === rows.own)) continue;
      this.#toldRows.set(row, said);
      const facts = rows.factsOf(row);
      if (facts !== null) told.push(facts);
      yield null;
    }
    return told;
  }

  /** What nobody sees is not marked; it may be seen later. */
  #found(block: PageBlock, mentions: readonly Mention[], people: readonly NameMention[]): void {
    const isSeen = ({ start, length }: { start: number; length: number }): boolean =>
      stretchesOf(block.pieces, start, length).every(({ node: { parentElement: parent } }) => {
        if (parent === null) return false;
        const seen = this.#sight.sees(parent);
        if (!seen) this.#unseen.add(parent);
        return seen;
      });
    this.#marks.put(block, mentions.filter(isSeen), people.filter(isSeen));
  }

  #learn({ papers, own, missing }: BlocksAnswer, { page, left }: BlocksRequest): void {
    this.#marks.learn(papers);
    if (page !== undefined) this.#take(own, left);
    // What any part of the page says is not missing.
    this.#missing = this.#missing?.filter((field) => missing.includes(field)) ?? missing;
    if (own.length > 0) this.#marks.own = own;
  }

  /** Text that was asked about while the page was taken for another paper's is asked about again. */
  #take(own: BlocksAnswer['own'], left = ''): void {
    this.#marks.own = own;
    const now = `${left} ${own.map(({ paper }) => paper).join(' ')}`;
    const before = this.#takenFor;
    this.#takenFor = now;
    if (before === null || before === now) return;
    this.#ship.forget();
    this.#watch.all();
  }

  #answered(hits: number): void {
    this.#account.run(() => {
      this.#fruitless = hits > 0 || this.#marks.found().size > 0 ? 0 : this.#fruitless + 1;
      if (this.#fruitless >= fruitlessMost && this.#site() === null) this.#watch.rest();
      this.#update();
      // The badge changes once, when all is known.
      if (!this.#reading && !this.#ship.waits) this.#count();
    });
  }

  #set(settings: Settings): void {
    this.#settings = settings;
    this.#pen?.set(settings);
  }

  #update(): void {
    if (this.#marks.all.size > 0) this.#withPen((pen) => pen.update());
    else this.#pen?.update();
  }

  /** Calls for the pen at the first time. */
  #withPen(act: (pen: Pen) => void): void {
    if (this.#pen !== null) {
      act(this.#pen);
      return;
    }
    this.#forPen.push(act);
    if (this.#penCalled) return;
    this.#penCalled = true;
    this.#worker.ask('marks.inject', {}).catch(() => {
      // No marks for now; the next find tries again.
      this.#penCalled = false;
      this.#forPen = [];
    });
  }

  #count(): void {
    const papers = this.#marks.found().size;
    if (papers === this.#counted) return;
    this.#counted = papers;
    this.#worker.ask('page.count', { papers }).catch(() => {
      // The badge is late by one change; nothing else hangs on it.
    });
  }

  // A page that changes

  /** True where a page draws marked text anew: read at once, its marks need not blink. */
  #stir(): boolean {
    if (!this.#alive() || this.#marks.all.size === 0) return false;
    const now = performance.now();
    const atOnce = now > this.#restUntil && !this.#reading && this.#marks.torn;
    if (atOnce) this.#restUntil = now + 20;
    if (this.#stirred !== 0) return atOnce;
    this.#stirred = setTimeout(() => {
      this.#stirred = 0;
      this.#marks.prune();
      this.#pen?.update();
      this.#pen?.relayout();
    }, 60) as unknown as number;
    return atOnce;
  }

  #changed(roots: readonly Element[] | null): void {
    if (roots === null) this.#read([document.body]);
    else this.#read([...new Set(roots.flatMap((root) => this.#rows.around(root) ?? [blockAround(root)]))]);
  }

  /** What was hidden when it was read may be seen now. */
  #restyled(): void {
    const sight = new Sight();
    const seen = this.#account.run(() =>
      [...this.#unseen].filter((element) => element.isConnected && sight.sees(element)),
    );
    for (const element of seen) this.#unseen.delete(element);
    if (seen.length > 0) this.#changed(seen);
    this.#pen?.relayout();
  }

  /** Keeps the list of hidden text short. */
  #settleUnseen(): void {
    for (const element of this.#unseen)
      if (!element.isConnected || this.#unseen.size > 2000) this.#unseen.delete(element);
  }

  /** A single-page application shows another page. */
  async #moved(): Promise<void> {
    this.#marks.own = [];
    this.#setFilter(noFilter);
    const url = location.href;
    this.#telling.leave(this.#readRows?.ownText() ?? '', url);
    this.#fruitless = 0;
    this.#ship.hold();
    this.#watch.resume();
    try {
      const { on, settings, adapter } = await this.#worker.ask('page.begin', { url });
      // Whoever went on comes here again; a jump on the page is no other page.
      if (this.#telling.url !== url || !this.#alive()) return;
      if (!on) {
        this.end();
        return;
      }
      this.#set(settings);
      this.#adapter = adapter;
      this.#rows = new RowReading(adapter);
    } catch {
      // The worker is away: the page goes on with what it knew.
    }
    this.#toldRows.clear();
    this.#readRows = null;
    this.#takenFor = null;
    this.#ship.open(this.#account.run(() => this.#head()));
    this.#count();
    this.#watch.all();
  }
}

/** A page may take its body away, and put another one there later. */
const hasBody = (): boolean => document.body instanceof HTMLElement;
