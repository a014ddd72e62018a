// Which texts can be a paper's title. Pages put their own name, a template's placeholder or an error message where a
// title should be.
import { fromHtml } from '../paper/plain-text.ts';
import { canonical } from '../text/tokens.ts';

/** What is known of the page when a title is judged. */
export interface TitleContext {
  /** Names of the site, its journal and publisher: no paper is called so. */
  names: ReadonlySet<string>;
  /** The document's title, cleaned. */
  document: string;
  /** What the page is called where it is shared (`og:title`), cleaned; absent where it has none. */
  shared?: string;
}

const EMPTY_WORDS = new Set(
  [
    'home|homepage|home page|main page|start page|untitled|untitled document|no title|title|article title|search',
    'search results|results|advanced search|just a moment|please wait|loading|redirecting|error|404|403|not found',
    '404 not found|page not found|403 forbidden|forbidden|access denied|attention required|log in|login|sign in',
    'sign up|register|undefined|null|none|n a|nan|object object|abstract|article|full text|view article|pdf|download',
    'download pdf|index|welcome|document|new tab|about blank|cookies|privacy policy|are you a robot',
    'security check|verifying you are human|one moment please|service unavailable|bad gateway|site maintenance',
    'publications|proceedings|table of contents|issue|current issue|archive|archives|unknown|unknown title|test',
  ]
    .join('|')
    .split('|')
    .map(canonical),
);
/** A template that was not filled in. */
const TEMPLATE = /^\{\{\s{0,9}[\w.]{1,80}\s{0,9}\}\}$|<%|^%\w{1,40}%$|^\[%|^\$\{[a-z]\w{0,60}\}$/i;
const DESCRIPTOR = /^title\s{0,3}:\s{0,3}(?=\S)/i;

/** Indexes end every title so; "et al.", "U.S." and "…" end in more than that. */
const FULL_STOP = /(?<=[\p{Ll}\p{N})\u201d"?!]{3})(?<!\b(?:al|inc|ltd|etc|vol|no|jr|sr|co|corp|ca|cf|st|dr|vs))\.$/iu;

/** A journal's issue: "Volume 12, Issue 3", "Vol. 3 No. 2 (2019): Papers", "Table of Contents — June 2019". */
const ISSUE =
  /^(?:[^.?!]{0,120}[\s,:(\u2013-])?vol(?:ume|\.)?\s{0,2}\d{1,4}\s{0,2}[,;:(\u2013-]?\s{0,2}(?:no|nr|num(?:ber)?|iss(?:ue)?)\b\.?\s{0,2}\d{1,4}\b|^(?:table of contents|contents of|toc|issue)\b[\s:,\u2013\u2014-]{1,4}(?=.*\d)|[\s|:\u2013\u2014-]table of contents$/i;

/** Maximum characters of a title: longer texts are abstracts, or a page that put everything into one tag. */
const MAX_CHARACTERS = 700;

/** "[Title]." is a translated title in PubMed's style. */
const TRANSLATED = /^\[([^[\]]{8,})\]\.?$/;

/** What search engines and arXiv put before a title, and the mark of a footnote behind it. */
const BESIDE = /^\[(?:PDF|HTML|\d{4}\.\d{4,5}(?:v\d{1,3})?)\]\s|(?<=\p{Ll}{2})[*\u2217\u2020\u2021]{1,3}$/gu;

/** One line, without marks and entities; LaTeX stays as it is. Some sites write their entities twice. */
export function cleanTitle(text: string): string {
  const once = fromHtml(text.slice(0, 4000));
  return (/[<&]/.test(once) ? fromHtml(once) : once)
    .replace(DESCRIPTOR, '')
    .replace(TRANSLATED, '$1')
    .replace(FULL_STOP, '')
    .replace(BESIDE, '')
    .trim();
}

const BETWEEN_PARTS = /\s(?:[|\u2013\u2014\u00b7\u2022\u00bb\u00ab>-]{1,2}|::)\s|\s?[|\uff5c]\s?/;

/** Parts of a document's title: "Title | Journal | Publisher". */
export const partsOf = (documentTitle: string): string[] =>
  documentTitle
    .split(BETWEEN_PARTS)
    .map((part) => part.trim())
    .filter((part) => part !== '');

export const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** "Deep sea sponges of the shelf | SmallRepo" is the title and the site's name, before or behind it. */
function withoutSiteName(title: string, names: ReadonlySet<string>): string {
  const parts = partsOf(title);
  const isName = (part: string | undefined): boolean => part !== undefined && names.has(canonical(part));
  const [from, to] = [isName(parts[0]) ? 1 : 0, isName(parts.at(-1)) ? parts.length - 1 : parts.length];
  if (to - from === parts.length || from >= to) return title;
  // The title may have such a sign itself: it is cut out as it is.
  const [first = '', last = ''] = [parts[from], parts[to - 1]];
  const start = from === 0 ? 0 : title.indexOf(first, (parts[0] ?? '').length);
  const end = to === parts.length ? title.length : title.lastIndexOf(last, title.lastIndexOf(parts.at(-1) ?? '') - 1);
  const bare = title.slice(start, to === parts.length ? end : end + last.length).trim();
  return wordsIn(bare) >= 3 ? bare : title;
}

/** "Phys. Rev. Lett. 122, 145901 (2019)", "PII: S0370-2693", "Vol. 3 No. 2": where a paper appeared, and no title. */
const APPEARED =
  /\b\d{1,4}\s{0,2}[,:(]\s{0,2}[A-Za-z]?\d{1,6}\b|\b(?:vol(?:ume)?|no|issue|pp)\b\.?\s{0,2}\d|^(?:doi|pii|pmid)\b/i;

/** Whether a title is only the site's name, which comes last in the document's title, after something longer. */
function isSiteName(key: string, title: string, { names, document, shared }: TitleContext): boolean {
  const parts = partsOf(document);
  const last = parts.at(-1);
  if (parts.length < 2 || last === undefined || wordsIn(title) > 6 || canonical(last) !== key) return false;
  // A page is not shared under its site's name.
  if (shared !== undefined && canonical(shared) === key) return false;
  const isTitle = (part: string): boolean => {
    const letters = canonical(part);
    return ![...names].some((name) => name.length >= 4 && letters.startsWith(name)) && !APPEARED.test(part);
  };
  return parts.slice(0, -1).some((part) => wordsIn(part) > wordsIn(title) && isTitle(part));
}

/** A cleaned title, or null where it can't be one. */
export function titleFrom(text: string, around: TitleContext): string | null {
  const title = withoutSiteName(cleanTitle(text), around.names);
  if (title === '' || title.length > MAX_CHARACTERS || !/\p{L}/u.test(title) || TEMPLATE.test(title)) return null;
  if (/^https?:\/\/\S*$/i.test(title) || /^www\.\S*$/i.test(title)) return null;
  const key = canonical(title);
  if (key === '' || EMPTY_WORDS.has(key) || around.names.has(key) || ISSUE.test(title)) return null;
  return isSiteName(key, title, around) ? null : title;
}

/** The names that a host gives itself: "www.example.org" is "example.org" and "example". */
export function namesOfHost(url: string): string[] {
  if (!URL.canParse(url)) return [];
  const host = new URL(url).hostname.replace(/^www\./, '');
  const labels = host.split('.');
  return [host, `www.${host}`, labels[0] ?? '', labels.at(-2) ?? ''];
}

/** Whether a longer text (a document's title) has the title in it. */
export function holdsTitle(text: string, title: string): boolean {
  const letters = canonical(title);
  return letters.length >= 4 && canonical(text).includes(letters);
}
