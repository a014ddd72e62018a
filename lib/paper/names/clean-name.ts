// One name as a page, export or dump prints it, without what is no part of it: marks and figures of footnotes,
// degrees, roles, addresses, identifiers, markup, TeX. And what is no name at all. Pure; every pattern is bounded.
import { fromHtml, plainText } from '../plain-text.ts';
import { groupEndings, isGroup, withoutLead } from './group-name.ts';
import { withoutTex } from './tex-name.ts';
import { withoutEnd } from '../../text/without-end.ts';

/** Maximum characters of a name. */
const MAX_NAME = 200;

const LEAD =
  /^(?:(?:authors?|creators?|(?:guest |managing |reviewing )?editors?|(?:written|edited|reviewed|posted|translated) by|by|presenter|speaker)(?:\s{0,3}[:\u2014-]\s{0,3}|\s{1,3})|(?:authors?|auteurs?|autor(?:es|en|i)?)\s?:|eds?[.:]|(?:prof|professor|dr|dipl)(?:\.\s{0,3}|\s{1,3})(?:(?:dr|med|dent|rer|nat|phil|habil|ing)\b[.\s-]{0,3}){0,6}|and\s+|&\s*)/i;
/** In capitals these are initials, or a place's. */
const COURTESY = /^(?:Mr|Mrs|Ms|Miss|Sir)\.?\s{1,3}/;
const DEGREE =
  /(?:,\s{0,3}|\s)(?:ph\.?\s?d|m\.d|m\.?sc|b\.?sc|d\.?sc|sc\.?d|m\.?p\.?h|mbbs|mbchb|d\.?phil|pharm\.?d|dvm|mba|esq|frcp|frcs|facs|dr\.?-ing|eds?(?=\.)|(?:associate |assistant |full |guest |managing )?(?:professor|editor)|translator|(?:student |senior |life )?(?:member|fellow),? ieee|ieee)\.?$/i;
/** Between commas; "Fellow" may be a family name. */
const RANK = /^(?:[a-z]{4,8} ){0,2}(?:member|fellow)$/i;
/** Those that are names in small letters: "Md Hasan". */
const DEGREE_IN_CAPITALS = /(?:,\s{0,3}|\s)(?:MD|RN)$/;
export const isDegree = (part: string): boolean =>
  DEGREE.test(` ${part.trim()}`) || DEGREE_IN_CAPITALS.test(` ${part.trim()}`);
