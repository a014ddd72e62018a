// Which papers of the reading list Zotero has: by DOI, arXiv id, or title. Pure.
import { identifiersIn, identifiersOf } from '../paper/identifiers.ts';
import { storedTitleKey } from '../paper/title-key.ts';
import type { ZoteroKnown } from './client.ts';

interface Listed {
  id: string;
  title: string;
  doi: string | null;
  arxivId: string | null;
}

/** Maximum characters of a text that identifiers are looked for in. */
const MAX_TEXT = 5000;

/** The ids of those that are there. */
export function thereInZotero(rows: readonly Listed[], known: readonly ZoteroKnown[]): Set<string> {
  const titles = new Set(known.map(({ title }) => storedTitleKey(title)));
  titles.delete('');
  const ids = new Set<string>();
  for (const text of known.flatMap(({ texts }) => texts)) {
    const short = text.slice(0, MAX_TEXT);
    for (const { arxiv, dois } of [identifiersOf(short)]) {
      if (arxiv !== null) ids.add(arxiv.toLowerCase());
      for (const doi of dois) ids.add(doi.toLowerCase());
    }
    for (const { arxiv, doi } of identifiersIn(short))
      for (const id of [arxiv, doi]) if (id !== null) ids.add(id.toLowerCase());
  }
  return new Set(
    rows
      .filter(
        ({ title, doi, arxivId }) =>
          (doi !== null && ids.has(doi.toLowerCase())) ||
          (arxivId !== null && ids.has(arxivId.toLowerCase())) ||
          titles.has(storedTitleKey(title)),
      )
      .map(({ id }) => id),
  );
}
