// When a page is about one paper, and not a list, a site's start page or the news.
import type { Picked } from '../sites/pick.ts';
import type { Identifiers } from '../paper/identifiers.ts';
import { holdsTitle } from './title.ts';
import type { CandidateReading } from './trust.ts';

/** The readings of one page by their source; only those that are about its paper. */
export interface PageSources {
  highwire: CandidateReading | null;
  /** Dublin Core and PRISM. */
  described: readonly CandidateReading[];
  linked: CandidateReading | null;
  /** The adapter's own row, by script or by selectors. */
  site: readonly CandidateReading[];
  coins: CandidateReading | null;
  pattern: CandidateReading | null;
}

const titled = (one: CandidateReading | null): one is CandidateReading & { title: string } =>
  one !== null && one.title !== null;
const has = ({ fields }: CandidateReading, ...names: (keyof CandidateReading['fields'])[]): boolean =>
  names.some((name) => fields[name] !== undefined);

/** A page of a paper's, but not the paper's: who cites it, its pictures. */
const BESIDE =
  /\/(?:cited-?by|citations?|references|metrics|figures?|tables|supplement(?:ary)?|comments|related|share|reviews|peer-review)\/?$/i;

/** Whether a page of this kind has a paper of its own. */
export const hasOwnRow = (picked: Picked | null): boolean => picked?.page.rows.some(({ row }) => row === '') === true;

/**
 * Whether what a page says makes it one paper's.
 * @param known the site has an adapter, whichever kind of page this is
 */
export function isOnePaper(
  sources: PageSources,
  {
    url,
    picked,
    known,
    address,
    document,
  }: {
    url: string;
    picked: Picked | null;
    known: boolean;
    address: Identifiers;
    document: string;
  },
): boolean {
  const { highwire, linked, described, site, coins, pattern } = sources;
  if (hasOwnRow(picked) && site.some(titled)) return true;
  if (titled(highwire) && has(highwire, 'authors', 'doi', 'pdf', 'date', 'arxiv')) return true;
  if (titled(linked) && has(linked, 'authors', 'doi')) return true;
  // Pages that an adapter knows as lists.
  if (known && picked !== null && picked.page.rows.length > 0 && !hasOwnRow(picked)) return false;
  const isDescribed = described.some(titled);
  if (isDescribed && described.some(({ ids }) => ids.dois.length > 0 || ids.arxiv !== null)) return true;
  if (titled(coins) && has(coins, 'authors') && holdsTitle(document, coins.title)) return true;
  if (address.arxiv === null && address.dois.length === 0) return false;
  if (isDescribed || [highwire, linked, coins].some(titled)) return true;
  // A document's title alone: only where no adapter knows better, and the address is the paper's.
  return !known && titled(pattern) && URL.canParse(url) && !BESIDE.test(new URL(url).pathname);
}
