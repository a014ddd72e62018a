// Two rows of a file that tell of one paper. Pure.
import type { PaperRecord } from '../../paper/record.ts';

const MOST_TITLES = 20;
const MOST_CODE = 100;
const MOST_CATEGORIES = 30;
const MOST_LINKS = 20;

const union = (one: readonly string[] = [], other: readonly string[] = [], most: number): string[] =>
  [...new Set([...one, ...other])].slice(0, most);

/** The first row's facts come first; the other fills in what is missing. Joining the same row twice changes nothing. */
export function joined(first: PaperRecord, other: PaperRecord): PaperRecord {
  if (first.full !== undefined) return first;
  const code = [...(first.code ?? [])];
  for (const link of other.code ?? [])
    if (code.length < MOST_CODE && !code.some(({ url }) => url === link.url)) code.push(link);
  const titles = union(first.otherTitles, [other.title, ...(other.otherTitles ?? [])], MOST_TITLES + 1)
    .filter((title) => title !== first.title)
    .slice(0, MOST_TITLES);
  const categories = union(first.categories, other.categories, MOST_CATEGORIES);
  const links = union(first.links, other.links, MOST_LINKS);
  return {
    ...other,
    ...first,
    ...(titles.length > 0 ? { otherTitles: titles } : {}),
    ...(code.length > 0 ? { code } : {}),
    ...(categories.length > 0 ? { categories } : {}),
    ...(links.length > 0 ? { links } : {}),
  };
}
