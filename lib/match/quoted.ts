// What is between quotation marks: a place for a title as good as a link, where nothing in the markup says so.
import type { Block, Span } from '../messages/page-protocol.ts';

/** What closes each opening mark. */
const CLOSING: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”',
  '„': '“”',
  '«': '»',
  '‹': '›',
  '《': '》',
  '「': '」',
  '『': '』',
  '‘': '’',
};
const OPENING = /["“„«‹《「『‘]/g;
const MAY_QUOTE = /["“„«‹《「『‘]/;
const WORD = /[\p{L}\p{N}]/u;
/** Minimum and maximum length of a quoted title. */
const MINIMUM_LENGTH = 12;
const MAXIMUM_LENGTH = 400;
/** Maximum marks of a block: one with more is made to be slow; what comes after them is read without. */
const MOST_MARKS = 500;

/** The mark at `at` is before a word and after none; only straight and single marks leave that open. */
const opens = (text: string, at: number): boolean =>
  !WORD.test(text.charAt(at - 1)) && !/\s/.test(text.charAt(at + 1) || ' ');
const closes = (text: string, at: number): boolean =>
  !WORD.test(text.charAt(at + 1)) && !/\s/.test(text.charAt(at - 1));

/** Where the first of `closing` is, from `at` on; -1 where there is none. */
function closingAt(text: string, at: number, closing: string): number {
  const one = text.indexOf(closing.charAt(0), at);
  const other = closing.length > 1 ? text.indexOf(closing.charAt(1), at) : -1;
  return one < 0 || (other >= 0 && other < one) ? other : one;
}

/** Stretches of a text between a pair of quotation marks, without the marks. */
export function quotedSpans(text: string): Span[] {
  const spans: Span[] = [];
  /** Up to here the straight marks are paired. */
  let paired = 0;
  let marks = 0;
  for (const { 0: mark, index } of text.matchAll(OPENING)) {
    if (++marks > MOST_MARKS) break;
    const isStraight = mark === '"';
    if ((isStraight && index < paired) || ((isStraight || mark === '‘') && !opens(text, index))) continue;
    const closing = CLOSING[mark] ?? '';
    const end = Math.min(text.length, index + 2 + MAXIMUM_LENGTH);
    for (let at = closingAt(text, index + 1, closing); at >= 0 && at < end; at = closingAt(text, at + 1, closing)) {
      if ((isStraight || mark === '‘') && !closes(text, at)) continue;
      if (isStraight) paired = at + 1;
      if (at - index > MINIMUM_LENGTH) spans.push({ start: index + 1, end: at, kind: 'quote' });
      break;
    }
  }
  return spans;
}

/** The block, with what it quotes among its spans. */
export function withQuotes(block: Block): Block {
  if (!MAY_QUOTE.test(block.text)) return block;
  const quoted = quotedSpans(block.text);
  return quoted.length === 0 ? block : { ...block, spans: [...block.spans, ...quoted] };
}
