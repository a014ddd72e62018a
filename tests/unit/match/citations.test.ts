// Real citations of the 48 papers in many styles, with decoys and misquotes.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { findMentions } from '../../../lib/match/find-mentions.ts';
import { indexOf } from './index-of.ts';
import { blocksOf } from './markdown-blocks.ts';
import { seedPapers, SHARED } from './seed-papers.ts';

const FILE = `${SHARED}/mentions/citation-strings.jsonl`;
const Line = z.object({
  expect: z.array(z.int()),
  expectById: z.optional(z.array(z.int())),
  format: z.string(),
  text: z.string(),
  note: z.string(),
});

// The citations are other people's; they are read from the shared folder where it is there.
const lines = existsSync(FILE)
  ? readFileSync(FILE, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => Line.parse(JSON.parse(line)))
  : [];

describe.skipIf(lines.length === 0)('citations', () => {
  const papers = seedPapers();
  const index = indexOf(papers);
  // The papers' authors are known to a page's reader only if the catalog has them; both must do.
  const withoutAuthors = indexOf(papers.map((paper) => ({ ...paper, authors: [] })));
  it.each(lines)('$format: $text', async ({ expect: byTitle, expectById = [], text }) => {
    for (const catalog of [index, withoutAuthors]) {
      const mentions = await findMentions(blocksOf(text), catalog);
      const numbers = (vias: readonly string[]): number[] =>
        [
          ...new Set(mentions.filter(({ via }) => vias.includes(via)).flatMap((mention) => mention.papers.map(Number))),
        ].sort((one, other) => one - other);
      expect(numbers(['title'])).toEqual(byTitle);
      expect(numbers(['arxiv', 'doi'])).toEqual(expectById);
    }
  });
});
