// Reads the catalog: the index that finding papers needs, kept for the worker's life, and records on demand.
import type { Index } from '../detect/find.ts';
import { openSegment } from '../detect/segment.ts';
import type { CatalogDatabase, PackRow } from './database.ts';
import type { Paper, Person, Source } from './schema.ts';

/** What a pill needs of a paper besides the reader's own status. */
export interface PaperFacts {
  id: string;
  titles: readonly string[];
  authors: readonly string[];
  arxivId: string | null;
  doi: string | null;
  code: boolean;
}

/** What finding asks for, and the facts of what it finds. */
export interface CatalogIndex extends Index {
  facts(paperId: string): PaperFacts | null;
  papers: number;
}

/** Reads the title indexes of all packs. */
export async function openIndex(catalog: CatalogDatabase): Promise<CatalogIndex> {
  const rows = await catalog.index.toArray();
  const facts = new Map<string, PaperFacts>();
  const arxiv = new Map<string, string>();
  const dois = new Map<string, string>();
  for (const row of rows) {
    for (const [ordinal, id] of row.ids.entries()) {
      const arxivId = row.arxiv[ordinal] ?? null;
      const doi = row.doi[ordinal] ?? null;
      const titles = row.titles[ordinal] ?? [];
      facts.set(id, {
        id,
        titles,
        authors: row.authors[ordinal] ?? [],
        arxivId,
        doi,
        code: row.code[ordinal] ?? false,
      });
      if (arxivId !== null) arxiv.set(arxivId.toLowerCase(), id);
      if (doi !== null) dois.set(doi.toLowerCase(), id);
    }
  }
  return {
    segments: rows.map((row) => ({ segment: openSegment(row.segment), paperId: (ordinal) => row.ids[ordinal] ?? '' })),
    byArxiv: (id) => arxiv.get(id.toLowerCase()) ?? null,
    byDoi: (doi) => dois.get(doi.toLowerCase()) ?? null,
    title: (id) => facts.get(id)?.titles ?? [],
    authors: (id) => facts.get(id)?.authors ?? [],
    facts: (id) => facts.get(id) ?? null,
    papers: facts.size,
  };
}

/** The papers of those ids that the catalog holds. */
export async function papersOf(catalog: CatalogDatabase, ids: readonly string[]): Promise<Map<string, Paper>> {
  const rows = await catalog.papers
    .where('id')
    .anyOf([...ids])
    .toArray();
  return new Map(rows.map((row) => [row.id, row.paper]));
}

/** The people of those ids that the catalog holds. */
export async function peopleOf(catalog: CatalogDatabase, ids: readonly string[]): Promise<Map<string, Person>> {
  const rows = await catalog.people
    .where('id')
    .anyOf([...ids])
    .toArray();
  return new Map(rows.map((row) => [row.id, row.person]));
}

/** All papers with this person among the authors. */
export async function worksOf(catalog: CatalogDatabase, person: string): Promise<Paper[]> {
  const rows = await catalog.papers.where('people').equals(person).toArray();
  return [...new Map(rows.map((row) => [row.id, row.paper])).values()];
}

/** How many papers each of these people has in the catalog. */
export async function workCounts(catalog: CatalogDatabase, people: readonly string[]): Promise<Map<string, number>> {
  const counts = await Promise.all(people.map((person) => catalog.papers.where('people').equals(person).count()));
  return new Map(people.map((person, at) => [person, counts[at] ?? 0]));
}

/** The sources of all packs, by id. */
export async function sourcesById(catalog: CatalogDatabase): Promise<Map<string, Source>> {
  const packs = await catalog.packs.toArray();
  return new Map(packs.flatMap((pack) => pack.sources.map((source) => [source.id, source] as const)));
}

export function storedPacks(catalog: CatalogDatabase): Promise<PackRow[]> {
  return catalog.packs.toArray();
}
