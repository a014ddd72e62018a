// A site adapter is data: which addresses it is for and where its pages keep titles, bylines and the other facts of a
// paper. The worker picks one by address and sends the page's part of it; the page holds one interpreter
// (`lib/page/read/rows.ts`), so that a hundred sites cost a page no more than one. What data can't say (a script's JSON,
// a line of names, venue and year in one) is said by `read`, a pure function that runs in the worker.
// A new site is one file beside this one and one line in `index.ts`.
import * as z from 'zod/mini';

/** What can be said of a paper. Each is a list of texts as the page has them; `lib/facts` makes facts of them. */
export const FieldName = z.enum([
  'title',
  /** One text a name, or the whole line of names. */
  'authors',
  'venue',
  'volume',
  'issue',
  /** "864–873", or an article's number. */
  'pages',
  'publisher',
  /** A year, or a date in any order that a year can be read from. */
  'date',
  'abstract',
  /** What authors say beside the abstract: "12 pages, code at …". */
  'comments',
  /** Text or address with a DOI in it. */
  'doi',
  /** Text or address with an arXiv id in it. */
  'arxiv',
  /** Address of the PDF. */
  'pdf',
  /** Address of the paper's own page. */
  'page',
  /** Addresses of code, where the site has a place for it. */
  'code',
  'categories',
  /** The title attribute of a COinS span. */
  'coins',
]);
export type FieldName = z.infer<typeof FieldName>;
/** Texts by field; a field that was not found is absent. */
export type Fields = Partial<Record<FieldName, string[]>>;

/**
 * Where a field is, inside the row: a CSS selector for its text, "selector@attribute" for an attribute of it
 * ("@attribute" alone: of the row's element), " || " between ways of which the first that finds anything counts
 * (newer layouts first). All elements that match count, in the page's order.
 */
export const FieldReader = z.string();

/** Where one paper's facts are on a page. All selectors are plain CSS, read inside the row's element. */
export const RowReader = z.object({
  /** Matches the element(s) that hold one paper each; "" means the whole document is one row: the page's own paper. */
  row: z.string(),
  /** The title inside the row. */
  title: z.string(),
  /** Elements inside the title that are not part of it ("Title:"). */
  strip: z.optional(z.string()),
  /** The line of names inside the row; "" where it is the second element of a dt/dd pair itself. */
  byline: z.optional(z.string()),
  /** One element a name, inside the byline; without it the names are read from the byline's text. */
  names: z.optional(z.string()),
  /** True where a row continues in the element after its own (dt/dd pairs): title and byline are looked for there
   *  first, then in the row's own element. */
  next: z.optional(z.boolean()),
  /** All other facts, and title or authors where they are to be read from elsewhere than where they are marked. */
  fields: z.optional(z.partialRecord(FieldName, FieldReader)),
});
export type RowReader = z.infer<typeof RowReader>;

/** Inline JSON that is worth sending: scripts that match and whose text holds `holds`. JSON-LD is always sent. */
export const ScriptReader = z.object({ select: z.string(), holds: z.string() });
export type ScriptReader = z.infer<typeof ScriptReader>;

/** What the page gets: the part of an adapter for the one kind of page that matched. */
export const PageAdapter = z.object({
  id: z.string(),
  rows: z.array(RowReader),
  skip: z.optional(z.string()),
  scripts: z.optional(ScriptReader),
  hydrates: z.optional(z.boolean()),
});
export type PageAdapter = z.infer<typeof PageAdapter>;

/** What a page said, as `read` gets it. */
export interface PageSaid {
  url: string;
  /** What the row's selectors found. */
  fields: Fields;
  /** Texts of the scripts asked for; empty for rows of a list. */
  scripts: readonly string[];
}

export interface SitePage {
  /** A regular expression over path and query ("^/abs/"). */
  path: string;
  rows: readonly RowReader[];
  /** Parts of the page never to read (navigation, cookie boxes). */
  skip?: string;
  scripts?: ScriptReader;
  /** Its text links to papers by arXiv ids, DOIs or OpenReview, and says what they are: a list, a post. */
  links?: true;
  /** Fields that a page of this kind always has (of its own paper, or of each row): the self-test misses them. */
  expects: readonly FieldName[];
  /**
   * Facts that selectors alone can't give: out of `scripts`, or one field out of another ("A Author, B Author - Venue,
   * 2019 - host"). What it returns replaces what the selectors found, field by field; an empty list takes one away.
   * Must not throw on any text.
   */
  read?: (said: PageSaid) => Fields;
}

export interface SiteAdapter {
  id: string;
  /** What readers call the site, as a card prints it: "arXiv". */
  name: string;
  /** Host names this is for; "*.example.org" covers subdomains and the host itself, "scholar.google.*" any ending. */
  hosts: readonly string[];
  /**
   * Where Byline runs from the install on: hosts ("*.example.org") or the part of one under a path
   * ("example.org/papers"). The other `hosts` are allowed later, by the reader. Never add to it after the first
   * release: a browser disables an extension whose update asks for more.
   */
  atInstall?: readonly string[];
  /** True for a site of which few pages are about papers: it is not offered with all paper sites, only by itself. */
  general?: boolean;
  pages: readonly SitePage[];
  /**
   * True where a page saved from the site itself confirms the layout. Others follow the site's documents and other
   * programs' knowledge of it, and count on identifiers and meta tags until a saved page confirms them.
   */
  confirmed: boolean;
  /**
   * Its scripts take over the whole document once it is there (`hydrateRoot(document)`: Next.js, Remix, TanStack Start), or
   * it is not known that they don't. What we add to the page waits for them.
   */
  hydrates?: true;
  /** Further hosts that `addresses` are for: viewers and stores of the site's PDFs. They have no pages to read, and
   *  Byline asks to run on none of them. */
  viewers?: readonly string[];
  /** Addresses of a paper's own page and of its PDF, one from the other, where the site has a rule. */
  addresses?: readonly AddressRule[];
}

/** `page` and `pdf` are templates with {1}, {2} … for the groups of `match`, a regular expression over the whole
 *  address ("^https://arxiv[.]org/(?:abs|pdf)/([^?#]+?)(?:[.]pdf)?$"). */
export interface AddressRule {
  match: string;
  page: string;
  pdf: string;
}
