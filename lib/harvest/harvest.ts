// Fetches the chosen fields, one small step after the other. All that a step needs is in the catalog's database, and all
// that it does is written there in one transaction: it may be stopped anywhere, and the next one goes on.
import { checkRoom } from '../packs/import/room.ts';
import type { CatalogDatabase } from '../packs/store.ts';
import type { Fetch } from '../packs/remote/address.ts';
import type { Failure } from '../failures/failure.ts';
import { askArxiv, type AnswerReader, type AskLimits } from './ask.ts';
import { afterFeed, afterMissed, entriesOfFields, feedOf } from './current.ts';
import { dayOf } from './days.ts';
import { paperOfFeedEntry, type FindCode, type HarvestedPaper } from './harvested.ts';
import { OaiReader } from './oai-answer.ts';
import { NotYet, Pace } from './pace.ts';
import { readPage } from './page-of-list.ts';
import { oaiUrl } from './request.ts';
import { feedReader } from './rss-answer.ts';
import { logAnswer, logSent, type SentFor } from './sent-log.ts';
import { planMerge } from './series.ts';
import { FIRST_PACK, listStart, type FieldState, type HarvestState, type OpenWindow } from './state.ts';
import { changeHarvest, readHarvest, readPace, writePace } from './store.ts';
import { countWaiting, putWindow, waitingPapers } from './waiting.ts';
import { heldOf, windowPack } from './window-pack.ts';
import { nextWindow, withDays } from './windows.ts';

export interface HarvestTools {
  /** The addresses of the OAI-PMH server and of the feeds. */
  address: string;
  feeds: string;
  /** 0 to 1, for the minute of a feed. */
  chance: () => number;
  /** The browser's own, but in tests. */
  fetch?: Fetch;
  now: () => number;
  sleep: (milliseconds: number) => Promise<void>;
  /** Runs while nobody else of this browser asks arXiv. */
  alone: <T>(run: () => Promise<T>) => Promise<T>;
  findCode: FindCode;
  limits?: AskLimits;
  /** Papers that wait at most, before they become a pack although their window is not whole. */
  papersAtOnce?: number;
  /** Bytes that the disk still takes. */
  room?: () => Promise<number>;
  /** A pack was written: it can be seen. `isMerge`: there is a merge to run. */
  onPack?: (isMerge: boolean) => void;
  /** Anything changed that progress shows. */
  onChange?: () => void;
}

/** What a step did. `wait`: nothing may be asked before then. */
export type Step = 'worked' | 'idle' | { wait: number };

const PAPERS_AT_ONCE = 8_192;
/** What there is no room for, as the sentence says it. */
const DISK_NAME = 'arXiv';

/** The window that is open, and the field that it is at; null where all its lists are read. */
function place(state: HarvestState): { window: OpenWindow; field: FieldState | null } | null {
  const { window, fields } = state;
  if (window === null) return null;
  const field = fields.find(({ set }) => set === window.sets[window.at]) ?? null;
  return { window, field };
}

/** Where a list is, to tell whether the reader chose otherwise while its page was on its way. */
const isSamePlace = (one: OpenWindow, other: OpenWindow | null): other is OpenWindow =>
  other !== null &&
  one.from === other.from &&
  one.until === other.until &&
  one.sets[one.at] === other.sets[other.at] &&
  one.token === other.token &&
  one.chainFrom === other.chainFrom &&
  one.pages === other.pages;

/** Each paper as it came last. */
const onceEach = (papers: readonly HarvestedPaper[]): HarvestedPaper[] => [
  ...new Map(papers.map((paper) => [paper.record.id, paper])).values(),
];

export class Harvest {
  readonly #database: CatalogDatabase;
  readonly #tools: HarvestTools;
  readonly #pace: Pace;

