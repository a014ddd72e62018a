// Where in its venue a paper was printed, and who published it: volume, issue, pages, publisher, each as a record has it.
// They belong to one venue: those of a journal say nothing of the preprint (`isOneVenue`). Pure.
import { fromHtml } from './plain-text.ts';

export const publicationFacts = ['volume', 'issue', 'pages', 'publisher'] as const;
export type PublicationFact = (typeof publicationFacts)[number];

/** Maximum characters of each. */
export const MAX_PUBLICATION = 200;

/** What is written where nothing is known. */
const NOTHING = /^(?:n\/?a(?:-n\/?a)?|none|null|undefined|unknown|0|in press|(?:ahead[- ]of[- ]print-?)+|https?:.*)$/i;

/** Without `label` before it and marks behind it, with plain hyphens; null where it is not like `needs`. */
const cleaner =
  (label: RegExp, needs: RegExp) =>
  (value: unknown): string | null => {
    const text = (typeof value === 'number' ? String(value) : fromHtml(value))
      .replace(label, '')
      .replace(/\s{0,3}(?:[‐-―−]|-{1,3})\s{0,3}/g, (dash) => (label === NO_LABEL ? dash : '-'))
      .replace(/[-+,;:.\s]{1,5}$/, '');
    return text.length <= MAX_PUBLICATION && needs.test(text) && !NOTHING.test(text) ? text : null;
  };
const NO_LABEL = /(?!)/;

export const cleanPublication: Readonly<Record<PublicationFact, (value: unknown) => string | null>> = {
  /** "Vol. 12" is 12; "abs/2103.00021" is where CoRR has an arXiv id. */
  volume: cleaner(/^vol(?:ume)?\.?\s{0,3}(?=\d)/i, /^(?!abs\/).*[\p{L}\p{N}]/iu),
  /** "No. 3" is 3, "3–4" is 3-4. */
  issue: cleaner(/^(?:issue|number|n[or]\.?)\s{0,3}(?=\d)/i, /[\p{L}\p{N}]/u),
  /** "pp. 864–873" is 864-873; "12 pages" says how many there are. */
  pages: cleaner(
    /^p(?:ages?|p?\.)[\s:]{0,3}(?=\w{0,4}\d)/i,
    /^(?!\d{1,5}\s?p(?:ages|p)\b).*\d|^[ivxlc]{1,8}-[ivxlc]{1,8}$/i,
  ),
  publisher: cleaner(NO_LABEL, /^(?!www\.).*\p{L}/iu),
};

/** Of the first and the last page, which is often missing or the same. */
export function pagesOf(first: unknown, last: unknown): string | null {
  const [from, to] = [first, last].map(cleanPublication.pages);
  if (from === undefined || from === null) return null;
  return to === undefined || to === null || from === to || from.includes('-') ? from : `${from}-${to}`;
}