const MAIL = /\S{1,100}@\S{1,100}/g;
const ADDRESS = /https?:\/\/\S{1,300}/gi;
const SUPERSCRIPT = /<sup\b[^<>]{0,100}>[^<>]{0,40}<\/sup>|\$?(?<!\\)\^(?:\{[^{}]{0,40}\}|\d{1,2})\$?/gi;
/** What is left of a pair of brackets when the other one is missing. */
const HALF_BRACKETS = /\s?[([][^)\]]{0,300}$|\s?\d{0,3}[)\]]/g;
const FOOTNOTE_LETTER = /(?<=\p{Lu}\p{Ll}{1,40}) [a-h]$/u;
const MARKS = /[*\u2020\u2021\u00a7\u00b6\u2217#^\u2709\u00b9\u00b2\u00b3\u2070-\u2079\u24d8\u25a1\u2605]+(?!\p{Ll})/gu;
const ORCID =
  /(?:\b|https?:\/\/)?(?:orcid(?:\.org\/|\s{0,2}(?:id)?\s{0,2}:?\s{0,2}))?(\d{4}-\d{4}-\d{4}-\d{3}[\dX])\b/i;
/** "Wei Wang 0001": which of that name, in dblp. */
const DBLP = /\s(\d{4})$/;

/** Places that are no person's name. */
export const PLACE =
  /https?:|www\.|\borcid\b|\b(?:university|universit\u00e9|universit\u00e4t|universidade?|universit\u00e0|universiteit|institut(?:e|o|et)?|instituto|department|dept|d\u00e9partement|school of|faculty|facult\u00e9|laborator(?:y|ies|io|ium)|observator(?:y|ies|io)|hospital|college|acad(?:emy|\u00e9mie) of|division of|cent(?:er|re)(?: for|$)|research (?:center|centre|group)|corresponding author|equal contribution|affiliations?|polytechni\w{1,8}|inc\.|ltd\.?|gmbh)\b/i;
/** What pages print among names, and what exports print where there is none. */
const PAGE_WORDS =
  /^(?:et al\.?|and others|others|anonymous|anon\.?|n\/a|null|none|unknown|admin|administrator|webmaster|staff|editors?|the editors|editorial(?: office| board)?|guest|root|user|author|authors|no author.{0,40}|\u7b49|[:;.,\u2026-]+)$|\b(?:view all|show (?:more|all|less)|author (?:links|information|notes)|search for more|google scholar|et al|and \d+ (?:others|more)|\+ ?\d+ (?:authors|more)|\d+ (?:more )?authors)\b/i;
/** Where words of the page begin behind names; none of it is a name. */
export const PAGE_TAIL =
  /[\s+\u2212-]{0,5}\d{0,4}\s?(?:view all|show (?:all|more|less)|authors? info|all articles by)\b/i;

/** Countries, as affiliations end with. */
const COUNTRY =
  /^(?:usa|u\.s\.a\.|united states(?: of america)?|uk|united kingdom|england|scotland|germany|deutschland|france|italy|italia|spain|espa\u00f1a|portugal|the netherlands|netherlands|belgium|switzerland|austria|sweden|norway|denmark|finland|poland|czech republic|russia|ukraine|turkey|greece|israel|iran|india|china|p\.? ?r\.? china|japan|south korea|korea|republic of korea|taiwan|singapore|australia|new zealand|canada|mexico|brazil|brasil|argentina|chile|south africa|egypt|saudi arabia)\.?$/i;

export const isCountry = (part: string): boolean => COUNTRY.test(part);
/** Whether a part between commas is where somebody works, or what they have studied, and no name. */
export const isNoName = (part: string): boolean =>
  isCountry(part.trim()) ||
  RANK.test(part.trim()) ||
  (!isInOrder(part) && (isDegree(part) || (PLACE.test(part) && !isSigningGroup(part)) || PAGE_WORDS.test(part.trim())));
/** "MIT", "CERN", "1234 AB City": an institution or a town, where it follows a whole name. */
export const isPlaceMark = (part: string): boolean => /^\p{Lu}{3,8}$/u.test(part.trim()) || /\d/.test(part);

/** Groups that sign papers, not those that employ who does. */
export const isSigningGroup = (name: string): boolean =>
  isGroup(name) &&
  (!PLACE.test(name) ||
    /\b(?:collaborat|consorti|team|investigators|organi[sz]ation|council|committee|on behalf)/i.test(name));

/** A group that signs is longer than a person's name; a sentence is longer still. */
const possible = (name: string): boolean =>
  name.length <= 100 && name.split(' ').length <= 9 && /\p{L}/u.test(name) && !/\d{2}|[<>{}=@]/.test(name);

export interface CleanName {
  name: string;
  /** `orcid:0000-0002-1825-0097`, `dblp:Wei Wang 0001`; null where none is given. */
  id: string | null;
}

/** "(Bill)" in "Mufan (Bill) Li" is a name that somebody goes by. */
const isNickname = (before: string, inside: string, after: string): boolean =>
  /^\(\p{Lu}\p{Ll}{1,20}\)$/u.test(inside) && /\p{L}\s?$/u.test(before) && /^\s\p{Lu}\p{Ll}/u.test(after);

/** Without brackets and what is in them, nested ones too; an ORCID stays, and what opens and never closes. */
export function outsideBrackets(text: string): string {
  if (!/[([]/.test(text)) return text;
  let kept = '';
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (sign === '(' || sign === '[') {
      if (depth === 0) {
        kept += text.slice(from, at);
        from = at;
      }
      depth += 1;
    } else if ((sign === ')' || sign === ']') && depth > 0) {
      depth -= 1;
      if (depth > 0) continue;
      const inside = text.slice(from, at + 1);
      const orcid = ORCID.exec(inside)?.[0];
      if (isNickname(kept.slice(-3), inside, text.slice(at + 1, at + 4))) kept += inside;
      else kept += orcid === undefined ? ' ' : ` ${orcid} `;
      from = at + 1;
    }
  }
  const open = depth > 0 ? text.slice(from) : '';
  // "B. Koopmans (1) ((1) An Observatory, (2) An": the list of places was cut.
  return depth === 0 ? kept + text.slice(from) : /^[([]\s?[([\d]/.test(open) ? kept : kept + open;
}

/** Names of most dumps are in order as they are: Latin letters, full stops, hyphens. */
const IN_ORDER =
  /^(?:[A-Z\u00c0-\u00d6\u00d8-\u00de][A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017e'-]*\.?|(?:[A-Z]\.-?){2,4})(?: [A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017e'-]+\.?){1,4}$/;
/** Words at a name's ends, and anywhere, for which it has to be looked at. */
const CARE_AT_END = new Set(
  (
    'dr prof professor dipl mr mrs ms miss sir by author authors creator creators editor editors guest managing written ' +
    'posted reviewed edited translated presenter speaker on for and the phd md msc bsc dsc scd mph mbbs mbchb dphil pharmd ' +
    'dvm mba rn esq frcp frcs facs ed eds translator ieee others al more less all'
  ).split(' '),
);

/** What may be in a place or a line of several. */
const NOT_IN_ORDER =
  / (?:and|AND|et|und|och|og|en|with|y|e|i|of|for|on|the|al) |[a-z]{3}\. |niversi|nstitu|epartment|cademy|chool|aborator|ospital|ollege|aculty|bservator|enter|entre|uthor|ffiliation|nknown|nonymous|dmin|cholar|earch /;

/** What was found of the last names: imports ask for each name several times, and names come again. */
const found = new Map<string, boolean>();
/** Maximum names remembered. */
const MAX_FOUND = 20_000;

/** Whether a name is surely one as it is; false where it has to be looked at. */
export function isInOrder(name: string): boolean {
  const known = found.get(name);
  if (known !== undefined) return known;
  if (found.size >= MAX_FOUND) found.clear();
  const is = looksInOrder(name);
  found.set(name, is);
  return is;
}

function looksInOrder(name: string): boolean {
  if (name.length > 60 || !IN_ORDER.test(name)) return false;
  const first = name.slice(0, name.indexOf(' ')).replace('.', '').toLowerCase();
  const last = name.slice(name.lastIndexOf(' ') + 1).toLowerCase();
  if (last.endsWith('.') || CARE_AT_END.has(first) || CARE_AT_END.has(last)) return false;
  return !NOT_IN_ORDER.test(name) && !FOOTNOTE_LETTER.test(name);
}

/** Names without HTML, TeX and figures set above them. */
export function withoutMarkup(text: string): string {
  if (!/[<&\\{}$~]/.test(text)) return text;
  const plain = text.replace(SUPERSCRIPT, ' ');
  return withoutTex(/[<&]/.test(plain) ? fromHtml(plain) : plain);
}

/** A name in one piece, without commas that invert it; null where it is none. */
export function cleanName(text: string): CleanName | null {
  if (isInOrder(text)) return { name: text, id: null };
  const plain = plainText(withoutMarkup(text.slice(0, 2000)));
  const orcid = ORCID.exec(plain)?.[1];
  // "MPE)" is the end of a place that was cut at its comma.
  if (/^[^\s(),]+[)\]]$/u.test(plain)) return null;
  let name = plain
    .replace(
      orcid === undefined
        ? /$^/
        : new RegExp(`(?:https?://)?(?:orcid(?:\\.org/|\\s{0,2}(?:id)?\\s{0,2}:?\\s{0,2}))?${orcid}`, 'gi'),
      ' ',
    )
    .replace(ADDRESS, ' ')
    .replace(MAIL, ' ')
    .replace(MARKS, ' ');
  name = outsideBrackets(name);
  if (!/\([^()]*\)/.test(name)) name = name.replace(HALF_BRACKETS, ' ');
  name = name
    .replace(/(?<=[A-Za-z])\u00a8/gu, '\u0308')
    .normalize()
    // "Ada Lovelace1,2", "Ada Lovelace 1": figures are footnotes, except within a group's name.
    .replace(/(?<=\p{L}|\.)\d{1,3}(?:[,;]\d{1,3})*(?=\s|$|,)/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?:\s\d{1,3})(?:\s?[,;]\s?\d{1,3}){0,20}$/, '')
    // "Ada Lovelace a"
    .replace(FOOTNOTE_LETTER, '');
  for (let turn = 0; turn < 3; turn += 1)
    name = name.replace(LEAD, '').replace(COURTESY, '').replace(DEGREE, '').replace(DEGREE_IN_CAPITALS, '');
  name = withoutEnd(withoutLead(name).replace(/^[\s,;:.\u2026\u2013\u2014-]+/, ''), /[\s,;:\u2026\u2013\u2014-]/)
    .replace(/(?<=\p{L}{3})(?<!\b(?:sen|jun))\.$/iu, '')
    .trim();
  const number = DBLP.exec(name)?.[1];
  const isMany = number !== undefined && !isGroup(name);
  const bare = isMany ? name.slice(0, -5) : name;
  if (!isName(bare)) return null;
  const id = orcid !== undefined ? `orcid:${orcid.toUpperCase()}` : isMany ? `dblp:${name}` : null;
  return { name: bare, id };
}

function isName(name: string): boolean {
  if (name === '' || name.length > MAX_NAME || !/\p{L}/u.test(name) || PAGE_WORDS.test(name)) return false;
  if (isSigningGroup(name)) return !/[<>{}=@]/.test(name);
  // "Agora Center and": the line went on.
  if (/\s(?:and|et|und|of|for|the|&)$/i.test(name) || groupEndings.has(name.toLowerCase())) return false;
  return possible(name) && !PLACE.test(name) && !isDegree(name);
}
