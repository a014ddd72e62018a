// When a page is about one paper, and not a list, a site's start page or the news.
import type { SitePage } from '../sites/adapter.ts';
import type { PageContext } from './page-context.ts';
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

/** Addresses of a journal's issue or volume. */
const CONTENTS = /\/(?:toc|issues?|volumes?(?:-and-issues)?|loi|current)(?:\/[\w.:-]{1,30}){0,4}\/?$/i;

/** The document's title of a page that comes before another: one has to sign in, or prove to be no program. */
const WALL =
  /^(?:just a moment|one moment|please wait|attention required|checking your browser|verif(?:y|ying) (?:that )?you|are you (?:a )?(?:human|robot)|robot check|human verification|(?:site )?security (?:check|verification)|access (?:to this \w+ )?(?:is |has been )?(?:denied|restricted)|sign[ -]?in\b|log[ -]?in\b|log on\b|register\b|create (?:an |your )?account|client challenge|pardon our interruption|ddos|making sure you|cookies? (?:absent|required|disabled|not supported)|enable (?:javascript|cookies)|javascript (?:is )?(?:required|disabled)|validate user|(?:re)?captcha|session (?:expired|timed out|timeout)|redirecting|radware|unusual traffic|too many requests|error \d|authenticat(?:e|ion)|institutional (?:login|access)|shibboleth)/i;

/** Whether a page of this kind has a paper of its own. */
const hasOwnRow = (page: SitePage | null): boolean => page?.rows.some(({ row }) => row === '') === true;

/**
 * Whether what a page says makes it one paper's.
 * @param document the document's title, cleaned
 */
export function isOnePaper(
  sources: PageSources,
  { url, site: adapter, page, ids }: PageContext,
  document: string,
): boolean {
  const { highwire, linked, described, site, coins, pattern } = sources;
  const others = [highwire, linked, ...described, ...site, coins].filter(titled);
  if (WALL.test(document) && !others.some(({ title }) => holdsTitle(document, title))) return false;
  if (hasOwnRow(page) && site.some(titled)) return true;
  // Lists have titles and dates, too, but no authors.
  const isList = page !== null && page.rows.length > 0 && !hasOwnRow(page);
  const isContents = URL.canParse(url) && CONTENTS.test(new URL(url).pathname);
  if ((isList || isContents) && !others.some((one) => has(one, 'authors'))) return false;
  if (titled(highwire) && has(highwire, 'authors', 'doi', 'pdf', 'date', 'arxiv')) return true;
  if (titled(linked) && has(linked, 'authors', 'doi')) return true;
  // Tags that leave the title empty and say all else.
  if (highwire !== null && has(highwire, 'authors') && has(highwire, 'doi', 'arxiv', 'pdf') && titled(pattern))
    return true;
  if (isList) return false;
  const isDescribed = described.some(titled);
  if (isDescribed && described.some(({ ids }) => ids.dois.length > 0 || ids.arxiv !== null)) return true;
  if (titled(coins) && has(coins, 'authors') && holdsTitle(document, coins.title)) return true;
  if (ids.arxiv === null && ids.dois.length === 0) return false;
  if (isDescribed || [highwire, linked, coins].some(titled)) return true;
  // A document's title alone: only where no adapter knows better, and the address is the paper's.
  return adapter === null && titled(pattern) && URL.canParse(url) && !BESIDE.test(new URL(url).pathname);
}
