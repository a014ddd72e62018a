// What the extension read of a page: the paper that the page is about, as its worker keeps it for the card, and one a
// row. The worker keeps a paper once and in no order: rows are read again out of what the page script sent.
import * as z from 'zod/mini';
import { pageContext } from '../../lib/facts/page-context.ts';
import { factsOfPage } from '../../lib/facts/read-page.ts';
import { factsOfReferences } from '../../lib/facts/read-references.ts';
import { BlocksRequest } from '../../lib/messages/page-protocol.ts';
import { PageFact, PageRole, type FactSource } from '../../lib/paper/page-fact.ts';
import { canonical } from '../../lib/text/tokens.ts';
import type { Session } from '../browser/session.ts';
import type { RowReport } from '../row-report.ts';

export interface PaperRead extends RowReport {
  pdf: string | null;
  abstract: string | null;
  /** Where on the page each field is from; absent where the page does not say it. */
  from: Partial<Record<keyof Omit<PaperRead, 'from'>, FactSource>>;
}
export interface PageRead {
  paper: PaperRead | null;
  rows: RowReport[];
}

/** Begins of the keys under which the worker keeps what pages say (`page-papers.ts`). */
const shelf = 'page-paper';
const Kept = z.array(z.object({ paper: z.object({ fact: PageFact, page: z.string(), role: PageRole }) }));
const Heard = z.array(BlocksRequest);

/** Forgets what pages before said, and listens to what the next one sends. */
export const listen = (session: Session): Promise<void> =>
  session.inExtension(async (api, prefix) => {
    const held = await api.storage.session.get(null);
    await api.storage.session.remove(Object.keys(held).filter((key) => key.startsWith(prefix)));
    const all = globalThis as { bylineHeard?: unknown[] };
    const isNew = all.bylineHeard === undefined;
    all.bylineHeard = [];
    if (!isNew) return;
    api.runtime.onMessage.addListener((message: unknown) => {
      const { name, request } = message as { name?: string; request?: unknown };
      if (name === 'page.blocks') all.bylineHeard?.push(request);
      return undefined;
    });
  }, shelf);

const rowOf = ({ record }: PageFact): RowReport => ({
  title: record.title,
  authors: record.authors ?? [],
  year: record.year ?? null,
  venue: record.venue ?? null,
  doi: record.doi ?? null,
  arxivId: record.arxivId ?? null,
});

function paperOf(fact: PageFact): PaperRead {
  const { title, authors, date, venue, doi, arxiv, pdf, abstract } = fact.from;
  const from = { title, authors, year: date, venue, doi, arxivId: arxiv, pdf, abstract };
  return {
    ...rowOf(fact),
    pdf: fact.pdf,
    abstract: fact.abstract,
    from: Object.fromEntries(Object.entries(from).filter(([, source]) => source !== undefined)),
  };
}

/** The rows that were sent, in the page's order; entries of a reference list that are only text come last. */
function inOrder(requests: readonly BlocksRequest[]): PageFact[] {
  const rows = new Map<number, PageFact>();
  const entries: PageFact[] = [];
  for (const { url, meta, page, blocks, rows: told = [] } of requests) {
    const context = pageContext(url);
    const facts = factsOfPage(context, { meta, said: page ?? null, rows: told }).rows;
    for (const [row, fact] of facts) rows.set(row, fact);
    entries.push(...factsOfReferences({ blocks, rows: told }, facts, context.siteName).values());
  }
  return [...[...rows].toSorted(([one], [other]) => one - other).map(([, fact]) => fact), ...entries];
}

/** @param urls as the page was opened, and as it calls itself now */
export async function readHere(session: Session, urls: readonly string[]): Promise<PageRead> {
  const { held, heard } = await session.inExtension(async (api, prefix) => {
    const all = await api.storage.session.get(null);
    return {
      held: Object.entries(all).flatMap(([key, value]) => (key.startsWith(`${prefix} `) ? [value] : [])),
      heard: (globalThis as { bylineHeard?: unknown[] }).bylineHeard ?? [],
    };
  }, shelf);
  const kept = held.flatMap((value) => Kept.safeParse(value).data?.map(({ paper }) => paper) ?? []);
  const pages = urls.map((url) => url.replace(/#.*$/su, ''));
  const own = kept.find(({ page, role }) => role === 'about' && pages.includes(page))?.fact ?? null;
  // What the worker did not keep was no paper to it. Two rows may be one paper's.
  const known = new Set(kept.flatMap(({ fact: { record } }) => [record.id, canonical(record.title)]));
  const rows = inOrder(Heard.safeParse(heard).data ?? []).filter(
    ({ record }) => known.has(record.id) || known.has(canonical(record.title)),
  );
  return { paper: own === null ? null : paperOf(own), rows: rows.map(rowOf) };
}
