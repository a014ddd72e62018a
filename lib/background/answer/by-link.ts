// Which mentions are links by an identifier, as "pdf" and "arXiv:1912.10077" beside a title are. Pure.
import type { BlocksRequest, Mention, PaperMark } from '../../messages/page-protocol.ts';
import { letters } from '../../text/letters.ts';

/** Whether a mention's text is (most of) its paper's title. */
function looksLikeTitle(text: string, title: string): boolean {
  const [a, b] = [letters(text), letters(title)];
  return b !== '' && a.length > 8 && (b.startsWith(a) || a.startsWith(b) || (b.includes(a) && a.length * 2 > b.length));
}

/** The mentions, with `byLink` where they are such links. `papers`: those that they name. */
export function withLinks(
  mentions: readonly Mention[],
  { blocks }: Pick<BlocksRequest, 'blocks'>,
  papers: readonly Pick<PaperMark, 'id' | 'title'>[],
): Mention[] {
  const titles = new Map(papers.map(({ id, title }) => [id, title]));
  return mentions.map((mention) => {
    const { block, start, length, via } = mention;
    if (via !== 'arxiv' && via !== 'doi') return mention;
    const text = (blocks[block]?.text ?? '').slice(start, start + length);
    const [paper = ''] = mention.papers;
    return looksLikeTitle(text, titles.get(paper) ?? '') ? mention : { ...mention, byLink: true };
  });
}
