// Search over the catalog, the reading list, this page and what other pages said.
import type { CatalogSearch, SearchIn } from '../../catalog/search/catalog-search.ts';
import type { Lookup, MergedPaper } from '../../catalog/lookup.ts';
import type { Entry } from '../../library/schema.ts';
import type { Answer } from '../../messages/contract.ts';
import type { Handlers } from '../../messages/server.ts';
import { workRow } from '../../views/work-row.ts';
import { decisionsOf, papersByReader, withOwn } from '../decisions.ts';
import { onDemand } from '../on-demand/load.ts';
import { searchOf } from '../on-demand/search.ts';
import {
  catalogOf,
  entriesForDisplay,
  isPrivate,
  lookupWith,
  lookupWithPages,
  storesIn,
  type Stores,
} from '../stores.ts';

type Found = Answer<'catalog.search'>;

/** Maximum words of a query that found nothing each of which is left out once. */
const MAX_LEFT_OUT = 5;

export function searchHandlers(stores: Stores): Pick<Handlers, 'catalog.search'> {
  const papersOfPage = pagePapers();
  return {
    'catalog.search': async ({ query, page, limits }, context): Promise<Found> => {
      const seen = storesIn(stores, await isPrivate(context));
      const [{ lookup, packs }, wider] = await Promise.all([catalogOf(seen), lookupWithPages(seen)]);
      const [search, { personRow }] = await Promise.all([searchOf(lookup), onDemand()]);
      const decisions = await decisionsOf(stores);
      const within = { lookup: wider, page: await papersOfPage(seen, wider, page), decisions };
      const [found, people] = await Promise.all([
        search.papers(query, limits.papers, within),
        search.people(query, limits.people, within),
      ]);
      const entries = await entriesOfIds(seen, [...found.page.map(({ ids }) => ids), ...found.others]);
      const own = await papersByReader(stores);
      const isListed = (ids: readonly string[]): boolean => entries.has(ids[0] ?? '');
      const listed = found.others.filter(isListed);
      const others = found.others.filter((ids) => !isListed(ids));
      const rows = async (some: readonly (readonly string[])[], limit: number): Promise<Found['papers']['rows']> => {
        const ids = some.slice(0, limit).flatMap(([id]) => id ?? []);
        const papers = await wider.papers(ids, false);
        return withOwn(
          [...new Set(ids.flatMap((id) => papers.get(id) ?? []))].map((one) => rowOf(one, entries)),
          own,
        );
      };
      const isEmpty = found.page.length + found.others.length + people.people.length === 0;
      return {
        page: {
          rows: withOwn(
            found.page.slice(0, limits.page).map((one) => rowOf(one, entries)),
            own,
          ),
          total: found.page.length,
          isExact: true,
        },
        list: { rows: await rows(listed, limits.list), total: listed.length, isExact: true },
        papers: {
          rows: await rows(others, limits.papers),
          total: Math.max(0, found.total.count - listed.length),
          isExact: found.total.isExact,
        },
        people: { rows: people.people.map(personRow), total: people.total.count, isExact: people.total.isExact },
        spelling: found.spelling,
        searched: { page: page.length, papers: packs.reduce((sum, { info }) => sum + (info.sizes.papers ?? 0), 0) },
        instead: isEmpty ? await withLess(search, query, within) : [],
      };
    },
  };
}

const rowOf = ({ paper, ids }: MergedPaper, entries: ReadonlyMap<string, Entry>): Found['papers']['rows'][number] =>
  workRow(paper, [paper.id, ...ids].map((id) => entries.get(id)).find((one) => one !== undefined)?.status ?? null);

/** The reader's entries of papers by their first ids; one may be saved under any of them. */
async function entriesOfIds(stores: Stores, papers: readonly (readonly string[])[]): Promise<Map<string, Entry>> {
  const entries = await entriesForDisplay(stores, [...new Set(papers.flat())]);
  return new Map(
    papers.flatMap((ids) => {
      const entry = ids.map((id) => entries.get(id)).find((one) => one !== undefined);
      return entry === undefined ? [] : [[ids[0] ?? '', entry] as const];
    }),
  );
}

/** The query without each of its words once, where that finds papers. */
async function withLess(search: CatalogSearch, query: string, within: SearchIn): Promise<Found['instead']> {
  const words = query.split(/\s+/u).filter((word) => word !== '');
  if (words.length < 2 || words.length > MAX_LEFT_OUT) return [];
  const shorter = words.map((_, left) => words.filter((__, at) => at !== left).join(' '));
  const found = await Promise.all(shorter.map(async (less) => [less, await search.papers(less, 1, within)] as const));
  return found.flatMap(([less, { page, others, total, spelling }]) => {
    const count = page.length + Math.max(total.count, others.length);
    return count === 0 ? [] : [{ query: spelling ?? less, total: count, isExact: total.isExact }];
  });
}

/** The page's papers, kept while one types. */
function pagePapers(): (stores: Stores, wider: Lookup, page: readonly string[]) => Promise<MergedPaper[]> {
  const kept = new WeakMap<Lookup, { page: string; papers: Promise<MergedPaper[]> }>();
  return (stores, wider, page) => {
    const ids = page.join(' ');
    const before = kept.get(wider);
    if (before?.page === ids) return before.papers;
    const papers = papersOf(stores, page);
    kept.set(wider, { page: ids, papers });
    papers.catch(() => kept.delete(wider));
    return papers;
  };
}

async function papersOf(stores: Stores, page: readonly string[]): Promise<MergedPaper[]> {
  if (page.length === 0) return [];
  const { lookup } = await lookupWith(stores, page);
  return [...new Set((await lookup.papers(page)).values())];
}
