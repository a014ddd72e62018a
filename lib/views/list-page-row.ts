// An entry of the reading list as the list's own page shows it. Pure.
import { listRowOf } from '../library/query/list-row.ts';
import type { Entry } from '../library/schema.ts';
import { bestPage } from './elsewhere.ts';
import type { ListPageRow } from './schema.ts';

/** Topics of one paper that count. */
const MAX_TOPICS = 6;

export function listPageRow(entry: Entry): ListPageRow {
  const { arxivId = null, doi = null, links = [], code = [], topics, categories = [] } = entry.record;
  const [own] = code.toSorted((a, b) => Number(b.official === true) - Number(a.official === true));
  const { authors, tags, ...row } = listRowOf(entry);
  return {
    ...row,
    authors: [...authors],
    tags: [...tags],
    page: bestPage({ arxivId, doi, links }),
    pdf: entry.pdf,
    code: own?.url ?? null,
    topics: (topics ?? categories).slice(0, MAX_TOPICS),
    savedFrom: entry.savedFrom ?? null,
    visits: entry.visits ?? null,
  };
}
