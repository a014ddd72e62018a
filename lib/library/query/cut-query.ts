// A query's pieces as they are typed: words, quoted texts, and keys with values. One pass. Pure.

export interface Token {
  /** As it was typed. */
  whole: string;
  negated: boolean;
  /** The letters before a colon, in small letters; null where there are none. */
  key: string | null;
  /** Behind the colon, or all of it; without quotes. */
  value: string;
  /** 'open': the closing quote is still to be typed. */
  quotes: 'none' | 'open' | 'closed';
}

/** Maximum characters that are read: a title pasted with its abstract is longer than any query. */
const MAX_QUERY = 1000;

const isSpace = (sign: string): boolean => /\s/.test(sign);
const KEY = /^[a-z]{1,20}:/i;

/** The pieces in order. A quote that is not closed holds to the end. */
export function cutQuery(typed: string): Token[] {
  const text = typed.slice(0, MAX_QUERY).replace(/[\u201c-\u201f\u00ab\u00bb]/g, '"');
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    if (isSpace(text.charAt(at))) {
      at += 1;
      continue;
    }
    const start = at;
    const negated = /[-\u2212\u2013]/.test(text.charAt(at)) && at + 1 < text.length && !isSpace(text.charAt(at + 1));
    if (negated) at += 1;
    const found = KEY.exec(text.slice(at, at + 21))?.[0] ?? null;
    if (found !== null) at += found.length;
    const quoted = text.charAt(at) === '"';
    const from = quoted ? at + 1 : at;
    let end = from;
    while (end < text.length && (quoted ? text.charAt(end) !== '"' : !isSpace(text.charAt(end)))) end += 1;
    at = quoted ? end + 1 : end;
    tokens.push({
      whole: text.slice(start, at),
      negated,
      key: found === null ? null : found.slice(0, -1).toLowerCase(),
      value: text.slice(from, end),
      quotes: !quoted ? 'none' : end < text.length ? 'closed' : 'open',
    });
  }
  return tokens;
}
