import type { Lookup } from '../../../../lib/catalog/lookup.ts';
import type { CatalogSearch } from '../../../../lib/catalog/search/catalog-search.ts';
import { titleOf } from '../../../../lib/paper/schema.ts';

/** The titles that a search finds, best first. */
export async function titlesFound(search: CatalogSearch, lookup: Lookup, query: string, most = 10): Promise<string[]> {
  const { others } = await search.papers(query, most);
  const ids = others.slice(0, most).flatMap(([id]) => id ?? []);
  const papers = await lookup.papers(ids, false);
  return ids.flatMap((id) => {
    const one = papers.get(id);
    return one === undefined ? [] : [titleOf(one.paper)];
  });
}
