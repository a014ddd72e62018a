// Pages as the sites themselves served them: what Byline reads there against what a person read in the same HTML.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { listen, readHere, type PageRead } from '../../tools/annotate/read.ts';
import { hasSavedPages, kinds, savedPage, savedPages, useByline } from './harness.ts';
import { shortForm } from './short-form.ts';

const Expected = z.record(
  z.string(),
  z.object({
    url: z.string(),
    site: z.string(),
    /** Null: the page is about no paper. */
    title: z.nullable(z.string()),
    firstAuthor: z.nullable(z.string()),
    authorCount: z.nullable(z.int()),
    year: z.nullable(z.int()),
    /** Null of a page with a paper: it has none. */
    doi: z.nullable(z.string()),
    /** How many; null where nobody counted them. */
    rows: z.nullable(z.int()),
    firstRow: z.nullable(z.string()),
    lastRow: z.nullable(z.string()),
    arxiv: z.optional(z.string()),
    venue: z.optional(z.nullable(z.string())),
    pdf: z.optional(z.nullable(z.string())),
  }),
);
type Expected = z.infer<typeof Expected>[string];

const file = join(savedPages, 'real/expected.json');
const pages = existsSync(file)
  ? Object.entries(Expected.parse(JSON.parse(readFileSync(file, 'utf8')))).map(([path, expected]) => ({
      path,
      // A search that was cut out of its address.
      url: expected.url.replace(/=\.\.\..*$/u, '=x'),
      expected,
    }))
  : [];

/** One address has many spellings: the scheme and a port that goes without saying are no difference. */
const address = (text: string | null): string | null =>
  text === null ? null : new URL(text).href.replace(/^https?:/u, '').replace(/^(\/\/[^/]+):(?:443|80)\//u, '$1/');

/** Each field that is expected: what it should be and what it is. */
function compared({ paper, rows }: PageRead, expected: Expected): Record<string, [want: unknown, got: unknown]> {
  const { title, firstAuthor, authorCount, year, doi, arxiv, venue, pdf } = expected;
  const said = (want: unknown, got: unknown): [unknown, unknown][] =>
    want === null || want === undefined ? [] : [[want, got]];
  const fields: Record<string, [unknown, unknown][]> = {
    paper: [[title !== null, paper !== null]],
    title: said(title, paper?.title ?? null),
    'first author': said(firstAuthor, paper?.authors[0] ?? null),
    authors: said(authorCount, paper?.authors.length ?? null),
    year: said(year, paper?.year ?? null),
    doi: title === null ? [] : [[doi?.toLowerCase() ?? null, paper?.doi ?? null]],
    arxiv: said(arxiv, paper?.arxivId ?? null),
    venue: said(venue, paper?.venue ?? null),
    pdf: said(address(pdf ?? null), address(paper?.pdf ?? null)),
    rows: said(expected.rows, rows.length),
    'first row': said(expected.firstRow, rows[0]?.title ?? null),
    'last row': said(expected.lastRow, rows.at(-1)?.title ?? null),
  };
  return Object.fromEntries(Object.entries(fields).flatMap(([name, pairs]) => pairs.map((pair) => [name, pair])));
}

// What is read is the worker's work, the same in both browsers.
describe.skipIf(!hasSavedPages).each(kinds.filter((kind) => kind === 'chromium'))(
  'real pages in %s',
  { retry: 0 },
  (kind) => {
    const byline = useByline(kind, { grant: pages.map(({ url }) => url) });
    const table: string[] = [];
    afterAll(() => {
      process.stdout.write(`${table.join('\n')}\n`);
    });

    it.each(shortForm(pages, 3))('$path', async ({ path, url, expected }) => {
      const { session, visit, report } = byline();
      await listen(session);
      const tab = await visit(url, savedPage(`real/${path}`));
      const found = await report(tab);
      const read = await readHere(session, [url, found.url]);
      await tab.close();
      const fields = compared(read, expected);
      const wrong = Object.entries(fields).filter(([, [want, got]]) => want !== got);
      table.push(
        `${wrong.length === 0 ? '✓' : '✗'} ${path}: ${Object.keys(fields).length - wrong.length} of ${Object.keys(fields).length} fields`,
        ...wrong.map(([name, [want, got]]) => `    ${name}: ${JSON.stringify(got)}, not ${JSON.stringify(want)}`),
      );
      expect(Object.fromEntries(Object.entries(fields).map(([name, [, got]]) => [name, got]))).toEqual(
        Object.fromEntries(Object.entries(fields).map(([name, [want]]) => [name, want])),
      );
    });
  },
);
