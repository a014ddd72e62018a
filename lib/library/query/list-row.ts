// An entry of the reading list as its page searches, sorts and groups it: plain facts. Pure.
import type { Entry } from '../schema.ts';

export interface ListRow {
  id: string;
  title: string;
  authors: readonly string[];
  venue: string | null;
  year: number | null;
  /** 'to-read', 'reading', 'read', or a later version's. */
  status: string;
  tags: readonly string[];
  /** The reader's own. */
  note: string;
  starred: boolean;
  hasCode: boolean;
  doi: string | null;
  arxivId: string | null;
  /** The site whose page said most of it. */
  site: string | null;
  /** Milliseconds since 1970. */
  addedAt: number;
  changedAt: number;
  readAt: number | null;
}

/** An entry as a row; tags that are empty or there twice are left out. */
export function listRowOf(entry: Entry): ListRow {
  const { record, tags = [], note = '', starred = false } = entry;
  return {
    id: entry.id,
    title: record.title,
    authors: record.authors ?? [],
    venue: record.venue ?? null,
    year: record.year ?? null,
    status: entry.status,
    tags: [...new Set(tags.filter((tag) => tag.trim() !== ''))],
    note,
    starred,
    hasCode: (record.code ?? []).length > 0,
    doi: record.doi ?? null,
    arxivId: record.arxivId ?? null,
    site: entry.site,
    addedAt: entry.addedAt,
    changedAt: entry.changedAt,
    readAt: entry.readAt,
  };
}
