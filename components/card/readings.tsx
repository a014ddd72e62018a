// Where sources differ: each reading of a title, year or venue, who says it, and what to know about it.
import type { Certainty, Source } from '../../lib/catalog/schema.ts';
import type { PaperView } from '../../lib/catalog/views.ts';
import { count, t, type WordKey } from '../../lib/words.ts';
import { saysWords, type Said } from './phrases.ts';

interface Reading extends Said {
  value: string;
}
export interface Difference {
  label: WordKey;
  readings: readonly Reading[];
}

const readingsOf = (
  claims: readonly { value: string | number; sources: string[]; certainty: Certainty; note?: string | undefined }[],
): Reading[] => claims.map((claim) => ({ ...claim, value: String(claim.value) }));

/** The facts with more than one reading, preferred reading first. */
export function differences(view: Pick<PaperView, 'titles' | 'years' | 'venues'>): Difference[] {
  const all: Difference[] = [
    { label: 'factTitle', readings: readingsOf(view.titles) },
    { label: 'factYear', readings: readingsOf(view.years) },
    { label: 'factVenue', readings: readingsOf(view.venues) },
  ];
  return all.filter(({ readings }) => readings.length > 1);
}

/** "2 titles, also 2023" */
export function differenceWords(view: Pick<PaperView, 'titles' | 'years' | 'venues'>): string {
  const parts: string[] = [];
  if (view.titles.length > 1) parts.push(count('cardTitles', view.titles.length));
  const otherYears = view.years.slice(1).map(({ value }) => String(value));
  if (otherYears.length > 0) parts.push(t('cardAlsoYears', otherYears.join(', ')));
  if (view.venues.length > 1) parts.push(count('cardVenues', view.venues.length));
  return parts.join(', ');
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
