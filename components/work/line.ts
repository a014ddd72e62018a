// The words under a work's title: authors, venue, year. Pure.
import type { WorkRow } from '../../lib/views/schema.ts';
import { surname } from '../../lib/paper/names/family-name.ts';
import { language, t } from '../../lib/i18n/i18n.ts';

/** "You, Li, Reddi, +7". `isCut`: there are more authors than these. */
export function shortAuthors(authors: readonly string[], isCut = false, shown = 3): string {
  const names = authors.slice(0, shown).map(surname);
  const rest = authors.length - shown;
  if (rest > 0) names.push(t(isCut ? 'workAndMoreThan' : 'workAndMore', rest));
  return names.join(', ');
}

/** The places of the authors that a row names: the first ones, and who is followed in place of the last of them. */
export function shownAuthors(count: number, followedAt: number, shown = 3): number[] {
  const places = Array.from({ length: Math.min(count, shown) }, (_, at) => at);
  return followedAt < shown ? places : places.with(-1, followedAt);
}

/** "ICLR 2020"; the year alone where there is no venue, and not twice where the venue has it. */
export function venueAndYear(work: Pick<WorkRow, 'venue' | 'year'>): string {
  const year = work.year === null ? '' : String(work.year);
  if (work.venue === null || work.venue === '') return year;
  return year === '' || work.venue.includes(year) ? work.venue : `${work.venue} ${year}`;
}

const day = new Map<string, Intl.DateTimeFormat>();

/** An ISO date as the reader's language has it: "14 Jun 2022". */
export function dayWords(iso: string): string {
  const tongue = language();
  const format = day.get(tongue) ?? new Intl.DateTimeFormat(tongue, { dateStyle: 'medium', timeZone: 'UTC' });
  day.set(tongue, format);
  const at = Date.parse(iso);
  return Number.isNaN(at) ? iso : format.format(at);
}

/** "listed in LG, 14 Jun 2022"; empty where no listing has it. */
export const listedWords = ({ listed }: Pick<WorkRow, 'listed'>): string =>
  listed === undefined ? '' : t('workListed', listed.category, dayWords(listed.on));
