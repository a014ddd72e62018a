// Positions and degrees of a seed record as facts of the catalog: each a line, and its parts. Pure.
import type { CareerFact, Provenance } from '../paper/schema.ts';
import type { SeedDegree, SeedPosition } from './schema.ts';

type Parts = Omit<CareerFact, keyof Provenance>;

const filled = (parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(', ');

export function positionParts(
  kind: 'position' | 'past',
  { role, institution, place, with: beside, from, to }: SeedPosition,
): Parts {
  const years = from === undefined && to === undefined ? undefined : `${from ?? ''}–${to ?? ''}`;
  return {
    kind,
    value: filled([
      role === undefined ? institution : `${role} at ${institution}`,
      place,
      beside === undefined ? undefined : `with ${beside}`,
      years,
    ]),
    institution,
    ...(beside === undefined ? {} : { person: beside }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

/** A degree, and its advisor as a fact of their own. */
export function degreeParts({ degree, institution, year, advisor }: SeedDegree): Parts[] {
  const when = year === undefined ? {} : { to: year };
  const studied: Parts = {
    kind: 'degree',
    value: filled([degree, institution, year === undefined ? undefined : String(year)]),
    institution,
    ...when,
  };
  if (advisor === undefined) return [studied];
  return [studied, { kind: 'advisor', value: advisor, institution, person: advisor, ...when }];
}
