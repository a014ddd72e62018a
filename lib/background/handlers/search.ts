// Search over the catalog.
import { workRow } from '../../views/work-row.ts';
import type { Handlers } from '../../messages/server.ts';
import { catalogOf, entriesOfPapers, type Stores } from '../stores.ts';

export function searchHandlers(stores: Stores): Pick<Handlers, 'catalog.search'> {
  return {
    'catalog.search': async ({ query, limit }) => {
      const { search } = await catalogOf(stores);
      const [papers, people] = await Promise.all([search.papers(query, limit), search.people(query, limit)]);
      const entries = await entriesOfPapers(stores, papers);
      return {
        papers: papers.map(({ paper }) => workRow(paper, entries.get(paper.id)?.status ?? null)),
        people,
      };
    },
  };
}
