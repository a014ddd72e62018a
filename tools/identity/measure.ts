// How well, and how fast, the signatures of the test half are put together.
import { cpuUsage } from 'node:process';
import { identify, identifyNow } from '../../lib/identity/identify.ts';
import { signatureKey, type Signature } from '../../lib/identity/signature.ts';
import { coauthorComponents, firstInitial, fullName, todaysRule, type Grouping } from './baselines.ts';
import { isForTest, isLabelled, type NameBlock } from './rows.ts';
import { bCubed, pairRates, severalRates, type Judged, type Rates } from './score.ts';

const byIdentity: Grouping = ({ works }) => {
  const { signatures, personOf } = identifyNow(works.map(({ signature }) => signature));
  const persons = new Map(signatures.map((one, at) => [signatureKey(one), String(personOf[at] ?? 0)]));
  return works.map(({ signature }) => persons.get(signatureKey(signature)) ?? '');
};

export const methods: readonly { name: string; group: Grouping }[] = [
  { name: 'first initial', group: firstInitial },
  { name: 'full name', group: fullName },
  { name: 'co-author components', group: coauthorComponents },
  { name: "today's rule", group: todaysRule },
  { name: 'identity', group: byIdentity },
];

export interface Scores {
  method: string;
  of: string;
  pairs: Rates;
  bCubed: Rates;
  several: Rates;
}

/** The scores of one method by each kind of truth. */
export function scoresOf({ name, group }: (typeof methods)[number], blocks: readonly NameBlock[]): Scores[] {
  const judged = new Map<string, Judged[]>();
  for (const block of blocks) {
    if (!isLabelled(block) || !isForTest(block.key)) continue;
    const found = group(block);
    for (const [at, { id, of, signature }] of block.works.entries()) {
      if (id === null) continue;
      const one = { name: signature.name, truth: id, found: `${block.key} ${found[at] ?? ''}` };
      const known = judged.get(of);
      if (known === undefined) judged.set(of, [one]);
      else known.push(one);
    }
  }
  return [...judged].map(([of, all]) => ({
    method: name,
    of,
    pairs: pairRates(all),
    bCubed: bCubed(all),
    several: severalRates(all),
  }));
}

export interface Times {
  /** Milliseconds for names of 100 to 400 works. */
  median: number;
  p95: number;
  /** For the name of most works, of which at most `MOST` are taken. */
  largest: number;
  /** Without a pause there: each step at its best of a few runs, since the collection of garbage falls anywhere. */
  longestStep: number;
}

/** Milliseconds of this process's own time: on a busy machine the clock says more. */
const now = (): number => {
  const { user, system } = cpuUsage();
  return (user + system) / 1000;
};

/** Names of that many works are timed. */
const [LEAST, USUAL, MOST] = [100, 400, 1700];
/** Names timed, each once after a few that warm up. */
const MAX_TIMED = 150;

/** Runs over the name of most works. */
const RUNS = 4;

/** How long each step takes. */
function stepsOf(signatures: readonly Signature[]): number[] {
  const steps = identify(signatures);
  const took: number[] = [];
  for (let isDone = false; !isDone;) {
    const start = now();
    isDone = steps.next().done === true;
    took.push(now() - start);
  }
  return took;
}

const bestOf = (runs: readonly (readonly number[])[], step: number): number =>
  Math.min(...runs.map((took) => took[step] ?? Infinity));

export function timesOf(blocks: readonly NameBlock[]): Times {
  const usual = blocks.filter(({ works }) => works.length >= LEAST && works.length <= USUAL).slice(0, MAX_TIMED);
  const signaturesOf = ({ works }: NameBlock): Signature[] => works.slice(0, MOST).map(({ signature }) => signature);
  for (const block of usual.slice(0, 10)) identifyNow(signaturesOf(block));
  const times = usual
    .map((block) => {
      const signatures = signaturesOf(block);
      const start = now();
      identifyNow(signatures);
      return now() - start;
    })
    .toSorted((a, b) => a - b);
  const [most] = blocks.toSorted((a, b) => b.works.length - a.works.length);
  const runs = Array.from({ length: RUNS }, () => stepsOf(most === undefined ? [] : signaturesOf(most)));
  const at = (part: number): number => times[Math.floor(times.length * part)] ?? 0;
  const totals = runs.map((took) => took.reduce((sum, one) => sum + one, 0));
  const longestStep = (runs[0] ?? []).reduce((longest, _, step) => Math.max(longest, bestOf(runs, step)), 0);
  return { median: at(0.5), p95: at(0.95), largest: Math.min(...totals), longestStep };
}
