// A page made of blocks: as they are for the engine, as HTML for a browser.
import type { Block } from '../../lib/messages/page-protocol.ts';
import type { Expected } from './score.ts';

/** One page to look at. */
export interface Sheet {
  /** Names it in reports. */
  name: string;
  url: string;
  /** A saved page, or blocks to make one of. */
  page: { file: string } | { blocks: readonly Block[] };
  expected: readonly Expected[];
}

const escaped = (text: string): string => text.replace(/[&<>"]/gu, (sign) => `&#${sign.charCodeAt(0)};`);

const tags = { link: 'a', emphasis: 'em', quote: 'q', name: 'span' } as const;

/** A block's text with its spans as elements; of spans that cross each other the first stays. */
function inline({ text, spans }: Block): string {
  const kept = spans
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter(
      (span, at, all) =>
        span.end > span.start &&
        !all.slice(0, at).some((other) => other.start < span.start && other.end > span.start && other.end < span.end),
    );
  const opening = new Map<number, string>();
  const closing = new Map<number, string>();
  for (const { start, end, kind, href } of kept) {
    const tag = tags[kind];
    const address = kind === 'link' ? ` href="${escaped(href ?? 'https://example.org/paper')}"` : '';
    opening.set(start, `${opening.get(start) ?? ''}<${tag}${address}>`);
    closing.set(end, `</${tag}>${closing.get(end) ?? ''}`);
  }
  let html = '';
  for (let at = 0; at <= text.length; at += 1) {
    html += (closing.get(at) ?? '') + (opening.get(at) ?? '');
    html += at < text.length ? escaped(text.charAt(at)) : '';
  }
  return html;
}

function element(block: Block): string {
  const content = inline(block);
  switch (block.kind) {
    case 'heading':
    case 'title':
      return `<h2>${content}</h2>`;
    case 'reference':
      return `<ol class="references"><li>${content}</li></ol>`;
    case 'item':
      return `<ul><li>${content}</li></ul>`;
    case 'cell':
      return `<table><tr><td>${content}</td></tr></table>`;
    case 'byline':
    case 'text':
      // Line ends stay, as in what was set with fixed lines.
      return `<p>${content}</p>`;
  }
}

export const htmlOf = (name: string, blocks: readonly Block[]): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(name)}</title></head><body>${blocks
    .map(element)
    .join('\n')}</body></html>`;
