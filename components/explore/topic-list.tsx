// Topics with their share of the works and how they come over the years; each leads to the topic's page.
import { memo, useMemo, useState, type JSX } from 'react';
import { count, language, number, t } from '../../lib/i18n/i18n.ts';
import { MAX_TOPIC_PAGE } from '../../lib/views/explore/max-topic.ts';
import type { ExploreWork } from '../../lib/views/explore/schema.ts';
import { courseOf, timelineOf, type WorkCount } from '../../lib/views/explore/tallies.ts';
import { useLeads } from './place.ts';
import { sinceWords } from './people-list.tsx';

/** When the document was opened. */
const thisYear = new Date().getFullYear();
const SHOWN_FIRST = 8;
/** Topics that "more" adds. */
const MORE = 50;

/** Drawn again only for other works: it looks through all of them for each topic. */
export const TopicList = memo(Topics);

function Topics({ of, works }: { of: readonly WorkCount<string>[]; works: readonly ExploreWork[] }): JSX.Element {
  const { walkTo } = useLeads();
  const [limit, setLimit] = useState(SHOWN_FIRST);
  const years = useMemo(() => timelineOf(works, thisYear).bars, [works]);
  const percent = new Intl.NumberFormat(language(), { style: 'percent', maximumFractionDigits: 0 });
  return (
    <>
      <ul className="x-topics">
        {of.slice(0, limit).map((tally) => {
          const { key, works: n } = tally;
          const mine = works.filter(({ topics }) => topics.includes(key));
          return (
            <li key={key}>
              {key.length > MAX_TOPIC_PAGE ? (
                <span className="x-topic">{key}</span>
              ) : (
                <button
                  type="button"
                  className="x-topic"
                  title={t('authorTopicTitle')}
                  onClick={() => walkTo({ kind: 'topic', topic: key })}
                >
                  <bdi>{key}</bdi>
                </button>
              )}
              <Course course={courseOf(mine, years)} />
              <span className="x-since" title={sinceWords(tally)}>
                <span aria-hidden="true">{percent.format(n / works.length)}</span>
                <span className="b-hidden">{`${count('authorTopicWorks', n)}, ${sinceWords(tally)}`}</span>
              </span>
              <span className="x-number" aria-hidden="true">
                {number(n)}
              </span>
            </li>
          );
        })}
      </ul>
      {of.length > limit && (
        <button type="button" className="b-link x-more" onClick={() => setLimit(limit + MORE)}>
          {count('authorMoreTopics', of.length - limit)}
        </button>
      )}
    </>
  );
}

/** A bar a year, without words: those are beside it. */
function Course({ course }: { course: readonly number[] }): JSX.Element {
  const most = Math.max(1, ...course);
  return (
    <svg
      className="x-course"
      viewBox={`0 0 ${Math.max(1, course.length) * 4} 14`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {course.map((n, at) => (
        // A year's place is what it is.
        <rect key={at} x={at * 4} width="3" y={14 - Math.max(n > 0 ? 2 : 0.5, (n / most) * 14)} height="14" />
      ))}
    </svg>
  );
}
