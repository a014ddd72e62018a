// Which texts can be a paper's title. Pages put their own name, a template's placeholder or an error message where a
// title should be.
import { fromHtml } from '../paper/plain-text.ts';
import { canonical } from '../text/tokens.ts';

/** What is known of the page when a title is judged. */
export interface Surroundings {
  /** Names of the site, its journal and publisher: no paper is called so. */
  names: ReadonlySet<string>;
  /** The document's title, cleaned. */
  document: string;
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

/** Maximum characters of a title: longer texts are abstracts, or a page that put everything into one tag. */
const MAX_CHARACTERS = 700;

/** One line, without marks and entities; LaTeX stays as it is. Some sites write their entities twice. */
export function cleanTitle(text: string): string {
  const once = fromHtml(text.slice(0, 4000));
  return (/[<&]/.test(once) ? fromHtml(once) : once).replace(DESCRIPTOR, '').replace(FULL_STOP, '');
}

/** Parts of a document's title: "Title | Journal | Publisher". */
export const partsOf = (documentTitle: string): string[] =>
  documentTitle
    .split(/\s[|\u2013\u2014\u00b7\u2022\u00bb\u00ab>-]{1,2}\s|\s?[|\uff5c]\s?/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

export const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** A cleaned title, or null where it can't be one. */
export function titleFrom(text: string, { names, document }: Surroundings): string | null {
  const title = cleanTitle(text);
  if (title === '' || title.length > MAX_CHARACTERS || !/\p{L}/u.test(title) || TEMPLATE.test(title)) return null;
  if (/^https?:\/\/\S*$/i.test(title) || /^www\.\S*$/i.test(title)) return null;
  const key = canonical(title);
  if (key === '' || EMPTY_WORDS.has(key) || names.has(key)) return null;
  // The site's name comes last in the document's title, after something longer.
  const parts = partsOf(document);
  const last = parts.at(-1);
  if (
    parts.length > 1 &&
    last !== undefined &&
    wordsIn(title) <= 6 &&
    canonical(last) === key &&
    parts.slice(0, -1).some((part) => wordsIn(part) > wordsIn(title) && !names.has(canonical(part)))
  )
    return null;
  return title;
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
