// How well signatures were put together to persons: pairs and B³, against who they truly are.

/** A signature whose person is known, and the person that a way of grouping made of it. */
export interface Judged {
  name: string;
  truth: string;
  found: string;
}

export interface Rates {
  precision: number;
  recall: number;
  f1: number;
}

const rates = (precision: number, recall: number): Rates => ({
  precision,
  recall,
  f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
});

function countsBy(judged: readonly Judged[], key: (one: Judged) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of judged) counts.set(key(one), (counts.get(key(one)) ?? 0) + 1);
  return counts;
}

const pairsIn = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);

const bothOf = ({ truth, found }: Judged): string => `${truth} ${found}`;
const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);

/** Of all pairs of signatures. */
export function pairRates(judged: readonly Judged[]): Rates {
  const right = pairsIn(countsBy(judged, bothOf));
  return rates(
    share(right, pairsIn(countsBy(judged, ({ found }) => found))),
    share(right, pairsIn(countsBy(judged, ({ truth }) => truth))),
  );
}

/** Of each signature's own person, at the mean. */
export function bCubed(judged: readonly Judged[]): Rates {
  const [truths, founds, boths] = [
    countsBy(judged, ({ truth }) => truth),
    countsBy(judged, ({ found }) => found),
    countsBy(judged, bothOf),
  ];
  let [precision, recall] = [0, 0];
  for (const one of judged) {
    const both = boths.get(bothOf(one)) ?? 0;
    precision += both / (founds.get(one.found) ?? 1);
    recall += both / (truths.get(one.truth) ?? 1);
  }
  return rates(share(precision, judged.length), share(recall, judged.length));
}

/** Of pairs of signatures of one spelling, which several people have. */
export function severalRates(judged: readonly Judged[]): Rates {
  const truths = new Map<string, Set<string>>();
  for (const { name, truth } of judged) truths.set(name, (truths.get(name) ?? new Set()).add(truth));
  const several = judged
    .filter(({ name }) => (truths.get(name)?.size ?? 0) > 1)
    .map(({ name, truth, found }) => ({ name, truth: `${name} ${truth}`, found: `${name} ${found}` }));
  return pairRates(several);
}
