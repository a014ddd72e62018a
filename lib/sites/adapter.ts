// A site adapter is data: which addresses it is for and where its pages keep titles and bylines. The worker picks
// one by address and sends it to the page, whose one interpreter (`lib/detect/rows.ts`) reads any of them.
// A new site is one file beside this one and one line in `index.ts`.
import * as z from 'zod/mini';

/** Where one paper's facts stand on a page. All selectors are plain CSS, read inside the row's element. */
export const RowReader = z.object({
  /** Matches the element(s) that hold one paper each; "" means the whole document is one row. */
  row: z.string(),
  /** The title inside the row. */
  title: z.string(),
  /** Elements inside the title that are not part of it ("Title:"). */
  strip: z.optional(z.string()),
  /** The line of names inside the row. */
  byline: z.optional(z.string()),
  /** One element a name, inside the byline; without it the names are read from the byline's text. */
  names: z.optional(z.string()),
  /** True where title and byline stand in the element after the row's own (dt/dd pairs). */
  next: z.optional(z.boolean()),
});
export type RowReader = z.infer<typeof RowReader>;

export const SiteAdapter = z.object({
  id: z.string(),
  /** Host names this is for; "*.example.org" covers subdomains. */
  hosts: z.array(z.string()),
  pages: z.array(
    z.object({
      /** A regular expression over path and query. */
      path: z.string(),
      rows: z.array(RowReader),
      /** Parts of the page never to read (navigation, cookie boxes). */
      skip: z.optional(z.string()),
    }),
  ),
});
export type SiteAdapter = z.infer<typeof SiteAdapter>;
/** What the page gets: the rows and skips of the one page that matched. */
export const PageAdapter = z.object({ id: z.string(), rows: z.array(RowReader), skip: z.optional(z.string()) });
export type PageAdapter = z.infer<typeof PageAdapter>;
