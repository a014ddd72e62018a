// What the list, or what was found in it, amounts to. A name leads to its papers.
import { useMemo, type JSX } from 'react';
import { count, language, number, t } from '../../lib/i18n/i18n.ts';
import { listFigures, type MonthFigures, type NamedFigure } from '../../lib/library/query/figures.ts';
import type { ListPageRow } from '../../lib/views/schema.ts';
import { phraseToken } from './query-tokens.ts';

export function FiguresPanel(props: {
  /** What was found. */
  rows: readonly ListPageRow[];
  now: number;
  onQuery: (query: string) => void;
  onClose: () => void;
}): JSX.Element {
  const { rows, now, onQuery } = props;
  const figures = useMemo(() => listFigures(rows, now), [rows, now]);
  return (
    <section className="l-figures" aria-labelledby="figures-head">
      <div className="l-bin-head">
        <h2 id="figures-head">{count('listFiguresHead', figures.papers)}</h2>
        <button type="button" className="plain" onClick={props.onClose}>
          {t('listHelpClose')}
        </button>
      </div>
      <p className="l-dates">
        {count('listFiguresRead', figures.read)}{' '}
        {figures.daysToRead !== null && count('listFiguresDays', figures.daysToRead)}
      </p>
      <Months months={figures.months} />
      <div className="l-figures-lists">
        <Names
          head={t('listFiguresAuthors')}
          names={figures.authors}
          onName={(name) => onQuery(phraseToken('author', name))}
        />
        <Names
          head={t('listFiguresVenues')}
          names={figures.venues}
          onName={(name) => onQuery(phraseToken('venue', name))}
        />
        <Names head={t('listFiguresTopics')} names={figures.topics} onName={null} />
      </div>
    </section>
  );
}

/** Two bars a month; a screen reader gets the numbers as a table. */
function Months({ months }: { months: readonly MonthFigures[] }): JSX.Element {
  const highest = Math.max(1, ...months.map(({ saved, read }) => Math.max(saved, read)));
  const short = new Intl.DateTimeFormat(language(), { month: 'short' });
  const whole = new Intl.DateTimeFormat(language(), { month: 'long', year: 'numeric' });
  const bar = (kind: string, of: number): JSX.Element => (
    <span className={`l-fig ${kind}`} style={{ blockSize: `${(100 * of) / highest}%` }}>
      {of > 0 && <span>{number(of)}</span>}
    </span>
  );
  return (
    <>
      <p className="l-dates" aria-hidden="true">
        <span className="l-key l-fig-saved" /> {t('listFiguresSavedBars')} <span className="l-key l-fig-read" />{' '}
        {t('listFiguresReadBars')}
      </p>
      <div className="l-months" aria-hidden="true">
        {months.map(({ start, saved, read }) => (
          <div key={start} title={whole.format(start)}>
            <div className="l-bars">
              {bar('l-fig-saved', saved)}
              {bar('l-fig-read', read)}
            </div>
            {short.format(start)}
          </div>
        ))}
      </div>
      <table className="b-hidden">
        <thead>
          <tr>
            <th scope="col">{t('listFiguresMonth')}</th>
            <th scope="col">{t('listFiguresSavedBars')}</th>
            <th scope="col">{t('listFiguresReadBars')}</th>
          </tr>
        </thead>
        <tbody>
          {months.map(({ start, saved, read }) => (
            <tr key={start}>
              <th scope="row">{whole.format(start)}</th>
              <td>{number(saved)}</td>
              <td>{number(read)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Names(props: {
  head: string;
  names: readonly NamedFigure[];
  onName: ((name: string) => void) | null;
}): JSX.Element | null {
  const { head, names, onName } = props;
  if (names.length === 0) return null;
  return (
    <div>
      <h3>{head}</h3>
      <ol>
        {names.map(({ name, papers }) => (
          <li key={name}>
            {onName === null ? (
              <span>{name}</span>
            ) : (
              <button type="button" className="plain" onClick={() => onName(name)}>
                {name}
              </button>
            )}
            <span className="l-count">{number(papers)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
