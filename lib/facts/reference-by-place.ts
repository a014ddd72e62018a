// An entry in a style without titles, as physics writes them: names, journal, volume, page, year. Only an entry that is
// one such reference as a whole, and nothing else, is read; of two works in one entry neither is.
import { namesAt } from '../paper/names/reference-names.ts';
import { isAbbreviated } from './reference-venue.ts';

export interface PlaceReference {
  /** "Given Family". */
  authors: string[];
  /** There are more authors than these. */
  moreAuthors: boolean;
  year: number;
  venue: string;
  volume: string;
  pages: string;
}

/** Maximum characters of an entry: a long one has more than names and a place. */
const MAX_CHARACTERS = 1500;

const word = String.raw`(?:\p{Lu}[\p{L}.&’'/-]{0,30}|npj|eLife|iScience|mBio)`;
const small = String.raw`(?:of|and|the|in|for|on|&|de|des|la|du|et|für|der|und)`;
/** "Proc. R. Soc. London, Ser. A", "Nature (London)", "J. Phys. A: Math. Gen." */
const journal = String.raw`(?<venue>${word}(?:(?: ${small}){0,2} ${word}:?|: ${word}| \(\p{Lu}[\p{L}. ]{1,30}\)|, (?:Ser|Sect)\. ?\p{Lu}\p{L}{0,8}\.?){0,11}?)`;
const volume = String.raw`(?:[Vv]ol\. ?)?(?<volume>\p{Lu}{0,2}\d{1,4}\p{Lu}?)`;
const issue = String.raw`(?:,? ?\((?:[Nn]o\. ?)?[\dA-Z][\d–-]{0,6}\)|, [Nn]o\. ?\d{1,4})?`;
const page = String.raw`(?:pp?\. ?)?(?<pages>(?:\p{Lu}{1,2}|e)?\d{1,7}\p{Lu}?(?: ?[-–] ?\p{Lu}{0,2}\d{1,7})?)`;
const date = String.raw`(?<year>(?:18|19|20)\d\d)[a-z]?`;
/** Behind it an address or a preprint's number at most. */
const end = String.raw`[.,;]?(?: ?[[(]?(?:e-?[Pp]rint:? ?)?(?:arXiv|hep-|astro-ph|gr-qc|cond-mat|nucl-|quant-ph|math[-/.]|physics/|doi:|DOI:|https?:|10\.\d{4}).{0,300})?$`;

const forms = [
  // "Phys. Rev. Lett. 116, 061102 (2016)"
  `^(?:[,:] ?| )${journal},? ${volume}${issue}[,:] ?${page},? ?\\(${date}\\)${end}`,
  // "1996, ApJS, 106, 423"
  `^,? ?\\(?${date}\\)?[,.:]? ${journal},? ${volume}${issue}[,:] ?${page}${end}`,
  // "Nano Lett. 2010, 10, 1012"
  `^(?:[,:] ?| )${journal},? ${date}[,;] ?${volume}${issue}[,:] ?${page}${end}`,
  // "Adv. Theor. Math. Phys. 2 (1998) 231-252"
  `^(?:[,:] ?| )${journal},? ${volume}${issue} \\(${date}\\)${issue},? ?${page}${end}`,
].map((form) => new RegExp(form, 'u'));

/** What is no journal, although volume and page may follow. */
const noJournal =
  /\b(?:ibid|Press|Univ(?:ersity)?|[Tt]hes[ie]s|Ph\.?D|Report|Rept|Preprint|Patent|Springer|Wiley|Elsevier|Eds?|In)\b/u;

/** A sentence that ends before the journal: "Rule Induction. IEEE Expert", unlike "Space Phys. Lett.". */
function isSentence(venue: string): boolean {
  const words = venue.split(' ');
  return words.slice(0, -1).some((one, at) => {
    if (!/\p{Ll}\.$/u.test(one)) return false;
    const isWhole = one.length > 12 || /(?:tion|ment|ness|ing|ings|ism|ity|ics|ems|ies)\.$/u.test(one);
    const isBehindWord = words.slice(0, at).some((before) => /^\p{Lu}\p{Ll}{2,}$/u.test(before));
    return isWhole || (isBehindWord && !isAbbreviated(one));
  });
}

const label = /^(?:\[[\w+ .,&’'-]{1,40}\]|\(\d{1,4}\)|\d{1,4}(?:\.(?!\d)|(?= \p{Lu})))[.:]? {0,3}/u;
/** "Berg et al. (2022)", "(Berg & Ruiz 2022)" in front of the entry itself, as some styles label it. */
const tag = /^[^()]{0,80}\([^()]{2,80}\)[.:]? {0,2}(?=\p{L})/u;
/** "(LIGO Scientific Collaboration)" behind the names, or a group in their place. */
const group = /^,? ?[([](?:for |on behalf of )?[^()[\]]{2,120}(?:Collaborations?|Consortium|Team|Group)[)\]]/iu;
const yearAhead = /^[,.]? \(?(?:18|19|20)\d\d/u;
const groupAlone = /^(?:The )?((?:\p{Lu}[\p{L}\d-]{1,20} ){1,5}(?:Collaboration|Consortium))(?=[,:]? )/u;

/** Lists of names that a text may begin with, each with what follows. Initials alone: whole names may take in a journal's. */
function* beginnings(text: string): Generator<{ names: string[]; rest: string }> {
  const [all, alone] = groupAlone.exec(text) ?? [];
  if (all !== undefined && alone !== undefined) yield { names: [alone], rest: text.slice(all.length) };
  for (const { names, end: to, initials } of namesAt(text)) {
    if (!initials) continue;
    const rest = text.slice(to);
    const isMore = !/^[,:([]/u.test(rest) && !/al\.?$/u.test(text.slice(0, to));
    if (!isMore || yearAhead.test(rest)) yield { names, rest };
    // "A. Ruiz, J. Opt. Soc. Am.": the journal began as a name does.
    const comma = text.lastIndexOf(', ', to - 1);
    const shorter = comma <= 0 ? [] : namesAt(text.slice(0, comma));
    for (const list of shorter)
      if (list.initials && list.end === comma) yield { names: list.names, rest: text.slice(comma) };
  }
}

function read(text: string): PlaceReference | null {
  const found = new Map<string, PlaceReference>();
  for (const { names, rest } of beginnings(text)) {
    const behind = rest.replace(group, '');
    const place = forms.map((form) => form.exec(behind)?.groups).find((groups) => groups !== undefined);
    const { venue = '', volume: printed = '', pages = '', year: printedYear = '' } = place ?? {};
    if (!/\p{L}.*\p{L}/u.test(venue) || noJournal.test(venue) || isSentence(venue)) continue;
    const moreAuthors = /al\.?$/u.test(text.slice(0, text.length - rest.length));
    const year = Number(printedYear);
    found.set(`${venue} ${names.length}`, { authors: names, moreAuthors, year, venue, volume: printed, pages });
  }
  // Two ways to read where its names end: neither is certain.
  const [only = null] = found.values();
  return found.size === 1 ? only : null;
}

/** What an entry without a title says; null where it is anything else. */
export function referenceByPlace(entry: string): PlaceReference | null {
  if (entry.length > MAX_CHARACTERS) return null;
  const text = entry.replaceAll(/\s+/gu, ' ').trim().replace(label, '');
  const tagged = tag.exec(text);
  return (tagged === null ? null : read(text.slice(tagged[0].length))) ?? read(text);
}
