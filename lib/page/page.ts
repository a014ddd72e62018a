// The first half of the page script, on every page: has it read, answers the worker's commands, follows changes and
// navigations, ends. Where something was found it has the other half injected (`act/mark-controller.ts`).
import type { Settings } from '../settings/schema.ts';
import { CostMeter } from './cost-meter.ts';
import type { PageBridge, RowFilters } from './bridge.ts';
import { isOn, noFilter } from '../messages/filter.ts';
import { handshake } from './handshake.ts';
import { Host } from './draw/host.ts';
import { Marks } from './draw/marks.ts';
import { meetingPoint } from './meeting-point.ts';
import type { Answer } from '../messages/contract.ts';
import type { Filter } from '../messages/page-protocol.ts';
import type { CommandHandlers, Worker } from './runtime.ts';
import { PageReader } from './read/page-reader.ts';

export class Page {
  readonly #worker: Worker;
  readonly #end = new AbortController();
  readonly #meter = new CostMeter();
  readonly #marks = new Marks();
  readonly #reader: PageReader;
  readonly #bridge: PageBridge;
  #settings: Settings;
  /** Scripts that were asked for. */
  readonly #injections = new Map<string, Promise<unknown>>();
  #filter = noFilter;
  #filters: RowFilters | null = null;
  /** Papers on the badge. */
  #counted = 0;
  #stirred = 0;
  #navigations = 0;

  constructor(
    worker: Worker,
    { settings, adapter }: Pick<Answer<'page.handshake'>, 'settings' | 'adapter'>,
    outer: AbortSignal,
  ) {
    this.#worker = worker;
    this.#settings = settings;
    const { signal } = this.#end;
    outer.addEventListener('abort', () => this.end(), { signal });
    this.#reader = new PageReader(
      adapter,
      this.#marks,
      this.#meter,
      {
        ask: (request) => worker.ask('page.blocks', request),
        alive: () => this.#alive(),
        updated: () => {
          if (this.#bridge.controller !== null) this.#bridge.controller.update();
          else if (this.#marks.all.size > 0) void this.#inject('marks');
        },
        // The badge changes once, when all is known.
        done: () => this.#count(),
        stirred: () => this.#stir(),
        restyled: () => this.#bridge.controller?.relayout(),
        rooted: () => {
          if (this.#alive()) host.keep();
        },
        moved: () => void this.#arrive(),
      },
      signal,
    );
    const host = new Host(signal);
    const bridge: PageBridge = {
      marks: this.#marks,
      meter: this.#meter,
      reader: this.#reader,
      host,
      controller: null,
      answers: null,
      navigation: null,
      settings: () => this.#settings,
      alive: () => this.#alive(),
      ask: worker.ask,
      attach: (create) => {
        bridge.controller ??= create(bridge);
        bridge.controller.update();
      },
      attachFilters: (create) => {
        const overlay = bridge.controller?.overlay;
        if (overlay === undefined) return;
        this.#filters = overlay.filters ??= create(bridge, overlay);
        overlay.parts.add(this.#filters);
        this.#filters.set(this.#filter);
      },
      filter: () => this.#filter,
      setFilter: (filter) => this.#setFilter(filter),
      idle: () =>
        // In a hidden tab there is nothing to wait for.
        (host.came || document.hidden) &&
        (bridge.controller?.idle ?? !this.#injections.has('marks')) &&
        this.#reader.idle,
      signal,
    };
    this.#bridge = bridge;
    meetingPoint.bridge = bridge;
    signal.addEventListener('abort', () => {
      if (meetingPoint.bridge === bridge) meetingPoint.bridge = undefined;
    });
    worker.listen(this.#commands(), signal);
    host.await((adapter ?? { hydrates: true }).hydrates === true, () => bridge.controller?.relayout(), signal);
    this.#reader.start();
  }

  /** Everything stops and everything of ours goes. */
  end(): void {
    this.#end.abort();
  }

  #alive(): boolean {
    if (!this.#worker.alive()) this.end();
    return !this.#end.signal.aborted;
  }

  #commands(): CommandHandlers {
    const bridge = this.#bridge;
    const answers = async (): Promise<PageBridge['answers']> => {
      await this.#inject('answers');
      return bridge.answers;
    };
    return {
      'page.alive': () => ({}),
      'page.summary': async () => (await answers())?.summary() ?? null,
      'page.report': async () => (await answers())?.report() ?? null,
      'page.show': ({ id }) => {
        const shown = this.#marks.found().has(id);
        if (shown) void this.#inject('marks', 'navigation').then(() => bridge.navigation?.show(id));
        return { shown };
      },
      'page.step': ({ by, among }) => {
        if (this.#marks.found().size > 0)
          void this.#inject('marks', 'navigation').then(() => bridge.navigation?.step(by, among));
        return {};
      },
      'page.status': ({ id, status }) => {
        const paper = this.#marks.papers.get(id);
        if (paper !== undefined) paper.status = status;
        bridge.controller?.status(id, status);
        return {};
      },
      'page.follows': () => {
        if (this.#marks.papers.size > 0) void answers().then((those) => those?.followsChanged());
        return {};
      },
      'page.filter': (filter) => {
        this.#setFilter(filter);
        return {};
      },
      'page.settings': ({ on, settings }) => {
        this.#set(settings);
        if (!on) this.end();
        return {};
      },
    };
  }

  /** Injects scripts of ours, each the first time. */
  async #inject(...names: ('marks' | 'filters' | 'answers' | 'navigation')[]): Promise<void> {
    for (const name of names) {
      // All take nothing, which TypeScript can't follow through the choice.
      const injection = this.#injections.get(name) ?? this.#worker.ask(`${name}.inject` as 'marks.inject', {});
      this.#injections.set(name, injection);
      try {
        await injection;
      } catch {
        // The worker is away; the next time tries again.
        this.#injections.delete(name);
      }
    }
  }

  /** Veils what does not fit; has the filters' script injected the first time. */
  #setFilter(filter: Filter): void {
    this.#filter = filter;
    if (this.#filters !== null) this.#filters.set(filter);
    else if (isOn(filter))
      void this.#inject('marks', 'filters').then(() => {
        // All rows stay visible; the next choice tries again.
        if (this.#filters === null) this.#filter = noFilter;
      });
  }

  #set(settings: Settings): void {
    this.#settings = settings;
    this.#bridge.controller?.set(settings);
  }

  #count(): void {
    const papers = this.#marks.found().size;
    if (papers === this.#counted) return;
    this.#counted = papers;
    this.#worker.ask('page.count', { papers }).catch(() => {
      // The badge is late by one change; nothing else depends on it.
    });
  }

  /** The page changes: marks are looked through a moment later. */
  #stir(): void {
    if (this.#stirred !== 0) return;
    this.#stirred = setTimeout(() => {
      this.#stirred = 0;
      this.#bridge.controller?.update();
      this.#bridge.controller?.relayout();
    }, 60) as unknown as number;
  }

  /** A single-page application shows another page. */
  async #arrive(): Promise<void> {
    this.#marks.pagePapers = [];
    this.#setFilter(noFilter);
    this.#reader.leave();
    const navigation = ++this.#navigations;
    const next = await handshake(this.#worker);
    // After another navigation this runs again; a jump on the page is no other page.
    if (navigation !== this.#navigations || !this.#alive()) return;
    if (next?.on === false) {
      this.end();
      return;
    }
    if (next !== null) this.#set(next.settings);
    this.#reader.arrive(next);
    this.#count();
  }
}
