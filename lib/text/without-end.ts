// What a text ends in, taken off. An expression with `+$` does the same, and takes time that grows with the square of the
// text where many such characters are not at its end.

/** The text without the characters at its end that `kind`, an expression for one character, fits. */
export function withoutEnd(text: string, kind: RegExp): string {
  let end = text.length;
  while (end > 0) {
    // A character of two units begins one earlier.
    const from = (text.codePointAt(end - 2) ?? 0) > 0xffff ? end - 2 : end - 1;
    if (!kind.test(text.slice(from, end))) break;
    end = from;
  }
  return text.slice(0, end);
}
