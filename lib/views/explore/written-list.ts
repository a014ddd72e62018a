// A list of works as a table for programs, and as text for notes. Pure.
import { csvCell, csvLine } from '../cite/csv-cell.ts';
import { escapeMarkdown, markdownLink, venueAndYear } from '../cite/markdown.ts';
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

/** The first line names the columns. */
export const csvOf = (works: readonly ExploreWork[]): string =>
  [csvLine(columns), ...works.map((work) => csvLine(Object.values(rowOf(work)).map((text) => csvCell(text))))].join('');

/** One line a work: linked title, authors, venue and year, code. */
export function markdownOf(works: readonly ExploreWork[]): string {
  const lines = works.map((work) => {
    const where = venueAndYear(work.venue ?? '', work.year);
    const names = work.authors.map(escapeMarkdown).join(', ') + (work.moreAuthors === true ? ' …' : '');
    const parts = [markdownLink(escapeMarkdown(work.title), work.page), names, escapeMarkdown(where)].filter(
      (part) => part !== '',
    );
    const code = work.code === undefined ? '' : ` (${markdownLink('code', work.code.url)})`;
    return `- ${parts.join('. ')}.${code}`;
  });
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}
