// Papers out of all sources: by id, by place, by identifiers. The same paper in several sources is one paper here, under
// the id that it has in the first of them (the bundled pack, then the others in the order in which they came, then the
// reading list), with every claim and who makes it.
import type { FindSource, PaperRef, TitleIndex } from '../match/title-lookup.ts';
import { factsOfPaper, type PaperFacts } from '../paper/paper-facts.ts';
import { expand, mainSource, namedSources } from '../paper/expand.ts';
import type { PaperRecord } from '../paper/record.ts';
import type { CatalogDatabase, PackRow } from '../packs/store.ts';
import { bindingKeys, groupSpoken, joinSpoken, type JoinedPaper, type Speaker, type Spoken } from '../paper/by-site.ts';
import { paperKeys } from '../paper/keys.ts';
import type { SaidAbstract } from '../paper/page-fact.ts';
import { buildTitleIndex, openResidentIndex } from '../packs/tables/title-index.ts';
import { MemorySource } from './sources/memory-source.ts';
import type { PaperSource } from './sources/paper-source.ts';
import { PeopleBook } from './people/people-index.ts';
import type { Paper, Source } from '../paper/schema.ts';

/** One paper with all records of it. */
export type MergedPaper = JoinedPaper;

/** The same with where its records are. */
export type PlacedPaper = MergedPaper & { places: readonly PaperRef[] };

interface Loaded extends PaperRef, Spoken {}

/** Papers of which some sources have not answered yet. */
export interface Part {
  /** By the id asked for, as `papers` answers. */
  papers: Map<string, MergedPaper>;
  /** Ids of the sources whose answers are still on their way. */
  outstanding: string[];
}

/** Maximum papers asked for at once that are looked for by title too; for more (rows of a list) ids are enough. */
const MAX_BY_TITLE = 60;
/** Maximum papers of a source with people that is read whole (co-authors, topics, summaries). */
const MAX_CURATED = 1000;
/** Ids found by title lead to further ids; more rounds than this a paper is not worth. */
const rounds = 3;

const PACK: Speaker = { kind: 'pack' };

const placeOf = ({ source, ordinal }: PaperRef): string => `${source} ${ordinal}`;

/** A place as a key of what `glance` answers. */
export const glanceKey = placeOf;

const noTitles: TitleIndex = { front: openResidentIndex(buildTitleIndex([]).front), chunks: () => Promise.resolve([]) };

export class Lookup {
  /** All whose answers are waited for. */
  readonly paperSources: readonly PaperSource[];
  /** Those and the late ones, in their order. */
  readonly #all: readonly PaperSource[];
  /** Who the plain records of each of `paperSources` are from. */
  readonly #by: readonly string[];
  readonly #sources = new Map<string, Source>();
  #people: Promise<PeopleBook> | null = null;
  #curatedPapers: Promise<readonly Loaded[]> | null = null;

