// A person that a search found: a name, and what tells its bearer from others of it.
import type { JSX } from 'react';
import type { PersonRow as Person } from '../../lib/views/schema.ts';
import { count, t } from '../../lib/i18n/i18n.ts';

export function PersonRow({ person, onOpen }: { person: Person; onOpen: (person: Person) => void }): JSX.Element {
  const { name, works, position, venues, years, orcid } = person;
  const [first, last] = years ?? [];
  const facts = [
    works === null ? '' : count('popupWorks', works),
    venues.join(', '),
    first === undefined ? '' : first === last ? String(first) : `${first}–${last}`,
    orcid === null ? '' : `ORCID ${orcid}`,
  ];
  const beside = position ?? (person.with.length > 0 ? t('searchWith', person.with.join(', ')) : '');
  return (
    <button type="button" className="b-work person-row" onClick={() => onOpen(person)}>
      <span className="b-work-title person-name" dir="auto">
        {name}
      </span>
      <span className="b-work-below">{facts.filter((fact) => fact !== '').join(' · ')}</span>
      {beside !== '' && <span className="b-work-below">{beside}</span>}
    </button>
  );
}
