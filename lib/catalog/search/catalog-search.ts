// Search over all sources. Curated papers are searched by all that is said of them, the others by the words of titles
// and names, venue and year; exact matches are never mixed with fuzzy ones.
import type { Decision } from '../../identity/decisions.ts';
import type { PaperRef } from '../../match/title-lookup.ts';
import { arxivKey, doiKey, paperKeys } from '../../paper/keys.ts';
import { factsOfPaper } from '../../paper/paper-facts.ts';
import { groupPapers } from '../../paper/same-paper.ts';
import type { Paper } from '../../paper/schema.ts';
import { withAcronyms } from '../../paper/venue-words.ts';
import { glanceKey, type Lookup, type MergedPaper } from '../lookup.ts';
import { curatedOf, matchCurated, typedIdentifier, type Curated } from './curated-search.ts';
import type { Count } from './count.ts';
import { byMatch, matchOf, matchUnread, queryOf, type Match, type Query } from './match.ts';
import { bestWord, termsOf, withoutOthers, wordsOf } from './terms.ts';
import { findPeople, type PeopleFound } from './people-search.ts';
import { hasOneOf, hasWords, MAX_RANKED, searchSource, TIER, type SourceHits, type Within } from './word-search.ts';

export interface SearchIn {
  /** The catalog's sources, and others beside them: what pages said. */
  lookup?: Lookup;
  /** The papers of the page that the reader looks at; they are told apart from all others. */
  page?: readonly MergedPaper[];
  /** What the reader said of who is who. */
  decisions?: readonly Decision[];
}

export interface PapersFound {
  /** Papers of the page, best first. */
  page: readonly MergedPaper[];
  /** All others that were read, best first: the ids of each, the one that it is shown by first. */
  others: readonly (readonly string[])[];
  /** How many others there are. */
  total: Count;
  /** What was looked for where nothing is spelt as typed; else null. */
  spelling: string | null;
}

interface Hit extends Match {
  paper: Paper;
  /** Null for a paper of the page. */
  source: number | null;
  ids: readonly string[];
}

/** What one pass over the sources found. */
interface Pass {
  hits: Hit[];
  sources: Map<number, SourceHits>;
}

const nothing: PapersFound = { page: [], others: [], total: { count: 0, isExact: true }, spelling: null };

export class CatalogSearch {
  readonly #lookup: Lookup;
  #curated: Promise<readonly Curated[]> | null = null;

  constructor(lookup: Lookup) {
    this.#lookup = lookup;
  }

  #curatedPapers(): Promise<readonly Curated[]> {
    this.#curated ??= Promise.all([this.#lookup.curated(), this.#lookup.people()]).then(
      ([papers, book]) => curatedOf(papers, new Map([...book.all()].map(({ person }) => [person.id, person] as const))),
      (error: unknown) => {
        this.#curated = null;
        throw error;
      },
    );
    return this.#curated;
  }

  /** Papers, best first, `limit` of them if there are; shown by `Lookup.papers` of their first ids. */
  async papers(asked: string, limit: number, within: SearchIn = {}): Promise<PapersFound> {
    const identifier = typedIdentifier(asked);
    if (identifier !== null)
      return this.#identified('arxiv' in identifier ? arxivKey(identifier.arxiv) : doiKey(identifier.doi), within);
    const found = await this.#papers(asked, limit, within);
    const acronyms = withAcronyms(asked);
    const isEmpty = found.spelling !== null || found.page.length + found.others.length === 0;
    if (!isEmpty || acronyms === asked) return found;
    const other = await this.#papers(acronyms, limit, within);
    return other.page.length + other.others.length === 0 ? found : other;
  }

  async #identified(key: string, { lookup = this.#lookup, page = [] }: SearchIn): Promise<PapersFound> {
    const [one] = (await lookup.papers([key])).values();
    if (one === undefined) return nothing;
    const here = page.filter(({ ids }) => ids.some((id) => one.ids.includes(id)));
    if (here.length > 0) return { ...nothing, page: here };
    return { ...nothing, others: [[one.paper.id, ...one.ids]], total: { count: 1, isExact: true } };
  }

  async #papers(asked: string, limit: number, { lookup = this.#lookup, page = [] }: SearchIn): Promise<PapersFound> {
    const typed = withoutOthers(asked);
    const query = queryOf(typed, termsOf(typed));
    if (query.terms.length === 0) return nothing;
    const how = { within: 'all', limit } as const;
    let pass = await this.#pass(lookup, query, { ...how, forgiving: false }, page);
    if (pass.hits.length === 0) pass = await this.#pass(lookup, query, { ...how, forgiving: true }, page);
    const hits = pass.hits.toSorted(byMatch);
    const groups = groupPapers(hits);
    const pageOf = new Map(page.flatMap((one) => one.ids.map((id) => [id, one] as const)));
    const onPage = (group: readonly Hit[]): MergedPaper | undefined =>
      group.flatMap(({ ids }) => ids).flatMap((id) => pageOf.get(id) ?? [])[0];
    const here = groups.flatMap((group) => onPage(group) ?? []);
    const others = groups.filter((group) => onPage(group) === undefined);
    const all = await countOf(lookup, groups, pass.sources);
    const isSpelt = hits.every(({ tier }) => tier !== TIER.near);
    return {
      page: [...new Set(here)],
      others: others.map((group) => [...new Set(group.flatMap(({ paper, ids }) => [paper.id, ...ids]))]),
      total: { ...all, count: all.count - (groups.length - others.length) },
      spelling: isSpelt ? null : spellingOf(hits[0], query),
    };
  }

  /** Papers of the page, curated ones, and those of all other sources. */
  async #pass(
    lookup: Lookup,
    query: Query,
    how: { forgiving: boolean; within: Within; limit: number },
    page: readonly MergedPaper[],
  ): Promise<Pass> {
    const here = page.flatMap(({ paper, ids }): Hit[] => {
      const match = matchOf(paper, query, how.forgiving);
      return match === null ? [] : [{ paper, source: null, ids, ...match }];
    });
    const { sources, papers } = await searchWords(lookup, query, how);
    const found = papers.flatMap(({ paper, source, tier }): Hit[] => {
      const isSure = lookup.paperSources[source]?.info.hasVenues !== false;
      const match = matchOf(paper, query, how.forgiving) ?? (isSure ? matchUnread(tier) : null);
      return match === null ? [] : [{ paper, source, ids: paperKeys(factsOfPaper(paper)), ...match }];
    });
    const source = lookup.paperSources.findIndex((_, number) => lookup.isCurated(number));
    const curated = (await this.#curatedPapers()).flatMap((one): Hit[] => {
      const match = matchCurated(one, query, how.forgiving);
      return match === null ? [] : [{ paper: one.paper, source, ids: paperKeys(factsOfPaper(one.paper)), ...match }];
    });
    return { hits: [...here, ...curated, ...found], sources };
  }

  /** People, best first. */
  async people(
    asked: string,
    limit: number,
    { lookup = this.#lookup, decisions = [] }: SearchIn = {},
  ): Promise<PeopleFound> {
    const typed = withoutOthers(asked);
    const query = queryOf(typed, termsOf(typed));
    if (typedIdentifier(asked) !== null || query.terms.length === 0)
      return { people: [], total: { count: 0, isExact: true } };
    const how = { forgiving: false, within: 'names', limit: MAX_RANKED / 10 } as const;
    const { papers, sources } = await searchWords(lookup, query, how);
    return findPeople(lookup, {
      terms: query.terms,
      names: query.names,
      papers: papers.map(({ paper }) => paper),
      isAll: [...sources.values()].every(({ all, found, isCut }) => !isCut && found.length === all.length),
      limit,
      decisions,
    });
  }
}

