// Names as exports write them, in parts or in lists, to "Given Family" one by one.
import { plainText } from '../plain-text.ts';
import { generation } from './family-name.ts';

const INITIALS = /^(?:\p{Lu}\p{Ll}?\.?[\s-]?){1,4}$/u;
/** What lists write in place of a name. */
const NO_NAME = /^(?:et al\.?|and others|others|anonymous|n\/a|null|none)$/i;

/** "Family, Given", "Family, Given, Jr" or "Given Family" to "Given Family Jr". */
export function givenFirst(name: string): string {
  const parts = name.split(',').map((part) => part.trim());
  if (parts.length < 2 || parts.length > 3) return name.trim();
  const [family = '', one = '', other = ''] = parts;
  // BibTeX has the generation in the middle, most others at the end.
  const [given, suffix] = generation.test(one) ? [other, one] : [one, other];
  return [given, family, suffix].filter((part) => part !== '').join(' ');
}

/** A name of which the parts are known; `whole` where all of them are missing. */
export function joinName(
  parts: {
    given?: string | undefined;
    particle?: string | undefined;
    family?: string | undefined;
    suffix?: string | undefined;
  },
  whole = '',
): string {
  const { given = '', particle = '', family = '', suffix = '' } = parts;
  return [given, particle, family, suffix].filter((part) => part !== '').join(' ') || whole;
}

/** Names with a comma each: "Smith, J., Doe, K." */
function pairs(parts: readonly string[]): string[] | null {
  if (parts.length < 2 || parts.length % 2 !== 0) return null;
  if (!parts.every((part, at) => at % 2 === 0 || INITIALS.test(part))) return null;
  if (parts.some((part, at) => at % 2 === 0 && INITIALS.test(part))) return null;
  return parts.flatMap((part, at) => (at % 2 === 0 ? [`${parts[at + 1] ?? ''} ${part}`] : []));
}

function byComma(text: string): string[] {
  const parts: string[] = [];
  for (const part of text.split(',').map((piece) => piece.trim())) {
    if (part === '') continue;
    const before = parts.at(-1);
    if (before !== undefined && generation.test(part)) parts[parts.length - 1] = `${before} ${part}`;
    else parts.push(part);
  }
  if (parts.length === 2) {
    const [one = '', other = ''] = parts;
    // "Smith, John" is one person; "John Smith, Jane Doe" are two.
    if (!one.includes(' ') || INITIALS.test(other)) return [`${other} ${one}`];
    return parts;
  }
  return pairs(parts) ?? parts;
}

/** "A and B, C", "Family, Given; Family, Given", "Family, Given and Family, Given", "A, B & C". */
export function splitNames(written: string): string[] {
  let text = written;
  // Affiliations in brackets, also nested ones.
  for (let before = ''; before !== text && text.includes('(');) {
    before = text;
    text = text.replace(/\([^()]{0,2000}\)/g, ' ');
  }
  if (/[;|]/.test(text)) return text.split(/[;|]/).map(givenFirst);
  const parts = text
    .split(/(?:\s|,)(?:and|AND|&)\s|\n/)
    .map((part) => part.trim().replace(/^,|,$/g, '').trim())
    .filter((part) => part !== '');
  if (parts.length > 1 && parts.every((part) => part.split(',').length === 2)) return parts.map(givenFirst);
  return parts.length > 1 ? parts.flatMap((part) => (part.includes(',') ? commaList(part) : [part])) : byComma(text);
}

/** Within "A, B and C" the comma divides people, unless what it divides are initials. */
function commaList(text: string): string[] {
  const parts = text.split(',').map((part) => part.trim());
  return pairs(parts) ?? parts;
}

/** Names on one line each, at most 500, without what is no name. */
export function cleanNames(names: readonly unknown[]): string[] {
  const clean: string[] = [];
  for (const name of names) {
    const text = plainText(name);
    if (text === '' || text.length > 200 || !/\p{L}/u.test(text) || NO_NAME.test(text)) continue;
    clean.push(text);
    if (clean.length === 500) break;
  }
  return clean;
}
