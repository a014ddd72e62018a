// What a page says of one paper, cleaned and with its sources. What a page says is kept apart from the
// catalog, shown with the site's name, and merged with what packs say only when it is looked up (`merge.ts`).
import * as z from 'zod/mini';
import { FieldName } from '../sites/adapter.ts';
import { PaperRecord } from './record.ts';
import { HttpsUrlOrNull } from './schema.ts';

/** Where on the page a fact is from, the most trusted first. */
export const FactSource = z.enum([
  'address',
  'meta',
  'json-ld',
  'microdata',
  'inline',
  'site',
  'coins',
  'pattern',
  // An entry of a reference list, by learned weights.
  'learned',
]);
export type FactSource = z.infer<typeof FactSource>;

/** What a page is to a paper: it is about it, lists it, or cites it in text that anybody may have written. */
export const PageRole = z.enum(['about', 'listed', 'cited']);
export type PageRole = z.infer<typeof PageRole>;

export const PageFact = z.object({
  /** As in a pack; its code links name the site as who says so. */
  record: PaperRecord,
  abstract: z.nullable(z.string().check(z.minLength(1), z.maxLength(10_000))),
  pdf: HttpsUrlOrNull,
  /** The site's name as a card prints it; the host where no adapter names it. */
  site: z.string().check(z.minLength(1), z.maxLength(120)),
  /** Where each fact is from. */
  from: z.partialRecord(FieldName, FactSource),
});
export type PageFact = z.infer<typeof PageFact>;

/** Of all that pages said, the word of those pages that count for a paper, in their order (`JoinedPaper.pages`). */
export const countedIn = (said: readonly PageFact[], pages: readonly { site: string; id: string }[]): PageFact[] =>
  pages.flatMap(({ site, id }) => said.find((fact) => fact.site === site && fact.record.id === id) ?? []);

/** An abstract, and who prints it: a site's name, or that of a pack's source. */
export interface SaidAbstract {
  text: string;
  site: string;
}

/** The abstract that is shown: that of the first page that has one, else the packs'. */
export function abstractIn(said: readonly PageFact[], packs: SaidAbstract | null): SaidAbstract | null {
  for (const { abstract, site } of said) if (abstract !== null) return { text: abstract, site };
  return packs;
}

/** The PDF that is offered: that of the first page that has one. */
export function pdfIn(said: readonly PageFact[]): { url: string; site: string } | null {
  for (const { pdf, site } of said) if (pdf !== null) return { url: pdf, site };
  return null;
}
