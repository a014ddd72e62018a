// The words under a work's title: surnames, venue, year. Pure.
import type { WorkRow } from '../../lib/catalog/views.ts';
import { t } from '../../lib/words.ts';

/** Some names end in initials, of the village and the father. */
export function withoutLastInitials(words: readonly string[]): readonly string[] {
  const last = words.findLastIndex((word) => !/^\p{Lu}\.?$/u.test(word));
  return last < 1 ? words : words.slice(0, last + 1);
}

const particles = new Set([
  'van',
  'von',
  'der',
  'den',
  'de',
  'del',
  'della',
  'di',
  'da',
  'la',
  'le',
  'bin',
  'al',
  'ter',
]);

/** "Ada B. van der Berg" is "van der Berg", "Yashas Samaga B L" is "Samaga": initials are no surname. A name in one
 *  word, or not in Latin letters, stays whole. */
export function surname(name: string): string {
  const words = withoutLastInitials(name.trim().split(/\s+/));
  if (words.length < 2 || !/\p{Script=Latin}/u.test(name)) return name.trim();
  let from = words.length - 1;
  if (/^(jr|sr|i{1,3}|iv)\.?$/i.test(words[from] ?? '') && from > 1) from -= 1;
  while (from > 1 && particles.has(words[from - 1]?.toLowerCase() ?? '')) from -= 1;
  return words.slice(from).join(' ');
}

/** "You, Li, Reddi, +7" */
export function shortAuthors(authors: readonly string[], shown = 3): string {
  const names = authors.slice(0, shown).map(surname);
  if (authors.length > shown) names.push(t('workAndMore', authors.length - shown));
  return names.join(', ');
}

/** "ICLR 2020"; the year alone where there is no venue, and not twice where the venue has it. */
export function venueAndYear(work: Pick<WorkRow, 'venue' | 'year'>): string {
  const year = work.year === null ? '' : String(work.year);
  if (work.venue === null || work.venue === '') return year;
  return year === '' || work.venue.includes(year) ? work.venue : `${work.venue} ${year}`;
}
