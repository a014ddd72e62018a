// Four counts, and the works of each year as bars.
import { count, number, t, type CountKey } from '../../../lib/i18n/i18n.ts';
import { worksPerYear } from './order.ts';
import { usePerson } from './person.tsx';

export function Figures() {
  const { view } = usePerson();
  const figures: { n: number; words: CountKey }[] = [
    { n: view.works.length, words: 'authorWorks' },
    { n: view.withCode, words: 'authorWithCode' },
    { n: view.collaborators.length, words: 'authorCoauthors' },
    { n: view.topics.length, words: 'authorTopics' },
  ];
  return (
    <dl className="b-figures">
      {figures
        .filter(({ n }) => n > 0)
        .map(({ n, words }) => (
          <div key={words}>
            <dt>{count(words, n)}</dt>
            <dd>{number(n)}</dd>
          </div>
        ))}
    </dl>
  );
}

/** Bars with a number each: narrower ones have no room for two digits. */
const MAX_NUMBERED = 24;

/** One year alone is no course of time: nothing is drawn. */
export function Years() {
  const years = worksPerYear(usePerson().view.works);
  if (years.length < 2) return null;
  const most = Math.max(...years.map(({ works }) => works));
  const said = years
    .filter(({ works }) => works > 0)
    .map(({ year, works }) => count('authorYearWorks', works, year))
    .join(', ');
  return (
    <div className="b-years" role="img" aria-label={`${t('authorPerYear')}: ${said}`}>
      <div className="b-bars">
        {years.map(({ year, works }) => (
          <span key={year} title={count('authorYearWorks', works, year)}>
            {years.length <= MAX_NUMBERED && works > 0 && <b>{number(works)}</b>}
            <i style={{ blockSize: `${(works / most) * 100}%` }} />
          </span>
        ))}
      </div>
      <div className="b-first-last">
        <span>{years[0]?.year}</span>
        <span>{years.at(-1)?.year}</span>
      </div>
    </div>
  );
}
