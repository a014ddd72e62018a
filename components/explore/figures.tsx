// Counts in large figures, and what they were counted in: a number without that would be taken for all that there is.
import type { JSX } from 'react';
import { count, list, number, t, type CountKey } from '../../lib/i18n/i18n.ts';
import type { ExploreWork } from '../../lib/views/explore/schema.ts';

/** Packs named in a line. */
const MAX_NAMED = 5;

export function Figures(props: {
  figures: readonly { n: number; words: CountKey }[];
  works: readonly Pick<ExploreWork, 'year'>[];
}): JSX.Element {
  const years = props.works.flatMap(({ year }) => year ?? []);
  const first = years.reduce((one, other) => Math.min(one, other), Infinity);
  const last = years.reduce((one, other) => Math.max(one, other), -Infinity);
  return (
    <dl className="x-figures">
      {props.figures
        .filter(({ n }) => n > 0)
        .map(({ n, words }) => (
          <div key={words}>
            <dt>{count(words, n)}</dt>
            <dd>{number(n)}</dd>
          </div>
        ))}
      {years.length > 0 && (
        <div>
          <dt>{t('exploreYearsHead')}</dt>
          <dd>{first === last ? first : `${first}–${last}`}</dd>
        </div>
      )}
    </dl>
  );
}

export function Counted({ packs }: { packs: readonly string[] }): JSX.Element {
  const named = packs.slice(0, MAX_NAMED);
  const rest = packs.length - named.length;
  return (
    <p className="x-note">
      {t('exploreCounted', list([...named, ...(rest > 0 ? [count('exploreMorePacks', rest)] : [])]))}
    </p>
  );
}
