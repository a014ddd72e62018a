// Entries of reference lists. Their titles seldom have an element of their own, so a row says where to look instead: in
// the link to a search that the publisher made of the entry, or in the one style that can be taken apart with certainty.
import { inText } from '../in-text.ts';
import type { Fields, PageSaid, RowReader } from '../adapter.ts';

export { inText } from '../in-text.ts';

/** A table's row that links to a paper: its title may be in another cell than the link. */
export const linkingRow: RowReader = {
  row: 'tr:has(a:is([href*="arxiv.org/"], [href*="doi.org/10."], [href*="openreview.net/"])):not(:has(tr))',
  title: inText,
};

/** Fields of a row for the two readers below: the search link goes into `page`, the whole entry into `comments`. */
export const searchLink = 'a[href*="scholar_lookup"]@href';

/** "Family,G" as some publishers write into the link, "G Family" as others, "G.." where a script made it. */
const spaced = (name: string): string =>
  name
    .replaceAll(/,(?=\S)/gu, ', ')
    .replaceAll(/[.]{2,}/gu, '.')
    .trim();

/** "A+title+of+words": its spaces were encoded twice. */
const withSpaces = (text: string): string =>
  /^[^\s+]+(?:[+][^\s+]+)+$/u.test(text) ? text.replaceAll('+', ' ') : text;

function lookedUp(address: string): Fields | null {
  if (address.length > 4000 || !address.includes('scholar_lookup') || !URL.canParse(address)) return null;
  const { searchParams } = new URL(address);
  const said = (name: string): string[] =>
    searchParams
      .getAll(name)
      .map((text) => withSpaces(text.replaceAll(/<[^<>]{0,40}>/gu, '').trim()))
      .filter((text) => text !== '');
  const title = said('title').slice(0, 1);
  const authors = said('author').map(spaced);
  const date = said('publication_year').slice(0, 1);
  const venue = said('journal').slice(0, 1);
  const doi = said('doi').slice(0, 1);
  const fields = { title, authors, date, venue, doi };
  return Object.fromEntries(Object.entries(fields).filter(([, texts]) => texts.length > 0));
}

/** A row whose `page` is a link that looks the entry up: what is in its parameters. Other rows stay as they are. */
export function readSearchLink({ fields }: PageSaid): Fields {
  for (const address of fields.page ?? []) {
    const found = lookedUp(address);
    if (found !== null) return { ...found, page: [] };
  }
  return {};
}

/**
 * "Okafor N, Lindqvist P. A title. Name of journal. 2019;12(3):1-9.", the style of the National Library of Medicine.
 * Null where the parts before the year are not exactly three: an abbreviated journal or a title of two sentences.
 */
export function nlmEntry(entry: string): Pick<Fields, 'title' | 'authors' | 'date' | 'venue'> | null {
  const text = entry.slice(0, 2000).replace(/^\s{0,9}\[?\d{1,4}[\].]\s{0,9}/u, '');
  const year = /[.?!] ((?:18|19|20)\d\d)(?=[ ;:.])/u.exec(text);
  if (year === null) return null;
  const [names = '', title = '', venue = '', ...more] = text.slice(0, year.index + 1).split(/(?<=[.?!]) /u);
  if (venue === '' || more.length > 0) return null;
  const authors = names
    .replace(/\.$/u, '')
    .split(', ')
    .filter((name) => name !== 'et al');
  if (authors.length === 0 || !authors.every((name) => /^\p{L}[\p{L}\p{M}'’ -]{0,60} \p{Lu}{1,4}$/u.test(name)))
    return null;
  return {
    title: [title.replace(/\.$/u, '')],
    // Family name first: "Okafor N".
    authors: authors.map((name) => name.replace(/ (?=\p{Lu}{1,4}$)/u, ', ')),
    date: [year[1] ?? ''],
    venue: [venue.replace(/\.$/u, '')],
  };
}

/** A row whose `comments` hold a whole entry in that style. Other rows stay as they are. */
export function readNlm({ fields }: PageSaid): Fields {
  const [entry] = fields.comments ?? [];
  return entry === undefined ? {} : { ...nlmEntry(entry), comments: [] };
}
