// The reading list as a table for spreadsheets: a line a paper, with what the reader added. Pure.
import { citedFacts, type ListedPaper } from './cited-paper.ts';
import { csvCell, csvLine } from './csv-cell.ts';

/** A paper with its place on the list; times in milliseconds since 1970. */
export interface SavedPaper extends ListedPaper {
  status: string;
  starred: boolean;
  addedAt: number;
  changedAt: number;
  readAt: number | null;
}

/** "2026-11-30", as the reader's calendar has it; '' for what is no time. */
export function calendarDay(time: number | null): string {
  if (time === null) return '';
  const date = new Date(time);
  const year = date.getFullYear();
  if (Number.isNaN(year) || year < 0 || year > 9999) return '';
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function cellsOf(saved: SavedPaper): Record<string, string> {
  const { id, title, authors, year, venue, volume, issue, pages, publisher, type, ...facts } = citedFacts(saved);
  return {
    title,
    authors: authors.join('; '),
    year: year === null ? '' : String(year),
    venue,
    volume,
    issue,
    pages,
    publisher,
    type: type ?? '',
    doi: facts.doi,
    'arxiv id': facts.arxivId,
    url: facts.links[0] ?? (facts.arxivId === '' ? '' : `https://arxiv.org/abs/${facts.arxivId}`),
    code: facts.code,
    status: saved.status,
    starred: saved.starred ? 'yes' : '',
    tags: facts.tags.map((tag) => tag.replaceAll(';', ',')).join('; '),
    note: facts.note,
    saved: calendarDay(saved.addedAt),
    changed: calendarDay(saved.changedAt),
    'read on': calendarDay(saved.readAt),
    abstract: facts.abstract,
    id,
  };
}

const columns = Object.keys(
  cellsOf({
    record: { id: 'none', title: 'none' },
    abstract: null,
    tags: [],
    note: '',
    status: '',
    starred: false,
    addedAt: 0,
    changedAt: 0,
    readAt: null,
  }),
);

/** The first line names the columns. */
export const csvOfSaved = (saved: readonly SavedPaper[]): string =>
  [
    csvLine(columns),
    ...saved.map((one) => csvLine(Object.entries(cellsOf(one)).map(([name, text]) => csvCell(text, name === 'note')))),
  ].join('');
