// Numbered citations in running text: "[12]", "[3, 7–9]", and which numbers they name. Pure.

/** Maximum numbers of one bracket: more is a range of years or a mistake. */
const MAX_NUMBERS = 30;
const LIST = /^\d{1,4}(?:\s?[,;–—-]\s?\d{1,4})*$/u;

/** "3, 7–9" is 3, 7, 8, 9. Empty where it is no list of numbers. */
export function numbersIn(text: string): number[] {
  const bare = text.trim();
  if (!LIST.test(bare)) return [];
  const numbers = new Set<number>();
  for (const part of bare.split(/[,;]/u)) {
    const [from = Number.NaN, to = from] = part.split(/[–—-]/u).map(Number);
    if (!(to >= from && to - from < MAX_NUMBERS)) return [];
    for (let number = from; number <= to; number += 1) numbers.add(number);
  }
  return numbers.size > MAX_NUMBERS ? [] : [...numbers];
}

export interface NumberedCitation {
  /** In the text, brackets included. */
  start: number;
  end: number;
  numbers: number[];
}

/** The bracket of numbers at a place of a text; null where there is none. */
export function citationAt(text: string, at: number): NumberedCitation | null {
  const start = text.lastIndexOf('[', at);
  if (start < 0 || at - start > 60) return null;
  const end = text.indexOf(']', start);
  if (end < at || end - start > 60) return null;
  const numbers = numbersIn(text.slice(start + 1, end));
  return numbers.length === 0 ? null : { start, end: end + 1, numbers };
}

/** All brackets of numbers of a text, in order. */
export function citationsIn(text: string): NumberedCitation[] {
  const found: NumberedCitation[] = [];
  for (const { 0: bracket, index } of text.matchAll(/\[\d[\d\s,;–—-]{0,58}\]/gu)) {
    const numbers = numbersIn(bracket.slice(1, -1));
    if (numbers.length > 0) found.push({ start: index, end: index + bracket.length, numbers });
  }
  return found;
}

/** The number that an entry of a list begins with: "[12] A. Author", "12. A. Author". */
export function numberOfEntry(text: string): number | null {
  const found = /^\s{0,20}(?:\[(\d{1,4})\]|(\d{1,4})[.)])(?=\s|\p{L})/u.exec(text.slice(0, 40));
  return found === null ? null : Number(found[1] ?? found[2]);
}
