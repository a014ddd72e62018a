// What is in a pack or in a file of papers, counted as one reads it.
import type { PaperRecord } from '../../lib/paper/record.ts';

export interface Tally {
  papers: number;
  arxiv: number;
  doi: number;
  code: number;
  authors: number;
  first: number | null;
  last: number | null;
  refused: number;
  /** How often each reason, and where first. */
  reasons: Map<string, { times: number; at: string }>;
}

export const newTally = (): Tally => ({
  papers: 0,
  arxiv: 0,
  doi: 0,
  code: 0,
  authors: 0,
  first: null,
  last: null,
  refused: 0,
  reasons: new Map(),
});

/** A record of the bundled pack says all in `full`. */
export function countRecord(tally: Tally, record: PaperRecord): void {
  const { full } = record;
  const year = full?.years[0]?.value ?? record.year;
  tally.papers += 1;
  if ((full?.arxivId ?? record.arxivId) !== undefined && (full === undefined || full.arxivId !== null))
    tally.arxiv += 1;
  if ((full?.doi ?? record.doi) !== undefined && (full === undefined || full.doi !== null)) tally.doi += 1;
  if ((full?.code ?? record.code ?? []).length > 0) tally.code += 1;
  if ((full?.authors ?? record.authors ?? []).length > 0) tally.authors += 1;
  if (year === undefined) return;
  tally.first = Math.min(tally.first ?? year, year);
  tally.last = Math.max(tally.last ?? year, year);
}

export function countRefused(tally: Tally, reason: string, at: string): void {
  tally.refused += 1;
  const known = tally.reasons.get(reason);
  if (known === undefined) tally.reasons.set(reason, { times: 1, at });
  else known.times += 1;
}

const written = new Intl.NumberFormat('en');
export const number = (value: number): string => written.format(value);
const share = (part: number, whole: number): string =>
  whole === 0 ? '0' : `${number(part)} (${Math.round((100 * part) / whole)} %)`;

export function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const [value, unit] = bytes < 1e6 ? [bytes / 1e3, 'kB'] : bytes < 1e9 ? [bytes / 1e6, 'MB'] : [bytes / 1e9, 'GB'];
  return `${value.toFixed(1)} ${unit}`;
}

/** Lines for people. */
export function tallyLines(tally: Tally): string[] {
  const { papers, first, last } = tally;
  return [
    `papers       ${number(papers)}`,
    `years        ${first === null ? 'none' : first === last ? String(first) : `${first} to ${String(last)}`}`,
    `with arXiv   ${share(tally.arxiv, papers)}`,
    `with DOI     ${share(tally.doi, papers)}`,
    `with code    ${share(tally.code, papers)}`,
    `with authors ${share(tally.authors, papers)}`,
    ...(tally.refused === 0 ? [] : [`not taken    ${number(tally.refused)}`]),
    ...[...tally.reasons]
      .toSorted(([, a], [, b]) => b.times - a.times)
      .map(([reason, { times, at }]) => `  ${number(times)} × ${reason} First: ${at}.`),
  ];
}
