// What pages said of papers, for as long as the browser runs: a card is asked for after its page was read, by a worker
// that may have slept in between. Nothing of it is written to disk; what the reader saves goes to the library.
import * as z from 'zod/mini';
import { PageFact } from '../facts/fact.ts';
import { buildPack, memoryShelf } from '../packs/build.ts';
import { sourceIdOf } from '../packs/expand.ts';
import type { RecordCode } from '../packs/record.ts';
import { idKeys } from '../packs/record-id.ts';
import { codeAddress } from './join.ts';
import { PackReader } from './pack-reader.ts';
import { isAnother } from './same-work.ts';
import { CodeWhy, PaperId } from './schema.ts';

/** A page's word, and the ids by which packs know the same paper. */
export const PagePaper = z.object({
  fact: PageFact,
  also: z.array(PaperId),
  /** The address of the page that is about it; null for a row of a list. */
  own: z.nullable(z.string()),
});
export type PagePaper = z.infer<typeof PagePaper>;

/** `storage.session`, or a stand-in. */
export interface SessionStore {
  get: (key: null) => Promise<Record<string, unknown>>;
  set: (values: Record<string, unknown>) => Promise<void>;
  remove: (keys: string[]) => Promise<void>;
}

/**
 * The rows of the longest pages, with a browser's whole `storage.session` (10 MB) far off; the oldest go first. Counted
 * in characters of JSON, since a row of names is a tenth of a page with its abstract.
 */
