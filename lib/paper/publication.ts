// Where in its venue a paper was printed, and who published it: volume, issue, pages, publisher, each as a record has it.
// They belong to one venue: those of a journal say nothing of the preprint. Pure.
import { fromHtml } from './plain-text.ts';
import { parseVenue } from './venue.ts';

export const publicationFacts = ['volume', 'issue', 'pages', 'publisher'] as const;
export type PublicationFact = (typeof publicationFacts)[number];

/** Maximum characters of each. */
export const publicationMost = { volume: 60, issue: 60, pages: 80, publisher: 200 } as const;

/** What is written where nothing is known. */
const NOTHING =
  /^(?:n\/?a(?:-n\/?a)?|none|null|undefined|unknown|tba|tbd|ahead[- ]of[- ]print(?:-ahead[- ]of[- ]print)?|online first|in press|early access|0)$/i;

const textOf = (value: unknown): string =>
  typeof value === 'number' || typeof value === 'bigint' ? String(value) : fromHtml(value);

const fits = (text: string, most: number): boolean =>
  text !== '' && text.length <= most && !NOTHING.test(text) && !/^https?:/i.test(text);

/** "Vol. 12" is 12. */
export function cleanVolume(value: unknown): string | null {
  const text = textOf(value).replace(/^(?:volume|vol\.?|band|bd\.)\s{0,3}(?=\d)/i, '');
  // "abs/2103.00021" is where CoRR has an arXiv id.
  return fits(text, publicationMost.volume) && /[\p{L}\p{N}]/u.test(text) && !/^abs\//i.test(text) ? text : null;
}

/** "No. 3" is 3, "3–4" is 3-4. */
export function cleanIssue(value: unknown): string | null {
  const text = textOf(value)
    .replace(/^(?:issue|number|no\.?|nr\.?)\s{0,3}(?=\d)/i, '')
    .replace(/\s{0,3}(?:[‐-―−]|-{2,3})\s{0,3}/g, '-');
  return fits(text, publicationMost.issue) && /[\p{L}\p{N}]/u.test(text) ? text : null;
}

/** "pp. 864–873" is 864-873; "12 pages" says how many there are. */
export function cleanPages(value: unknown): string | null {
  const text = textOf(value)
    .replace(/^(?:pages?|pp?\.?)[\s:]{0,3}(?=[A-Za-z]{0,3}\d)/i, '')
    .replace(/\s{0,3}(?:[‐-―−]|-{1,3})\s{0,3}/g, '-')
    .replace(/[-+,;.\s]{1,5}$/, '');
  if (!fits(text, publicationMost.pages) || /^\d{1,5}\s?(?:pages|pp)\b/i.test(text)) return null;
  return /\d/.test(text) || /^[ivxlc]{1,8}-[ivxlc]{1,8}$/i.test(text) ? text : null;
}

/** Of the first and the last page, which is often missing or the same. */
export function pagesOf(first: unknown, last: unknown): string | null {
  const [from, to] = [cleanPages(first), cleanPages(last)];
  return from === null || to === null || from === to || from.includes('-') ? from : cleanPages(`${from}-${to}`);
}

export function cleanPublisher(value: unknown): string | null {
  const text = textOf(value).replace(/[\s,;:]{1,5}$/, '');
  return fits(text, publicationMost.publisher) && /\p{L}/u.test(text) && !/^www\./i.test(text) ? text : null;
}

const letters = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Whether two venue lines name one venue: what is said of the place in one is then said of the other. */
export function isOneVenue(one: string, other: string): boolean {
  if (letters(one) === letters(other)) return true;
  const [a, b] = [parseVenue(one), parseVenue(other)];
  const sameName = a.acronym === null ? letters(a.name) === letters(b.name) : a.acronym === b.acronym;
  return sameName && a.workshop === b.workshop && a.findings === b.findings;
}
