// What the works are about, most frequent topics first; each opens the topic's page.
import { useState } from 'react';
import { count, number, t } from '../../../lib/i18n/i18n.ts';
import { MAX_TOPIC_PAGE } from '../../../lib/views/explore/max-topic.ts';
import { useOpenPage } from '../open-page.ts';
import { usePerson } from './person.tsx';

const shownFirst = 10;

export function Topics() {
  const { view, ask } = usePerson();
  const { open, problem } = useOpenPage(ask);
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
            {view.privateWindow || topic.length > MAX_TOPIC_PAGE ? (
              topic
            ) : (
              <button
                type="button"
                className="b-topic"
                data-guarded=""
                title={t('authorTopicTitle')}
                onClick={() => open({ kind: 'topic', topic })}
              >
                <bdi>{topic}</bdi>
              </button>
            )}
            {works > 1 && (
              <span className="b-times">
                <span aria-hidden="true">{number(works)}</span>
                <span className="b-hidden"> ({count('authorTopicWorks', works)})</span>
              </span>
            )}
          </li>
        ))}
      </ul>
      {problem !== null && <p role="status">{problem}</p>}
    </section>
  );
}
