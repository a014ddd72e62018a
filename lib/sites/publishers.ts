// Where the publisher of a DOI shows its papers: by the DOI's prefix, the adapters of its sites.

/** Ids of adapters (`index.ts`); of a publisher with several sites all of them. */
export const publishers: Readonly<Record<string, readonly string[]>> = {
  '10.1001': ['jama'],
  '10.1002': ['wiley'],
  '10.1016': ['sciencedirect', 'cell'],
  '10.1017': ['cambridge'],
  '10.1021': ['acs'],
  '10.1038': ['nature'],
  '10.1039': ['rsc'],
  '10.1063': ['aip'],
  '10.1073': ['pnas'],
  '10.1080': ['taylor-francis'],
  '10.1088': ['iop'],
  '10.1093': ['oup'],
  '10.1101': ['biorxiv', 'medrxiv'],
  '10.1103': ['aps'],
  '10.1109': ['ieee'],
  '10.1111': ['wiley'],
  '10.1126': ['science'],
  '10.1145': ['acm'],
  '10.1177': ['sage'],
  '10.1186': ['bmc', 'springer'],
  '10.1371': ['plos'],
  '10.18653': ['acl-anthology'],
  '10.1007': ['springer'],
  '10.1609': ['aaai'],
  '10.2139': ['ssrn'],
  '10.21105': ['joss'],
  '10.21468': ['scipost'],
  '10.24963': ['ijcai'],
  '10.3389': ['frontiers'],
  '10.3390': ['mdpi'],
  '10.48550': ['arxiv'],
  '10.5194': ['copernicus'],
  '10.5281': ['zenodo'],
  '10.7554': ['elife'],
  '10.7717': ['peerj'],
};

/** Sites that publish papers which may have no identifier: proceedings, journals and conferences of their own. */
const proceedings = ['openreview', 'pmlr', 'neurips', 'cvf', 'ecva', 'jmlr', 'nber', 'virtual-conference'];

const publishing: ReadonlySet<string> = new Set([...Object.values(publishers).flat(), ...proceedings]);

/** Whether the adapter's site publishes papers, so that its page of one is a place of that paper. */
export const isPublisher = (id: string): boolean => publishing.has(id);

/** Ids of the adapters of a paper's own places: arXiv for an arXiv id, the publisher's sites for its DOI. */
export function ownPlaces(paper: { arxivId?: string | null | undefined; doi?: string | null | undefined }): string[] {
  const prefix = /^10\.\d+/.exec(paper.doi ?? '')?.[0];
  return [
    ...(typeof paper.arxivId === 'string' ? ['arxiv'] : []),
    ...(prefix !== undefined && Object.hasOwn(publishers, prefix) ? (publishers[prefix] ?? []) : []),
  ];
}
