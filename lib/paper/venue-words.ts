// The words that papers are searched by for where and when they appeared. "NIPS", "NeurIPS" and "Advances in Neural
// Information Processing Systems" are one word. Pure.
import { contentWords } from '../text/content-words.ts';
import { plainLower } from '../text/plain-lower.ts';
import { parseVenue } from './venue.ts';

/** Maximum words of a venue's own name that it is searched by, where no table knows it. */
const MAX_WORDS = 3;

/** What a venue line is searched by: the acronym where it is known, else the first words of its name. */
export function venueWords(line: string): string[] {
  const { acronym, name } = parseVenue(line);
  return acronym === null
    ? [...contentWords(name).keys()].filter((word) => /\p{L}/u.test(word)).slice(0, MAX_WORDS)
    : [acronym.toLowerCase()];
}

/** A word that was typed as `venueWords` has it: "nips" is "neurips"; null where it is no venue of the table. */
export function venueOfWord(word: string): string | null {
  const { acronym } = parseVenue(word);
  return acronym === null ? null : acronym.toLowerCase();
}

export const isYear = (word: string): boolean => /^(?:19|20)\d\d$/.test(word);

/** The text with each known venue's year as a word of its own: "NeurIPS2016", "ICML'16" and "iclr-24" as people write. */
export const spacedVenues = (text: string): string =>
  text.replaceAll(
    /(?<!\p{L})(\p{L}{3,20})\s?['\u2019-]?((?:19|20)?\d\d)(?![\p{L}\p{N}])/gu,
    (all, name: string, digits: string) => {
      if (venueOfWord(plainLower(name)) === null) return all;
      return `${name} ${digits.length === 4 ? digits : `${Number(digits) < 50 ? '20' : '19'}${digits}`}`;
    },
  );

/** The text with known venues by their acronyms where it has their names: "conference on learning theory" is "COLT". */
export function withAcronyms(text: string): string {
  const { acronym, name } = parseVenue(text);
  const at = text.toLowerCase().indexOf(name.toLowerCase());
  return acronym === null || at < 0 ? text : `${text.slice(0, at)} ${acronym} ${text.slice(at + name.length)}`;
}
