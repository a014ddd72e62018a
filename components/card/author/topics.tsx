// What the works are about, most frequent topics first.
import { useState } from 'react';
import { count, number, t } from '../../../lib/i18n/i18n.ts';
import { usePerson } from './person.tsx';

const shownFirst = 10;

export function Topics() {
  const { view } = usePerson();
  const [all, setAll] = useState(false);
  const hidden = view.topics.length - shownFirst;
  return (
    <section className="b-section">
      <h3 className="b-head">
        <span>{t('authorTopicsHead')}</span>
        {hidden > 0 && !all && (
          <button type="button" className="b-link" onClick={() => setAll(true)}>
            {count('authorMoreTopics', hidden)}
          </button>
        )}
      </h3>
      <ul className="b-areas">
        {(all ? view.topics : view.topics.slice(0, shownFirst)).map(({ topic, works }) => (
          <li key={topic}>
            {topic}
            {works > 1 && (
              <span className="b-times">
                <span aria-hidden="true">{number(works)}</span>
                <span className="b-hidden"> ({count('authorTopicWorks', works)})</span>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
