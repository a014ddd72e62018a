// People with how many works and since when; a name leads to its page, the number to those works.
import { useState, type JSX } from 'react';
import { count, number, t } from '../../lib/i18n/i18n.ts';
import type { ExplorePerson } from '../../lib/views/explore/schema.ts';
import type { WorkCount } from '../../lib/views/explore/tallies.ts';
import { subjectOf, useLeads } from './place.ts';

const SHOWN_FIRST = 10;
/** People that "more" adds: a collaboration has three thousand. */
const MORE = 100;

export const sinceWords = ({ since, until }: Pick<WorkCount<unknown>, 'since' | 'until'>): string =>
  since === null || until === null ? '' : since === until ? String(since) : `${since}–${until}`;

export function PeopleList(props: {
  of: readonly WorkCount<number>[];
  people: readonly ExplorePerson[];
  /** Shows the works of one of them. */
  onWorks: (person: number) => void;
}): JSX.Element {
  const { of, people, onWorks } = props;
  const { walkTo } = useLeads();
  const [limit, setLimit] = useState(SHOWN_FIRST);
  return (
    <>
      <ul className="x-people">
        {of.slice(0, limit).map((tally) => {
          const person = people[tally.key];
          if (person === undefined) return null;
          const show = t('exploreShowWith', person.name);
          return (
            <li key={tally.key}>
              <button type="button" className="x-person" onClick={() => walkTo(subjectOf(person))}>
                <bdi>{person.name}</bdi>
              </button>
              <span className="x-since">{sinceWords(tally)}</span>
              <button
                type="button"
                className="x-number"
                title={show}
                aria-label={`${count('authorTopicWorks', tally.works)}: ${show}`}
                onClick={() => onWorks(tally.key)}
              >
                {number(tally.works)}
              </button>
            </li>
          );
        })}
      </ul>
      {of.length > limit && (
        <button type="button" className="b-link x-more" onClick={() => setLimit(limit + MORE)}>
          {count('authorMoreCollaborators', of.length - limit)}
        </button>
      )}
    </>
  );
}
