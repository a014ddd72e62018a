// The people of a known paper in the byline of a page.
import { sameName } from '../paper/names/same-name.ts';

/** A block with names in it. */
interface Byline {
  text: string;
  spans: readonly { start: number; end: number; kind: string }[];
}

interface KnownName {
  name: string;
  person: string;
  variants: readonly string[];
}

interface FoundName {
  start: number;
  length: number;
  person: string;
  /** As the byline prints it. */
  name: string;
}

interface Piece {
  start: number;
  end: number;
}

/** The stretches of a byline that hold a name each: marked names and links, or what is between separators. */
function piecesOf({ text, spans }: Byline): Piece[] {
  const marked = spans.filter(({ kind, start, end }) => (kind === 'name' || kind === 'link') && end > start);
  if (marked.length > 0) {
    const names = marked.some(({ kind }) => kind === 'name') ? marked.filter(({ kind }) => kind === 'name') : marked;
    return names.map(({ start, end }) => ({ start, end }));
  }
  // "Reddi, Sashank; Kale, Satyen" separates by semicolons, all others by commas too.
  // A dash with spaces around it or an ellipsis ends the names ("S Kumar… - ICML 2020").
  const separator = text.includes(';')
    ? /[;；、]|\n|•|·|\||…|\s[-–—]\s|\s(?:and|und|et)\s|&/g
    : /[,，、]|\n|•|·|\||…|\s[-–—]\s|\s(?:and|und|et)\s|&/g;
  const pieces: Piece[] = [];
  let start = 0;
  for (const match of text.matchAll(separator)) {
    pieces.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  pieces.push({ start, end: text.length });
  return pieces;
}

function trimmed(text: string, { start, end }: Piece): Piece {
  const inside = text.slice(start, end);
  const lead = /^(?:\s|[:,;*†‡§¶\p{N}]|authors?:|by\s|and\s)*/iu.exec(inside)?.[0].length ?? 0;
  // A bracket at the end, or one that the next comma has cut: "Arne Rau (Caltech".
  const tail =
    /(?:\s{0,20}[([][^()[\]]{0,80}[)\]]?)?[\s,;:*†‡§¶∗\p{N}]{0,100}$/u.exec(inside.slice(lead))?.[0].length ?? 0;
  return { start: start + lead, end: end - tail };
}

/**
 * The people of `authors` who are named in a byline, in reading order; a name that two of them could have is
 * left out. Offsets count in the block's text.
 */
export function findNames(block: Byline, authors: readonly KnownName[]): FoundName[] {
  const { text } = block;
  const found: FoundName[] = [];
  const met = new Set<string>();
  const note = ({ start, end }: Piece, person: string): void => {
    met.add(person);
    found.push({ start, length: end - start, person, name: text.slice(start, end) });
  };
  for (const piece of piecesOf(block)) {
    if (piece.end - piece.start > 120) continue;
    const place = trimmed(text, piece);
    if (place.end <= place.start || place.end - place.start > 80) continue;
    const name = text.slice(place.start, place.end);
    const exact = authors.filter((author) => [author.name, ...author.variants].includes(name));
    const fitting =
      exact.length > 0
        ? exact
        : authors.filter((author) => [author.name, ...author.variants].some((known) => sameName(known, name)));
    const people = new Set(fitting.map((author) => author.person));
    const [person] = people;
    if (people.size === 1 && person !== undefined) note(place, person);
  }
  // Names run together, or mixed with other words: only whole spellings, and only for people not met yet.
  for (const author of authors) {
    if (met.has(author.person)) continue;
    for (const spelling of [author.name, ...author.variants]) {
      const start = spelling.includes(' ') ? text.indexOf(spelling) : -1;
      const end = start + spelling.length;
      if (start < 0 || touchesWord(text, start - 1) || touchesWord(text, end)) continue;
      if (found.some((other) => other.start < end && start < other.start + other.length)) continue;
      note({ start, end }, author.person);
      break;
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

const touchesWord = (text: string, at: number): boolean => /[\p{L}\p{N}]/u.test(text.charAt(at));
