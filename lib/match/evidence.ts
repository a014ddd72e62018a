// Whether an author of a paper is named beside a title.
import { familyWord } from '../paper/names/name-key.ts';
import { foldPlain } from '../text/fold.ts';
import type { Folded } from '../text/tokens.ts';
import type { Block } from '../messages/page-protocol.ts';
import type { Slot } from './scan.ts';

/** Maximum characters between a title and its author. */
const MAXIMUM_AUTHOR_REACH = 250;

/** Whether the family name of one of `authors` is beside the candidate, in its block or the next ones. */
export function authorNear(
  blocks: readonly Block[],
  number: number,
  folded: Folded,
  candidate: Slot,
  authors: readonly string[],
): boolean {
  if (authors.length === 0) return false;
  const text = blocks[number]?.text ?? '';
  const start = folded.start[candidate.from] ?? 0;
  const end = folded.end[candidate.to - 1] ?? 0;
  const beside = [
    text.slice(Math.max(0, start - MAXIMUM_AUTHOR_REACH), start),
    text.slice(end, end + MAXIMUM_AUTHOR_REACH),
    ...[number - 1, number + 1, number + 2].map((other) => blocks[other]?.text.slice(0, MAXIMUM_AUTHOR_REACH) ?? ''),
  ];
  const names = new Set<string>();
  for (const piece of beside) {
    for (const word of piece.split(/[^\p{L}\p{M}'’-]+/u)) if (word.length > 1) names.add(foldPlain(word));
  }
  return authors.some((author) => {
    const family = familyWord(author);
    return family.length > 1 && names.has(family);
  });
}
