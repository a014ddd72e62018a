// The words under a work's title: authors, venue, year. Pure.
import type { WorkRow } from '../../lib/catalog/views.ts';
import { surname } from '../../lib/text/family-name.ts';
import { t } from '../../lib/words.ts';

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
