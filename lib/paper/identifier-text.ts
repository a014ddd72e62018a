// The text of an identifier or an address as it is meant: exports write TeX, HTML and letters nobody sees into it.
import { withoutEntities } from './entities.ts';
import { plainText } from './plain-text.ts';
import { ownValue } from '../text/own-value.ts';

/** Letters that take no room: soft hyphens, zero-width spaces and joiners, marks of direction. */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+/g;
/** Hyphens as typesetters write them. */
const HYPHEN = /[\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d]/g;

const TEX_SIGNS: Readonly<Record<string, string>> = {
  textunderscore: '_',
  textless: '<',
  less: '<',
  lt: '<',
  textgreater: '>',
  greater: '>',
  gt: '>',
  textasciitilde: '~',
  textendash: '-',
  textbackslash: '',
  allowbreak: '',
};

export const withoutInvisible = (text: string): string => text.replace(INVISIBLE, '');

/** Where each letter of `withoutInvisible(text)` is in `text`, and where the text ends. */
export function placesWithoutInvisible(text: string): number[] {
  const places: number[] = [];
  let from = 0;
  for (const match of text.matchAll(INVISIBLE)) {
    for (let at = from; at < match.index; at += 1) places.push(at);
    from = match.index + match[0].length;
  }
  for (let at = from; at <= text.length; at += 1) places.push(at);
  return places;
}

/** "\_", "{\_}", "$\less$", "\url{…}", "\href{…}{…}" in an identifier or an address to what they mean. */
export function withoutTex(text: string): string {
  if (!/[\\{$]/.test(text)) return text;
  return text
    .replace(/\{([_%&#<>~-]|\\[_%&#$~-])\}/g, '$1')
    .replace(/^\\(?:url|href|path|nolinkurl|doi)\s{0,4}\{([^{}]{0,1000})\}.{0,1000}$/s, '$1')
    .replace(/\\?\$?\\([a-z]{2,15})(?:\{\}|(?![a-z])\s?)\$?/gi, (all, name: string) => ownValue(TEX_SIGNS, name) ?? all)
    .replace(/\$([<>_])\$/g, '$1')
    .replace(/\\-/g, '')
    .replace(/\\([_%&#$~{}])/g, '$1')
    .replace(/^\{([^{}]{0,1000})\}$/, '$1');
}

/** One line without TeX, HTML's named characters and letters that nobody sees. */
export function identifierText(value: unknown): string {
  if (typeof value !== 'string') return '';
  // Named characters are written twice over by some: "&amp;lt;".
  const plain = withoutEntities(withoutEntities(withoutInvisible(value)));
  return withoutTex(plainText(withoutInvisible(plain))).replace(HYPHEN, '-');
}
