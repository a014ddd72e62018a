// Every saved page: each visible occurrence of a title is found, and nothing else.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { findMentions, ownPapers } from '../../../lib/match/find-mentions.ts';
import { readPage } from './html-blocks.ts';
import { indexOf } from './index-of.ts';
import { seedPapers, SHARED } from './seed-papers.ts';

const LIST = `${SHARED}/pages/expected.json`;
const Expected = z.record(
  z.string(),
  z.object({ url: z.string(), papers: z.record(z.string(), z.object({ visible: z.int() })) }),
);
// Other people's pages; read from the shared folder where it is there.
const pages = existsSync(LIST) ? Object.entries(Expected.parse(JSON.parse(readFileSync(LIST, 'utf8')))) : [];

describe.skipIf(pages.length === 0)('saved pages', () => {
  const index = indexOf(seedPapers());
  it.each(pages)('%s', async (file, { url, papers }) => {
    const { blocks, meta } = readPage(readFileSync(`${SHARED}/pages/${file}`, 'utf8'), url);
    const own = (await ownPapers(url, meta, index)).map((one) => one.paper);
    const counts: Record<string, number> = {};
    for (const mention of await findMentions(blocks, index, own)) {
      for (const paper of mention.papers) counts[paper] = (counts[paper] ?? 0) + 1;
    }
    const wanted = Object.entries(papers).flatMap(([paper, { visible }]) => (visible > 0 ? [[paper, visible]] : []));
    expect(counts).toEqual(Object.fromEntries(wanted));
  });
});
