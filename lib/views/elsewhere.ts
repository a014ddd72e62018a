// The places on the web where a paper can be read or looked up, in the order shown. https only. Pure.
import { isHttpsAddress } from '../paper/https-address.ts';
import { isArxivDoi } from '../paper/identifiers.ts';
import { titleOf, type Paper } from '../paper/schema.ts';

export interface WebPlace {
  name: string;
  url: string;
}

/** Hosts of a record's own links and what readers call them. The first that fits counts. */
const hosts: readonly (readonly [host: string, name: string])[] = [
  ['openreview.net', 'OpenReview'],
  ['proceedings.mlr.press', 'PMLR'],
  ['papers.nips.cc', 'NeurIPS'],
  ['proceedings.neurips.cc', 'NeurIPS'],
  ['openaccess.thecvf.com', 'CVF'],
  ['aclanthology.org', 'ACL Anthology'],
  ['research.google', 'Google Research'],
  ['jmlr.org', 'JMLR'],
  ['dl.acm.org', 'ACM'],
  ['ieeexplore.ieee.org', 'IEEE Xplore'],
  ['huggingface.co', 'Hugging Face'],
];

const isHost = (host: string, wanted: string): boolean => host === wanted || host.endsWith(`.${wanted}`);

/** A record's own page by its host; null for what is elsewhere in the list already, or is no https address. */
function ownPage(link: string): WebPlace | null {
  if (!URL.canParse(link)) return null;
  const url = new URL(link);
  if (url.protocol !== 'https:' || isHost(url.hostname, 'arxiv.org') || isHost(url.hostname, 'doi.org')) return null;
  const name = hosts.find(([host]) => isHost(url.hostname, host))?.[1] ?? url.hostname.replace(/^www\./, '');
  return { name, url: url.href };
}

/** The PDF beside a proceedings page whose addresses follow a rule. */
function pdfBeside(link: string): string | null {
  const pmlr = /^https:\/\/proceedings\.mlr\.press\/(v\d+)\/([\w-]+)\.html$/.exec(link);
  if (pmlr?.[1] !== undefined && pmlr[2] !== undefined)
    return `https://proceedings.mlr.press/${pmlr[1]}/${pmlr[2]}/${pmlr[2]}.pdf`;
  const openReview = /^https:\/\/openreview\.net\/forum\?id=([\w-]+)$/.exec(link);
  return openReview?.[1] === undefined ? null : `https://openreview.net/pdf?id=${openReview[1]}`;
}

const byDoi = (doi: string): string => `https://doi.org/${encodeURI(doi.toWellFormed())}`;

/** The page where a paper is read first: arXiv's, a site's own, its DOI's; null where none is known. */
export function bestPage({ arxivId, doi, links }: Pick<Paper, 'arxivId' | 'doi' | 'links'>): string | null {
  if (arxivId !== null) return `https://arxiv.org/abs/${arxivId}`;
  for (const link of links) {
    const page = ownPage(link);
    if (page !== null && isHttpsAddress(page.url)) return page.url;
  }
  return doi === null || !isHttpsAddress(byDoi(doi)) ? null : byDoi(doi);
}

/** Maximum letters of a title that is searched for: each may become nine in an address. */
const MAX_SEARCHED = 200;

/**
 * @param pagePdf the PDF that a page of the paper names
 * @param links the paper's, and those that other sites add
 */
export function elsewhere(paper: Paper, pagePdf?: string, links: readonly string[] = paper.links): WebPlace[] {
  const { arxivId, doi } = paper;
  const title = encodeURIComponent(titleOf(paper).slice(0, MAX_SEARCHED).toWellFormed());
  const places: WebPlace[] = [];
  if (arxivId !== null) places.push({ name: 'arXiv', url: `https://arxiv.org/abs/${arxivId}` });
  const pdf =
    arxivId === null
      ? (paper.links.map(pdfBeside).find((link) => link !== null) ?? pagePdf)
      : `https://arxiv.org/pdf/${arxivId}`;
  if (pdf !== undefined && pdf !== null) places.push({ name: 'PDF', url: pdf });
  for (const link of links) {
    const page = ownPage(link);
    if (page !== null && !places.some((place) => place.name === page.name)) places.push(page);
  }
  // arXiv's own DOIs lead to the arXiv page that is in the list already.
  if (doi !== null && !isArxivDoi(doi)) places.push({ name: 'DOI', url: byDoi(doi) });
  places.push({
    name: 'Semantic Scholar',
    url:
      arxivId === null
        ? `https://www.semanticscholar.org/search?q=${title}`
        : `https://www.semanticscholar.org/arxiv/${arxivId}`,
  });
  places.push({ name: 'Google Scholar', url: `https://scholar.google.com/scholar?q=${title}` });
  return places.filter(({ url }) => isHttpsAddress(url));
}
