// One entry of a reference list, as one text, to title, names and year; only where it is certain what the title is.
// A wrong title would be marked as a paper that does not exist, so every rule checks what comes before the title and
// what comes after it, and an entry that fits no rule as a whole says nothing.
import { namesAt, type NameList } from '../paper/names/reference-names.ts';
import { isJournal, isWhere, saysPaper } from './reference-venue.ts';

export interface Reference {
  title: string;
  /** "Given Family"; empty where the entry begins with its title. */
  authors: string[];
  year: number | null;
}

/** What a rule found; `date` is the year beside the names. */
interface Found {
  title: string;
  authors: string[];
  date: string | null;
}

/** Maximum characters read of one entry. */
const MAX_CHARACTERS = 1500;
const yearHere = /^[,.]? ?\(?((?:18|19|20)\d\d)[a-z]?(?:, [A-Z][a-z]{2,8}(?: \d{1,2})?)?(\)|(?=[.:]))[.,:]? {0,2}/u;
const anyYear = /(?<![\d.:/–-])((?:18|19|20)\d\d)[a-z]?(?![\d–-]|\.\d)/gu;

/** Not sentences' ends: "E. coli", "St. Louis", "vs. theirs", "U.S. trials". */
const noEnd =
  /(?:\b(?:vs|St|cf|e\.g|i\.e|et al|Dr|No|Fig|approx|ca|Mt|Ft|sp|spp|var|subsp|resp|incl|Inc|Jr|Sr)|(?<![\p{L}])\p{L})$/u;

