// Search over the catalog.
import { papersOf, peopleOf } from '../../../lib/catalog/lookup.ts';
import { workRow } from '../../../lib/catalog/work-row.ts';
import type { Handlers } from '../../../lib/messages/server.ts';
import { catalogOf, entriesForDisplay, type Stores } from '../stores.ts';

export function searchHandlers(stores: Stores): Pick<Handlers, 'catalog.search'> {
  return {
    'catalog.search': async ({ query, limit }) => {
      const catalog = await catalogOf(stores);
      const search = await catalog.search();
      const ids = search.papers(query, limit);
      const hits = search.people(query, limit);
      const [papers, people, entries] = await Promise.all([
        papersOf(catalog.database, ids),
        peopleOf(
          catalog.database,
          hits.map((hit) => hit.id),
        ),
        entriesForDisplay(stores, ids),
      ]);
      return {
        papers: ids.flatMap((id) => {
          const paper = papers.get(id);
          return paper === undefined ? [] : [workRow(paper, entries.get(id)?.status ?? null)];
        }),
        people: hits.flatMap(({ id, works }) => {
          const person = people.get(id);
          return person === undefined
            ? []
            : [{ id, name: person.name, works, position: person.position?.value ?? null }];
        }),
      };
    },
  };
}
