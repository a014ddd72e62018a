// Which readings of a fact differ in substance. Sources print one title with other capitals, quotes, spaces or maths,
// in British or American spelling; to a reader that is the same title. Pure.
import { parseVenue } from '../paper/venue.ts';

/** The same for two spellings of one title. */
export function titleKey(title: string): string {
  return (
    title
      .normalize('NFKD')
      .toLowerCase()
      // "Optimisation" and "optimization", "generalised" and "generalized".
      .replaceAll(/is(?=(?:e|es|ed|ing|er|ers|ations?)(?!\p{L}))/gu, 'iz')
      .replaceAll(/[^\p{L}\p{N}]+/gu, '')
  );
}

/** The same for two ways to write one venue: "ICML 2020, PMLR 119:864-873" and "ICML". `year` is where a line has none. */
export function venueKey(line: string, year: number | null): string {
  const venue = parseVenue(line);
  return JSON.stringify([venue.acronym ?? titleKey(venue.name), venue.year ?? year, venue.workshop, venue.findings]);
}

/** The readings that differ, the preferred first; of those that are one to a reader the first stands for all. */
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
