// An author's view as it is at once after a press on "theirs" or "not theirs"; the worker's own answer takes its place. Pure.
import type { PersonView } from '../../../lib/views/schema.ts';

export type Said = 'theirs' | 'not-theirs';

/** The work goes into the other list; into a list whose rows have more to them it comes with the worker's answer. */
export function withAnswer<V extends PersonView>(view: V, paper: string, said: Said): V {
  const { works, underName, answers } = view;
  const row = [...works, ...underName.rows].find(({ id }) => id === paper);
  if (row === undefined) return view;
  const isTheirs = said === 'theirs';
  const rest = works.filter(({ id }) => id !== paper);
  const others = underName.rows.filter(({ id }) => id !== paper);
  const rows = isTheirs ? others : [...others, row];
  return {
    ...view,
    works: rest,
    underName: { rows, total: underName.total + rows.length - underName.rows.length },
    answers: answers.map((one) => (one.paper === paper ? { ...one, answer: isTheirs ? 'theirs' : 'another' } : one)),
  };
}
