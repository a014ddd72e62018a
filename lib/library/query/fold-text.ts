// Texts as they are compared while somebody types: the same for the list and for what is typed. Pure.
import { foldPlain } from '../../text/fold.ts';
import { spokenCommand } from '../../text/latex.ts';
import { oneSpelling } from '../../text/plain-lower.ts';

/** One sign outside ASCII in its plainest form. */
function plainSign(sign: string): string {
  if (/[\p{L}\p{N}]/u.test(sign)) return foldPlain(sign);
  if (/[\p{M}\p{Cf}]/u.test(sign)) return '';
  if (/[\p{Pd}\u2212]/u.test(sign)) return '-';
  if (/[\u2018-\u201b\u2032\u00b4]/u.test(sign)) return "'";
  if (/[\u201c-\u201f\u2033\u00ab\u00bb]/u.test(sign)) return '"';
  if (/\s/u.test(sign)) return ' ';
  return sign.normalize('NFKD');
}

/** Lower case, without accents; ligatures as letters, dashes and quotes as keyboards have them, TeX as it is spoken. */
export function foldText(text: string): string {
  let plain = text;
  if (/[\\{}$]/.test(plain))
    plain = plain.replace(/\\([A-Za-z]{1,40})\s?/g, (_, name: string) => spokenCommand(name)).replace(/[\\{}$]/g, '');
  // oxlint-disable-next-line no-control-regex -- all of ASCII
  if (/[^\u0000-\u007f]/.test(plain)) plain = plain.replace(/[^\u0000-\u007f]/gu, plainSign);
  return plain.toLowerCase().replace(/\s+/g, ' ').trim();
}

/** ASCII without signs of TeX: most texts, for which there is a short way. */
const PLAIN = /^[^\\{}$\u0080-\u{10ffff}]*$/u;

/** A folded text as words with one space between them, in one spelling ("-ise" is "-ize"). "C++" and "C#" are words. */
export const searchWords = (text: string): string =>
  oneSpelling(
    (PLAIN.test(text)
      ? text.toLowerCase().replace(/[^a-z0-9+#]+/g, ' ')
      : foldText(text).replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    ).trim(),
  );

/** The hyphenated words of a text as one word each: "pre-training" is also typed "pretraining". */
export const joinedWords = (text: string): string =>
  text.includes('-') || !PLAIN.test(text)
    ? (foldText(text).match(/[\p{L}\p{N}-]+/gu) ?? [])
        .filter((word) => /[^-]-[^-]/.test(word))
        .map((word) => word.replaceAll('-', ''))
        .join(' ')
    : '';