  constructor(database: CatalogDatabase, tools: HarvestTools) {
    this.#database = database;
    this.#tools = tools;
    const { now, sleep, alone } = tools;
    this.#pace = new Pace({
      read: () => readPace(database),
      write: (state) => writePace(database, state),
      alone,
      now,
      sleep,
    });
  }

  /** Does what is next. */
  async step(): Promise<Step> {
    const state = await readHarvest(this.#database);
    if (state.paused || state.fields.length === 0) return 'idle';
    const at = place(state);
    if (at === null && state.feedAt !== null && state.feedAt <= this.#tools.now()) return this.#feed(state);
    if (at === null) return this.#begin(state);
    if (at.field === null) return this.#end(at.window);
    const most = this.#tools.papersAtOnce ?? PAPERS_AT_ONCE;
    const waiting = await countWaiting(this.#database);
    // What comes first is seen at once, and not when the lists of all fields are read, at three seconds each.
    const isFirst = waiting > 0 && state.next === FIRST_PACK;
    if (waiting >= most || isFirst) return this.#flush((now) => now);
    return this.#ask(at.window, at.field);
  }

  async #begin(state: HarvestState): Promise<Step> {
    const window = nextWindow(state.fields);
    if (window === null) return 'idle';
    const { from, until, sets } = window;
    await changeHarvest(this.#database, (now) =>
      now.window === null ? { ...now, window: { from, until, sets, at: 0, ...listStart(from) } } : null,
    );
    return 'worked';
  }

  /** The day's feed, for all fields that are kept current. */
  async #feed({ fields }: HarvestState): Promise<Step> {
    const database = this.#database;
    const { feeds, now, chance, findCode, onPack, onChange } = this.#tools;
    const today = dayOf(now());
    const due = feedOf(fields, today);
    const byDays = async (): Promise<Step> => {
      await changeHarvest(database, (state) => afterMissed(state, today, chance()));
      return 'worked';
    };
    if (due.kind === 'days') return byDays();
    const name = due.categories.join('+');
    const url = feeds + due.categories.map(encodeURIComponent).join('+');
    const what = { kind: 'feed' as const, name, from: today, until: today };
    const asked = await this.#request(
      url,
      feedReader(),
      what,
      ({ paused, feedAt }) => !paused && feedAt !== null,
      (feed) => ({
        read: feed,
        fault: feed.error === null ? null : { code: 'harvest-refused', args: [new URL(feeds).host, name] },
      }),
    );
    if ('wait' in asked) return asked;
    const { read: value, failure } = asked;
    if (value === null || failure !== null) {
      await changeHarvest(database, (state) => ({ ...state, problem: failure }));
      onChange?.();
      return 'worked';
    }
    if (value.isFull) return byDays();
    const entries = entriesOfFields(value.entries, fields);
    const papers = onceEach(entries.flatMap((entry) => paperOfFeedEntry(entry, findCode) ?? []));
    // A feed says less of a paper than its record does (no comments): what is there stays.
    const held = await heldOf(database, papers);
    const fresh = papers.filter(({ record }) => !held.has(record.id));
    const { next } = await readHarvest(database);
    const pack = fresh.length === 0 ? null : await windowPack(next, fresh, today);
    const isWritten = await putWindow(database, { pack, rows: [], repeated: 0 }, (state) =>
      state.next !== next || state.window !== null
        ? null
        : { ...afterFeed(state, today, chance()), next: pack === null ? next : next + 1 },
    );
    if (isWritten && pack !== null) onPack?.(await planMerge(database, today));
    onChange?.();
    return 'worked';
  }

  /** All lists of the window are read: its papers become a pack, and its days are there. */
  #end(window: OpenWindow): Promise<Step> {
    return this.#flush((now) => {
      if (now.window === null || !isSamePlace(window, now.window)) return null;
      const fields = now.fields.map((field) =>
        window.sets.includes(field.set) ? { ...field, covered: withDays(field.covered, window) } : field,
      );
      return { ...now, fields, window: null };
    });
  }

  /** Papers that wait become a pack. */
  async #flush(change: (state: HarvestState) => HarvestState | null): Promise<Step> {
    const database = this.#database;
    await checkRoom(DISK_NAME, null, this.#tools.room);
    const { rows, papers: waiting } = await waitingPapers(database);
    const { next } = await readHarvest(database);
    const papers = onceEach(waiting);
    const today = dayOf(this.#tools.now());
    const pack = papers.length === 0 ? null : await windowPack(next, papers, today);
    const repeated = (await heldOf(database, papers)).size;
    const isWritten = await putWindow(database, { pack, rows, repeated }, (now) => {
      if (now.next !== next) return null;
      const after = change(now);
      return after === null || pack === null ? after : { ...after, next: next + 1 };
    });
    if (isWritten && pack !== null) this.#tools.onPack?.(await planMerge(database, today));
    this.#tools.onChange?.();
    return 'worked';
  }

  async #ask(window: OpenWindow, field: FieldState): Promise<Step> {
    const { address, findCode, onChange } = this.#tools;
    const { host } = new URL(address);
    const from = window.chainFrom;
    const url = oaiUrl(
      address,
      window.token === null ? { set: field.set, from, until: window.until } : { token: window.token },
    );
    const what = { kind: 'field' as const, name: field.set, from, until: window.until };
    const isHere = (state: HarvestState): boolean => !state.paused && isSamePlace(window, state.window);
    const asked = await this.#request(url, new OaiReader(), what, isHere, (answer) => {
      const page = readPage(answer, window, field, { host, findCode });
      return { read: page, fault: page.kind === 'broken' ? page.failure : null };
    });
    if ('wait' in asked) return asked;
    const { read, failure } = asked;
    await changeHarvest(
      this.#database,
      (state) => {
        if (!isSamePlace(window, state.window)) return null;
        if (read === null) return { ...state, problem: failure };
        // Its fields may be others by now; where it goes on is what was read.
        const { sets } = state.window;
        const at = state.window.at + (read.next.at - window.at);
        const papers = read.kind === 'page' ? read.papers.length : 0;
        return {
          ...state,
          window: { ...read.next, sets, at },
          problem: read.kind === 'broken' ? read.failure : null,
          fields: state.fields.map((one) => (one.set === field.set ? { ...one, papers: one.papers + papers } : one)),
        };
      },
      read?.kind === 'page' ? { set: field.set, papers: read.papers } : null,
    );
    onChange?.();
    return 'worked';
  }

  /** Sends one request when it is its turn, and writes it down before and after. `readValue`: what an answer says, and why it is
   *  of no use; that counts as a refusal, for asked again and again at once it would never end. `isWanted`: whether it is
   *  still to be sent when its turn has come. */
  async #request<T, R>(
    url: string,
    reader: AnswerReader<T>,
    what: SentFor,
    isWanted: (state: HarvestState) => boolean,
    readValue: (value: T) => { read: R; fault: Failure | null },
  ): Promise<{ read: R | null; failure: Failure | null } | { wait: number }> {
    const { fetch = globalThis.fetch.bind(globalThis), now, limits } = this.#tools;
    try {
      return await this.#pace.request(async () => {
        const entry = { at: now(), host: new URL(url).host, what };
        const id = await logSent(this.#database, entry, async () => isWanted(await readHarvest(this.#database)));
        if (id === null) throw new NotYet(now());
        const asked = await askArxiv(url, reader, { fetch, now, ...(limits === undefined ? {} : { limits }) });
        const { read, fault } = asked.value === null ? { read: null, fault: null } : readValue(asked.value);
        await logAnswer(this.#database, id, { bytes: asked.bytes, answer: fault?.code ?? asked.answer });
        return {
          outcome: fault === null ? asked.outcome : { refused: null },
          read,
          failure: fault ?? asked.failure,
        };
      });
    } catch (error) {
      if (error instanceof NotYet) return { wait: error.until };
      throw error;
    }
  }

  /** A step; on a full disk it pauses, with the reason. What is there stays. */
  async #stepOrPause(): Promise<Step> {
    try {
      return await this.step();
    } catch (error) {
      const { name, inner } = error as { name?: unknown; inner?: { name?: unknown } | null };
      if (name !== 'NoRoom' && name !== 'QuotaExceededError' && inner?.name !== 'QuotaExceededError') throw error;
      const problem: Failure = { code: 'disk-full', args: [DISK_NAME] };
      await changeHarvest(this.#database, (state) => ({ ...state, paused: true, problem }));
      this.#tools.onChange?.();
      return 'idle';
    }
  }

  /** Steps until there is nothing to do, or until `mostWait` milliseconds would pass without any. Answers when to go on;
   *  null where nothing is left. */
  async run(signal: AbortSignal, mostWait: number): Promise<number | null> {
    for (;;) {
      signal.throwIfAborted();
      const step = await this.#stepOrPause();
      if (step === 'idle') return null;
      if (step === 'worked') continue;
      if (step.wait - this.#tools.now() > mostWait) return step.wait;
      await this.#tools.sleep(Math.max(0, step.wait - this.#tools.now()));
    }
  }
}
