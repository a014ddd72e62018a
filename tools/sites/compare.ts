// What came out of a page against what must come out. Pure.
import type { PageFacts } from '../../lib/facts/read-page.ts';
import type { PageFact } from '../../lib/paper/page-fact.ts';
import type { ExpectedPage, ExpectedPaper } from './cases.ts';

const plain = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();
const quoted = (value: unknown): string => (value === undefined || value === null ? 'nothing' : JSON.stringify(value));

/** What differs, a phrase each; empty where the paper is as expected. */
export function differences(fact: PageFact, expected: ExpectedPaper): string[] {
  const { record } = fact;
  const found: string[] = [];
  const look = (field: string, fits: boolean, want: unknown, got: unknown): void => {
    if (!fits) found.push(`${field} is ${quoted(got)}, not ${quoted(want)}`);
  };
  const { title, authors, abstract, categories, code } = expected;
  if (title !== undefined) look('title', plain(record.title) === plain(title), title, record.title);
  if (authors !== undefined) {
    const got = record.authors?.slice(0, authors.length === 0 ? 1 : authors.length) ?? [];
    look('authors', JSON.stringify(got) === JSON.stringify(authors), authors, record.authors?.slice(0, 12));
  }
  const { year, venue, arxivId, doi } = record;
  for (const [field, got] of Object.entries({ year, venue, arxivId, doi, pdf: fact.pdf })) {
    const want = expected[field as 'year' | 'venue' | 'arxivId' | 'doi' | 'pdf'];
    if (want !== undefined) look(field, (got ?? null) === want, want, got);
  }
  if (abstract !== undefined) {
    const got = fact.abstract === null ? null : plain(fact.abstract);
    look('abstract', abstract === null ? got === null : got?.startsWith(plain(abstract)) === true, abstract, got);
  }
  for (const category of categories ?? [])
    look('categories', record.categories?.includes(category) === true, category, record.categories);
  const urls = record.code?.map((link) => link.url) ?? [];
  if (code?.length === 0) look('code', urls.length === 0, null, urls);
  for (const url of code ?? []) look('code', urls.includes(url), url, urls);
  return found;
}

/** The row that is meant: it fits in all, or else in most. */
function closest(rows: readonly PageFact[], expected: ExpectedPaper): { fact: PageFact; differ: string[] } | null {
  let best: { fact: PageFact; differ: string[] } | null = null;
  for (const fact of rows) {
    const differ = differences(fact, expected);
    const same = expected.title !== undefined && plain(expected.title) === plain(fact.record.title);
    if (best === null || differ.length < best.differ.length || (same && differ.length === best.differ.length))
      best = { fact, differ };
    if (differ.length === 0) break;
  }
  return best;
}

/** What is wrong with a page's facts, a phrase each. */
export function problemsOf(facts: PageFacts, { own, rows }: Pick<ExpectedPage, 'own' | 'rows'>): string[] {
  const problems: string[] = [];
  if (own === null && facts.pagePaper !== null)
    problems.push(`is about no paper, and gives one: ${quoted(facts.pagePaper.record.title)}`);
  if (own !== null && own !== undefined) {
    if (facts.pagePaper === null) problems.push('gives no paper of its own');
    else problems.push(...differences(facts.pagePaper, own));
  }
  const found = [...facts.rows.values()];
  if (rows?.count !== undefined && rows.count !== found.length)
    problems.push(`gives ${found.length} rows, not ${rows.count}`);
  for (const expected of rows?.has ?? []) {
    const best = closest(found, expected);
    if (best === null) problems.push(`has no row for ${quoted(expected.title ?? expected)}`);
    else problems.push(...best.differ.map((words) => `row ${quoted(best.fact.record.title)}: ${words}`));
  }
  return problems;
}
