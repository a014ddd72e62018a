// Positions, degrees and advisors of a person. Pure.
import type { CareerFact, Person } from './schema.ts';

/** In the order in which they are shown. A pack of an earlier version has lines without parts. */
export function careerOf({ career, position, pastPositions, degree }: Person): readonly CareerFact[] {
  if (career !== undefined) return career;
  return [
    ...(position === null ? [] : [{ ...position, kind: 'position' as const }]),
    ...pastPositions.map((claim) => ({ ...claim, kind: 'past' as const })),
    ...(degree === null ? [] : [{ ...degree, kind: 'degree' as const }]),
  ];
}
