// Meta tags by name, however they are spelled: "DC.title", "dc:title" and "DCTERMS_title".

export type Tag = readonly [name: string, content: string];

export class Tags {
  readonly #of = new Map<string, string[]>();

  constructor(tags: readonly Tag[]) {
    for (const [name, content] of tags) {
      const key = keyOf(name);
      const text = content.trim();
      if (text === '') continue;
      const known = this.#of.get(key);
      if (known === undefined) this.#of.set(key, [text]);
      else known.push(text);
    }
  }

  /** The contents under the first of these names that has any, in the page's order. */
  first(...names: readonly string[]): string[] {
    for (const name of names) {
      const found = this.#of.get(name);
      if (found !== undefined) return found;
    }
    return [];
  }

  /** The contents under all of these names. */
  all(...names: readonly string[]): string[] {
    return names.flatMap((name) => this.#of.get(name) ?? []);
  }
}

/** Small letters, a dot after the family of names, underscores within; bepress writes Highwire's names with a prefix. */
export const keyOf = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/^bepress_citation_/, 'citation_')
    .replace(/^(dc|dcterms|prism|eprints|og|article)[._:]/, '$1.')
    .replace(/^citation[.:-]/, 'citation_');
