// Whether what a page says and what a pack says are of one paper. Pure.
import type { PaperFacts } from '../detect/source.ts';
import type { PaperRecord } from '../packs/record.ts';
import { sameName } from '../text/names.ts';
import { canonical } from '../text/tokens.ts';
import { nearYears } from './join.ts';

/** Names read of each; collaborations have thousands. */
const namesRead = 30;

const bare = (arxivId: string): string => arxivId.toLowerCase().replace(/v\d+$/, '');
const isArxivDoi = (doi: string): boolean => doi.toLowerCase().startsWith('10.48550/');

/**
 * Two arXiv ids are two papers, whatever they are called; one id is one paper. Else one title, and an author in common
 * where both name any, in years close by: two papers of one title stay two.
 */
export function sameWork(said: PaperRecord, known: PaperFacts): boolean {
  if (said.arxivId !== undefined && known.arxivId !== null) return bare(said.arxivId) === bare(known.arxivId);
  if (said.doi !== undefined && known.doi !== null && said.doi.toLowerCase() === known.doi.toLowerCase()) return true;
  const titles = new Set([said.title, ...(said.otherTitles ?? [])].map(canonical));
  if (!known.titles.some((title) => titles.has(canonical(title)))) return false;
  if (said.year !== undefined && known.year !== undefined && Math.abs(said.year - known.year) > nearYears) return false;
  const isTwoDois = said.doi !== undefined && known.doi !== null && !isArxivDoi(said.doi) && !isArxivDoi(known.doi);
  return sharesAuthor(said.authors ?? [], known.authors, !isTwoDois);
}

function sharesAuthor(some: readonly string[], others: readonly string[], ifUnknown: boolean): boolean {
  if (some.length === 0 || others.length === 0) return ifUnknown;
  return some.slice(0, namesRead).some((one) => others.slice(0, namesRead).some((other) => sameName(one, other)));
}
