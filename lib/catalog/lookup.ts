// Papers out of packs: by id, by place, by identifiers. The same paper in several packs is one paper here, under the
// id that it has in the first of them (the bundled one, then in the order in which they came), with every claim and
// its sources.
import type { FindSource, PaperRef } from '../match/source.ts';
import { factsOfPaper, type PaperFacts } from '../paper/paper-facts.ts';
import { expand, mainSource, namedSources } from '../paper/expand.ts';
import type { PaperRecord } from '../paper/record.ts';
import type { CatalogDatabase, PackRow } from '../packs/store.ts';
import { groupPapers } from '../paper/same-paper.ts';
import { mergePapers } from '../paper/merge.ts';
import { paperKeys } from '../paper/keys.ts';
import { ownPack } from './own-facts.ts';
import type { PackReader } from './sources/pack-source.ts';
import { PeopleBook } from './people/people-index.ts';
import type { Paper, Source } from '../paper/schema.ts';

/** One paper with all records of it. */
export interface MergedPaper {
  paper: Paper;
  /** Every id that a pack knows it by; the first is `paper.id`. */
  ids: readonly string[];
}

interface Loaded extends PaperRef {
  paper: Paper;
  record: PaperRecord;
}

/** So many papers asked for at once are looked for by title in every pack; for more (rows of a list) ids are enough. */
const byTitleMost = 60;
/** A pack with people is read whole (whom they wrote with, topics, summaries), up to this size. */
const curatedMost = 1000;
/** Ids found by title lead to further ids; more rounds than this a paper is not worth. */
const rounds = 3;

const placeOf = ({ pack, ordinal }: PaperRef): string => `${pack} ${ordinal}`;

export class Lookup {
  readonly packs: readonly PackReader[];
  /** The source that each pack's plain records are from. */
  readonly #by: readonly string[];
  readonly #sources = new Map<string, Source>();
  #people: Promise<PeopleBook> | null = null;
  #curatedPapers: Promise<readonly Loaded[]> | null = null;

