// The pages that prove the site adapters: each folder of tests/fixtures/sites is one adapter's, and its expected.json
// says which pages it has, under which addresses, and what must come out of them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { root } from '../project.ts';

/** What must come out of one paper. What is not named may be anything; null must not be there. */
const ExpectedPaper = z.strictObject({
  title: z.optional(z.string()),
  /** The first of them, in order; all where it is []. */
  authors: z.optional(z.array(z.string())),
  year: z.optional(z.nullable(z.int())),
  venue: z.optional(z.nullable(z.string())),
  arxivId: z.optional(z.nullable(z.string())),
  doi: z.optional(z.nullable(z.string())),
  pdf: z.optional(z.nullable(z.string())),
  /** How it begins. */
  abstract: z.optional(z.nullable(z.string())),
  categories: z.optional(z.array(z.string())),
  /** Addresses that must be among its code; none may be where it is []. */
  code: z.optional(z.array(z.string())),
});
export type ExpectedPaper = z.infer<typeof ExpectedPaper>;

const ExpectedPage = z
  .strictObject({
    /** A file of the same folder, or … */
    page: z.optional(z.string()),
    /** … a saved page that is not part of the project. */
    saved: z.optional(z.string()),
    url: z.url(),
    /** Null: the page is about no paper of its own. */
    own: z.optional(z.nullable(ExpectedPaper)),
    rows: z.optional(
      z.strictObject({ count: z.optional(z.int().check(z.gte(0))), has: z.optional(z.array(ExpectedPaper)) }),
    ),
  })
  .check(z.refine((page) => (page.page === undefined) !== (page.saved === undefined), 'needs either page or saved'));
export type ExpectedPage = z.infer<typeof ExpectedPage>;

export interface Case extends Omit<ExpectedPage, 'page' | 'saved'> {
  /** The adapter's id: the folder's name. */
  site: string;
  /** As expected.json names it. */
  name: string;
  /** A saved page, not one of the project's own. */
  isSaved: boolean;
  /** Null: a saved page that is not here. */
  file: string | null;
}

export const fixtures = join(root, 'tests/fixtures/sites');
/** Saved pages lie beside the project, where they are there at all. */
const saved = join(root, '..', 'shared', 'pages');

/** Reads one folder's expected.json. Throws an Error that names the file. */
function casesIn(site: string, folder: string): Case[] {
  const file = join(folder, site, 'expected.json');
  if (!existsSync(file)) return [];
  let found: ExpectedPage[];
  try {
    found = z.array(ExpectedPage).parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new Error(`${site}/expected.json is not as it should be: ${error instanceof Error ? error.message : ''}`, {
      cause: error,
    });
  }
  return found.map(({ page, saved: path, ...rest }) => {
    const place = page === undefined ? join(saved, path ?? '') : join(folder, site, page);
    if (page !== undefined && !existsSync(place)) throw new Error(`${site}/expected.json names ${page}: no such file.`);
    return {
      ...rest,
      site,
      name: page ?? path ?? '',
      isSaved: page === undefined,
      file: existsSync(place) ? place : null,
    };
  });
}

/** All cases by adapter id, in the folders' order. */
export function readCases(folder = fixtures): Map<string, Case[]> {
  if (!existsSync(folder)) return new Map();
  const sites = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();
  return new Map(sites.map((site) => [site, casesIn(site, folder)]));
}
