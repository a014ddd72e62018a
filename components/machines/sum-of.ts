// What several files changed, together.
import type { Difference } from './difference-words.ts';

type Kinds = Record<'works' | 'follows' | 'decisions', Difference>;

const none = (): Difference => ({ added: 0, changed: 0, removed: 0 });

export function sumOf(views: readonly Kinds[]): Kinds {
  const sum: Kinds = { works: none(), follows: none(), decisions: none() };
  for (const view of views)
    for (const kind of ['works', 'follows', 'decisions'] as const)
      for (const what of ['added', 'changed', 'removed'] as const) sum[kind][what] += view[kind][what];
  return sum;
}
