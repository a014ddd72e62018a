// Collaborators: most works together first; each opens that person.
import { useState } from 'react';
import { count, number, t } from '../../../lib/i18n/i18n.ts';
import { usePerson } from './person.tsx';

const shownFirst = 8;

export function Collaborators() {
  const { view, onPerson } = usePerson();
  const [all, setAll] = useState(false);
  const hidden = view.collaborators.length - shownFirst;
  const shown = all ? view.collaborators : view.collaborators.slice(0, shownFirst);
  return (
    <section className="b-section">
      <h3 className="b-head">
        <span>{t('authorCollaborators')}</span>
        {hidden > 0 && !all && (
          <button type="button" className="b-link" onClick={() => setAll(true)}>
            {count('authorMoreCollaborators', hidden)}
          </button>
        )}
      </h3>
      <ul className="b-collaborators">
        {shown.map((person) => (
          <li key={person.id}>
            <button
              type="button"
              className="b-person b-known"
              title={count('authorTogether', person.works)}
              onClick={() => onPerson(person.id, person.name, person.paper)}
            >
              <bdi>{person.name}</bdi>
            </button>
            {person.works > 1 && (
              <span className="b-times">
                <span aria-hidden="true">{number(person.works)}</span>
                <span className="b-hidden">{count('authorTogether', person.works)}</span>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
