// What a rule may accept, as soon as the papers' facts are there.
import type { Folded } from '../text/tokens.ts';
import type { Slot } from './scan.ts';
import type { PaperRef } from './title-lookup.ts';
import type { PaperFacts } from '../paper/paper-facts.ts';

export interface Pending {
  block: number;
  start: number;
  length: number;
  /** As in `Mention`. */
  goesOn?: true;
  papers: readonly PaperRef[];
  /** The papers meant, and how sure that is, of those whose facts are there; null if it is no mention. */
  decide: (facts: readonly PaperFacts[]) => { papers: readonly PaperFacts[]; confidence: number } | null;
}

export const keyOfRef = ({ source, ordinal }: PaperRef): string => `${source} ${ordinal}`;

/** Where a title's words are in the text, with a "$" or a closing "?" that belongs to it. */
export function stretch(text: string, folded: Folded, slot: Slot): { start: number; length: number } {
  let start = folded.start[slot.from] ?? 0;
  let end = folded.end[slot.to - 1] ?? 0;
  if (/[?!]/.test(text.charAt(end))) end += 1;
  const dollars = text.slice(start, end).split('$').length - 1;
  if (dollars % 2 === 1) {
    if (text.charAt(start - 1) === '$') start -= 1;
    else if (text.charAt(end) === '$') end += 1;
  }
  return { start, length: end - start };
}
