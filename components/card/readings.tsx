// Where sources differ: each reading of a title, year or venue, who says it, and what to know about it. Two spellings
// of one title or venue are no difference.
import type { Certainty, Source } from '../../lib/paper/schema.ts';
import { differing, venueKey } from '../../lib/views/readings.ts';
import { readerTitleKey } from '../../lib/paper/title-key.ts';
import { parseVenue, venueShort } from '../../lib/paper/venue.ts';
import type { PaperView } from '../../lib/views/schema.ts';
import { count, t, type MessageKey } from '../../lib/i18n/i18n.ts';
import { saysWords, type Said } from './phrases.ts';

interface Reading extends Said {
  value: string;
}
export interface Difference {
  label: MessageKey;
  readings: readonly Reading[];
}

const readingsOf = (
  claims: readonly { value: string | number; sources: string[]; certainty: Certainty; note?: string | undefined }[],
): Reading[] => claims.map((claim) => ({ ...claim, value: String(claim.value) }));

type Claims = Pick<PaperView, 'titles' | 'years' | 'venues'>;
const inSubstance = ({ titles, years, venues }: Claims): Claims => ({
  titles: differing(titles, readerTitleKey),
  years: differing(years),
  venues: differing(venues, (line) => venueKey(line, years[0]?.value ?? null)),
});

/** The facts with more than one reading, preferred reading first. */
export function differences(view: Claims): Difference[] {
  const { titles, years, venues } = inSubstance(view);
  const all: Difference[] = [
    { label: 'factTitle', readings: readingsOf(titles) },
    { label: 'factYear', readings: readingsOf(years) },
    { label: 'factVenue', readings: readingsOf(venues) },
  ];
  return all.filter(({ readings }) => readings.length > 1);
}

/** "2 titles, also 2023", "also a preprint", "also ICML 2021" */
export function differenceWords(view: Claims): string {
  const { titles, years, venues } = inSubstance(view);
  const otherVenues = venues
    .slice(1)
    .map(({ value }) => (parseVenue(value).kind === 'preprint' ? t('cardAPreprint') : venueShort(value, null)));
  // "ICML 2021" says 2021 by itself.
  const otherYears = years
    .slice(1)
    .map(({ value }) => String(value))
    .filter((year) => !otherVenues.some((venue) => venue.includes(year)));
  const others = [...otherYears, ...new Set(otherVenues)];
  return [
    ...(titles.length > 1 ? [count('cardTitles', titles.length)] : []),
    ...(others.length > 0 ? [t('cardAlso', others.join(', '))] : []),
  ].join(', ');
}

export function Readings({ of, sources }: { of: readonly Difference[]; sources: readonly Source[] }) {
  return (
    <dl className="b-readings">
      {of.map(({ label, readings }) => (
        <div key={label}>
          <dt>{t(label)}</dt>
          {readings.map((reading) => (
            <dd key={reading.value}>
              <bdi>{reading.value}</bdi>
              <span className="b-says">{saysWords(reading, sources)}</span>
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
