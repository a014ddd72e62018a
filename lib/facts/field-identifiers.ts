// The identifiers that a page's fields name.
import {
  arxivIdOfDoi,
  findArxivId,
  findDoi,
  identifiersOfPageAddress,
  type Identifiers,
} from '../paper/identifiers.ts';
import type { Fields } from '../sites/adapter.ts';

/** What fields of one source say: its own identifiers first, then those in addresses of its page and PDF. */
export function identifiersOfFields({ arxiv = [], doi = [], page = [], pdf = [] }: Fields): Identifiers {
  const first = <T>(texts: readonly string[], read: (text: string) => T | null): T | null => {
    for (const text of texts.slice(0, 20)) {
      const found = read(text);
      if (found !== null) return found;
    }
    return null;
  };
  const places = [...page, ...pdf];
  const named = first(doi, findDoi);
  const ofDoi = named === null ? null : arxivIdOfDoi(named);
  const inPlace = first(places, (text) => {
    const found = identifiersOfPageAddress(text);
    return found.arxiv === null && found.dois.length === 0 ? null : found;
  });
  const dois = named === null || ofDoi !== null ? (inPlace?.dois ?? []) : [named];
  return { arxiv: first(arxiv, findArxivId) ?? ofDoi ?? inPlace?.arxiv ?? null, dois };
}
