// The search over a catalog, made when somebody first searches, and kept with it.
import type { Lookup } from '../../catalog/lookup.ts';
import type { CatalogSearch } from '../../catalog/search/catalog-search.ts';
import { onDemand } from './load.ts';

const made = new WeakMap<Lookup, CatalogSearch>();

export async function searchOf(lookup: Lookup): Promise<CatalogSearch> {
  const { CatalogSearch: Search } = await onDemand();
  const search = made.get(lookup) ?? new Search(lookup);
  made.set(lookup, search);
  return search;
}
