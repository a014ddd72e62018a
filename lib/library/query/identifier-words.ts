// An arXiv id, a DOI or an address that was pasted above the list, as the words that its paper has. Pure.
import { cleanArxivId, cleanDoi } from '../../paper/identifiers.ts';
import { arxivKey, doiKey } from '../../paper/keys.ts';

/** "arxiv:1912.10077" of "https://arxiv.org/pdf/1912.10077v2"; null where a text is no identifier. */
export function identifierWords(text: string): string | null {
  if (!/^(?:https?:|arxiv|doi|10\.|www\.)/i.test(text) || !/\d/.test(text)) return null;
  const arxivId = cleanArxivId(text);
  if (arxivId !== null) return arxivKey(arxivId);
  const doi = cleanDoi(text);
  return doi === null ? null : doiKey(doi);
}
