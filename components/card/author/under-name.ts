// Works under an author's name as two lists. Pure.
import type { PersonView, WorkRow } from '../../../lib/views/schema.ts';

export interface UnderName {
  /** They may be theirs. */
  maybe: WorkRow[];
  /** Somebody else's of the name. */
  others: WorkRow[];
  /** How many more there are that are not shown. */
  more: number;
}

export function underNameOf({ underName: { rows, total }, answers }: PersonView): UnderName {
  const another = new Set(answers.flatMap(({ paper, answer }) => (answer === 'another' ? [paper] : [])));
  return {
    maybe: rows.filter(({ id }) => !another.has(id)),
    others: rows.filter(({ id }) => another.has(id)),
    more: Math.max(0, total - rows.length),
  };
}
