// One page's word on a paper, and what it is found by. Pure.
import * as z from 'zod/mini';
import { paperKeys } from '../../paper/keys.ts';
import { PageFact, PageRole } from '../../paper/page-fact.ts';
import { PaperId } from '../../paper/schema.ts';
import { siteIdOf, siteNameOf } from '../../sites/site-name.ts';

/** A page's word, and the ids by which packs know the same paper. */
export const PagePaper = z.object({
  fact: PageFact,
  also: z.array(PaperId),
  /** The page's address. */
  page: z.string(),
  role: PageRole,
});
export type PagePaper = z.infer<typeof PagePaper>;

/** An address without its fragment, and without a name and password: the same page. */
export function pageAddressOf(url: string): string {
  const [bare = ''] = url.split('#', 1);
  if (!/^https?:\/\/[^/?]*@/i.test(bare) || !URL.canParse(bare)) return bare;
  const address = new URL(bare);
  address.username = '';
  address.password = '';
  return address.href;
}

/** One site's word. */
export const KeptWord = z.object({
  /** When it was said last. */
  at: z.number(),
  paper: PagePaper,
});
export type KeptWord = z.infer<typeof KeptWord>;

/** What a paper is found by besides its record's id: other ids, its page, its PDF at the page's own site. */
export function wordsOfPage({ fact: { record, pdf, site }, also, page, role }: PagePaper): Set<string> {
  // What a site without an adapter claims beside the paper's id leads nowhere: its pages may claim any.
  const words = new Set([...(siteIdOf(site) === null ? [] : paperKeys(record)), ...also]);
  words.delete(record.id);
  if (role === 'about') words.add(page);
  if (pdf !== null && siteNameOf(pdf) === site) words.add(pageAddressOf(pdf));
  return words;
}

export const wordsOfPages = (kept: readonly KeptWord[]): Set<string> =>
  new Set(kept.flatMap(({ paper }) => [...wordsOfPage(paper)]));
