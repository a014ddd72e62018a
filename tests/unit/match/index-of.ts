// An index made from plain records, for tests.
import { buildTitleIndex, openChunk, openResidentIndex } from '../../../lib/packs/tables/title-index.ts';
import type { FindSource, PaperFacts } from '../../../lib/match/find-mentions.ts';

export interface TestPaper {
  id: string;
  titles: readonly string[];
  authors?: readonly string[];
  arxivId?: string | null;
  doi?: string | null;
}

/** A catalog of one pack in memory. */
export function indexOf(papers: readonly TestPaper[]): FindSource {
  const { front, chunks } = buildTitleIndex(papers.map(({ titles }, paper) => ({ paper, titles })));
  const facts = papers.map(({ id, titles, authors = [], arxivId = null, doi = null }): PaperFacts => ({
    id,
    titles,
    authors,
    arxivId,
    doi,
    code: false,
  }));
  const byKey = new Map<string, PaperFacts>();
  for (const paper of facts) {
    if (paper.arxivId !== null) byKey.set(`arxiv:${paper.arxivId}`, paper);
    if (paper.doi !== null) byKey.set(`doi:${paper.doi.toLowerCase()}`, paper);
  }
  const opened = chunks.map(openChunk);
  return {
    titles: [
      { front: openResidentIndex(front), chunks: async (numbers) => numbers.map((number) => opened[number] ?? null) },
    ],
    papers: async (refs) => refs.map(({ ordinal }) => facts[ordinal] ?? null),
    byIdentifiers: async (keys) =>
      new Map(
        keys.flatMap((key) => {
          const paper = byKey.get(key);
          return paper === undefined ? [] : [[key, paper] as const];
        }),
      ),
  };
}
