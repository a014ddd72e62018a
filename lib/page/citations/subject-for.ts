// What the card of a citation is about: one paper, or the list of those in one bracket.
import { subjectOf } from '../act/card-loader.ts';
import type { CardSubject } from '../act/card-port.ts';
import type { PageBridge } from '../bridge.ts';
import type { Mark } from '../draw/marks.ts';
import type { Citation } from './citation.ts';

/** Maximum papers of a list: a bracket of more is seldom, and longer than a window. */
const MAX_LISTED = 20;

export function subjectFor({ marks }: Citation, pagePapers: PageBridge['marks']['pagePapers']): CardSubject {
  const [only, ...others] = marks;
  if (only !== undefined && others.length === 0) return subjectOf(only, pagePapers);
  const ids = marks.flatMap(({ subject }: Mark) => (subject.kind === 'papers' ? subject.papers.slice(0, 1) : []));
  return { kind: 'papers', ids: [...new Set(ids)].slice(0, MAX_LISTED), via: 'cited', confidence: 1 };
}
