// Which papers are by the same people as another: those that share most and the rarest names first. Pure.
import type { Evidence } from './evidence.ts';
import { authorValues } from './subject.ts';
import { byScore, type Counted, type PaperPlace, type Tally } from './tally.ts';

/** What being on the subject adds, so that of a person's hundred works those come first. */
const SUBJECT_WEIGHT = 0.5;
/** A name that many may have says so much less. */
const WEAK_WEIGHT = 0.5;

interface Shared extends Counted {
  /** Two where one is enough to tell, one for each other. */
  names: number;
}

/** Ordinals are below 2^32. */
const keyOf = ({ source, ordinal }: PaperPlace): number => source * 2 ** 32 + ordinal;

/** Best first. A common name alone tells nobody: another author, or the subject, has to be shared. */
export function byPeople(evidence: Evidence, subject: Tally, most: number): Counted[] {
  const shared = new Map<number, Shared>();
  for (const [{ works, isWeak }, value] of authorValues(evidence))
    for (const [source, ordinals] of works.papers().entries())
      for (const ordinal of ordinals) {
        const key = keyOf({ source, ordinal });
        let sum = shared.get(key);
        if (sum === undefined) shared.set(key, (sum = { source, ordinal, score: 0, names: 0 }));
        sum.score += value * (isWeak ? WEAK_WEIGHT : 1);
        sum.names += isWeak ? 1 : 2;
      }
  for (const place of evidence.own) shared.delete(keyOf(place));
  return [...shared.values()]
    .flatMap(({ source, ordinal, score, names }): Counted[] => {
      const alike = subject.of({ source, ordinal });
      return names > 1 || alike > 0 ? [{ source, ordinal, score: score + SUBJECT_WEIGHT * alike }] : [];
    })
    .toSorted(byScore)
    .slice(0, most);
}
