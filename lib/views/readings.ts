// Which readings of a fact differ in substance: sources print one title or venue in several ways that are the same to a
// reader. Pure.
import { readerTitleKey } from '../paper/title-key.ts';
import type { Paper } from '../paper/schema.ts';
import { parseVenue, venueShort } from '../paper/venue.ts';
import type { PaperView } from './schema.ts';

/** The same for two ways to write one venue: "ICML 2020, PMLR 119:864-873" and "ICML". `year` is where a line has none. */
export function venueKey(line: string, year: number | null): string {
  const venue = parseVenue(line);
  return JSON.stringify([
    venue.acronym ?? readerTitleKey(venue.name),
    venue.year ?? year,
    venue.workshop,
    venue.findings,
  ]);
}

/** The readings that differ, the preferred first; of those that are one to a reader the first represents all. */
export function differing<T extends { value: string | number }>(
  readings: readonly T[],
  keyOf: (value: string) => string = (value) => value,
): T[] {
  const seen = new Set<string>();
  return readings.filter(({ value }) => {
    const key = keyOf(String(value));
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The venues of a paper that differ in substance, the preferred first. Lines without a year are of its year. */
export const venueReadings = ({ venues, years }: Pick<Paper, 'venues' | 'years'>): PaperView['venues'] =>
  differing(venues, (line) => venueKey(line, years[0]?.value ?? null)).map((claim) => ({
    ...claim,
    short: parseVenue(claim.value).kind === 'preprint' ? null : venueShort(claim.value, null),
  }));
