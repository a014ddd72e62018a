// A topic: its papers by year, who writes them and where they appear, the topics next to it, and what has code.
import { useMemo, type JSX } from 'react';
import { count, number, t } from '../../../lib/i18n/i18n.ts';
import type { TopicPage as Page } from '../../../lib/views/explore/schema.ts';
import { peopleOf, topicsOf, venuesOf } from '../../../lib/views/explore/tallies.ts';
import { allWorks, type WorkFilter } from '../../../lib/views/explore/work-filter.ts';
import type { Facts } from '../../card/card-data.ts';
import { Counted, Figures } from '../figures.tsx';
import { GraphSection } from '../graph/graph-section.tsx';
import { PeopleList, sinceWords } from '../people-list.tsx';
import { useLeads } from '../place.ts';
import { useRemembered } from '../remember.ts';
import { SourceLines } from '../source-lines.tsx';
import { TopicList } from '../topic-list.tsx';
import { useStatuses } from '../use-page.ts';
import { useRestoredScroll } from '../use-restored-scroll.ts';
import { WorksSection } from '../works/works-section.tsx';

/** Venues listed: those of one paper say little. */
const MAX_VENUES = 12;

export function TopicPage({ page, facts }: { page: Page; facts: Facts }): JSX.Element {
  const { key } = useLeads();
  const [filter, setFilter] = useRemembered<WorkFilter>(key, 'filter', allWorks);
  const works = useStatuses(page.works, facts);
  const sources = useMemo(
    () => new Map(page.sources.map(({ source }) => [source.id, source.name] as const)),
    [page.sources],
  );
  const byWords = useMemo(() => new Set(page.byWords), [page.byWords]);
  const people = useMemo(() => peopleOf(page.works, -1), [page.works]);
  const venues = useMemo(() => venuesOf(page.works), [page.works]);
  const neighbours = useMemo(
    () => topicsOf(page.works).filter((one) => one.key.toLowerCase() !== page.topic.toLowerCase()),
    [page.works, page.topic],
  );
  const centre = useMemo(() => ({ kind: 'topic' as const, topic: page.topic }), [page.topic]);
  useRestoredScroll(key);
  const listed = page.works.length - page.byWords.length;
  return (
    <div className="x-page">
      <header className="x-about x-of-topic">
        <div className="x-who-is">
          <p className="x-kind">{t('exploreTopic')}</p>
          <h1 className="x-name">
            <bdi>{page.topic}</bdi>
          </h1>
          {page.works.length > 0 && (
            <p className="x-note">
              {[
                listed > 0 ? count('exploreUnderTopic', listed) : '',
                page.byWords.length > 0 ? count('exploreWorded', page.byWords.length) : '',
              ]
                .filter((words) => words !== '')
                .join(' ')}
            </p>
          )}
        </div>
        <div className="x-counted">
          <Figures
            figures={[
              { n: page.works.length, words: 'explorePapers' },
              { n: page.works.filter(({ hasCode }) => hasCode).length, words: 'authorWithCode' },
              { n: page.people.length, words: 'explorePeople' },
              { n: venues.length, words: 'exploreVenues' },
            ]}
            works={page.works}
          />
          <Counted packs={page.packs} />
        </div>
      </header>
      <div className="x-columns">
        <div className="x-wide">
          {page.works.length > 0 && <GraphSection centre={centre} />}
          <WorksSection
            works={works}
            people={page.people}
            self={-1}
            sources={sources}
            byWords={byWords}
            filter={filter}
            onFilter={setFilter}
          />
        </div>
        <div className="x-side">
          {people.length > 0 && (
            <section aria-labelledby="x-people-head">
              <h2 id="x-people-head">{t('explorePeopleHead')}</h2>
              <PeopleList
                of={people}
                people={page.people}
                onWorks={(one) => setFilter({ ...allWorks, people: [one] })}
              />
            </section>
          )}
          {venues.length > 0 && (
            <section aria-labelledby="x-venues-head">
              <h2 id="x-venues-head">{t('exploreVenuesHead')}</h2>
              <ul className="x-people">
                {venues.slice(0, MAX_VENUES).map((venue) => (
                  <li key={venue.key}>
                    <span className="x-venue">{venue.key}</span>
                    <span className="x-since">{sinceWords(venue)}</span>
                    <button
                      type="button"
                      className="x-number"
                      title={t('exploreShowIn', venue.key)}
                      aria-label={`${count('authorTopicWorks', venue.works)}: ${t('exploreShowIn', venue.key)}`}
                      onClick={() => setFilter({ ...allWorks, venue: venue.key })}
                    >
                      {number(venue.works)}
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          )}
          {neighbours.length > 0 && (
            <section aria-labelledby="x-next-head">
              <h2 id="x-next-head">{t('exploreNeighbours')}</h2>
              <TopicList of={neighbours} works={page.works} />
            </section>
          )}
          {page.sources.length > 0 && (
            <section aria-labelledby="x-sources-head">
              <h2 id="x-sources-head">{t('cardSources')}</h2>
              <SourceLines sources={page.sources} />
            </section>
          )}
        </div>
      </div>
    </div>
  );
}
