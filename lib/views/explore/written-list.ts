// A list of works as a table for programs, and as text for notes. Pure.
import { isHttpsAddress } from '../../paper/https-address.ts';
import type { ExploreWork } from './schema.ts';

const columns = ['title', 'authors', 'year', 'venue', 'type', 'categories', 'code', 'page', 'id'] as const;

const rowOf = (work: ExploreWork): Record<(typeof columns)[number], string> => ({
  title: work.title,
  authors: work.authors.join('; '),
  year: work.year === null ? '' : String(work.year),
  venue: work.venue ?? '',
  type: work.type ?? '',
  categories: work.categories.join(' '),
  code: work.code?.url ?? '',
  page: work.page ?? '',
  id: work.id,
});

/** Programs for tables run what begins so as a formula; a title may begin so. */
const FORMULA = /^[\s]*[=+\-@]/u;

function cell(text: string): string {
  const plain = text.replace(/[\r\n\t]+/g, ' ');
  const safe = FORMULA.test(plain) ? `'${plain}` : plain;
  return /[",;]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** As RFC 4180 has it, the first line naming the columns. */
export const csvOf = (works: readonly ExploreWork[]): string =>
  [columns.join(','), ...works.map((work) => Object.values(rowOf(work)).map(cell).join(','))].join('\r\n') + '\r\n';

/** What Markdown would read as more than a letter. */
const escaped = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|~$&!]/g, String.raw`\$&`);
const linked = (words: string, address: string | undefined): string =>
  address === undefined || !isHttpsAddress(address)
    ? words
    : `[${words}](<${address.replaceAll('<', '%3C').replaceAll('>', '%3E')}>)`;

/** Not twice where the venue has it. */
const yearBeside = ({ year, venue }: ExploreWork): string =>
  year === null || venue?.includes(String(year)) === true ? '' : String(year);

/** One line a work: linked title, authors, venue and year, code. */
export function markdownOf(works: readonly ExploreWork[]): string {
  const lines = works.map((work) => {
    const where = [work.venue ?? '', yearBeside(work)].filter((part) => part !== '').join(' ');
    const names = work.authors.map(escaped).join(', ') + (work.moreAuthors === true ? ' …' : '');
    const parts = [linked(escaped(work.title), work.page), names, escaped(where)].filter((part) => part !== '');
    const code = work.code === undefined ? '' : ` (${linked('code', work.code.url)})`;
    return `- ${parts.join('. ')}.${code}`;
  });
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}
