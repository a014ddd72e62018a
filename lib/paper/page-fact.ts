// What a page says of one paper, cleaned and with its sources. What a page says is kept apart from the
// catalog, shown with the site's name, and merged with what packs say only when it is looked up (`merge.ts`).
import * as z from 'zod/mini';
import { FieldName } from '../sites/adapter.ts';
import { PaperRecord } from './record.ts';
import { HttpsUrl } from './schema.ts';

/** Where on the page a fact is from, the most trusted first. */
export const FactSource = z.enum(['address', 'meta', 'json-ld', 'microdata', 'inline', 'site', 'coins', 'pattern']);
export type FactSource = z.infer<typeof FactSource>;

export const PageFact = z.object({
  /** As in a pack; its code links name the site as who says so. */
  record: PaperRecord,
  abstract: z.nullable(z.string().check(z.minLength(1), z.maxLength(10_000))),
  pdf: z.nullable(HttpsUrl),
  /** The site's name as a card prints it; the host where no adapter names it. */
  site: z.string().check(z.minLength(1), z.maxLength(120)),
  /** Where each fact is from. */
  from: z.partialRecord(FieldName, FactSource),
});
export type PageFact = z.infer<typeof PageFact>;

/** The abstract that is shown: the newest. */
export function abstractIn(said: readonly PageFact[]): { text: string; site: string } | null {
  const last = said.findLast(({ abstract }) => abstract !== null);
  return last?.abstract === undefined || last.abstract === null ? null : { text: last.abstract, site: last.site };
}

/** The PDF that is offered: the newest. */
export function pdfIn(said: readonly PageFact[]): { url: string; site: string } | null {
  const last = said.findLast(({ pdf }) => pdf !== null);
  return last?.pdf === undefined || last.pdf === null ? null : { url: last.pdf, site: last.site };
}
