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
  const byArxiv = new Map(papers.flatMap((paper) => (paper.arxivId ? [[paper.arxivId, paper.id] as const] : [])));
  const byDoi = new Map(papers.flatMap((paper) => (paper.doi ? [[paper.doi.toLowerCase(), paper.id] as const] : [])));
  return {
    segments: [{ segment, paperId: (ordinal) => papers[ordinal]?.id ?? '' }],
    byArxiv: (id) => byArxiv.get(id) ?? null,
    byDoi: (doi) => byDoi.get(doi) ?? null,
    title: (paper) => byId.get(paper)?.titles ?? [],
    authors: (paper) => byId.get(paper)?.authors ?? [],
  };
}
