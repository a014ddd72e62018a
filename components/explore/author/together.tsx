// What any two of the people on this page wrote together, of the works that are on it.
import { useMemo, useState, type JSX } from 'react';
import { count, t } from '../../../lib/i18n/i18n.ts';
import { peopleOf, together } from '../../../lib/views/explore/tallies.ts';
import { allWorks } from '../../../lib/views/explore/work-filter.ts';
import { Icon } from '../../ui/icons.tsx';
import { sinceWords } from '../people-list.tsx';
import type { SideProps } from './author-page.tsx';

/** People to choose from, those of most works: of collaborations of thousands the others wrote one work of them. */
const MAX_OFFERED = 300;

export function Together({ page, onFilter }: SideProps): JSX.Element {
  const { works, people, self } = page;
  const offered = useMemo(
    () => [
      ...(self < 0 ? [] : [self]),
      ...peopleOf(works, self)
        .slice(0, MAX_OFFERED)
        .map(({ key }) => key),
    ],
    [works, self],
  );
  const [pair, setPair] = useState<readonly [number, number]>([offered[0] ?? 0, offered[1] ?? 0]);
  const [one, other] = pair;
  const found = together(works, one, other);
  const years = found.flatMap(({ year }) => year ?? []);
  const since = years.length === 0 ? null : Math.min(...years);
  const until = years.length === 0 ? null : Math.max(...years);
  const choose = (at: 0 | 1) => (person: number) => setPair(at === 0 ? [person, other] : [one, person]);
  return (
    <section aria-labelledby="x-together-head">
      <h2 id="x-together-head">{t('exploreTogether')}</h2>
      <div className="x-pair">
        {([one, other] as const).map((person, at) => (
          <span key={at} className="x-choice">
            <select
              aria-label={t(at === 0 ? 'exploreOne' : 'exploreOther')}
              value={person}
              onChange={(event) => choose(at === 0 ? 0 : 1)(Number(event.target.value))}
            >
              {offered.map((place) => (
                <option key={place} value={place}>
                  {people[place]?.name}
                </option>
              ))}
            </select>
            <Icon name="chevron" />
          </span>
        ))}
      </div>
      <p role="status">
        {one === other
          ? t('exploreSamePerson')
          : found.length === 0
            ? t('exploreNothingTogether')
            : [count('authorTogether', found.length), sinceWords({ since, until })].filter(Boolean).join(', ')}
      </p>
      {one !== other && found.length > 0 && (
        <button
          type="button"
          className="b-link"
          onClick={() => onFilter({ ...allWorks, people: pair.filter((person) => person !== self) })}
        >
          {t('exploreShowThem')}
        </button>
      )}
    </section>
  );
}
