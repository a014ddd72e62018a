// An author's view as it is at once after a press on "theirs" or "not theirs"; the worker's own answer takes its place. Pure.
import type { Request } from '../../../lib/messages/contract.ts';
import type { PersonView } from '../../../lib/views/schema.ts';

export type Said = Request<'person.decide'>['decision'];

/** The works go into the other list; into a list whose rows have more to them they come with the worker's answer, as does
 *  what is said of a person. */
export function withAnswer<V extends PersonView>(view: V, papers: readonly string[], said: Said): V {
  if (said === 'same' || said === 'me') return view;
  const { works, underName, answers } = view;
  const isMeant = ({ id }: { id: string }): boolean => papers.includes(id);
  const isTheirs = said === 'theirs';
  const rest = works.filter((row) => !isMeant(row));
  const others = underName.rows.filter((row) => !isMeant(row));
  const rows = isTheirs ? others : [...others, ...[...works, ...underName.rows].filter(isMeant)];
  return {
    ...view,
    works: rest,
    underName: { rows, total: underName.total + rows.length - underName.rows.length },
    answers: answers.map((one) =>
      papers.includes(one.paper) ? { ...one, answer: isTheirs ? 'theirs' : 'another' } : one,
    ),
  };
}
