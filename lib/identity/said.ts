// What the reader said of one work and one person, in so many words: the latest decision about both holds. Pure.
import { bearerKey, sortedByTime, type Bearer, type Decision } from './decisions.ts';

export interface Said {
  theirs: boolean;
  /** It was said of this work; false where it was said of others of the person, and this is one of the rest. */
  ofThis: boolean;
}

/** Answers what was said of a work, given by all that it is known by; null where nothing was.
 *  @param person works of the person */
export function saidOf(
  decisions: readonly Decision[],
  person: readonly Bearer[],
): (work: readonly Bearer[]) => Said | null {
  const own = new Set(person.map(bearerKey));
  const sides = sortedByTime(decisions).flatMap((decision) => {
    const rest = decision.kind === 'different' ? decision.from : decision.kind === 'same' ? (decision.with ?? []) : [];
    const [of, others] = [new Set(decision.works.map(bearerKey)), new Set(rest.map(bearerKey))];
    const [ownOf, ownOthers] = [of, others].map((side) => [...side].filter((key) => own.has(key)));
    const relates = (ownOf?.length ?? 0) + (ownOthers?.length ?? 0) > 0;
    return relates ? [{ decision, of, others, ownOf: ownOf ?? [], ownOthers: ownOthers ?? [] }] : [];
  });
  return (work) => {
    const keys = new Set(work.map(bearerKey));
    const isIn = (side: ReadonlySet<string>): boolean => [...keys].some((key) => side.has(key));
    const hasOther = (side: readonly string[]): boolean => side.some((key) => !keys.has(key));
    for (const { decision, of, others, ownOf, ownOthers } of sides) {
      const ofThis = isIn(of);
      if (!ofThis && !isIn(others)) continue;
      if (decision.kind === 'different') {
        if (hasOther(ofThis ? ownOthers : ownOf)) return { theirs: false, ofThis };
      } else if (hasOther(ownOf) || (ofThis && hasOther(ownOthers))) {
        return { theirs: true, ofThis: ofThis && decision.kind === 'same' };
      }
    }
    return null;
  };
}