  /** `sources`: the first that has a paper names it. */
  constructor(sources: readonly PaperSource[]) {
    this.#all = sources;
    this.paperSources = sources.filter(({ info }) => info.late !== true);
    this.#by = this.paperSources.map(({ info }) => {
      const main = mainSource(info);
      const first = info.sources.find(({ id }) => id === main);
      const taken = this.#sources.get(main);
      for (const source of info.sources) if (!this.#sources.has(source.id)) this.#sources.set(source.id, source);
      if (taken === undefined || first === undefined || taken.name === first.name) return main;
      // Two packs call different sources by one id; the pack's own id is never another's.
      this.#sources.set(info.id, { ...first, id: info.id });
      return info.id;
    });
  }

  /** These sources and others beside them, for one question; what was read of people is read once. */
  beside(others: readonly PaperSource[]): Lookup {
    return others.length === 0 ? this : this.#with([...this.#all, ...others]);
  }

  /** The same curated sources and others than now besides. */
  #with(sources: readonly PaperSource[]): Lookup {
    const wider = new Lookup(sources);
    wider.#people = this.people();
    wider.#curatedPapers = this.#curated();
    return wider;
  }

  /** Papers in all sources, as far as they know; one that several have counts several times. */
  get total(): number {
    return this.paperSources.reduce((sum, { info }) => sum + (info.sizes.papers ?? 0), 0);
  }

  /** Who facts are from, by id, with those that records read so far name. */
  get sources(): ReadonlyMap<string, Source> {
    return this.#sources;
  }

  /** Whether a source says more than a dump, and is small enough to be read whole. */
  isCurated(source: number): boolean {
    const { people = 0, papers = Infinity } = this.paperSources[source]?.info.sizes ?? {};
    return people > 0 && papers <= MAX_CURATED;
  }

  /**
   * The papers of those ids, again with each late source that answers. The first part has what all others say, and comes
   * at once; the last has nothing outstanding. A late source that fails has said nothing.
   */
  async *papersInParts(ids: readonly string[]): AsyncGenerator<Part, void> {
    const papers = await this.papers(ids);
    const late = this.#all.filter(({ info }) => info.late === true);
    const keys = [...new Set([...ids, ...[...papers.values()].flatMap((one) => one.ids)])];
    const answers = new Map<PaperSource, MemorySource>();
    const waiting = new Map(
      late.map((source) => {
        const answer = settled(source, keys).then((found) => {
          answers.set(source, found);
          waiting.delete(source);
        });
        return [source, answer] as const;
      }),
    );
    const outstanding = (): string[] => [...waiting.keys()].map(({ info }) => info.id);
    let open = outstanding();
    yield { papers, outstanding: open };
    while (open.length > 0) {
      // Another may have answered while the last part was put together.
      if (waiting.size === open.length) await Promise.race(waiting.values());
      open = outstanding();
      const wider = this.#with(
        this.#all.flatMap((source) => (source.info.late === true ? (answers.get(source) ?? []) : [source])),
      );
      yield { papers: await wider.papers(ids), outstanding: open };
    }
  }

  /** The papers of those ids that a source has, by the id asked for. `titles`: sources that know a paper by its title
   *  alone have their say too. */
  async papers(ids: readonly string[], titles = ids.length <= MAX_BY_TITLE): Promise<Map<string, PlacedPaper>> {
    const refs = await this.#refsOf(ids, this.paperSources.keys());
    const joined = await this.#joinAll(await this.#load(refs), titles);
    const byId = new Map(joined.flatMap((one) => one.ids.map((id) => [id, one] as const)));
    return new Map(
      ids.flatMap((id) => {
        const one = byId.get(id);
        return one === undefined ? [] : [[id, one] as const];
      }),
    );
  }

  /** Where papers are that have one of these ids. */
  placesOf(ids: readonly string[]): Promise<PaperRef[]> {
    return this.#refsOf(ids, this.paperSources.keys());
  }

  /** The papers at those places, each once, in the order of their first place, with all of their places. */
  async papersAt(refs: readonly PaperRef[]): Promise<PlacedPaper[]> {
    return this.#joinAll(await this.#load(refs), false);
  }

  /** Those places as papers, without a look into other sources; for ranking many of which few are shown. */
  async glance(refs: readonly PaperRef[]): Promise<Map<string, Paper>> {
    return new Map((await this.#load(refs)).map((one) => [placeOf(one), one.paper]));
  }

  /** The abstract that the first source with one has of a paper with these ids, and the name of who it is from. */
  async abstractOf(ids: readonly string[]): Promise<SaidAbstract | null> {
    for (const [at, source] of this.paperSources.entries()) {
      if (source.abstracts === undefined) continue;
      const ordinals = new Set([...(await source.byKeys(ids)).values()].flat());
      const [text] = (await source.abstracts(ordinals)).values();
      if (text !== undefined) return { text, site: this.#sources.get(this.#by[at] ?? '')?.name ?? source.info.name };
    }
    return null;
  }

  /** People known by more than a name, and their co-authors. */
  people(): Promise<PeopleBook> {
    this.#people ??= this.#readPeople().catch((error: unknown) => {
      this.#people = null;
      throw error;
    });
    return this.#people;
  }

  async #readPeople(): Promise<PeopleBook> {
    const [people, papers] = await Promise.all([
      Promise.all(this.paperSources.map(async (source) => (await source.people?.()) ?? [])),
      this.#curated(),
    ]);
    return new PeopleBook(
      people.flat(),
      papers.map(({ paper }) => paper),
    );
  }

  /** The papers of sources that say more than a dump: the bundled pack. */
  #curated(): Promise<readonly Loaded[]> {
    this.#curatedPapers ??= this.#readCurated().catch((error: unknown) => {
      this.#curatedPapers = null;
      throw error;
    });
    return this.#curatedPapers;
  }

  #readCurated(): Promise<Loaded[]> {
    const places = [...this.paperSources.entries()]
      .filter(([source]) => this.isCurated(source))
      .flatMap(([source, { info }]) =>
        Array.from({ length: info.sizes.papers ?? 0 }, (_, ordinal) => ({ source, ordinal })),
      );
    return this.#load(places);
  }

  /** Papers that have topics. */
  async withTopics(): Promise<readonly (PaperRef & { paper: Paper })[]> {
    return (await this.#curated()).filter(({ paper }) => paper.topics.length > 0);
  }

  /** The papers of curated sources, and their people: what is searched by more than titles and names. */
  async curated(): Promise<readonly Paper[]> {
    return (await this.#curated()).map(({ paper }) => paper);
  }

  /** Places of papers by the keys of their authors' names, source by source. */
  async named(keys: readonly string[]): Promise<Map<string, PaperRef[]>> {
    const answers = await Promise.all(this.paperSources.map((source) => source.byNames(keys)));
    return new Map(
      keys.map((key) => [
        key,
        answers.flatMap((answer, source) => (answer.get(key) ?? []).map((ordinal) => ({ source, ordinal }))),
      ]),
    );
  }

  /** What finding asks. `remembered` has every paper reported to it, with all of its ids. */
  findSource(): FindSource & { remembered: ReadonlyMap<string, { facts: PaperFacts; ids: readonly string[] }> } {
    const remembered = new Map<string, { facts: PaperFacts; ids: readonly string[] }>();
    const remember = ({ paper, ids }: MergedPaper): PaperFacts => {
      const known = remembered.get(paper.id);
      if (known !== undefined && ids.every((id) => known.ids.includes(id))) return known.facts;
      const facts = factsOfPaper(paper);
      if (known?.facts.code === true) facts.code = true;
      remembered.set(paper.id, { facts, ids: [...new Set([...ids, ...(known?.ids ?? [])])] });
      return facts;
    };
    return {
      remembered,
      titles: this.paperSources.map(({ titles = noTitles }) => titles),
      papers: async (refs) => {
        const groups = await this.#groupForPage(await this.#load(refs), false);
        const byPlace = new Map<string, PaperFacts>();
        for (const group of groups) {
          const facts = remember(joinSpoken(group));
          for (const one of group) byPlace.set(placeOf(one), facts);
        }
        return refs.map((ref) => byPlace.get(placeOf(ref)) ?? null);
      },
      byIdentifiers: async (keys) => {
        const groups = await this.#groupForPage(
          await this.#load(await this.#refsOf(keys, this.paperSources.keys())),
          true,
        );
        const wanted = new Set(keys);
        const found = new Map<string, PaperFacts>();
        for (const group of groups) {
          const joined = joinSpoken(group);
          for (const key of joined.ids) if (wanted.has(key)) found.set(key, remember(joined));
        }
        return found;
      },
    };
  }

  /** Records as groups of one paper each; earlier sources are asked for those that they may know by an id, because
   *  the first source's id is the paper's. `titles`: or by a title, where it was no title that found the records. */
  async #groupForPage(loaded: readonly Loaded[], titles: boolean): Promise<Loaded[][]> {
    const groups = groupSpoken(sortedBySource(loaded));
    const keysOf = new Map<number, Set<string>>();
    const titlesOf = new Map<number, string[]>();
    for (const group of groups) {
      const first = group[0]?.source ?? 0;
      for (let source = 0; source < first; source += 1) {
        const keys = keysOf.get(source) ?? new Set();
        for (const { record } of group) for (const key of paperKeys(record)) keys.add(key);
        keysOf.set(source, keys);
        if (titles) titlesOf.set(source, [...(titlesOf.get(source) ?? []), ...group.map(({ record }) => record.title)]);
      }
    }
    const refs = await Promise.all([
      ...[...keysOf].map(([source, keys]) => this.#refsOf([...keys], [source])),
      ...[...titlesOf].map(async ([source, named]) =>
        ((await this.paperSources[source]?.byTitles(named)) ?? []).map((ordinal) => ({ source, ordinal })),
      ),
    ]);
    const more = await this.#load(refs.flat());
    return more.length === 0 ? groups : groupSpoken(sortedBySource([...loaded, ...more]));
  }

  async #refsOf(keys: readonly string[], sources: Iterable<number>): Promise<PaperRef[]> {
    const found = await Promise.all(
      [...sources].map(async (source) => {
        const ordinals = (await this.paperSources[source]?.byKeys(keys)) ?? new Map<string, readonly number[]>();
        return [...new Set([...ordinals.values()].flat())].map((ordinal) => ({ source, ordinal }));
      }),
    );
    return found.flat();
  }

  async #load(refs: readonly PaperRef[]): Promise<Loaded[]> {
    const bySource = new Map<number, Set<number>>();
    for (const { source, ordinal } of refs) {
      const ordinals = bySource.get(source);
      if (ordinals === undefined) bySource.set(source, new Set([ordinal]));
      else ordinals.add(ordinal);
    }
    const loaded = await Promise.all(
      [...bySource].map(async ([source, ordinals]) => {
        const records = (await this.paperSources[source]?.records(ordinals)) ?? new Map<number, PaperRecord>();
        return [...records].map(([ordinal, record]): Loaded => {
          for (const named of [...namedSources(record), ...(this.paperSources[source]?.named?.(ordinal) ?? [])])
            if (!this.#sources.has(named.id)) this.#sources.set(named.id, named);
          const speaker = this.paperSources[source]?.speaker?.(ordinal) ?? PACK;
          return { source, ordinal, record, paper: expand(record, this.#by[source] ?? ''), speaker };
        });
      }),
    );
    const at = new Map(loaded.flat().map((one) => [placeOf(one), one]));
    return [...new Set(refs.map(placeOf))].flatMap((place) => at.get(place) ?? []);
  }

  /** Looks into all sources for other records of the same papers, and joins them. */
  async #joinAll(loaded: readonly Loaded[], titles: boolean): Promise<PlacedPaper[]> {
    const all = new Map(loaded.map((one) => [placeOf(one), one]));
    let news: readonly Loaded[] = this.paperSources.length > 1 ? loaded : [];
    for (let round = 0; round < rounds && news.length > 0; round += 1) {
      const keys = [...new Set(news.flatMap(bindingKeys))];
      const named = [...new Set(news.flatMap(({ record }) => [record.title, ...(record.otherTitles ?? [])]))];
      const refs = await Promise.all([
        this.#refsOf(keys, this.paperSources.keys()),
        ...(titles
          ? this.paperSources.map(async (source, number) =>
              (await source.byTitles(named)).map((ordinal) => ({ source: number, ordinal })),
            )
          : []),
      ]);
      news = await this.#load(refs.flat().filter((ref) => !all.has(placeOf(ref))));
      for (const one of news) all.set(placeOf(one), one);
    }
    // Titles and hashes bring records of other papers along; only groups of what was asked for are kept.
    const asked = new Set(loaded.map(placeOf));
    const order = new Map(loaded.map((one, at) => [placeOf(one), at]));
    return groupSpoken(sortedBySource([...all.values()]))
      .filter((group) => group.some((one) => asked.has(placeOf(one))))
      .map((group) => ({
        joined: { ...joinSpoken(group), places: group.map(({ source, ordinal }) => ({ source, ordinal })) },
        at: Math.min(...group.map((one) => order.get(placeOf(one)) ?? Infinity)),
      }))
      .toSorted((a, b) => a.at - b.at)
      .map(({ joined }) => joined);
  }
}

