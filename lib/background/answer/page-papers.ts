// What pages said of papers, site by site, for as long as the browser runs: a card is asked for after its page was read, by a worker
// that may have slept in between. Nothing of it is written to disk; what the reader saves goes to the library.
import * as z from 'zod/mini';
import { changed, changeOfWords, sizeOf } from './merge-page-papers.ts';
import { KeptWord, pageAddressOf, wordsOfPage, type PagePaper } from './page-paper.ts';

/** `storage.session`, or a substitute. */
export interface SessionStore {
  /** What is held under these keys; null: all that is held. */
  get: (keys: string[] | null) => Promise<Record<string, unknown>>;
  set: (values: Record<string, unknown>) => Promise<void>;
  remove: (keys: string[]) => Promise<void>;
}

/**
 * The rows of the longest pages, with a browser's whole `storage.session` (10 MB) far off; the oldest go first. Counted
 * in characters of JSON, since a row of names is a tenth of a page with its abstract.
 */
const MAX_KEPT = 4_000_000;
/** Beyond the limit this much is left: a caller that drops has to read all, which is not to happen on each message. */
const KEPT_AFTER_DROP = 3_000_000;
/** Maximum papers that one word leads to; the newest. A page may claim one address for each of its rows. */
const MAX_OF_WORD = 8;
const Ids = z.array(z.string());

/**
 * What each site said of a paper is stored under the paper's id, in the order in which they spoke first; under each word that papers are found by, their ids are stored. So a worker that
 * was stopped reads what it is asked for and not the thousands of rows that were reported in a day.
 */
export class PagePapers {
  readonly #store: SessionStore;
  readonly #shelf: string;
  /** One change after the other; questions wait for those before them. */
  #turn: Promise<void> = Promise.resolve();
  /** What `all` answers, until a page says more. */
  #all: Promise<readonly PagePaper[]> | null = null;

  /** @param shelf what is kept under one name is never told under another */
  constructor(store: SessionStore, shelf = 'page-paper') {
    this.#store = store;
    this.#shelf = shelf;
  }

