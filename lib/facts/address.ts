// What an address says: the paper's identifiers, and where its page and its PDF are, one from the other.
import { cleanUrl } from '../paper/clean.ts';
import { doiOfArxivId, identifiersOfPageAddress, type Identifiers } from '../paper/identifiers.ts';
import type { SiteAdapter } from '../sites/adapter.ts';
import { sites } from '../sites/index.ts';
import { compiledPattern, sitesOfAddress } from '../sites/pick-adapter.ts';
import type { Reading } from './reading.ts';
import { filledFields } from './fields.ts';
import { identifiersAgree, identifiersContradict } from '../paper/same-paper.ts';

export interface Places {
  /** The paper's own page, https. */
  page: string;
  pdf: string;
  /** The site's name, or its host. */
  site: string;
}

/** What an address says by itself. */
export interface PageAddress {
  url: string;
  /** Identifiers of the paper that the address names. */
  ids: Identifiers;
  /** Where that paper's page and PDF are, if the address says so. */
  places: Places | null;
}

const filledIn = (template: string, groups: readonly (string | undefined)[]): string | null =>
  cleanUrl(template.replace(/\{(\d)\}/g, (_, number: string) => groups[Number(number)] ?? ''));

const isPdf = (path: string): boolean => /\.pdf$|\/(?:e?pdf|pdfdirect|pdfft)(?:\/|$)/i.test(path);

/**
 * Where a paper's page and PDF are, from the address of either, by the site's rule; at a site without one, the PDF with
 * a DOI or an arXiv id in its address has its page at doi.org. Null for all other addresses.
 */
export function placesOf(url: string, among: readonly SiteAdapter[] = sites): Places | null {
  if (url.length > 2000 || !URL.canParse(url)) return null;
  const parsed = new URL(url);
  if (parsed.protocol !== 'https:' && parsed.protocol !== 'http:') return null;
  parsed.protocol = 'https:';
  parsed.hash = '';
  const { href, hostname, pathname } = parsed;
  for (const { addresses = [], name } of sitesOfAddress(hostname, among)) {
    for (const rule of addresses) {
      const match = compiledPattern(rule.match).exec(href);
      if (match === null) continue;
      const page = filledIn(rule.page, match);
      const pdf = filledIn(rule.pdf, match);
      if (page !== null && pdf !== null) return { page, pdf, site: name };
    }
  }
  if (!isPdf(pathname)) return null;
  const { arxiv, dois } = identifiersOfPageAddress(href);
  const doi = arxiv === null ? dois.at(-1) : doiOfArxivId(arxiv);
  const page = doi === undefined ? null : cleanUrl(`https://doi.org/${encodeURI(doi.toWellFormed())}`);
  const pdf = cleanUrl(href);
  return page === null || pdf === null ? null : { page, pdf, site: hostname.replace(/^www\./, '') };
}

/** Identifiers of the address itself; several DOIs where it is not clear how much of it is one. */
export const addressReading = ({ ids, places }: PageAddress): Reading => ({
  from: 'address',
  fields: filledFields({ arxiv: [ids.arxiv], doi: ids.dois, pdf: [places?.pdf], page: [places?.page] }),
});

/** Whether two addresses are of one paper: by the site's rule, by an identifier, or one only adds to the other. */
export function samePaperByAddress(
  { url: one, ids, places }: PageAddress,
  { url: other, ids: others, places: elsewhere }: PageAddress,
): boolean {
  if (places !== null && elsewhere !== null) return places.page === elsewhere.page;
  if (identifiersAgree(ids, others) || identifiersContradict(ids, others)) return identifiersAgree(ids, others);
  if (!URL.canParse(one) || !URL.canParse(other)) return false;
  const [short, long] = [new URL(one), new URL(other)].toSorted((a, b) => a.href.length - b.href.length);
  if (short === undefined || long === undefined || short.origin !== long.origin) return false;
  const path = short.pathname.replace(/\/$/, '');
  if (path === '' || (long.pathname !== path && !long.pathname.startsWith(`${path}/`))) return false;
  return [...short.searchParams].every(([name, value]) => long.searchParams.getAll(name).includes(value));
}
