// A list of arXiv ids, DOIs or addresses of papers, one or more a line, as papers that are known by them alone. Pure.
import type { FilePlace } from '../failures/failure.ts';
import { idTitle } from '../paper/id-title.ts';
import { identifiersIn, identifiersOf, parseArxivId } from '../paper/identifiers.ts';
import { recordId } from '../paper/record-id.ts';
import type { PaperRecord } from '../paper/record.ts';
import { filePlace } from '../packs/unreadable-file.ts';

/** Maximum characters of a line that is read: longer ones are text. */
const MAX_LINE = 2000;
/** Minimum share of the lines that name a paper, for a file to be such a list. */
const MIN_SHARE = 0.5;

export interface IdList {
  records: PaperRecord[];
  /** Lines that name no paper. */
  skipped: FilePlace[];
}

function recordOf(arxivId: string | null, doi: string | null): PaperRecord[] {
  const ids = { ...(arxivId === null ? {} : { arxivId }), ...(doi === null ? {} : { doi }) };
  const title = idTitle({ arxivId, doi });
  if (title === null) return [];
  return [{ id: recordId({ title, ...ids }), title, ...ids }];
}

function recordsOf(line: string): PaperRecord[] {
  const words = line.split(/[\s,;]+/u).flatMap((word) => {
    const arxiv = parseArxivId(word);
    if (arxiv !== null) return recordOf(arxiv, null);
    const found = identifiersOf(word);
    return recordOf(found.arxiv, found.arxiv === null ? (found.dois[0] ?? null) : null);
  });
  if (words.length > 0) return words;
  return identifiersIn(line).flatMap(({ arxiv, doi }) => recordOf(arxiv, arxiv === null ? doi : null));
}

/** Null where the text is no such list. */
export function readIdList(text: string): IdList | null {
  const records: PaperRecord[] = [];
  const skipped: FilePlace[] = [];
  let named = 0;
  for (const [at, line] of text.split(/\r\n|[\r\n]/u).entries()) {
    const trimmed = line.trim();
    // Empty lines, and those that say what the list is.
    if (trimmed === '' || trimmed.startsWith('#')) continue;
    const found = trimmed.length > MAX_LINE ? [] : recordsOf(trimmed);
    if (found.length === 0) skipped.push(filePlace.line(at + 1));
    else named += 1;
    records.push(...found);
  }
  return named === 0 || named < MIN_SHARE * (named + skipped.length) ? null : { records, skipped };
}
