// What pages said, as sources of papers. Pure.
import { MemorySource } from '../../catalog/sources/memory-source.ts';
import { sourceIdOf } from '../../paper/expand.ts';
import type { PaperRecord } from '../../paper/record.ts';
import type { PagePaper } from './page-paper.ts';

/** What pages said as sources, one a site, so that it is looked up, joined and named like what packs say. */
export function pageSources(papers: readonly PagePaper[]): MemorySource[] {
  const bySite = new Map<string, PagePaper[]>();
  for (const paper of papers) bySite.set(paper.fact.site, [...(bySite.get(paper.fact.site) ?? []), paper]);
  return [...bySite].map(
    ([name, said]) =>
      new MemorySource(
        {
          id: sourceIdOf(`page ${name}`),
          name,
          sources: [{ id: sourceIdOf(name), name, what: name, kind: 'document' }],
        },
        said.map(({ fact }) => bySiteAlone(fact.record)),
        said.map(({ also, page, role }) => ({ kind: 'page', site: name, page, role, also })),
      ),
  );
}

/** The site says all of it, its code links too. */
function bySiteAlone(record: PaperRecord): PaperRecord {
  const code = record.code?.map((link) => {
    const { saidBy: _, ...rest } = link;
    return rest;
  });
  return code === undefined ? record : { ...record, code };
}