/** A text's first sentence and the rest; null where that is not certain. */
function sentence(text: string): [string, string] | null {
  for (const found of text.matchAll(/([.?!]["”’]?)(\s+|(?=\p{Lu}\p{Ll}))/gu)) {
    const before = text.slice(0, found.index);
    const after = text.slice(found.index + found[0].length);
    if (found[1] === '.' && noEnd.test(before)) {
      // A letter's full stop inside a name of a species is followed by small letters; any other may be an end.
      if (/^\p{Ll}/u.test(after) || /\b(?:St|vs|Dr|Mt|Ft)$/u.test(before)) continue;
      return null;
    }
    if (found[1] === '.' && found[2] === '' && /\p{L}\.\p{L}*$/u.test(before)) return null;
    return [`${before}${found[1] === '.' ? '' : (found[1] ?? '')}`, after];
  }
  return null;
}

const words = (text: string): string[] => text.split(/\s+/u).filter((word) => /\p{L}/u.test(word));

/** What is left of a title when it was cut at the wrong place, or was none: names, numbers of volumes, addresses. */
const noTitle =
  /https?:|\bdoi\b|\barXiv:|\bet al\b|\b(?:eds?|pp|vol)\.|\b\d{1,4} ?\(\d|\bIn Proc|\bProceedings of\b|\(Eds?\b|^(?:Retrieved|Available|Accessed|Ph\.?D|Unpublished) |^(?:Editors?|Journal|Proceedings|Conference)\b|;|,$/i;
/** An initial, or a venue. */
const noTitleEither = /\p{Lu}\.,|^\p{L}\.[:,]|^In (?:the )?\p{Lu}/u;
/** Names that go on where the list of names seemed to end. */
const moreNames = /^\p{Lu}[\p{L}’'-]+ \p{Lu}(?:-?\p{Lu}){0,2}, \p{Lu}/u;

function asTitle(text: string): string | null {
  const title = text
    .trim()
    .replace(/^["“‘']|["”’']$/gu, '')
    .replace(/[.,]$/u, '')
    .replace(/ \((?:19|20)\d\d\)$/u, '')
    .trim();
  const count = words(title).length;
  if (count < 3 || count > 45 || title.length < 14 || title.length > 320) return null;
  if (!/^[\p{L}\p{N}($"“‘]/u.test(title) || noTitle.test(title) || noTitleEither.test(title) || moreNames.test(title))
    return null;
  const open = (title.match(/[([]/gu) ?? []).length;
  if (open !== (title.match(/[)\]]/gu) ?? []).length) return null;
  return title;
}

/** Behind names and year, or names with a full stop: a sentence, then where it appeared. */
function plain(rest: string): string | null {
  const parts = sentence(rest);
  if (parts === null || !/^[\p{Lu}\p{N}($]/u.test(rest)) return null;
  const [title, where] = parts;
  // "Title, 2022. URL https://arxiv.org/…", as preprints without a venue are written.
  const dated = /^(.{10,320}), (?:19|20)\d\d[a-z]?$/u.exec(title);
  if (dated !== null)
    return /^(?:URL )?<?https?:\/\/(?:arxiv\.org|openreview\.net)\//iu.test(where) ? (dated[1] ?? null) : null;
  return isWhere(where) ? title : null;
}

/** "A. Ruiz, L. Berg, A title, Journal 12 (2001) 3–9", where the title has no comma of its own before its end. */
function commas(rest: string): string | null {
  const inside = /, in: (?=\p{Lu})/u.exec(rest);
  const first = rest.split(/, (?=arXiv preprint arXiv:)/u);
  if (inside !== null) return isWhere(rest.slice(inside.index + 2)) ? rest.slice(0, inside.index) : null;
  if (first.length === 2) return first[0] ?? null;
  const [title = '', ...more] = rest.split(', ');
  const where = more.join(', ');
  if (
    /\p{L}\. |\d$/u.test(title) ||
    !/^\p{Lu}|^\d/u.test(title) ||
    !words(title).some((word) => /^\p{Ll}{4}/u.test(word))
  )
    return null;
  return isJournal(where) && /^[^,]{3,100} \d{1,4} ?\((?:19|20)\d\d\)/u.test(where) ? title : null;
}

const quotes = /^(.{0,900}?)(?:“([^“”]{8,400})”|"([^"]{8,400})"|‘([^‘]{8,400}?)’(?=[,.]? (?:in\b|\p{Lu}|\d)))(.*)$/su;

/** A title may begin with a quotation: only punctuation or the venue says that the quotes were the title's. */
const endsQuoted = (title: string, after: string): boolean =>
  /[,.]$/u.test(title.trim()) || /^(?:[.,;]| ?\(| ?[iI]n\b)/u.test(after) || isWhere(after);

/** A title in quotes behind names, or first of all. */
function quoted(text: string): Found | null {
  const found = quotes.exec(text);
  if (found === null) return null;
  const [, before = '', double, straight, single, after = ''] = found;
  const title = asTitle(double ?? straight ?? single ?? '');
  if (title === null || !saysPaper(after) || !endsQuoted(double ?? straight ?? single ?? '', after)) return null;
  const head = before.trim();
  if (head === '') return { title, authors: [], date: null };
  const list = namesAt(head).find(({ end }) =>
    /^[.,:;]?(?: ?\(?(?:18|19|20)\d\d[a-z]?(?:, [A-Z][a-z]{2,8}(?: \d{1,2})?)?\)?[.,:]?)?$/u.test(head.slice(end)),
  );
  return list === undefined
    ? null
    : { title, authors: list.names, date: /\d{4}/u.exec(head.slice(list.end))?.[0] ?? null };
}

function afterNames(text: string, list: NameList): Found | null {
  const rest = text.slice(list.end);
  const year = yearHere.exec(rest);
  const made = (found: string | null, date: string | null = null): Found | null => {
    const title = found === null ? null : asTitle(found);
    return title === null ? null : { title, authors: list.names, date };
  };
  if (year !== null) return made(plain(rest.slice(year[0].length)), year[1]);
  const stop = (list.initials ? /^(?:\. {0,2}|: (?=\p{Lu}))/u : /^\. {0,2}/u).exec(rest);
  const endsItself = text.charAt(list.end - 1) === '.' && /^(?: |(?=\p{Lu}\p{Ll}))/u.test(rest);
  // "Deep Learning. Nature" has no names: one full name alone proves none.
  const sure = list.initials || list.closed || list.names.length > 1;
  if (sure && stop !== null) return made(plain(rest.slice(stop[0].length)));
  if (sure && endsItself) return made(plain(rest.trimStart()));
  if (list.initials && rest.startsWith(', ')) return made(commas(rest.slice(2)));
  return null;
}

const label = /^(?:[-*+•] {0,3})?(?:\[[\w+ .-]{1,12}\]|\(\d{1,4}\)|\d{1,4}\.?(?= {0,3}[\p{Lu}"“‘]))[.:]? {0,3}/u;
/** "Berg et al. (2022)" in front of the entry itself, as some styles label it. */
const key = /^\(?\p{Lu}[^()]{2,60}\(?(?:\(\w{2,40}\) )?(?:19|20)\d\d[a-z]?\)+ {0,2}/u;

function read(text: string): Reference | null {
  const inQuotes = quoted(text);
  const all = inQuotes === null ? namesAt(text).map((list) => afterNames(text, list)) : [inQuotes];
  const ways = all.filter((way) => way !== null);
  const [found] = ways;
  // Two ways to read it, and two titles: neither is certain.
  if (found === undefined || ways.some((way) => way.title !== found.title)) return null;
  const { title, authors, date } = found;
  if (date !== null) return { title, authors, year: Number(date) };
  return { title, authors, year: anyYearIn(text, title) };
}

/** The one year in an entry, outside of its title; null where there are several, or none. */
export function anyYearIn(text: string, title: string): number | null {
  const at = text.indexOf(title);
  const outside = `${text.slice(0, at)} \n ${text.slice(at + title.length)}`;
  const years = new Set([...outside.matchAll(anyYear)].map(([, year]) => Number(year)));
  const [year] = years;
  return years.size === 1 && year !== undefined ? year : null;
}

/** What an entry certainly says; null where its title is not certain. */
export function referenceFrom(entry: string): Reference | null {
  const text = entry
    .slice(0, MAX_CHARACTERS)
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^[-*+•^↑] /u, '')
    .replace(label, '');
  const tag = key.exec(text);
  return read(text) ?? (tag === null ? null : read(text.slice(tag[0].length)));
}
