// Titles with typing errors. Few letters may differ, and only as errors of the hand do: inside a word, not at its first
// letter ("unsupervised" is no error for "supervised"), not by its ending ("model", "models"), and never in a number.
import { emptyFolded, fold, written } from '../text/tokens.ts';
import type { Folded } from '../text/tokens.ts';

/** Share of a title's letters that may differ, and how many at most. */
const SHARE = 0.1;
const MOST_EDITS = 4;

export const editsAllowed = (letters: number): number => Math.min(MOST_EDITS, Math.floor(letters * SHARE));

/**
 * How many letters to put in, take out, exchange or swap with the next make one text of the other;
 * `limit + 1` where it is more than `limit`. Only the band around the diagonal is looked at.
 */
export function editsBetween(one: string, other: string, limit: number): number {
  const far = limit + 1;
  if (Math.abs(one.length - other.length) > limit) return far;
  const width = other.length + 1;
  let before = new Uint16Array(width).fill(far);
  let last = new Uint16Array(width).fill(far);
  let row = new Uint16Array(width);
  for (let j = 0; j <= Math.min(limit, other.length); j += 1) last[j] = j;
  for (let i = 1; i <= one.length; i += 1) {
    row.fill(far);
    if (i <= limit) row[0] = i;
    let least = row[0] ?? far;
    const end = Math.min(other.length, i + limit);
    for (let j = Math.max(1, i - limit); j <= end; j += 1) {
      const same = one.charCodeAt(i - 1) === other.charCodeAt(j - 1);
      let edits = (last[j - 1] ?? far) + (same ? 0 : 1);
      edits = Math.min(edits, (last[j] ?? far) + 1, (row[j - 1] ?? far) + 1);
      const swapped =
        i > 1 &&
        j > 1 &&
        one.charCodeAt(i - 1) === other.charCodeAt(j - 2) &&
        one.charCodeAt(i - 2) === other.charCodeAt(j - 1);
      if (swapped) edits = Math.min(edits, (before[j - 2] ?? far) + 1);
      row[j] = Math.min(edits, far);
      least = Math.min(least, row[j] ?? far);
    }
    if (least > limit) return far;
    [before, last, row] = [last, row, before];
  }
  return Math.min(last[other.length] ?? far, far);
}

/** Whether two words are one but for an error of the hand. */
function isMistyped(one: string, other: string): boolean {
  if (one === other) return true;
  if (one.length < 4 || other.length < 4 || one.charAt(0) !== other.charAt(0)) return false;
  if (/\d/.test(one) || /\d/.test(other) || one.startsWith(other) || other.startsWith(one)) return false;
  const allowed = Math.min(one.length, other.length) > 7 ? 2 : 1;
  return editsBetween(one, other, allowed) <= allowed;
}

function wordsOf(folded: Folded, from: number, to: number): string[] {
  const words: string[] = [];
  for (let word = from; word < to; word += 1) {
    words.push(written(folded, folded.from[word] ?? 0, folded.from[word + 1] ?? 0));
  }
  return words;
}

const ofTitle = emptyFolded();

/** By how many letters words [from, to) of a text differ from a title, if only by typing errors; else null. */
export function typingErrors(text: Folded, from: number, to: number, title: string): number | null {
  fold(title, ofTitle);
  const letters = (text.from[to] ?? 0) - (text.from[from] ?? 0);
  const allowed = editsAllowed(Math.min(letters, ofTitle.length));
  if (Math.abs(letters - ofTitle.length) > allowed) return null;
  const here = wordsOf(text, from, to);
  const there = wordsOf(ofTitle, 0, ofTitle.words);
  const edits = editsBetween(here.join(''), there.join(''), allowed);
  if (edits > allowed) return null;
  // Words that agree from both ends; what is left must agree word by word, or run together.
  while (here.length > 0 && here.at(-1) === there.at(-1)) {
    here.pop();
    there.pop();
  }
  let same = 0;
  while (same < here.length && here[same] === there[same]) same += 1;
  const left = here.slice(same);
  const right = there.slice(same);
  if (left.length === right.length) {
    return left.every((word, at) => isMistyped(word, right[at] ?? '')) ? edits : null;
  }
  // A space lost or put in beside the error.
  if (left.length === 0 || right.length === 0) return null;
  return isMistyped(left.join(''), right.join('')) ? edits : null;
}