  constructor(packs: readonly PackReader[]) {
    this.packs = packs;
    this.#by = packs.map(({ facts }) => {
      const main = mainSource(facts);
      const first = facts.sources.find(({ id }) => id === main);
      const taken = this.#sources.get(main);
      for (const source of facts.sources) if (!this.#sources.has(source.id)) this.#sources.set(source.id, source);
      if (taken === undefined || first === undefined || taken.name === first.name) return main;
      // Two packs call different sources by one id; the pack's own id is never another's.
      this.#sources.set(facts.id, { ...first, id: facts.id });
      return facts.id;
    });
  }

  /** These packs and others beside them, for one question; what was read of people is read once. */
  beside(others: readonly PackReader[]): Lookup {
    if (others.length === 0) return this;
    const wider = new Lookup([...this.packs, ...others]);
    wider.#people = this.people();
    wider.#curatedPapers = this.#curated();
    return wider;
  }

  /** Papers in all packs; one that several have counts several times. */
  get total(): number {
    return this.packs.reduce((sum, { sizes }) => sum + sizes.papers, 0);
  }

  /** The sources of all packs, by id, with those that records read so far name. */
  get sources(): ReadonlyMap<string, Source> {
    return this.#sources;
  }

  /** Whether a pack says more than a dump, and is small enough to be read whole. */
  isCurated(pack: number): boolean {
    const sizes = this.packs[pack]?.sizes;
    return sizes !== undefined && sizes.people > 0 && sizes.papers <= curatedMost;
  }

  /** The papers of those ids that a pack holds, by the id asked for. `titles`: packs that know a paper by its title
   *  alone have their say too. */
  async papers(ids: readonly string[], titles = ids.length <= byTitleMost): Promise<Map<string, MergedPaper>> {
    const refs = await this.#refsOf(ids, this.packs.keys());
    const joined = await this.#joinAll(await this.#load(refs), titles);
    const byId = new Map(joined.flatMap((one) => one.ids.map((id) => [id, one] as const)));
    return new Map(
      ids.flatMap((id) => {
        const one = byId.get(id);
        return one === undefined ? [] : [[id, one] as const];
      }),
    );
  }

  /** The papers at those places, each once, in the order of their first place. */
  async papersAt(refs: readonly PaperRef[]): Promise<MergedPaper[]> {
    return this.#joinAll(await this.#load(refs), false);
  }

  /** Those places as papers, without a look into other packs; for ranking many of which few are shown. */
  async glance(refs: readonly PaperRef[]): Promise<Map<string, Paper>> {
    return new Map((await this.#load(refs)).map((one) => [placeOf(one), one.paper]));
  }

  /** Who is known by more than a name, and whom they wrote with. */
  people(): Promise<PeopleBook> {
    this.#people ??= this.#readPeople().catch((error: unknown) => {
      this.#people = null;
      throw error;
    });
    return this.#people;
  }

  async #readPeople(): Promise<PeopleBook> {
    const [people, papers] = await Promise.all([Promise.all(this.packs.map((pack) => pack.people())), this.#curated()]);
    return new PeopleBook(
      people.flat(),
      papers.map(({ paper }) => paper),
    );
  }

  /** The papers of packs that say more than a dump: the bundled one. */
  #curated(): Promise<readonly Loaded[]> {
    this.#curatedPapers ??= this.#readCurated().catch((error: unknown) => {
      this.#curatedPapers = null;
      throw error;
    });
    return this.#curatedPapers;
  }

  #readCurated(): Promise<Loaded[]> {
    const places = [...this.packs.entries()]
      .filter(([pack]) => this.isCurated(pack))
      .flatMap(([pack, { sizes }]) => Array.from({ length: sizes.papers }, (_, ordinal) => ({ pack, ordinal })));
    return this.#load(places);
  }

  /** Papers that have topics. */
  async withTopics(): Promise<readonly (PaperRef & { paper: Paper })[]> {
    return (await this.#curated()).filter(({ paper }) => paper.topics.length > 0);
  }

  /** The papers of curated packs, and their people: what is searched by more than titles and names. */
  async curated(): Promise<readonly Paper[]> {
    return (await this.#curated()).map(({ paper }) => paper);
  }

  /** Places of papers by the keys of their authors' names, pack by pack. */
  async named(keys: readonly string[]): Promise<Map<string, PaperRef[]>> {
    const answers = await Promise.all(this.packs.map((pack) => pack.byNames(keys)));
    return new Map(
      keys.map((key) => [
        key,
        answers.flatMap((answer, pack) => (answer.get(key) ?? []).map((ordinal) => ({ pack, ordinal }))),
      ]),
    );
  }

  /** What finding asks. `remembered` has every paper that it was told of, with all of its ids. */
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
      packs: this.packs.map((pack) => ({ front: pack.front, chunks: (numbers) => pack.chunks(numbers) })),
      papers: async (refs) => {
        const groups = await this.#groupForPage(await this.#load(refs), false);
        const byPlace = new Map<string, PaperFacts>();
        for (const group of groups) {
          const facts = remember(this.#join(group));
          for (const one of group) byPlace.set(placeOf(one), facts);
        }
        return refs.map((ref) => byPlace.get(placeOf(ref)) ?? null);
      },
      byIdentifiers: async (keys) => {
        const groups = await this.#groupForPage(await this.#load(await this.#refsOf(keys, this.packs.keys())), true);
        const wanted = new Set(keys);
        const found = new Map<string, PaperFacts>();
        for (const group of groups) {
          const joined = this.#join(group);
          for (const key of joined.ids) if (wanted.has(key)) found.set(key, remember(joined));
        }
        return found;
      },
    };
  }

  /** Records as groups of one paper each; earlier packs are asked for those that they may know by an id, because
   *  the first pack's id is the paper's. `titles`: or by a title, where it was no title that found the records. */
  async #groupForPage(loaded: readonly Loaded[], titles: boolean): Promise<Loaded[][]> {
    const groups = groupPapers(sortedByPack(loaded));
    const keysOf = new Map<number, Set<string>>();
    const titlesOf = new Map<number, string[]>();
    for (const group of groups) {
      const first = group[0]?.pack ?? 0;
      for (let pack = 0; pack < first; pack += 1) {
        const keys = keysOf.get(pack) ?? new Set();
        for (const { record } of group) for (const key of paperKeys(record)) keys.add(key);
        keysOf.set(pack, keys);
        if (titles) titlesOf.set(pack, [...(titlesOf.get(pack) ?? []), ...group.map(({ record }) => record.title)]);
      }
    }
    const refs = await Promise.all([
      ...[...keysOf].map(([pack, keys]) => this.#refsOf([...keys], [pack])),
      ...[...titlesOf].map(async ([pack, named]) =>
        ((await this.packs[pack]?.byTitles(named)) ?? []).map((ordinal) => ({ pack, ordinal })),
      ),
    ]);
    const more = await this.#load(refs.flat());
    return more.length === 0 ? groups : groupPapers(sortedByPack([...loaded, ...more]));
  }

  async #refsOf(keys: readonly string[], packs: Iterable<number>): Promise<PaperRef[]> {
    const found = await Promise.all(
      [...packs].map(async (pack) => {
        const ordinals = (await this.packs[pack]?.byKeys(keys)) ?? new Map<string, readonly number[]>();
        return [...new Set([...ordinals.values()].flat())].map((ordinal) => ({ pack, ordinal }));
      }),
    );
    return found.flat();
  }

  async #load(refs: readonly PaperRef[]): Promise<Loaded[]> {
    const byPack = new Map<number, Set<number>>();
    for (const { pack, ordinal } of refs) {
      const ordinals = byPack.get(pack);
      if (ordinals === undefined) byPack.set(pack, new Set([ordinal]));
      else ordinals.add(ordinal);
    }
    const loaded = await Promise.all(
      [...byPack].map(async ([pack, ordinals]) => {
        const records = (await this.packs[pack]?.records(ordinals)) ?? new Map<number, PaperRecord>();
        return [...records].map(([ordinal, record]): Loaded => {
          for (const source of namedSources(record))
            if (!this.#sources.has(source.id)) this.#sources.set(source.id, source);
          return { pack, ordinal, record, paper: expand(record, this.#by[pack] ?? '') };
        });
      }),
    );
    const at = new Map(loaded.flat().map((one) => [placeOf(one), one]));
    return [...new Set(refs.map(placeOf))].flatMap((place) => at.get(place) ?? []);
  }

  /** Looks into all packs for other records of the same papers, and joins them. */
  async #joinAll(loaded: readonly Loaded[], titles: boolean): Promise<MergedPaper[]> {
    const all = new Map(loaded.map((one) => [placeOf(one), one]));
    let news: readonly Loaded[] = this.packs.length > 1 ? loaded : [];
    for (let round = 0; round < rounds && news.length > 0; round += 1) {
      const keys = [...new Set(news.flatMap(({ record }) => paperKeys(record)))];
      const named = [...new Set(news.flatMap(({ record }) => [record.title, ...(record.otherTitles ?? [])]))];
      const refs = await Promise.all([
        this.#refsOf(keys, this.packs.keys()),
        ...(titles
          ? this.packs.map(async (pack, number) =>
              (await pack.byTitles(named)).map((ordinal) => ({ pack: number, ordinal })),
            )
          : []),
      ]);
      news = await this.#load(refs.flat().filter((ref) => !all.has(placeOf(ref))));
      for (const one of news) all.set(placeOf(one), one);
    }
    // Titles and hashes bring records of other papers along; only groups of what was asked for are kept.
    const asked = new Set(loaded.map(placeOf));
    const order = new Map(loaded.map((one, at) => [placeOf(one), at]));
    return groupPapers(sortedByPack([...all.values()]))
      .filter((group) => group.some((one) => asked.has(placeOf(one))))
      .map((group) => ({
        joined: this.#join(group),
        at: Math.min(...group.map((one) => order.get(placeOf(one)) ?? Infinity)),
      }))
      .toSorted((a, b) => a.at - b.at)
      .map(({ joined }) => joined);
  }

  #join(group: readonly Loaded[]): MergedPaper {
    // The reader's own list repeats what a pack said; it stands only for what no pack has any more.
    const packed = group.filter(({ pack }) => this.packs[pack]?.facts.id !== ownPack);
    const [first, ...others] = packed.length > 0 ? packed : group;
    if (first === undefined) throw new Error('no records to join');
    const paper = mergePapers([first.paper, ...others.map((one) => one.paper)]);
    const ids = [paper.id, ...group.flatMap((one) => [...paperKeys(one.paper), ...paperKeys(one.record)])];
    return { paper, ids: [...new Set(ids)] };
  }
}

/** Stable: within a pack as they came. */
function sortedByPack(loaded: readonly Loaded[]): Loaded[] {
  return loaded.toSorted((a, b) => a.pack - b.pack);
}

/** All packs that are in, the oldest first; none that is on its way out. */
export async function storedPacks(catalog: CatalogDatabase): Promise<PackRow[]> {
  const rows = await catalog.packs.toArray();
  return rows.filter(({ goesAt }) => goesAt === undefined).toSorted((a, b) => a.importedAt - b.importedAt);
}
