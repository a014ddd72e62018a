// Several documents and the public record into one paper or person. Every reading of a fact is kept with the sources
// that state it, the preferred one first. Pure; the order of the documents does not matter, and a document
// given twice counts once.
//
// Which reading is preferred
//   title    the published version's as the public record has it; then the preprint's; then one that only a document
//            prints; then other titles the paper has had; last, other spellings of these
//   year     the public record's year of publication, before a year that only a document prints (a second year in a
//            venue line, the year of a listing's date, which is that of the arXiv version)
//   venue    the public record's, also where it is only partly confirmed, before one that only a document prints
//   authors  the full list of the public record; what a document shows of it is kept beside it, as a reading
// Two readings of one rank: the one with more sources, then the earlier source of `sources.json`, then the alphabet.
import type { Authorship, Certainty, CodeLink, Provenance, NamesClaim, Paper, Person, SourceId, TextClaim, YearClaim } from '../paper/schema.ts';
import { authorshipsOf, peopleBySpelling, personShown } from './authorship.ts';
import type { SeedEntry, SeedPaper, Seeds, TitleVersion } from './schema.ts';
import { compilePerson } from './compile-person.ts';
import { sourceOrderOf, publicRecord, type SourceOrder } from './source-order.ts';
import { readerTitleKey } from '../paper/title-key.ts';
import { venueShort } from '../paper/venue.ts';

/** The source of what follows from an arXiv id alone. */
const arxivDoi: SourceId = 'arxiv-doi';
/** The source of our own sorting into types. */
const ourselves: SourceId = 'byline';

/** An entry with the source of the document that has it. */
interface Shown {
  readonly source: SourceId;
  readonly entry: SeedEntry;
}

interface Reading<T> {
  value: T;
  rank: number;
  sources: Set<SourceId>;
  certainty: Certainty;
  note: string | undefined;
}

interface Claim<T> {
  value: T;
  sources: SourceId[];
  certainty: Certainty;
  note?: string;
}

/** Adds a document's reading: to the one it equals, or as a new one. */
function addReading<T>(readings: Reading<T>[], same: readonly ((value: T) => boolean)[], added: Reading<T>): void {
  for (const test of same) {
    const match = readings.find((reading) => test(reading.value));
    if (match === undefined) continue;
    for (const source of added.sources) match.sources.add(source);
    if (match.rank === added.rank) match.note = longest(match.note, added.note);
    return;
  }
  readings.push(added);
}

const longest = (a: string | undefined, b: string | undefined): string | undefined =>
  (a ?? '').length >= (b ?? '').length ? a : b;

const byAlphabet = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

function claimsOf<T extends string | number | string[]>(
  readings: readonly Reading<T>[],
  order: SourceOrder,
): Claim<T>[] {
  const sourced = readings.map((reading) => ({ ...reading, sources: order(reading.sources) }));
  const before = (a: (typeof sourced)[number], b: (typeof sourced)[number]): number => {
    const [first = '', second = ''] = [a.sources[0], b.sources[0]];
    const bySource = first === second ? 0 : order([first, second])[0] === first ? -1 : 1;
    const steps = [
      a.rank - b.rank,
      b.sources.length - a.sources.length,
      bySource,
      byAlphabet(String(a.value), String(b.value)),
    ];
    return steps.find((step) => step !== 0) ?? 0;
  };
  return sourced.toSorted(before).map(({ value, sources, certainty, note }) => ({
    value,
    sources,
    certainty,
    ...(note === undefined ? {} : { note }),
  }));
}

const documentRank = 2;
const titleRank: Record<TitleVersion, number> = { published: 0, preprint: 1, other: 3, spelling: 4 };

