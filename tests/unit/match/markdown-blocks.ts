// Citations as they stand in source files (Markdown, reStructuredText, TeX, HTML cells), rendered as a page would
// show them: marks gone, links and emphasis as spans.
import type { Block, Span } from '../../../lib/messages/page-protocol.ts';

interface Piece {
  pattern: RegExp;
  kind: Span['kind'] | null;
}

const IMAGE = /!\[([^\]]*)\]\([^)]*\)/;
const PIECES: Piece[] = [
  { pattern: /\[((?:[^[\]]|\[[^[\]]*\])*)\]\(([^)\s]*)\)/, kind: 'link' },
  { pattern: /`([^`<]{1,300}?)\s*<(https?:[^>]*)>`_/, kind: 'link' },
  { pattern: /<a href="([^"]*)">([^<]*)<\/a>/, kind: 'link' },
  { pattern: /<(https?:[^>\s]*)>/, kind: 'link' },
  { pattern: /\*\*([^*\n](?:[^*]|\*(?!\*))*?)\*\*/, kind: 'emphasis' },
  { pattern: /\*([^*\s][^*]*?)\*/, kind: 'emphasis' },
  { pattern: /<\/?t[dr][^>]*>/, kind: null },
];

function render(source: string): { text: string; spans: Span[] } {
  let text = '';
  const spans: Span[] = [];
  let rest = source;
  while (rest !== '') {
    let first: { piece: Piece; match: RegExpExecArray } | null = null;
    for (const piece of PIECES) {
      const match = piece.pattern.exec(rest);
      if (match !== null && (first === null || match.index < first.match.index)) first = { piece, match };
    }
    if (first === null) return { text: text + rest, spans };
    const { piece, match } = first;
    text += rest.slice(0, match.index);
    rest = rest.slice(match.index + match[0].length);
    if (piece.kind === null) continue;
    const address = match.slice(1).find((group) => /^https?:/.test(group));
    const shown = match.slice(1).find((group) => !/^https?:\S*$/.test(group)) ?? address ?? '';
    const inner = render(shown === address ? '' : shown);
    const start = text.length;
    for (const span of inner.spans) spans.push({ ...span, start: span.start + start, end: span.end + start });
    text += shown === address ? shown : inner.text;
    const href = piece.kind === 'link' && address !== undefined ? { href: address } : {};
    spans.push({ start, end: text.length, kind: piece.kind, ...href });
  }
  return { text, spans };
}

/** One block a line or table cell, wrapped prose together. */
export function blocksOf(source: string): Block[] {
  const paragraphs = source.replace(IMAGE, '').split(/\n\s*\n|\n(?=#{1,4} |\s*(?:[-*+] |\d+\. |\|))/);
  return paragraphs.flatMap((paragraph): Block[] => {
    if (paragraph.trim().startsWith('|')) {
      return paragraph
        .split('|')
        .filter((cell) => cell.trim() !== '')
        .map((cell) => ({ ...render(cell.trim()), kind: 'cell' }));
    }
    const heading = /^#{1,4} ([^\n]*)\n?([\s\S]*)$/.exec(paragraph);
    if (heading !== null) {
      const blocks: Block[] = [{ ...render(heading[1] ?? ''), kind: 'heading' }];
      if (heading[2] !== undefined && heading[2] !== '') blocks.push({ ...render(heading[2]), kind: 'text' });
      return blocks;
    }
    const item = /^\s*(?:[-*+]|\d+\.) ([\s\S]*)$/.exec(paragraph);
    return [item === null ? { ...render(paragraph), kind: 'text' } : { ...render(item[1] ?? ''), kind: 'item' }];
  });
}
