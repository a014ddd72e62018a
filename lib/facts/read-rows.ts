// One fact for each row of a list: what the adapter's selectors found there, and the identifiers in its addresses.
import type { RowFields } from '../messages/page-protocol.ts';
import { cleanFacts } from './clean-facts.ts';
import type { PageFact } from '../paper/page-fact.ts';
import { makeFact } from './make-fact.ts';
import type { PageContext } from './page-context.ts';
import { siteReadings } from './site.ts';
import { wordsIn, type TitleContext } from './title.ts';
import { consistent, asCandidate } from './trust.ts';

/** Chinese and Japanese titles have no spaces to count words by. */
const longEnough = (title: string): boolean =>
  wordsIn(title) >= 3 ||
  (title.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu) ?? []).length >= 6;

function factOfRow(
  row: RowFields,
  { url, readAs, siteName, placesOf }: PageContext,
  around: TitleContext,
): PageFact | null {
  if (readAs === null) return null;
  const unknown = { arxiv: null, dois: [] };
  const anchor = { address: unknown, page: null, heading: null, around, placesOf };
  const kept = consistent(siteReadings(readAs, row, [], url).map((reading) => asCandidate(reading, anchor)));
  const clean = cleanFacts(kept, around);
  if (clean === null) return null;
  if (!longEnough(clean.title) && clean.authors.length === 0 && clean.arxiv === null && clean.doi === null) return null;
  if (clean.pdf === null) {
    const byRule = clean.pages.map((address) => placesOf(address)).find((found) => found !== null);
    if (byRule !== undefined) {
      clean.pdf = byRule.pdf;
      clean.from.pdf = 'address';
    }
  }
  return makeFact(clean, siteName);
}

/** By the rows' numbers; rows that say too little are absent. */
export function factsOfRows(
  rows: readonly RowFields[],
  context: PageContext,
  around: TitleContext,
): Map<number, PageFact> {
  const facts = new Map<number, PageFact>();
  // The document's title is the list's.
  const aroundRow = { ...around, document: '' };
  for (const row of rows) {
    const fact = factOfRow(row, context, aroundRow);
    if (fact !== null) facts.set(row.row, fact);
  }
  return facts;
}