  #paperKey(id: string): string {
    return `${this.#shelf} ${id}`;
  }

  #wordKey(word: string): string {
    return `${this.#shelf}-of ${word}`;
  }

  get #sizeKey(): string {
    return `${this.#shelf}-size`;
  }

  async #get(keys: readonly string[]): Promise<Record<string, unknown>> {
    if (keys.length === 0) return {};
    try {
      return await this.#store.get([...new Set(keys)]);
    } catch (error) {
      // Pages tell again what they are about when they are read again.
      console.warn('Byline: what pages said could not be read', error);
      return {};
    }
  }

  /** What does not parse was never said. */
  #keptIn(values: Record<string, unknown>, id: string): KeptWord[] {
    const value = values[this.#paperKey(id)];
    return Array.isArray(value) ? value.flatMap((one) => KeptWord.safeParse(one).data ?? []) : [];
  }

  #idsIn(values: Record<string, unknown>, word: string): string[] {
    const value = values[this.#wordKey(word)];
    return value === undefined ? [] : (Ids.safeParse(value).data ?? []);
  }

  /** Keeps what a page said; what its site said of the same paper before is replaced, its code links are kept. */
  remember(papers: readonly PagePaper[]): Promise<void> {
    if (papers.length === 0) return Promise.resolve();
    return this.#inTurn(() => this.#remember(papers));
  }

  #inTurn(change: () => Promise<void>): Promise<void> {
    this.#all = null;
    this.#turn = this.#turn.then(change).catch((error: unknown) => {
      // The page's card then says that the paper is gone.
      console.warn('Byline: what a page said could not be kept', error);
    });
    return this.#turn;
  }

  async #remember(papers: readonly PagePaper[]): Promise<void> {
    const values = await this.#get([
      this.#sizeKey,
      ...papers.map(({ fact }) => this.#paperKey(fact.record.id)),
      ...papers.flatMap((paper) => [...wordsOfPage(paper)].map((word) => this.#wordKey(word))),
    ]);
    // A page is about one paper: a paper that was taken for it before is not.
    const owners = papers.flatMap(({ role, page }) => (role === 'about' ? this.#idsIn(values, page) : []));
    Object.assign(values, await this.#get(owners.map((id) => this.#paperKey(id))));
    const before = new Map<string, KeptWord[]>();
    for (const id of [...owners, ...papers.map(({ fact }) => fact.record.id)]) {
      const kept = this.#keptIn(values, id);
      if (kept.length > 0) before.set(id, kept);
    }
    const after = changed(before, papers);
    if (after.size === 0) return;

    const words = new Map([...after].map(([id, kept]) => [id, changeOfWords(before.get(id) ?? [], kept)]));
    const unread = [...words.values()].flatMap(({ gone }) => [...gone]).map((word) => this.#wordKey(word));
    Object.assign(values, await this.#get(unread.filter((key) => !(key in values))));
    const lists = new Map<string, readonly string[]>();
    for (const [id, { come, gone }] of words)
      for (const word of [...come, ...gone]) {
        const others = (lists.get(word) ?? this.#idsIn(values, word)).filter((other) => other !== id);
        lists.set(word, come.has(word) ? [id, ...others].slice(0, MAX_OF_WORD) : others);
      }
    let size = z.number().safeParse(values[this.#sizeKey]).data ?? 0;
    for (const [id, kept] of after) size += sizeOf(kept) - sizeOf(before.get(id));
    const changes = {
      ...Object.fromEntries([...after].map(([id, kept]) => [this.#paperKey(id), kept])),
      ...Object.fromEntries([...lists].map(([word, ids]) => [this.#wordKey(word), ids])),
      [this.#sizeKey]: size,
    };
    await this.#store.set(changes).catch(async () => {
      // Full, most likely.
      await this.#dropOldest();
      await this.#store.set(changes);
    });
    if (size > MAX_KEPT) await this.#dropOldest();
  }

  /** Reads all that is held, and drops the oldest and what can't be read; first of a site that holds more than half. */
  async #dropOldest(): Promise<void> {
    const held = await this.#store.get(null);
    const prefix = this.#paperKey('');
    const all = Object.keys(held).flatMap((key) => {
      if (!key.startsWith(prefix)) return [];
      const id = key.slice(prefix.length);
      return this.#keptIn(held, id).map((kept) => ({ id, kept, site: kept.paper.fact.site, size: sizeOf(kept) }));
    });
    const ofSite = new Map<string, number>();
    for (const { site, size } of all) ofSite.set(site, (ofSite.get(site) ?? 0) + size);
    let size = all.reduce((sum, one) => sum + one.size, 0);
    const isMost = ({ site }: { site: string }): boolean => 2 * (ofSite.get(site) ?? 0) > size;
    const first = new Set(all.filter(isMost));
    const left = new Set(all);
    for (const one of all.toSorted((a, b) => Number(first.has(b)) - Number(first.has(a)) || a.kept.at - b.kept.at)) {
      if (size <= KEPT_AFTER_DROP) break;
      left.delete(one);
      size -= one.size;
    }
    const rows = new Map<string, KeptWord[]>();
    for (const { id, kept } of left) rows.set(id, [...(rows.get(id) ?? []), kept]);
    const wordPrefix = this.#wordKey('');
    const gone = Object.keys(held).filter((key) =>
      key.startsWith(prefix)
        ? !rows.has(key.slice(prefix.length))
        : key.startsWith(wordPrefix) && !this.#idsIn(held, key.slice(wordPrefix.length)).some((id) => rows.has(id)),
    );
    await this.#store.remove(gone);
    const cut = [...rows].filter(([id, kept]) => this.#keptIn(held, id).length !== kept.length);
    await this.#store.set({
      ...Object.fromEntries(cut.map(([id, kept]) => [this.#paperKey(id), kept])),
      [this.#sizeKey]: size,
    });
  }

  /** As if no page had said anything. */
  forget(): Promise<void> {
    return this.#inTurn(async () => {
      const ours = [this.#paperKey(''), this.#wordKey(''), this.#sizeKey];
      const gone = Object.keys(await this.#store.get(null)).filter((key) =>
        ours.some((start) => key.startsWith(start)),
      );
      if (gone.length > 0) await this.#store.remove(gone);
    });
  }

  /** Papers that are found by one of those words. */
  async #of(words: readonly string[]): Promise<PagePaper[]> {
    await this.#turn;
    const values = await this.#get(words.flatMap((word) => [this.#paperKey(word), this.#wordKey(word)]));
    const led = words.flatMap((word) => this.#idsIn(values, word));
    Object.assign(values, await this.#get(led.map((id) => this.#paperKey(id))));
    const wanted = new Set(words);
    return [...new Set([...words, ...led])].flatMap((id) =>
      this.#keptIn(values, id)
        .map(({ paper }) => paper)
        .filter((paper) => wanted.has(id) || [...wordsOfPage(paper)].some((word) => wanted.has(word))),
    );
  }

  /** All that pages said; the same list until one says more. */
  all(): Promise<readonly PagePaper[]> {
    this.#all ??= this.#turn.then(async () => {
      const held = await this.#store.get(null).catch((): Record<string, unknown> => ({}));
      const prefix = this.#paperKey('');
      return Object.keys(held).flatMap((key) =>
        key.startsWith(prefix) ? this.#keptIn(held, key.slice(prefix.length)).map(({ paper }) => paper) : [],
      );
    });
    return this.#all;
  }

  /** All that pages said, what came last first. */
  async newest(): Promise<PagePaper[]> {
    await this.#turn;
    const held = await this.#store.get(null).catch((): Record<string, unknown> => ({}));
    const prefix = this.#paperKey('');
    return Object.keys(held)
      .flatMap((key) => (key.startsWith(prefix) ? this.#keptIn(held, key.slice(prefix.length)) : []))
      .toSorted((one, other) => other.at - one.at)
      .map(({ paper }) => paper);
  }

  /** What pages said of the papers of those ids, whichever of its ids it is asked by; of each paper in the order in which
   *  the sites spoke first. */
  ofIds(ids: readonly string[]): Promise<PagePaper[]> {
    return this.#of(ids);
  }

  /** What pages at one of those addresses said that they are about, or pages that have one of them as their PDF. */
  ofPlaces(urls: readonly string[]): Promise<PagePaper[]> {
    return this.#of(urls.map(pageAddressOf));
  }

  /** The paper that the page at an address said it is about. */
  async ownOf(url: string): Promise<PagePaper | null> {
    const page = pageAddressOf(url);
    return (await this.#of([page])).find((paper) => paper.role === 'about' && paper.page === page) ?? null;
  }
}
