// Search over all sources. Curated papers are searched by all that is said of them, the others by the words of titles
// and names; exact matches are never mixed with fuzzy ones.
import { authorKey } from '../../paper/names/name-key.ts';
import { namePerson } from '../../paper/names/person-id.ts';
import type { PaperRef } from '../../match/title-lookup.ts';
import type { MergedPaper, Lookup } from '../lookup.ts';
import { workCounts } from '../people/person-lookup.ts';
import { arxivKey, doiKey } from '../../paper/keys.ts';
import { titleOf, type Paper } from '../../paper/schema.ts';
import { typedTitleKey } from '../../paper/title-key.ts';
import { buildSearch, typedIdentifier, withoutOthers, type CuratedSearch } from './curated-search.ts';
import { hasWords, missing, searchSource, termsOf, wordsOf, type Term, type Within } from './word-search.ts';
import { hasCode } from '../../paper/authors-code.ts';

export interface PersonFound {
  id: string;
  name: string;
  works: number;
  position: string | null;
}

/** Match class, best first: the title begins so; the title has all words; an author's name has; the rest. */
const CLASS = { begins: 0, title: 1, author: 2, elsewhere: 3 } as const;
type Class = (typeof CLASS)[keyof typeof CLASS];

/** People of a name that are counted, of those found in the papers read. */
const peopleCounted = 20;
/** What has more words is no name but a list of names that a dump did not take apart. */
const namePartsMost = 8;

export class CatalogSearch {
  readonly #lookup: Lookup;
  #curated: Promise<CuratedSearch> | null = null;

  constructor(lookup: Lookup) {
    this.#lookup = lookup;
  }

