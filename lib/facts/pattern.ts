// The last resort: DOIs and ids in attributes and in the document's title.
import type { PageMetadata } from '../messages/page-protocol.ts';
import { findArxivId, findDoi } from '../paper/identifiers.ts';
import { filledFields } from './fields.ts';
import type { Reading } from './reading.ts';
import { cleanTitle, partsOf, wordsIn } from './title.ts';

/** "[1912.10077] Title", "Title | Journal": the longest part, without an id before it. */
function titleIn(documentTitle: string): string | null {
  const bare = cleanTitle(documentTitle).replace(/^\[[^\]]{1,40}\]\s{0,4}/, '');
  const parts = partsOf(bare).toSorted((one, other) => other.length - one.length);
  const [title] = parts;
  return title !== undefined && wordsIn(title) >= 3 ? title : null;
}

/**
 * Several different DOIs on one page are a list's, and say nothing of the page.
 * @param others titles that the page has elsewhere, for one whose document has none
 */
export function pattern({ title, dois }: PageMetadata, others: readonly string[] = []): Reading {
  const named = [...new Set(dois.map(findDoi).filter((doi) => doi !== null))];
  return {
    from: 'pattern',
    fields: filledFields({
      title: [titleIn(title), ...others],
      doi: named.length === 1 ? named : [findDoi(title)],
      arxiv: [findArxivId(title)],
    }),
  };
}
