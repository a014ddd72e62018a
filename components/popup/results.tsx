// What the catalog has for the words typed: people first where there are any, because a name typed is usually one.
import type { JSX } from 'react';
import { count, number, t } from '../../lib/i18n/i18n.ts';
import { WorkList } from '../work/list.tsx';
import type { Found } from './use-search.ts';

export function Results(props: {
  found: Found | null;
  onPaper: (id: string) => void;
  onPerson: (id: string, name: string) => void;
}): JSX.Element {
  const { found } = props;
  const papers = found?.answer?.papers ?? [];
  const people = found?.answer?.people ?? [];
  const nothing = found?.answer !== null && papers.length + people.length === 0;
  return (
    <>
      <output className={nothing || (found?.problem ?? null) !== null ? 'popup-state' : 'b-hidden'}>
        {found === null
          ? ''
          : (found.problem ??
            (nothing
              ? t('popupNothingFound', found.query)
              : t('popupFound', count('popupPapers', papers.length), count('popupPeople', people.length))))}
      </output>
      {people.length > 0 && (
        <section aria-labelledby="found-people" className="popup-part">
          <h2 id="found-people">{t('popupPeopleHead', number(people.length))}</h2>
          <ul className="b-works">
            {people.map((person) => (
              <li key={person.id}>
                <button
                  type="button"
                  className="b-work person-row"
                  onClick={() => props.onPerson(person.id, person.name)}
                >
                  <span className="b-work-title person-name" dir="auto">
                    {person.name}
                  </span>
                  <span className="b-work-below">{person.position ?? count('popupWorks', person.works)}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {papers.length > 0 && (
        <section aria-labelledby="found-papers" className="popup-part">
          <h2 id="found-papers">{t('popupPapersHead', number(papers.length))}</h2>
          <WorkList works={papers} onOpen={props.onPaper} />
        </section>
      )}
    </>
  );
}
