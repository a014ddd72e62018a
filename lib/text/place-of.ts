// Where a title is in a text, by its letters and digits alone: spaces, hyphens, quotes and markup between them don't
// matter, nor do accents and capitals.

export interface Place {
  start: number;
  length: number;
}

const isLetter = /[\p{L}\p{N}]/u;

/** Letters with the place of each in the text (UTF-16 units), and where it ends. */
function lettersOf(text: string): { letters: string; starts: number[]; ends: number[] } {
  let letters = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const character of text) {
    const end = at + character.length;
    for (const part of character.normalize('NFKD').toLowerCase()) {
      if (!isLetter.test(part)) continue;
      letters += part;
      // One place for each UTF-16 unit, as `indexOf` counts.
      for (let unit = 0; unit < part.length; unit += 1) {
        starts.push(at);
        ends.push(end);
      }
    }
    at = end;
  }
  return { letters, starts, ends };
}

const letterBefore = (text: string, at: number): boolean => at > 0 && isLetter.test(text.charAt(at - 1));
const letterAt = (text: string, at: number): boolean => at < text.length && isLetter.test(text.charAt(at));

/** The first place where all of the title is between words' ends; null where it does not, or has hardly a letter. */
export function placeOf(text: string, title: string): Place | null {
  const wanted = lettersOf(title).letters;
  if (wanted.length < 4) return null;
  const { letters, starts, ends } = lettersOf(text);
  for (let from = letters.indexOf(wanted); from >= 0; from = letters.indexOf(wanted, from + 1)) {
    const start = starts[from] ?? 0;
    const end = ends[from + wanted.length - 1] ?? start;
    if (!letterBefore(text, start) && !letterAt(text, end)) return { start, length: end - start };
  }
  return null;
}
