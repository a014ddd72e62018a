// The 48 resolved papers, read from the shared folder beside the project.
import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import type { TestPaper } from './index-of.ts';

export const SHARED = '../shared';
export const sharedIsHere = existsSync(`${SHARED}/seeds/facts.json`);

const Facts = z.array(
  z.object({
    n: z.int(),
    title: z.string(),
    altTitles: z.array(z.string()),
    authors: z.array(z.string()),
    arxivId: z.nullish(z.string()),
    doi: z.nullish(z.string()),
  }),
);

/** Papers with their number in `facts.json` as id. */
export function seedPapers(): TestPaper[] {
  if (!sharedIsHere) return [];
  const facts = Facts.parse(JSON.parse(readFileSync(`${SHARED}/seeds/facts.json`, 'utf8')));
  return facts.map(({ n, title, altTitles, authors, arxivId, doi }) => ({
    id: String(n),
    titles: [title, ...altTitles],
    authors,
    arxivId: arxivId ?? null,
    doi: doi ?? null,
  }));
}
