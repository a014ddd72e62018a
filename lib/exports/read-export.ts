// A file that another program wrote (Zotero, JabRef, Mendeley, Paperpile, PaperMemory) as papers for the reading list.
import { paperKeys } from '../paper/keys.ts';
import { mergeRecords } from '../paper/merge.ts';
import type { PaperRecord } from '../paper/record.ts';
import { bytesOfBlob } from '../packs/readers/bytes.ts';
import { recognise } from '../packs/readers/index.ts';
import { unreadable, UnreadableFile } from '../packs/unreadable-file.ts';
import type { SkippedRow } from '../packs/views.ts';
import { readIdList, type IdList } from './id-list.ts';

/** Maximum papers of one file: more is a catalog, and no one's reading list. */
const MAX_PAPERS = 50_000;
/** Maximum rows that are listed with place and reason. */
const MAX_SKIPPED = 200;

export interface Export {
  /** "BibTeX", "Zotero items (JSON)" */
  what: string;
  /** Each paper once, in the file's order. */
  papers: PaperRecord[];
  /** Rows that are no papers: how many, and the first of them. */
  skipped: { total: number; rows: SkippedRow[] };
}

/** Maximum bytes of a list of identifiers. */
const MAX_ID_LIST = 5_000_000;

function ofIdList({ records, skipped }: IdList): Export {
  const papers = [...new Map(records.map((record) => [record.id, record])).values()].slice(0, MAX_PAPERS);
  const rows = skipped.slice(0, MAX_SKIPPED).map((at) => ({ at, reason: unreadable('arXiv, DOI') }));
  return { what: 'arXiv, DOI', papers, skipped: { total: skipped.length, rows } };
}

export interface ReadOptions {
  /** Part of the file that is read, 0 to 1. */
  onProgress?: (progress: number) => void;
  signal?: AbortSignal;
}

/**
 * Reads a file whole. Rows about one paper are joined. Throws `UnreadableFile` for what is no such file or too much, and
 * the signal's reason.
 */
export async function readExport(file: Blob, name: string, options: ReadOptions = {}): Promise<Export> {
  const source = bytesOfBlob(file, name);
  const known = await recognise(source).catch(async (error: unknown) => {
    const list = file.size <= MAX_ID_LIST ? readIdList(await file.text()) : null;
    if (list === null) throw error;
    return list;
  });
  if ('records' in known) return ofIdList(known);
  const { format, opened } = known;
  // A pack is a catalog: it is imported as one.
  if (format.kind === 'byline') throw new UnreadableFile('export-pack', name);
  const papers: PaperRecord[] = [];
  const places = new Map<string, number>();
  const skipped: Export['skipped'] = { total: 0, rows: [] };
  for await (const { rows, read } of opened.rows()) {
    options.signal?.throwIfAborted();
    for (const row of rows) {
      if ('refused' in row) {
        skipped.total += 1;
        if (skipped.rows.length < MAX_SKIPPED) skipped.rows.push({ at: row.at, reason: row.refused });
        continue;
      }
      const keys = paperKeys(row.record);
      const place = keys.map((key) => places.get(key)).find((at) => at !== undefined) ?? papers.length;
      const before = papers[place];
      papers[place] = before === undefined ? row.record : mergeRecords(before, row.record);
      for (const key of keys) places.set(key, place);
      if (papers.length > MAX_PAPERS) throw new UnreadableFile('export-large', name, MAX_PAPERS);
    }
    options.onProgress?.(source.size === null || source.size === 0 ? 0 : Math.min(1, read / source.size));
  }
  if (papers.length === 0) throw new UnreadableFile('file-no-papers', name);
  return { what: opened.what, papers, skipped };
}
