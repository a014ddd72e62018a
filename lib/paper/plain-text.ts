// Texts of rows: one line, without what other formats leave in them.
import { withoutEntities } from './entities.ts';

/** Nothing but ASCII that is seen, one space between words: most texts of most dumps are in order as they are. */
const inOrder = /^[!-~]+(?: [!-~]+)*$/;

/** One line of text: no control characters, one space between words, letters with their accents in one (NFC). */
export function plainText(value: unknown): string {
  if (typeof value !== 'string') return '';
  if (inOrder.test(value)) return value;
  return (
    value
      // Where a word may break.
      .replace(/\u00ad/g, '')
      // oxlint-disable-next-line no-control-regex -- they are what is removed
      .replace(/[\u0000-\u001f\u007f-\u009f\u200b\u2028\u2029\ufeff\s]+/g, ' ')
      .trim()
      // Accents are on the dotless letter where TeX was read: "Garc\u0131\u0301a" is "García".
      .replace(/\u0131(?=\p{M})/gu, 'i')
      .replace(/\u0237(?=\p{M})/gu, 'j')
      .normalize()
      // Half of a letter, as damaged files have it, stops what encodes an address.
      .toWellFormed()
  );
}

/** Marks of HTML, JATS and MathML that are written into texts. A sum like "a<b and c>d" has none of these. */
const MARKS =
  /<\/?(?:i|b|em|strong|sub|sup|scp|sc|u|tt|span|italic|bold|inf|br|p|ref|title|div|font|small|big|strike|code|cite|abbr|mark|wbr|h[1-6]|inline-formula|(?:named|styled)-content|sans-serif|monospace|(?:under|over)line|roman|xref|math|semantics|m(?:i|o|n|s|row|sub|sup|subsup|frac|sqrt|root|text|space|style|over|under|underover|fenced|padded|phantom|table|tr|td)|(?:mml|jats):[a-z]{1,20})(?:\s[^<>]{0,300})?\/?>|<(?:a|img)\s[^<>=]{0,60}=[^<>]{0,600}>|<\/a>/gi;
/** What is between two lines. */
const LINE_END = /<br\b[^<>]{0,300}>|<\/(?:p|div|title|h[1-6])>/gi;
/** The same formula once more, as TeX. */
const SECOND_FORMULA = /<((?:mml:)?annotation)\b[^<>]{0,300}>[^<>]{0,2000}<\/\1>/gi;

/** A text from a place that writes HTML: without marks and named characters. */
export const fromHtml = (value: unknown): string => {
  const text = plainText(value);
  return plainText(
    withoutEntities(
      text.includes('<') ? text.replace(SECOND_FORMULA, '').replace(LINE_END, ' ').replace(MARKS, '') : text,
    ),
  );
};
