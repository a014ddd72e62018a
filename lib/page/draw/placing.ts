// How a mark is set on its page, and which marks are painted: for the scripts that come where something was found.
import type { Mark, Marks } from './marks.ts';

/** Most of the line between two breaks: "**Title**.<br>Authors<br>Venue", as homepages have it. */
function fillsItsLine(text: string, start: number, length: number): boolean {
  const from = text.lastIndexOf('\n', start) + 1;
  const end = text.indexOf('\n', start + length);
  return length >= 0.7 * text.slice(from, end < 0 ? text.length : end).trim().length;
}

/** Set as a title, so that a pill may follow. Running text has a title among other words; a title slot, a heading, a line or a link that is all title do not. */
export function isTitled({ block, start, text: { length }, subject, byLink }: Mark): boolean {
  if (subject.kind === 'person' || byLink) return false;
  if (block.kind === 'title' || block.kind === 'heading') return true;
  if (fillsItsLine(block.text, start, length)) return true;
  if (block.kind === 'text' || block.kind === 'reference') return false;
  return block.spans.some(
    (span) =>
      span.kind === 'link' &&
      span.start <= start + 2 &&
      span.end >= start + length - 2 &&
      length >= 0.7 * (span.end - span.start),
  );
}

/** It is the first thing of its block. */
export const isFirst = ({ block, start }: Mark): boolean => block.text.slice(0, start).trim() === '';

/** The marks to paint. A link by identifier is marked once a row, and only for papers without a marked title. */
export function shownOf(marks: Marks): Mark[] {
  const titled = marks.found(false);
  const linked = new Map<string, Set<unknown>>();
  return [...marks.all].filter(({ subject, byLink, block, element }) => {
    if (!byLink || subject.kind === 'person') return true;
    const [paper = ''] = subject.papers;
    // Marks of one row say nothing new of the same paper.
    const place = block.row ?? element.parentElement;
    const places = linked.get(paper) ?? new Set();
    if (titled.has(paper) || places.has(place)) return false;
    linked.set(paper, places.add(place));
    return true;
  });
}
