// A pack into the catalog's store. All rows are made first, outside of any transaction; then one transaction takes
// the pack's old rows out and puts the new ones in. A worker killed in the middle leaves the catalog as it was.
import { contentWords } from '../catalog/content-words.ts';
import type { CatalogDatabase, IndexRow, PackRow, PaperRow, PersonRow } from '../catalog/database.ts';
import { Pack, titleOf } from '../catalog/schema.ts';
import { buildSegment, SEGMENT_VERSION } from '../detect/segment.ts';

/** Its first number is raised when the rows below change, so that an updated Byline imports the same pack again. */
export const indexFormat = `1.${SEGMENT_VERSION}`;

export interface PackRows {
  pack: PackRow;
  papers: PaperRow[];
  people: PersonRow[];
  index: IndexRow;
}

/** The rows of a pack. Pure. */
export function rowsOf(pack: Pack): PackRows {
  const { format: _format, papers, people, ...facts } = pack;
  const titles = papers.map((paper) => paper.titles.map((title) => title.value));
  return {
    pack: { ...facts, papers: papers.length, people: people.length, indexFormat },
    papers: papers.map((paper, ordinal) => ({
      pack: pack.id,
      ordinal,
      id: paper.id,
      people: [...new Set(paper.authors.map((author) => author.person))],
      topics: [...new Set(paper.topics)],
      words: [...contentWords(titleOf(paper)).keys()],
      paper,
    })),
    people: people.map((person) => ({ pack: pack.id, id: person.id, person })),
    index: {
      pack: pack.id,
      segment: buildSegment(titles.map((all, paper) => ({ paper, titles: all }))),
      ids: papers.map((paper) => paper.id),
      titles,
      arxiv: papers.map((paper) => paper.arxivId),
      doi: papers.map((paper) => paper.doi),
      authors: papers.map((paper) => paper.authors.map((author) => author.name)),
      code: papers.map((paper) => paper.code.length > 0),
    },
  };
}

/** Parses a pack and puts it in place of the one of the same id. Throws, and leaves everything as it was, when the
 *  pack does not parse or the store fails. Answers the number of papers. */
export async function importPack(catalog: CatalogDatabase, unparsed: unknown): Promise<number> {
  const rows = rowsOf(Pack.parse(unparsed));
  const { id } = rows.pack;
  await catalog.transaction('rw', catalog.packs, catalog.papers, catalog.people, catalog.index, async () => {
    await Promise.all([
      catalog.papers.where('pack').equals(id).delete(),
      catalog.people.where('pack').equals(id).delete(),
    ]);
    await Promise.all([
      catalog.papers.bulkPut(rows.papers),
      catalog.people.bulkPut(rows.people),
      catalog.index.put(rows.index),
      catalog.packs.put(rows.pack),
    ]);
  });
  return rows.papers.length;
}

/** Whether the store holds this version of a pack, imported by a build of the same index format. */
export async function holdsPack(catalog: CatalogDatabase, id: string, version: string): Promise<boolean> {
  const row = await catalog.packs.get(id);
  return row?.version === version && row.indexFormat === indexFormat;
}