/** Stable: within a source as they came. */
function sortedBySource(loaded: readonly Loaded[]): Loaded[] {
  return loaded.toSorted((a, b) => a.source - b.source);
}

/** What a late source has of those papers; nothing where it fails. */
async function settled(source: PaperSource, keys: readonly string[]): Promise<MemorySource> {
  const { id, name, sources } = source.info;
  try {
    const ordinals = [...(await source.byKeys(keys)).values()].flat();
    return new MemorySource({ id, name, sources }, (await source.records(new Set(ordinals))).values());
  } catch (error) {
    console.warn(`Byline: ${name} did not answer`, error);
    return new MemorySource({ id, name, sources }, []);
  }
}

/** All packs that are in, the oldest first; none that is on its way out. */
export async function storedPacks(catalog: CatalogDatabase): Promise<PackRow[]> {
  const rows = await catalog.packs.toArray();
  // Of a series the newest comes first: what it says of a paper counts.
  const first = new Map<string, number>();
  for (const { series, importedAt } of rows)
    if (series !== undefined) first.set(series.id, Math.min(importedAt, first.get(series.id) ?? importedAt));
  const place = ({ series, importedAt }: PackRow): number => first.get(series?.id ?? '') ?? importedAt;
  return rows
    .filter(({ deleteAt }) => deleteAt === undefined)
    .toSorted((a, b) => place(a) - place(b) || (b.series?.to ?? 0) - (a.series?.to ?? 0));
}

/** Packs as the reader knows them; their fields of arXiv are shown as such, not as the packs that they lie in. */
export const listedPacks = async (catalog: CatalogDatabase): Promise<PackRow[]> =>
  (await storedPacks(catalog)).filter(({ series, published }) => series === undefined || published !== undefined);