/** Papers of the sources that are searched by words; curated ones have a search of their own. */
async function searchWords(
  lookup: Lookup,
  { terms }: Query,
  how: { forgiving: boolean; within: Within; limit: number },
): Promise<{ sources: Pass['sources']; papers: { paper: Paper; source: number; tier: Hit['tier'] }[] }> {
  const sources: Pass['sources'] = new Map();
  await Promise.all(
    lookup.paperSources.map(async (source, number) => {
      if (lookup.isCurated(number) || !hasWords(source)) return;
      sources.set(number, await searchSource(source, terms, how));
    }),
  );
  const refs = [...sources].flatMap(([source, { found }]) => found.map((one) => ({ source, ...one })));
  const papers = await lookup.glance(refs);
  return {
    sources,
    papers: refs.flatMap((ref) => {
      const paper = papers.get(glanceKey(ref satisfies PaperRef));
      return paper === undefined ? [] : [{ paper, source: ref.source, tier: ref.tier }];
    }),
  };
}

/** How many papers there are, those included that were not read. One source may have unread ones: what the others
 *  found is looked for in it, so that no paper counts twice. */
async function countOf(
  lookup: Lookup,
  groups: readonly (readonly Hit[])[],
  sources: ReadonlyMap<number, SourceHits>,
): Promise<Count> {
  const isCut = [...sources.values()].some((one) => one.isCut);
  const unread = [...sources].filter(([, { all, found }]) => found.length < all.length);
  const [only, second] = unread;
  if (only === undefined) return { count: groups.length, isExact: !isCut };
  if (second !== undefined)
    return { count: Math.max(groups.length, ...unread.map(([, { all }]) => all.length)), isExact: false };
  const [number, { all, found }] = only;
  const source = lookup.paperSources[number];
  const elsewhereOnly = groups.filter((group) => group.every((hit) => hit.source !== number));
  const read = new Set(found.map(({ ordinal }) => ordinal));
  const again = await Promise.all(
    elsewhereOnly.map(async (group) => {
      const ids = group.flatMap(({ ids: some }) => some);
      const titles = group.flatMap(({ paper }) => paper.titles.map(({ value }) => value));
      const [byKeys, byTitles] = await Promise.all([source?.byKeys(ids), source?.byTitles(titles)]);
      const same = [...[...(byKeys?.values() ?? [])].flat(), ...(byTitles ?? [])].filter((one) => !read.has(one));
      return hasOneOf(all, same);
    }),
  );
  const count = groups.length + all.length - found.length - again.filter(Boolean).length;
  return { count, isExact: !isCut };
}

/** The query as the best paper spells its words. */
function spellingOf(best: Hit | undefined, { terms }: Query): string | null {
  if (best === undefined) return null;
  const printed = [...best.paper.titles.map(({ value }) => value), ...best.paper.authors.map(({ name }) => name)];
  const among = printed.flatMap(wordsOf);
  const spelt = terms.map((term) => bestWord(term, among, true)?.word ?? term.typed);
  return spelt.every((word, at) => word === terms[at]?.typed) ? null : spelt.join(' ');
}
