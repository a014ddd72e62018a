// The people that a reading list is mostly by, to follow.
import { useState, type JSX } from 'react';
import { count, t } from '../../lib/i18n/i18n.ts';
import type { FrequentPerson } from '../../lib/exports/frequent-people.ts';
import { ask } from '../../lib/messages/client.ts';
import { sentenceOf } from '../ui/sentence.ts';

export function People({ people }: { people: readonly FrequentPerson[] }): JSX.Element {
  const [followed, setFollowed] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState<string | null>(null);
  const toggle = async ({ person }: FrequentPerson): Promise<void> => {
    const follows = followed.has(person.id);
    try {
      await (follows ? ask('library.unfollow', { id: person.id }) : ask('library.refollow', { person }));
      setProblem(null);
      setFollowed((before) => new Set(follows ? [...before].filter((id) => id !== person.id) : [...before, person.id]));
    } catch (error) {
      setProblem(sentenceOf(error));
    }
  };
  return (
    <section className="from-library-people" aria-labelledby="from-library-people">
      <h3 id="from-library-people">{t('exportPeople')}</h3>
      <p className="why">{t('exportPeopleWhy')}</p>
      <ul>
        {people.map((one) => {
          const { id, name } = one.person;
          const follows = followed.has(id);
          return (
            <li key={id}>
              <bdi>{name}</bdi>
              <span className="from-library-by">{count('exportPapers', one.papers)}</span>
              <button
                type="button"
                className={follows ? 'b-btn b-saved' : 'b-btn'}
                aria-pressed={follows}
                aria-label={t(follows ? 'exportUnfollowLabel' : 'exportFollowLabel', name)}
                onClick={() => void toggle(one)}
              >
                {t(follows ? 'exportFollowing' : 'exportFollow')}
              </button>
            </li>
          );
        })}
      </ul>
      {problem !== null && (
        <p role="alert" className="problem">
          {problem}
        </p>
      )}
    </section>
  );
}