function titlesOf(paper: SeedPaper, shown: readonly Shown[], order: SourceOrder): TextClaim[] {
  const readings = paper.titles.map(({ value, version, certainty, note }): Reading<string> => ({
    value,
    rank: titleRank[version],
    sources: new Set([publicRecord]),
    certainty,
    note,
  }));
  for (const { source, entry } of shown) {
    const { title } = entry;
    if (title === null) continue;
    addReading(readings, [(value) => value === title, (value) => readerTitleKey(value) === readerTitleKey(title)], {
      value: title,
      rank: documentRank,
      sources: new Set([source]),
      certainty: 'stated',
      note: undefined,
    });
  }
  return claimsOf(readings, order);
}

function yearsOf(paper: SeedPaper, shown: readonly Shown[], order: SourceOrder): YearClaim[] {
  const readings = paper.years.map(({ value, certainty, note }): Reading<number> => ({
    value,
    rank: 0,
    sources: new Set([publicRecord]),
    certainty,
    note,
  }));
  const add = (source: SourceId, value: number, note: string | undefined): void =>
    addReading(readings, [(known) => known === value], {
      value,
      rank: 1,
      sources: new Set([source]),
      certainty: 'stated',
      note,
    });
  for (const { source, entry } of shown) {
    const inLine = entry.years ?? [];
    const lineNote = inLine.length > 1 ? `The venue line prints ${inLine.join(' and ')}.` : undefined;
    for (const year of inLine) add(source, year, lineNote);
    const dated = /\d{4}$/.exec(entry.date ?? '')?.[0];
    if (dated !== undefined) add(source, Number(dated), `Listed under ${entry.date}, the date of the arXiv version.`);
  }
  return claimsOf(readings, order);
}

function venuesOf(paper: SeedPaper, shown: readonly Shown[], order: SourceOrder): TextClaim[] {
  const readings = paper.venues.map(({ value, certainty, note }): Reading<string> => ({
    value,
    rank: 0,
    sources: new Set([publicRecord]),
    certainty,
    note,
  }));
  for (const { source, entry } of shown) {
    if (entry.venue === undefined) continue;
    const { printed, reads } = entry.venue;
    const year = paper.years[0]?.value ?? null;
    addReading(readings, [(value) => venueShort(value, year) === venueShort(reads, year)], {
      value: reads,
      rank: 1,
      sources: new Set([source]),
      certainty: 'stated',
      note: entry.type === undefined ? `Printed as “${printed}”.` : `Listed as a ${entry.type}.`,
    });
  }
  return claimsOf(readings, order);
}

const sameNames = (a: readonly string[], b: readonly string[]): boolean => a.join('\n') === b.join('\n');

/** What a document shows of the authors, where that is not the full list. */
function authorReadingsOf(all: readonly string[], shown: readonly Shown[], order: SourceOrder): NamesClaim[] {
  const readings: Reading<string[]>[] = [];
  for (const { source, entry } of shown) {
    const { names } = entry;
    if (names.length === 0 || sameNames(names, all)) continue;
    addReading(readings, [(value) => sameNames(value, names)], {
      value: [...names],
      rank: 1,
      sources: new Set([source]),
      certainty: 'stated',
      note: namesNote(entry, all.length),
    });
  }
  return claimsOf(readings, order);
}

function namesNote({ names, etAl, moreNames }: SeedEntry, all: number): string {
  const shows = `Shows ${names.length} of ${all} authors`;
  if (etAl === true) return `${shows}, then “et al.”.`;
  if (moreNames !== undefined) return `${shows}, then “+${moreNames} more”.`;
  return names.length < all ? `${shows}; the others are left out.` : 'Spells the names in another way.';
}

