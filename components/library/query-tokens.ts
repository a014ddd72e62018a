// Filters are part of what is typed: a press on "Reading" writes `status:reading` into the search, and takes it out again. Pure.

/** A tag as it is typed: in quotes where it is more than a word. */
export const tagToken = (tag: string): string =>
  /^[\p{L}\p{N}_./-]+$/u.test(tag) ? `tag:${tag}` : `tag:"${tag.replaceAll('"', '')}"`;

/** A field and what it has to have, as it is typed. */
export const phraseToken = (field: 'author' | 'venue', words: string): string =>
  `${field}:"${words.replaceAll('"', '')}"`;

/** Words, quoted values kept whole; quotes that were left open are closed. */
function tokensOf(query: string): string[] {
  const tokens: string[] = [];
  let token = '';
  let isQuoted = false;
  for (const letter of query) {
    if (letter === '"') isQuoted = !isQuoted;
    if (/\s/u.test(letter) && !isQuoted) {
      if (token !== '') tokens.push(token);
      token = '';
    } else token += letter;
  }
  return token === '' ? tokens : [...tokens, isQuoted ? `${token}"` : token];
}

export const hasToken = (query: string, token: string): boolean =>
  tokensOf(query).some((one) => one.toLocaleLowerCase() === token.toLocaleLowerCase());

/** Writes the token, or takes it out where it is there. Of those beginning with `only` there is one at most. */
export function toggled(query: string, token: string, only?: string): string {
  const isThere = hasToken(query, token);
  const rest = tokensOf(query).filter(
    (one) =>
      one.toLocaleLowerCase() !== token.toLocaleLowerCase() &&
      (only === undefined || !one.toLowerCase().startsWith(only)),
  );
  return [...rest, ...(isThere ? [] : [token])].join(' ');
}
