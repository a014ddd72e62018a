// The names in the stretch of an entry that holds them, as "Given Family". Where initials are, the rules for references
// read them; else what stands between commas says who is turned round: "Bird, Jon, Barry Curtis" are two.
import { givenFirst } from '../paper/names/author-list.ts';
import { isGroup } from '../paper/names/group-name.ts';
import { namesAt } from '../paper/names/reference-names.ts';
import { trimmedOf } from './trimmed.ts';

const front = ',;:.([{–—-';
const back = ',;:([{–—-';
const others = /[,;]?\s(?:(?:and|And|AND|&|und|et|e|y|a)\s)?(?:et al|ET AL|u\.\s?a|others|i in|i dr|и др|e altri)\.?$/u;
const role = /,?\s[([]?(?:[Ee]ds?|[Ee]ditors?|[Hh]rsg|[Hh]g|[Dd]ir|[Oo]rgs?|[Aa]uthors?)\.?[)\]]?$/u;
/** "———": the names of the entry before. */
const repeated = /^[\s_–—―.,-]+$/u;
const joint = /(?:\s?[,;])?\s(?:and|And|AND|&|und|et|y|e|og|och|en|и|a)\s(?=[\p{Lu}]|v[ao]n\s|d[eiu]\s|d’)/gu;
const initials = /^(?:\p{Lu}\p{Ll}?\.?[\s-]?){1,4}$/u;
const generation = /^(?:Jr|Sr|II|III|IV)\.?$/u;
/** "Ruiz (A.)", as in French lists. */
const bracketed = /^(.{2,40}?)\s?\(((?:\p{Lu}\p{Ll}{0,2}\.[\s-]?){1,4})\)$/u;
const short = /^(?:(?:\p{Lu}|Ch|Chr|Fr|Kh|Ph|Sh|St|Th|Ya|Ye|Yu|Zh)\.-?){1,4}$|^\p{Lu}{1,3}$/u;
/** "RUIZ Ana" */
const capitalsFirst = /^(\p{Lu}[\p{Lu}’'-]{2,}(?:\s\p{Lu}[\p{Lu}’'-]+){0,2})\s(\p{Lu}\p{Ll}.{0,40})$/u;

interface Part {
  text: string;
  /** A word like "and" is behind it. */
  joined: boolean;
}

const areInitials = (text: string): boolean =>
  initials.test(text) && (text.includes('.') || (text.length < 4 && text === text.toUpperCase()));
const wordsIn = (text: string): number => text.split(' ').filter((word) => !generation.test(word)).length;

/** "Berg L. E." as its two parts; the second is empty where it is no family name with initials. */
function familyThenInitials(text: string): [family: string, initials: string] {
  const words = text.split(' ');
  let from = words.length;
  while (from > 1 && short.test(words[from - 1] ?? '')) from -= 1;
  const family = words.slice(0, from).join(' ');
  const isFamily = /\p{Ll}|\p{Lu}{3}/u.test(family) && !short.test(words[0] ?? '');
  return isFamily ? [family, words.slice(from).join(' ')] : [text, ''];
}

/**
 * One name that has no comma in it.
 * @param capitals family names of its list are in capitals, so that "Bo CHO" has no initials
 */
function straight(text: string, capitals: boolean): string {
  const [, inBrackets = '', letters = ''] = bracketed.exec(text) ?? [];
  if (inBrackets !== '') return `${letters.trim()} ${inBrackets}`;
  const [, loud = '', given = ''] = capitalsFirst.exec(text) ?? [];
  if (loud !== '' && !areInitials(given)) return `${given} ${loud}`;
  const [family, ahead] = familyThenInitials(text);
  return ahead === '' || generation.test(ahead) || (capitals && !ahead.includes('.')) ? text : `${ahead} ${family}`;
}

function partsOf(text: string): Part[] {
  return text
    .replaceAll(joint, ' | ')
    .split(/([,|])/u)
    .reduce<Part[]>((parts, piece) => {
      const last = parts.at(-1);
      if (piece === '|' && last !== undefined) last.joined = true;
      else if (piece !== ',' && piece.trim() !== '') parts.push({ text: piece.trim(), joined: false });
      return parts;
    }, []);
}

/** Whether a family name at `at` has its given names behind the comma. */
function isTurned(parts: readonly Part[], at: number): boolean {
  const [part, next] = [parts[at], parts[at + 1]];
  if (part === undefined || next === undefined || part.joined || areInitials(part.text)) return false;
  if (areInitials(next.text)) return familyThenInitials(part.text)[1] === '';
  if (wordsIn(next.text) > 3 || (at > 0 && (wordsIn(part.text) > 1 || wordsIn(next.text) > 1))) return false;
  // Two names in full, with a comma between.
  return wordsIn(part.text) === 1 || (wordsIn(next.text) === 1 && wordsIn(part.text) < 4);
}

function inParts(parts: readonly Part[], capitals: boolean): string[] {
  const names: string[] = [];
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at]?.text ?? '';
    if (generation.test(part) && names.length > 0) names.push(`${names.pop() ?? ''} ${part}`);
    else if (generation.test(parts[at + 1]?.text ?? '') && areInitials(parts[at + 2]?.text ?? '')) {
      names.push(givenFirst(`${part}, ${parts[at + 1]?.text ?? ''}, ${parts[at + 2]?.text ?? ''}`));
      at += 2;
    } else if (isTurned(parts, at)) {
      names.push(givenFirst(`${part}, ${parts[at + 1]?.text ?? ''}`));
      at += 1;
    } else names.push(straight(part, capitals));
  }
  return names;
}

/** A full stop at the end is an initial's, or no name's. */
const withoutStop = (text: string): string =>
  text.replace(/(?<=\p{Ll}{2}|\p{Lu}{4}|\)|\s(?!Jr|Sr|St|Ch|Fr|Ph|Sh|Th|Y[aeu]|Zh|Kh)\p{Lu}\p{Ll})\.$/u, '');

/** "Given Family" one by one; empty where nothing reads as names. */
export function namesIn(written: string): string[] {
  let text = trimmedOf(written, front, back);
  for (const end of [others, role, others]) text = withoutStop(trimmedOf(text.replace(end, ''), front, back));
  if (text === '' || repeated.test(text) || !/\p{L}{2}/u.test(text)) return [];
  if (!text.includes(',') && isGroup(text)) return [text];
  const whole = namesAt(text).find((list) => list.initials && list.end >= text.length - 1);
  if (whole !== undefined) return whole.names.map(withoutStop);
  const capitals = /\p{Lu}{4}/u.test(text) && /\p{Ll}/u.test(text);
  const pieces = text.includes(';') ? text.replaceAll(joint, ';').split(';') : null;
  const names = (
    pieces === null
      ? inParts(partsOf(text), capitals)
      : pieces.map((piece) => (piece.includes(',') ? givenFirst(piece) : straight(piece.trim(), capitals)))
  ).map((name) => withoutStop(name.trim()));
  return names.filter((name) => /\p{L}{2}/u.test(name) && name.length < 120);
}
