// Institutions and advisors of a person, as packs state them. Pure.
import { careerOf } from '../paper/career.ts';
import { namePerson } from '../paper/names/person-id.ts';
import type { CareerFact, Person } from '../paper/schema.ts';
import type { GraphTie } from './schema.ts';

const kinds = { position: 'works-at', past: 'was-at', degree: 'degree', advisor: 'advisor' } as const satisfies Record<
  CareerFact['kind'],
  GraphTie['kind']
>;

/** "The University of Texas at Austin" is one with "University of Texas at Austin". */
const withoutArticle = (name: string): string => name.replace(/^the /iu, '');

/** What is stated without its parts is no tie.
 *  @param nameOf what a source is called, by its id */
export function tiesOf(person: Person, nameOf: (source: string) => string): GraphTie[] {
  return careerOf(person).flatMap(({ kind, institution, person: who, from = null, to = null, sources }) => {
    const saidBy = [...new Set(sources.map(nameOf))];
    const tie = { kind: kinds[kind], from, to, saidBy };
    if (kind === 'advisor') return who === undefined ? [] : [{ ...tie, name: who, person: namePerson(who) }];
    return institution === undefined ? [] : [{ ...tie, name: withoutArticle(institution) }];
  });
}