function groundsOf(
  paper: SeedPaper,
  all: readonly string[],
  shown: readonly Shown[],
  order: SourceOrder,
): NonNullable<Paper['grounds']> {
  const { evidence } = paper;
  const documents = (states: (entry: SeedEntry) => boolean): SourceId[] =>
    shown.filter(({ entry }) => states(entry)).map(({ source }) => source);
  const provenance = (certainty: Certainty, sources: SourceId[], note?: string): Provenance => ({
    sources: order(sources),
    certainty,
    ...(note === undefined ? {} : { note }),
  });
  const otherType = shown.find(({ entry }) => entry.type !== undefined && entry.type !== paper.type);
  return {
    authors: provenance(evidence.authors, [...documents((entry) => sameNames(entry.names, all)), publicRecord]),
    type: provenance(
      'derived',
      [ourselves, ...documents((entry) => entry.type === paper.type)],
      otherType === undefined ? undefined : `Another source lists it as a ${otherType.entry.type}.`,
    ),
    categories: provenance(evidence.categories, [publicRecord, ...documents((entry) => entry.category !== undefined)]),
    ...(paper.arxivId === null || evidence.arxivId === 'none found'
      ? {}
      : { arxivId: provenance(evidence.arxivId, [publicRecord]) }),
    ...(paper.doi === null || evidence.doi === 'none found'
      ? {}
      : { doi: provenance(evidence.doi, [evidence.doi === 'derived' ? arxivDoi : publicRecord]) }),
  };
}

function codeOf(paper: SeedPaper, shown: readonly Shown[], order: SourceOrder): CodeLink[] {
  return paper.code.map(({ url, label, kind, saidBy, certainty, official }) => ({
    url,
    host: new URL(url).hostname,
    label,
    kind,
    saidBy: order([
      ...saidBy,
      ...shown.filter(({ entry }) => entry.code?.includes(url) === true).map(({ source }) => source),
    ]),
    certainty,
    official,
  }));
}

function compilePaper(paper: SeedPaper, authors: Authorship[], shown: readonly Shown[], order: SourceOrder): Paper {
  const names = authors.map(({ name }) => name);
  const merged = {
    titles: titlesOf(paper, shown, order),
    years: yearsOf(paper, shown, order),
    venues: venuesOf(paper, shown, order),
    authorReadings: authorReadingsOf(names, shown, order),
    code: codeOf(paper, shown, order),
    grounds: groundsOf(paper, names, shown, order),
  };
  const claims = [merged.titles, merged.years, merged.venues, merged.authorReadings].flat();
  const grounds = Object.values(merged.grounds).filter((one) => one !== undefined);
  const listings = shown.flatMap(({ source, entry: { category, date, codeFlag } }) =>
    category === undefined || date === undefined || codeFlag === undefined
      ? []
      : [{ source, category, date, codeFlag }],
  );
  return {
    id: paper.id,
    ...merged,
    authors,
    type: paper.type,
    arxivId: paper.arxivId,
    doi: paper.doi,
    categories: paper.categories,
    categoriesCertainty: paper.evidence.categories,
    summary: paper.summary,
    topics: paper.topics,
    links: paper.links,
    listings,
    sources: order([
      ...shown.map(({ source }) => source),
      ...[...claims, ...grounds].flatMap((each) => each.sources),
      ...merged.code.flatMap(({ saidBy }) => saidBy),
    ]).filter((source) => source !== arxivDoi && source !== ourselves),
  };
}

/** Compiles all documents into one catalog. Papers and people keep the order of their files. */
export function compileSeeds(seeds: Seeds): { papers: Paper[]; people: Person[] } {
  const order = sourceOrderOf(seeds.sources);
  const bySource = new Map(seeds.documents.map((document) => [document.source, document]));
  const documents = order(bySource.keys()).flatMap((source) => bySource.get(source) ?? []);
  const shown: Shown[] = documents.flatMap(({ source, entries }) => entries.map((entry) => ({ source, entry })));
  const spellings = peopleBySpelling(seeds.people);
  const shownBy = new Map<string, SourceId[]>();
  const papers = seeds.papers.map((paper) => {
    const authors = authorshipsOf(paper, spellings);
    const here = shown.filter(({ entry }) => entry.paper === paper.id);
    for (const { source, entry } of here)
      for (const name of entry.names) {
        const person = personShown(name, authors, spellings);
        if (person !== null) shownBy.set(person, [...(shownBy.get(person) ?? []), source]);
      }
    return compilePaper(paper, authors, here, order);
  });
  const people = seeds.people.map((person) => compilePerson(person, documents, shownBy.get(person.id) ?? [], order));
  return { papers, people };
}
