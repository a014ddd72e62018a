/** What occurs most often; of equals the longest. */
export function commonest(texts: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].toSorted(([a, one], [b, other]) => other - one || b.length - a.length)[0]?.[0];
}
