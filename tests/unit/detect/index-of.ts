// An index made from plain records, for tests.
import { buildSegment, openSegment } from '../../../lib/detect/segment.ts';
import type { Index } from '../../../lib/detect/find.ts';

export interface TestPaper {
  id: string;
  titles: readonly string[];
  authors?: readonly string[];
  arxivId?: string | null;
  doi?: string | null;
}

export function indexOf(papers: readonly TestPaper[]): Index {
  const segment = openSegment(buildSegment(papers.map(({ titles }, paper) => ({ paper, titles }))));
  const byId = new Map(papers.map((paper) => [paper.id, paper]));
  const byArxiv = new Map<string, string>();
  const byDoi = new Map<string, string>();
  for (const { id, arxivId, doi } of papers) {
    if (typeof arxivId === 'string') byArxiv.set(arxivId, id);
    if (typeof doi === 'string') byDoi.set(doi.toLowerCase(), id);
  }
  return {
    segments: [{ segment, paperId: (ordinal) => papers[ordinal]?.id ?? '' }],
    byArxiv: (id) => byArxiv.get(id) ?? null,
    byDoi: (doi) => byDoi.get(doi) ?? null,
    title: (paper) => byId.get(paper)?.titles ?? [],
    authors: (paper) => byId.get(paper)?.authors ?? [],
  };
}
