// What a stretch of a reference can be, and the states in which the chain can be: each label before and after the title.

export const labels = [
  'number',
  'author',
  'editor',
  'date',
  'title',
  'journal',
  'container',
  'volume',
  'pages',
  'publisher',
  'location',
  'address',
  'note',
] as const;
export type ReferenceLabel = (typeof labels)[number];
export const LABELS = labels.length;

export const label = Object.fromEntries(labels.map((name, at) => [name, at])) as Record<ReferenceLabel, number>;
export const TITLE = label.title;

/**
 * A title stands once in an entry, as one stretch. So states are labels before it (their own number), the title, and
 * labels after it (their number and LABELS); an entry without a title stays in the states before it.
 */
export const STATES = 2 * LABELS;
/** Not used: the title has no state after itself. */
export const NO_STATE = LABELS + TITLE;

/** The label of a state. */
export const labelOfState = (state: number): number => (state < LABELS ? state : state - LABELS);

/** Whether one state may follow another. */
export function mayFollow(from: number, to: number): boolean {
  if (from === NO_STATE || to === NO_STATE) return false;
  if (from < LABELS && from !== TITLE) return to < LABELS;
  return from === TITLE ? to === TITLE || to >= LABELS : to >= LABELS;
}
