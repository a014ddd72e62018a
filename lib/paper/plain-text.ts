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
      // oxlint-disable-next-line no-control-regex -- they are what is removed
      .replace(/[\u0000-\u001f\u007f-\u009f\u200b\u2028\u2029\ufeff\s]+/g, ' ')
      .trim()
      .normalize()
  );
}

/** A text from a place that writes HTML: without marks and named characters. */
export const fromHtml = (value: unknown): string =>
  plainText(
    withoutEntities(
      plainText(value).replace(
        /<\/?(?:i|b|em|strong|sub|sup|scp|sc|u|tt|span|italic|bold|inf|br|p|ref|(?:mml|jats):[a-z]{1,20})(?:\s[^<>]{0,300})?\/?>/gi,
        '',
      ),
    ),
  );