const mostCharacters = 4_000_000;
/** An address without its fragment: the same page. */
const pageOf = (url: string): string => url.replace(/#.*$/s, '');

export class PagePapers {
  readonly #store: SessionStore;
  readonly #prefix: string;
  /** Characters of each, and of all together. */
  readonly #sizes = new Map<string, number>();
  #characters = 0;
  #papers: Promise<Map<string, PagePaper>> | null = null;

  /** @param shelf what is kept under one name is never told under another */
  constructor(store: SessionStore, shelf = 'page-paper') {
    this.#store = store;
    this.#prefix = `${shelf} `;
  }

  #keyOf(id: string): string {
    return this.#prefix + id;
  }

  async #read(): Promise<Map<string, PagePaper>> {
    this.#papers ??= this.#load();
    return this.#papers;
  }

  async #load(): Promise<Map<string, PagePaper>> {
    const kept = new Map<string, PagePaper>();
    try {
      for (const [key, value] of Object.entries(await this.#store.get(null))) {
        if (!key.startsWith(this.#prefix)) continue;
        const parsed = PagePaper.safeParse(value);
        if (parsed.success) this.#keep(kept, key.slice(this.#prefix.length), parsed.data);
      }
    } catch (error) {
      // Pages tell again what they are about when they are read again.
      console.warn('Byline: what pages said could not be read', error);
    }
    return kept;
  }

  #keep(kept: Map<string, PagePaper>, id: string, paper: PagePaper): void {
    this.#drop(kept, id);
    kept.set(id, paper);
    const size = JSON.stringify(paper).length;
    this.#sizes.set(id, size);
    this.#characters += size;
  }

  #drop(kept: Map<string, PagePaper>, id: string): void {
    this.#characters -= this.#sizes.get(id) ?? 0;
    this.#sizes.delete(id);
    kept.delete(id);
  }

  /** Keeps what a page said; what was said of the same paper before is replaced, its code links are kept. */
  async remember(papers: readonly PagePaper[]): Promise<void> {
    if (papers.length === 0) return;
    const kept = await this.#read();
    const changed: Record<string, PagePaper> = {};
    for (const paper of papers) {
      const { id } = paper.fact.record;
      const before = kept.get(id);
      const next = before === undefined || contradicts(before, paper) ? paper : renewed(before, paper);
      if (before !== undefined && JSON.stringify(before) === JSON.stringify(next)) continue;
      this.#keep(kept, id, next);
      changed[this.#keyOf(id)] = next;
      if (paper.own === null) continue;
      // A page is about one paper: whoever was taken for it before is not.
      for (const [other, earlier] of kept)
        if (other !== id && earlier.own === paper.own) {
          const corrected = { ...earlier, own: null };
          kept.set(other, corrected);
          changed[this.#keyOf(other)] = corrected;
        }
    }
    const gone: string[] = [];
    for (const id of kept.keys()) {
      if (this.#characters <= mostCharacters || kept.size === 1) break;
      this.#drop(kept, id);
      gone.push(this.#keyOf(id));
      Reflect.deleteProperty(changed, this.#keyOf(id));
    }
    try {
      if (Object.keys(changed).length > 0) await this.#store.set(changed);
      if (gone.length > 0) await this.#store.remove(gone);
    } catch (error) {
      // The worker still has it; after a stop the page's card says that the paper is gone.
      console.warn('Byline: what a page said could not be kept', error);
    }
  }

  /** As if no page had said anything. */
  async forget(): Promise<void> {
    const gone = [...(await this.#read()).keys()].map((id) => this.#keyOf(id));
    this.#papers = Promise.resolve(new Map());
    this.#sizes.clear();
    this.#characters = 0;
    if (gone.length > 0) await this.#store.remove(gone);
  }

  /** What pages said of the papers of those ids, whichever of its ids it is asked by. */
  async ofIds(ids: readonly string[]): Promise<PagePaper[]> {
    const kept = await this.#read();
    if (kept.size === 0) return [];
    const wanted = new Set(ids);
    return [...kept.values()].filter(
      ({ fact, also }) => idKeys(fact.record).some((id) => wanted.has(id)) || also.some((id) => wanted.has(id)),
    );
  }

  /** What pages at one of those addresses said that they are about, or pages that have one of them as their PDF. */
  async ofPlaces(urls: readonly string[]): Promise<PagePaper[]> {
    const wanted = new Set(urls.map(pageOf));
    return [...(await this.#read()).values()].filter(
      ({ own, fact }) => (own !== null && wanted.has(own)) || (fact.pdf !== null && wanted.has(pageOf(fact.pdf))),
    );
  }

  /** The paper that the page at an address said it is about. */
  async ownOf(url: string): Promise<PagePaper | null> {
    const page = pageOf(url);
    for (const paper of (await this.#read()).values()) if (paper.own === page) return paper;
    return null;
  }
}

const mostCode = 20;
const rankOf = ({ why = 'text' }: RecordCode): number => CodeWhy.options.indexOf(why);

/** One of two pages has its identifier by mistake: their facts don't mix, the later one counts. */
const contradicts = ({ fact: { record } }: PagePaper, now: PagePaper): boolean =>
  isAnother(now.fact.record, { titles: [record.title], authors: record.authors ?? [] });

/** A listing says less than the paper's own page: what only the earlier one says stays. */
function renewed(before: PagePaper, now: PagePaper): PagePaper {
  const [full, short] = before.own !== null && now.own === null ? [before, now] : [now, before];
  const code = [...(full.fact.record.code ?? [])];
  for (const link of short.fact.record.code ?? [])
    if (!code.some(({ url }) => codeAddress(url) === codeAddress(link.url))) code.push(link);
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

/** What pages said as packs in memory, one a site, so that it is looked up, joined and named like any pack. */
export async function pagePacks(papers: readonly PagePaper[]): Promise<PackReader[]> {
  const bySite = new Map<string, PagePaper[]>();
  for (const paper of papers) bySite.set(paper.fact.site, [...(bySite.get(paper.fact.site) ?? []), paper]);
  return Promise.all(
    [...bySite].map(async ([site, said]) => {
      const id = sourceIdOf(`page ${site}`);
      const facts = {
        id,
        name: site,
        version: '',
        licence: '',
        attribution: '',
        madeFrom: site,
        madeOn: '',
        sources: [{ id, name: site, what: site, kind: 'document' as const }],
      };
      const built = await buildPack(
        facts,
        said.map(({ fact }) => fact.record),
      );
      return PackReader.open({ facts, sizes: built.sizes, shelf: memoryShelf(built) });
    }),
  );
}
