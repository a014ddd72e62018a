// What pages said of papers, for as long as the browser runs: a card is asked for after its page was read, by a worker
// that may have slept in between. Nothing of it is written to disk; what the reader saves goes to the library.
import * as z from 'zod/mini';
import { PageFact } from '../../paper/page-fact.ts';
import { sourceIdOf } from '../../paper/expand.ts';
import type { RecordCode } from '../../paper/record.ts';
import { paperKeys } from '../../paper/keys.ts';
import { codeAddressKey } from '../../paper/code-address.ts';
import { MemorySource } from '../../catalog/sources/memory-source.ts';
import { factsOfRecord } from '../../paper/paper-facts.ts';
import { isAnother } from '../../paper/same-paper.ts';
import { CodeWhy, PaperId } from '../../paper/schema.ts';

/** A page's word, and the ids by which packs know the same paper. */
export const PagePaper = z.object({
  fact: PageFact,
  also: z.array(PaperId),
  /** The address of the page that is about it; null for a row of a list. */
  own: z.nullable(z.string()),
});
export type PagePaper = z.infer<typeof PagePaper>;

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
const mostCharacters = 4_000_000;
/** Beyond the limit this much is left: a caller that drops has to read all, which is not to happen on each message. */
const leftCharacters = 3_000_000;
/** Papers that one word leads to; the newest. A page may claim one address for each of its rows. */
const mostOfWord = 8;
/** An address without its fragment: the same page. */
const pageOf = (url: string): string => url.replace(/#.*$/s, '');

const Kept = z.object({ at: z.number(), paper: PagePaper });
type Kept = z.infer<typeof Kept>;
const Ids = z.array(z.string());

const sizeOf = (kept: Kept | undefined): number => (kept === undefined ? 0 : JSON.stringify(kept).length);

/** What a paper is found by besides its record's id: other ids, its page, its PDF. */
function wordsOf({ fact: { record, pdf }, also, own }: PagePaper): Set<string> {
  const words = new Set([...paperKeys(record), ...also]);
  words.delete(record.id);
  if (own !== null) words.add(own);
  if (pdf !== null) words.add(pageOf(pdf));
  return words;
}

/**
 * Each paper is stored under its id; under each word that papers are found by, their ids are stored. So a worker that
 * was stopped reads what it is asked for and not the thousands of rows that were reported in a day.
 */
export class PagePapers {
  readonly #store: SessionStore;
  readonly #shelf: string;
  /** One change after the other; questions wait for those before them. */
  #turn: Promise<void> = Promise.resolve();

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

  #keptIn(values: Record<string, unknown>, id: string): Kept | undefined {
    const value = values[this.#paperKey(id)];
    return value === undefined ? undefined : Kept.safeParse(value).data;
  }

  #idsIn(values: Record<string, unknown>, word: string): string[] {
    const value = values[this.#wordKey(word)];
    return value === undefined ? [] : (Ids.safeParse(value).data ?? []);
  }

  /** Keeps what a page said; what was said of the same paper before is replaced, its code links are kept. */
  remember(papers: readonly PagePaper[]): Promise<void> {
    if (papers.length === 0) return Promise.resolve();
    return this.#inTurn(() => this.#remember(papers));
  }

  #inTurn(change: () => Promise<void>): Promise<void> {
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
      ...papers.flatMap((paper) => [...wordsOf(paper)].map((word) => this.#wordKey(word))),
    ]);
    // A page is about one paper: a paper that was taken for it before is not.
    const owners = papers.flatMap(({ own }) => (own === null ? [] : this.#idsIn(values, own)));
    Object.assign(values, await this.#get(owners.map((id) => this.#paperKey(id))));
    const before = new Map<string, Kept>();
    for (const id of [...owners, ...papers.map(({ fact }) => fact.record.id)]) {
      const kept = this.#keptIn(values, id);
      if (kept !== undefined) before.set(id, kept);
    }
    const after = this.#changed(before, papers);
    if (after.size === 0) return;

    const words = new Map([...after].map(([id, { paper }]) => [id, changeOfWords(before.get(id)?.paper, paper)]));
    const unread = [...words.values()].flatMap(({ gone }) => [...gone]).map((word) => this.#wordKey(word));
    Object.assign(values, await this.#get(unread.filter((key) => !(key in values))));
    const lists = new Map<string, readonly string[]>();
    for (const [id, { come, gone }] of words)
      for (const word of [...come, ...gone]) {
        const others = (lists.get(word) ?? this.#idsIn(values, word)).filter((other) => other !== id);
        lists.set(word, come.has(word) ? [id, ...others].slice(0, mostOfWord) : others);
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
    if (size > mostCharacters) await this.#dropOldest();
  }

  /** What is to be written when `papers` come to those of `before`. */
  #changed(before: ReadonlyMap<string, Kept>, papers: readonly PagePaper[]): Map<string, Kept> {
    const at = Date.now();
    const now = new Map([...before].map(([id, { paper }]) => [id, paper]));
    for (const paper of papers) {
      const { id } = paper.fact.record;
      const earlier = now.get(id);
      now.set(id, earlier === undefined || contradicts(earlier, paper) ? paper : renewed(earlier, paper));
      if (paper.own === null) continue;
      for (const [other, kept] of now)
        if (other !== id && kept.own === paper.own) now.set(other, { ...kept, own: null });
    }
    return new Map(
      [...now].flatMap(([id, paper]) => {
        const earlier = before.get(id)?.paper;
        return earlier !== undefined && JSON.stringify(earlier) === JSON.stringify(paper) ? [] : [[id, { at, paper }]];
      }),
    );
  }

  /** Reads all that is held, and drops the oldest and what can't be read. */
  async #dropOldest(): Promise<void> {
    const held = await this.#store.get(null);
    const prefix = this.#paperKey('');
    const papers = Object.keys(held).flatMap((key) => {
      const kept = key.startsWith(prefix) ? this.#keptIn(held, key.slice(prefix.length)) : undefined;
      return kept === undefined ? [] : [{ id: key.slice(prefix.length), at: kept.at, size: sizeOf(kept) }];
    });
    papers.sort((one, other) => one.at - other.at);
    let size = papers.reduce((sum, one) => sum + one.size, 0);
    const left = new Set(papers.map(({ id }) => id));
    for (const one of papers) {
      if (size <= leftCharacters) break;
      left.delete(one.id);
      size -= one.size;
    }
    const wordPrefix = this.#wordKey('');
    const gone = Object.keys(held).filter((key) =>
      key.startsWith(prefix)
        ? !left.has(key.slice(prefix.length))
        : key.startsWith(wordPrefix) && !this.#idsIn(held, key.slice(wordPrefix.length)).some((id) => left.has(id)),
    );
    await this.#store.remove(gone);
    await this.#store.set({ [this.#sizeKey]: size });
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
    return [...new Set([...words, ...led])].flatMap((id) => {
      const paper = this.#keptIn(values, id)?.paper;
      return paper !== undefined && (wanted.has(id) || [...wordsOf(paper)].some((word) => wanted.has(word)))
        ? [paper]
        : [];
    });
  }

  /** What pages said of the papers of those ids, whichever of its ids it is asked by. */
  ofIds(ids: readonly string[]): Promise<PagePaper[]> {
    return this.#of(ids);
  }

  /** What pages at one of those addresses said that they are about, or pages that have one of them as their PDF. */
  ofPlaces(urls: readonly string[]): Promise<PagePaper[]> {
    return this.#of(urls.map(pageOf));
  }

  /** The paper that the page at an address said it is about. */
  async ownOf(url: string): Promise<PagePaper | null> {
    const page = pageOf(url);
    return (await this.#of([page])).find(({ own }) => own === page) ?? null;
  }
}

/** Words that a paper is found by now and was not, and the other way around. */
function changeOfWords(before: PagePaper | undefined, now: PagePaper): { come: Set<string>; gone: Set<string> } {
  const old = before === undefined ? new Set<string>() : wordsOf(before);
  const come = wordsOf(now);
  const gone = new Set([...old].filter((word) => !come.has(word)));
  for (const word of old) come.delete(word);
  return { come, gone };
}

const mostCode = 20;
const rankOf = ({ why = 'text' }: RecordCode): number => CodeWhy.options.indexOf(why);

/** One of two pages has its identifier by mistake: their facts don't mix, the later one counts. */
const contradicts = ({ fact: { record } }: PagePaper, now: PagePaper): boolean =>
  isAnother(factsOfRecord(now.fact.record), factsOfRecord(record));

/** A listing says less than the paper's own page: what only the earlier one says stays. */
function renewed(before: PagePaper, now: PagePaper): PagePaper {
  const [full, short] = before.own !== null && now.own === null ? [before, now] : [now, before];
  const code = [...(full.fact.record.code ?? [])];
  for (const link of short.fact.record.code ?? [])
    if (!code.some(({ url }) => codeAddressKey(url) === codeAddressKey(link.url))) code.push(link);
  const record = {
    ...short.fact.record,
    ...full.fact.record,
    ...(code.length === 0 ? {} : { code: code.toSorted((a, b) => rankOf(a) - rankOf(b)).slice(0, mostCode) }),
  };
  return {
    fact: {
      ...full.fact,
      record,
      abstract: full.fact.abstract ?? short.fact.abstract,
      pdf: full.fact.pdf ?? short.fact.pdf,
    },
    also: [...new Set([...full.also, ...short.also])].slice(0, 8),
    own: full.own ?? short.own,
  };
}

export const ownAddress = pageOf;

/** What pages said as sources, one a site, so that it is looked up, joined and named like what packs say. */
export function pageSources(papers: readonly PagePaper[]): MemorySource[] {
  const bySite = new Map<string, PagePaper[]>();
  for (const paper of papers) bySite.set(paper.fact.site, [...(bySite.get(paper.fact.site) ?? []), paper]);
  return [...bySite].map(([name, said]) => {
    const id = sourceIdOf(`page ${name}`);
    return new MemorySource(
      { id, name, sources: [{ id, name, what: name, kind: 'document' }] },
      said.map(({ fact }) => fact.record),
    );
  });
}
