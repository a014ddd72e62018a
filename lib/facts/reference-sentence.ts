// Where the title of a reference ends, if it ends as a sentence does, and what follows it.
import { isAbbreviated, isSerialAhead } from './reference-venue.ts';

/** Not sentences' ends: "E. coli", "St. Louis", "vs. theirs", "U.S. trials". */
const noEnd =
  /(?:\b(?:vs|St|cf|e\.g|i\.e|et al|Dr|No|Fig|approx|ca|Mt|Ft|sp|spp|var|subsp|resp|incl|Inc|Jr|Sr)|(?<![\p{L}])\p{L})$/u;
/** Maximum sentences of a title. */
const MAX_SENTENCES = 3;

/** A text's first sentence and the rest; null where that is not certain. */
function first(text: string): [string, string] | null {
  for (const found of text.matchAll(/([.?!]["”’]?)(\s+|(?=\p{Lu}\p{Ll}))/gu)) {
    const before = text.slice(0, found.index);
    const after = text.slice(found.index + found[0].length);
    if (found[1] === '.' && noEnd.test(before)) {
      // A letter's full stop inside a name of a species is followed by small letters; any other may be an end.
      if (/^\p{Ll}/u.test(after) || /\b(?:St|vs|Dr|Mt|Ft)$/u.test(before)) continue;
      // "… of vitamin D. J Fog Sci. 2019;12": no name goes on like that.
      if (!/ \p{L}$/u.test(before) || !isSerialAhead(after)) return null;
    }
    if (found[1] === '.' && found[2] === '' && /\p{L}\.\p{L}*$/u.test(before)) return null;
    // "Bells … and gardens", with three full stops.
    if (before.endsWith('.') && /^\p{Ll}/u.test(after)) continue;
    return [`${before}${found[1] === '.' ? '' : (found[1] ?? '')}`, after];
  }
  return null;
}

/** "Fog bells. II." */
const part = /^((?:[IVX]{1,5}|Part \w{1,5})[.:]) (?=\p{Lu})/u;
const isWord = (word: string): boolean => /^\p{Ll}{4}/u.test(word) && !isAbbreviated(word);

/**
 * The ways in which a title may end before `text` goes on, the shortest first. A question or an exclamation may be the
 * title's first half, a part's number its end; no other sentence goes on behind a full stop.
 */
export function sentences(text: string): [title: string, after: string][] {
  const found: [string, string][] = [];
  let title = '';
  let rest = text;
  while (found.length < MAX_SENTENCES) {
    const next = first(rest);
    // A second half is words, and no journal's name.
    if (next === null || (title !== '' && !next[0].split(' ').some(isWord))) break;
    const [sentence, after] = next;
    const [all = '', number = ''] = /[?!]["”’]?$/u.test(sentence) ? [] : (part.exec(after) ?? []);
    title += sentence + (number === '' ? '' : `. ${number.slice(0, -1)}`);
    rest = after.slice(all.length);
    found.push([title, rest]);
    if (!/[?!]["”’]?$/u.test(sentence)) break;
    title += ' ';
  }
  return found;
}
