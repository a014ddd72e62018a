// Signs off both ends of a text, each looked at once.

/**
 * @param front signs that go at the beginning, and `back` those at the end; spaces go with them
 */
export function trimmedOf(text: string, front: string, back: string): string {
  let [from, to] = [0, text.length];
  const isSpace = (at: number): boolean => /\s/u.test(text.charAt(at));
  while (from < to && (isSpace(from) || front.includes(text.charAt(from)))) from += 1;
  while (to > from && (isSpace(to - 1) || back.includes(text.charAt(to - 1)))) to -= 1;
  return text.slice(from, to);
}
