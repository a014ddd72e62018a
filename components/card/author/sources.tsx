// What each source says of this person. A site's own scores of people are not shown (docs/people.md).
import type { PersonView } from '../../../lib/views/schema.ts';
import { careerOf } from '../../../lib/paper/career.ts';
import type { CareerFact } from '../../../lib/paper/schema.ts';
import { count, t, type MessageKey } from '../../../lib/i18n/i18n.ts';
import { saysWords, shortName } from '../phrases.ts';
import { FactList, type Fact } from '../../ui/fact-list.tsx';
import { usePerson } from './person.tsx';

const labels = {
  position: 'factPosition',
  past: 'factBefore',
  degree: 'factDegree',
  advisor: 'factAdvisor',
} as const satisfies Record<CareerFact['kind'], MessageKey>;

/** Position, what was before, degrees, advisors and areas, each with who says so. */
export function personFacts({ person, sources }: PersonView): Fact[] {
  const known = sources.map(({ source }) => source);
  const labelled = [
    ...careerOf(person).map((claim) => ({ label: labels[claim.kind], claim })),
    ...person.areas.map((claim) => ({ label: 'factAreas' as const, claim })),
  ];
  return together(labelled.map(({ label, claim }) => ({ label, value: claim.value, says: saysWords(claim, known) })));
}

/** Neighbours of one kind from one source share a row: five areas are one line, not five. */
function together(facts: readonly Fact[]): Fact[] {
  const rows: Fact[] = [];
  for (const fact of facts) {
    const last = rows.at(-1);
    if (last?.label === fact.label && last.says === fact.says)
      rows[rows.length - 1] = { ...last, value: `${last.value ?? ''}; ${fact.value ?? ''}` };
    else rows.push(fact);
  }
  return rows;
}

/** One line, which unfolds to what each of them says. */
export function WhatSourcesSay() {
  const { view } = usePerson();
  const facts = personFacts(view);
  return (
    <section className="b-section">
      <details className="b-fold">
        <summary>
          <h3>{t('cardSources')}</h3>
          <span>{[...new Set(view.sources.map(({ source }) => shortName(source.name)))].join(', ')}</span>
        </summary>
        <dl className="b-documents">
          {view.sources.map(({ source, works }) => (
            <div key={source.id}>
              <dt>{source.name}</dt>
              <dd>{works > 0 ? count('authorSays', works, source.what) : source.what}</dd>
            </div>
          ))}
        </dl>
        {facts.length > 0 && <FactList facts={facts} />}
        {view.person.notes.length > 0 && (
          <ul className="b-notes" aria-label={t('authorNotes')}>
            {view.person.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        )}
      </details>
    </section>
  );
}
