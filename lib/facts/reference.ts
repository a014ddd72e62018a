// One entry of a reference list, as one text, to title, names and year; only where it is certain what the title is.
// A wrong title would be marked as a paper that does not exist, so every rule checks what comes before the title and
// what comes after it, and an entry that fits no rule as a whole says nothing.
import { isGroup } from '../paper/names/group-name.ts';
import { namesAt, type NameList } from '../paper/names/reference-names.ts';
import { quotation, unquoted } from './reference-quotes.ts';
import { sentences } from './reference-sentence.ts';
import { isAbbreviated, isJournal, isJournalAlone, isWhere, saysPaper } from './reference-venue.ts';

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
/** In place of a year. */
const inPressHere = /^[,.]? ?\((?:in press|in print|to appear|forthcoming|accepted|submitted)\)[.,:]? {0,2}/iu;
const anyYear = /(?<![\d.:/–-])((?:18|19|20)\d\d)[a-z]?(?![\d–-]|\.\d)/gu;

const words = (text: string): string[] => text.split(/\s+/u).filter((word) => /\p{L}/u.test(word));

/** What is left of a title when it was cut at the wrong place, or was none: names, numbers of volumes, addresses. */
const noTitle =
  /https?:|\bdoi\b|\barXiv:|\bet al\b|\b(?:eds?|pp|vol)\.|\b\d{1,4} ?\(\d|\bIn Proc|\bProceedings of\b|\(Eds?\b|^(?:Retrieved|Available|Accessed|Ph\.?D|Unpublished) |^(?:Editors?|Journal|Proceedings|Conference)\b|;|,$/i;
/** A group behind the names, an initial, or a venue. */
const noTitleEither = /^\([^()]{0,120}(?:Collaboration|Consortium)|\p{Lu}\.,|^\p{L}\.[:,]|^In (?:the )?\p{Lu}/u;
/** Names that go on where the list of names seemed to end. */
const moreNames =
  /^\p{Lu}[\p{L}’'-]+ \p{Lu}(?:-?\p{Lu}){0,2}, \p{Lu}|^\p{Lu}[\p{L}’'-]{1,30}, (?:\p{Lu}[\p{L}.’'-]{0,30} ){1,3}\p{Lu}[\p{L}’'-]{1,30}[:,] /u;

/** @param least minimum words: two are a title only where nothing else can stand in its place */
function asTitle(text: string, least: 2 | 3 = 3): string | null {
  const title = unquoted(text.trim())
    .replace(/[.,]$/u, '')
    .replace(/ \((?:19|20)\d\d\)$/u, '')
    .trim();
  const all = words(title);
  if (all.length < least || all.length > 45 || title.length < (least === 2 ? 10 : 14) || title.length > 320)
    return null;
  if (all.length < 3 && all.every((word) => isAbbreviated(word))) return null;
  if (!/^[\p{L}\p{N}($"“‘]/u.test(title) || noTitle.test(title) || noTitleEither.test(title) || moreNames.test(title))
    return null;
  const open = (title.match(/[([]/gu) ?? []).length;
  if (open !== (title.match(/[)\]]/gu) ?? []).length) return null;
  return title;
}

/** GB/T 7714 says behind a title what it is: an article, a paper in proceedings, a thesis. */
const marked = /^(.{10,320}?) ?\[(?:J|C|D|R)(?:\/OL)?\](?:\/\/|[.,:] ?)(.{3,1000})$/u;

/** Behind names and year, or names with a full stop: a sentence, then where it appeared. */
function plain(rest: string, inPress: boolean): string | null {
  if (!/^[\p{Lu}\p{N}($]/u.test(rest)) return null;
  const [, named, place = ''] = marked.exec(rest) ?? [];
  if (named !== undefined) return /\d{4}/u.test(place) ? named : null;
  for (const [title, where] of sentences(rest)) {
    const found = endsBefore(title, where, inPress);
    if (found !== null) return found;
  }
  return null;
}

function endsBefore(title: string, where: string, inPress: boolean): string | null {
  // "…, Clim. Dynam., 22, 597–603": the venue began behind the comma.
  if (/, \p{Lu}\p{L}{0,5}$/u.test(title) && /^\p{Lu}\p{L}{0,9}\.,/u.test(where)) return null;
  // "…, Comm. of the ACM": the venue began before the full stop.
  if (/^(?:of|and|for|the|und|der|des|et|de|la|du) /u.test(where)) return null;
  // "Title, 2022. URL https://arxiv.org/…", as preprints without a venue are written.
  const dated = /^(.{10,320}), (?:19|20)\d\d[a-z]?$/u.exec(title);
  if (dated !== null)
    return /^(?:URL )?<?https?:\/\/(?:arxiv\.org|openreview\.net)\//iu.test(where) ? (dated[1] ?? null) : null;
  return isWhere(where) || (inPress && isJournalAlone(where)) ? title : null;
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

/** A title may begin with a quotation: only punctuation or the venue says that the quotes were the title's. */
const endsQuoted = (title: string, after: string): boolean =>
  /[,.]$/u.test(title.trim()) || /^(?:[.,;]| ?\(| ?[iI]n\b)/u.test(after) || isWhere(after);

/** A title in quotes behind names, or first of all. */
function quoted(text: string): Found | null {
  const found = quotation(text);
  if (found === null) return null;
  const { before, inside, after } = found;
  const head = before.trim();
  const title = asTitle(inside, head === '' ? 3 : 2);
  if (title === null || !saysPaper(after) || !endsQuoted(inside, after)) return null;
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
  const soon = inPressHere.exec(rest);
  // Behind initials and a year, or a name joined by "and", nothing but the title can follow.
  const least = list.initials && (year !== null || list.closed) ? 2 : 3;
  const made = (found: string | null, date: string | null = null): Found | null => {
    const title = found === null ? null : asTitle(found, least);
    return title === null ? null : { title, authors: list.names, date };
  };
  if (soon !== null) return made(plain(rest.slice(soon[0].length), true));
  if (year !== null) return made(plain(rest.slice(year[0].length), false), year[1]);
  const stop = (list.initials ? /^(?:\. {0,2}|: (?=\p{Lu}))/u : /^\. {0,2}/u).exec(rest);
  const endsItself = text.charAt(list.end - 1) === '.' && /^(?: |(?=\p{Lu}\p{Ll}))/u.test(rest);
  // "Deep Learning. Nature" has no names: one full name alone proves none.
  const sure = list.initials || list.closed || list.names.length > 1;
  if (sure && stop !== null) return made(plain(rest.slice(stop[0].length), false));
  if (sure && endsItself) return made(plain(rest.trimStart(), false));
  if (list.initials && rest.startsWith(', ')) return made(commas(rest.slice(2)));
  return null;
}

/** "OpenAI. 2023.", "Example Collaboration (2023).": a group in place of names, which says itself that it is one. */
const groupHere = /^(\p{Lu}[^.,;:()\d]{1,80})(?:\. |,? (?=\())\(?((?:19|20)\d\d)[a-z]?\)?[.:,] {0,2}/u;
/** "OpenAI", "DeepSeek-AI", "DeepMind", "UNESCO"; no family name, nor one with a given name's letter stuck to it. */
const coined = /^(?:\p{Lu}{3,12}|\p{Lu}\p{Ll}{2,12}(?:\p{Lu}{2,6}|\p{Lu}\p{Ll}{2,12})(?:-\p{Lu}{2,6})?)$/u;
const isCoined = (name: string): boolean => coined.test(name) && !/^(?:Mac|Van|Von|Fitz|Della)\p{Lu}/u.test(name);

function afterGroup(text: string): Found | null {
  const found = groupHere.exec(text);
  if (found === null) return null;
  const [all, name = '', date = ''] = found;
  const written = name.trim();
  const title = isGroup(written) || isCoined(written) ? plain(text.slice(all.length), false) : null;
  const clean = title === null ? null : asTitle(title);
  return clean === null ? null : { title: clean, authors: [written], date };
}

const label = /^(?:[-*+•] {0,3})?(?:\[[\w+ .-]{1,12}\]|\(\d{1,4}\)|\d{1,4}\.?(?= {0,3}[\p{Lu}"“‘]))[.:]? {0,3}/u;
/** "Berg et al. (2022)" in front of the entry itself, as some styles label it. */
const key = /^\(?\p{Lu}[^()]{2,60}\(?(?:\(\w{2,40}\) )?(?:19|20)\d\d[a-z]?\)+ {0,2}/u;

function read(text: string): Reference | null {
  const inQuotes = quoted(text);
  const all = inQuotes === null ? namesAt(text).map((list) => afterNames(text, list)) : [inQuotes];
  const ways = all.filter((way) => way !== null);
  const [found = afterGroup(text) ?? undefined] = ways;
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
