// What the reader said of who wrote what, as a list: one row a press, the latest first. Pure.
import type { KeptDecision } from '../library/schema.ts';
import { keyOfPerson } from '../paper/names/person-id.ts';
import type { Decision } from '../identity/decisions.ts';
import type { DecisionRow, SaidWords } from './schema.ts';

/** Titles kept with a decision. */
const MAX_TITLES = 3;
const MAX_LETTERS = 300;

export const toldOf = (told: SaidWords): SaidWords => ({
  ...told,
  titles: told.titles.slice(0, MAX_TITLES).map((title) => title.slice(0, MAX_LETTERS)),
});

/** One press of the reader's: decisions of one moment. */
export interface Press {
  at: number;
  rows: readonly KeptDecision[];
}

/** All presses, the latest first. */
export function pressesOf(kept: readonly KeptDecision[]): Press[] {
  const byTime = new Map<number, KeptDecision[]>();
  for (const row of kept) {
    const before = byTime.get(row.decision.at);
    if (before === undefined) byTime.set(row.decision.at, [row]);
    else before.push(row);
  }
  return [...byTime].toSorted(([a], [b]) => b - a).map(([at, rows]) => ({ at, rows }));
}

/** The work that a decision is first about; what says its title where none was kept. */
export const firstWork = ({ rows }: Press): string | null => rows[0]?.decision.works[0]?.paper ?? null;

/** @param told what is kept with it; null where an earlier version kept it
 *  @param titleOf a paper's title, by its id */
export function decisionRow(
  press: Press,
  told: SaidWords | null,
  titleOf: (paper: string) => string | null,
): DecisionRow {
  const ids = press.rows.map(({ id }) => id);
  return { ids, at: press.at, ...(told ?? guessed(press, titleOf)) };
}

function guessed(press: Press, titleOf: (paper: string) => string | null): SaidWords {
  const decisions = press.rows.map(({ decision }) => decision);
  const [first] = decisions;
  const paper = firstWork(press) ?? '';
  const title = titleOf(paper) ?? paper;
  const works = new Set(first?.works.map(({ paper }) => paper)).size;
  const name = nameIn(first?.works.at(-1)?.person ?? '');
  return { says: sayingOf(decisions), name, titles: [title], works };
}

const sayingOf = (decisions: readonly Decision[]): SaidWords['says'] =>
  decisions.some(({ kind }) => kind === 'different')
    ? decisions.length > 1
      ? 'split'
      : 'not-theirs'
    : decisions.some(({ kind }) => kind === 'me')
      ? 'me'
      : 'theirs';

/** The key of a name, given name first. */
const nameIn = (person: string): string => (keyOfPerson(person) ?? person).split(' ').toReversed().join(' ');