  async #curatedSearch(): Promise<CuratedSearch> {
    this.#curated ??= Promise.all([this.#lookup.curated(), this.#lookup.people()]).then(
      ([papers, book]) =>
        buildSearch(papers, new Map([...book.all()].map(({ person }) => [person.id, person] as const))),
      (error: unknown) => {
        this.#curated = null;
        throw error;
      },
    );
    return this.#curated;
  }

  /** Papers, best first. */
  async papers(query: string, limit: number): Promise<MergedPaper[]> {
    const identifier = typedIdentifier(query);
    if (identifier !== null) {
      const key = 'arxiv' in identifier ? arxivKey(identifier.arxiv) : doiKey(identifier.doi);
      return [...(await this.#lookup.papers([key])).values()];
    }
    const typed = withoutOthers(query);
    const terms = termsOf(typed);
    const [search, exact] = await Promise.all([this.#curatedSearch(), this.#inPacks(terms, false, 'all')]);
    const curated = search.papers(typed);
    let packed = this.#ranked(exact, typed, terms, false);
    const hit = curated.hits.length > 0;
    if (packed.length > 0) {
      if (curated.exactness > 0) curated.hits = [];
    } else if (!hit || curated.exactness > 0) {
      packed = this.#ranked(await this.#inPacks(terms, true, 'all'), typed, terms, true);
      if (packed.length > 0 && curated.exactness > 1) curated.hits = [];
    }
    const ids = await this.#merged(curated.hits, packed, typed, terms);
    const wanted = [...new Set(ids)].slice(0, limit);
    const papers = await this.#lookup.papers(wanted, false);
    return [...new Map(wanted.flatMap((id) => papers.get(id) ?? []).map((one) => [one.paper.id, one])).values()];
  }

  /** Papers of the sources that have no search of their own. */
  async #inPacks(terms: readonly Term[], forgiving: boolean, within: Within): Promise<Paper[]> {
    const refs = await Promise.all(
      this.#lookup.paperSources.map(async (source, number): Promise<PaperRef[]> => {
        if (this.#lookup.isCurated(number) || !hasWords(source)) return [];
        const ordinals = await searchSource(source, terms, forgiving, within);
        return ordinals.map((ordinal) => ({ source: number, ordinal }));
      }),
    );
    return [...(await this.#lookup.glance(refs.flat())).values()];
  }

  #ranked(
    papers: readonly Paper[],
    typed: string,
    terms: readonly Term[],
    forgiving: boolean,
  ): { id: string; class: Class }[] {
    return papers
      .flatMap((paper) => {
        const names = paper.authors.flatMap(({ name }) => wordsOf(name));
        const titles = paper.titles.flatMap(({ value }) => wordsOf(value));
        if (missing(terms, [...titles, ...names], forgiving).length > 0) return [];
        return [{ paper, class: classOf(paper, typed, terms, forgiving) }];
      })
      .toSorted(
        (a, b) =>
          a.class - b.class ||
          (a.class === CLASS.begins ? titleOf(a.paper).length - titleOf(b.paper).length : 0) ||
          (b.paper.years[0]?.value ?? 0) - (a.paper.years[0]?.value ?? 0) ||
          Number(hasCode(b.paper)) - Number(hasCode(a.paper)) ||
          (a.paper.id < b.paper.id ? -1 : 1),
      )
      .map(({ paper, class: rank }) => ({ id: paper.id, class: rank }));
  }

  /** Two lists, each best first, as one; of equals the curated come first. */
  async #merged(
    curated: readonly string[],
    packed: readonly { id: string; class: Class }[],
    typed: string,
    terms: readonly Term[],
  ): Promise<string[]> {
    if (packed.length === 0) return [...curated];
    const papers = new Map((await this.#lookup.curated()).map((paper) => [paper.id, paper]));
    const merged: string[] = [];
    let at = 0;
    for (const id of curated) {
      const paper = papers.get(id);
      const rank = paper === undefined ? CLASS.elsewhere : classOf(paper, typed, terms, false);
      for (let next = packed[at]; next !== undefined && next.class < rank; next = packed[at]) {
        merged.push(next.id);
        at += 1;
      }
      merged.push(id);
    }
    return [...merged, ...packed.slice(at).map(({ id }) => id)];
  }

  /** People, best first. */
  async people(query: string, limit: number): Promise<PersonFound[]> {
    if (typedIdentifier(query) !== null) return [];
    const typed = withoutOthers(query);
    const terms = termsOf(typed);
    const [search, book, papers] = await Promise.all([
      this.#curatedSearch(),
      this.#lookup.people(),
      this.#inPacks(terms, false, 'names'),
    ]);
    const names = new Map<string, { name: string; times: number }>();
    for (const paper of papers)
      for (const { name } of paper.authors) {
        const parts = wordsOf(name);
        if (parts.length > namePartsMost || missing(terms, parts, false).length > 0) continue;
        const key = authorKey(name);
        if (book.named(key).length > 0) continue;
        const known = names.get(key);
        if (known === undefined) names.set(key, { name, times: 1 });
        else known.times += 1;
      }
    const counted = [...names.values()]
      .toSorted((a, b) => b.times - a.times || (a.name < b.name ? -1 : 1))
      .slice(0, peopleCounted)
      .map(({ name }) => ({ name, person: namePerson(name) }));
    const curated = search.people(typed);
    const known = (counted.length > 0 && curated.exactness > 0 ? [] : curated.hits).flatMap(({ id }) => {
      const person = book.get(id)?.person;
      return person === undefined ? [] : [{ name: person.name, person: id }];
    });
    const works = await workCounts(this.#lookup, book, [...known, ...counted]);
    const found = ({ name, person }: { name: string; person: string }): PersonFound => ({
      id: person,
      name,
      works: works.get(person) ?? 0,
      position: book.get(person)?.person.position?.value ?? null,
    });
    return [
      ...known.map(found),
      ...counted.map(found).toSorted((a, b) => b.works - a.works || (a.name < b.name ? -1 : 1)),
    ].slice(0, limit);
  }
}

function classOf(paper: Paper, typed: string, terms: readonly Term[], forgiving: boolean): Class {
  const start = typedTitleKey(typed);
  if (paper.titles.some(({ value }) => typedTitleKey(value).startsWith(start))) return CLASS.begins;
  const hasAll = (text: string): boolean => missing(terms, wordsOf(text), forgiving).length === 0;
  if (paper.titles.some(({ value }) => hasAll(value))) return CLASS.title;
  return paper.authors.some(({ name }) => hasAll(name)) ? CLASS.author : CLASS.elsewhere;
}
