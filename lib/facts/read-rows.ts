// One fact for each row of a list: what the adapter's selectors found there, and the identifiers in its addresses.
import type { RowFields } from '../messages/page-protocol.ts';
import type { SiteAdapter, SitePage } from '../sites/adapter.ts';
import { placesOf } from './address.ts';
import { cleanFacts } from './clean-facts.ts';
import type { PageFact } from '../paper/page-fact.ts';
import { makeFact } from './make-fact.ts';
import { siteReadings } from './site.ts';
import { wordsIn, type Surroundings } from './title.ts';
import { consistent, asCandidate } from './trust.ts';

export interface RowsOf {
  url: string;
  /** Null where no adapter knows the page. */
  page: SitePage | null;
  site: string;
  around: Surroundings;
  among: readonly SiteAdapter[];
}

/** Chinese and Japanese titles have no spaces to count words by. */
const longEnough = (title: string): boolean =>
  wordsIn(title) >= 3 ||
  (title.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu) ?? []).length >= 6;

function factOfRow(row: RowFields, { url, page, site, around, among }: RowsOf): PageFact | null {
  if (page === null) return null;
  const unknown = { arxiv: null, dois: [] };
  // The document's title is the list's.
  const anchor = { address: unknown, page: null, heading: null, around: { ...around, document: '' }, among };
  const kept = consistent(siteReadings(page, row, [], url).map((reading) => asCandidate(reading, anchor)));
  const clean = cleanFacts(kept, anchor.around);
  if (clean === null) return null;
  if (!longEnough(clean.title) && clean.authors.length === 0 && clean.arxiv === null && clean.doi === null) return null;
  const places = [...clean.pages, ...(clean.pdf === null ? [] : [clean.pdf])];
  const byRule = places.map((address) => placesOf(address, among)).find((found) => found !== null);
  if (clean.pdf === null && byRule !== undefined) {
    clean.pdf = byRule.pdf;
    clean.from.pdf = 'address';
  }
  return makeFact(clean, site);
}

/** By the rows' numbers; rows that say too little are absent. */
export function factsOfRows(rows: readonly RowFields[], of: RowsOf): Map<number, PageFact> {
  const facts = new Map<number, PageFact>();
  for (const row of rows) {
    const fact = factOfRow(row, of);
    if (fact !== null) facts.set(row.row, fact);
  }
  return facts;
}
