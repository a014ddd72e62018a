// The rows of a listing, and the marks in them: what filters show and veil.
import { rowFits } from '../../messages/filter.ts';
import type { PageBridge } from '../bridge.ts';
import type { Mark } from '../draw/marks.ts';
import type { Filter, PaperMark } from '../../messages/page-protocol.ts';

export interface ListingRow {
  /** One, or two where a row continues in the element after its own. */
  elements: readonly Element[];
  marks: Mark[];
  papers: PaperMark[];
}

/** A row is what the site's adapter says, else the block of a title. */
export function rowsIn({ marks, controller, reader }: PageBridge): ListingRow[] {
  if (controller === null) return [];
  const pagePapers = new Set(marks.pagePapers.map(({ paper }) => paper));
  const rows = new Map<Element, ListingRow>();
  for (const mark of marks.all) {
    const { subject, element } = mark;
    // The page's own title is no row of it, and a body is a page.
    if (
      subject.kind === 'person' ||
      !controller.isTitled(mark) ||
      element === document.body ||
      subject.papers.some((id) => pagePapers.has(id))
    )
      continue;
    const elements = reader.around(element) ?? [element];
    const [first = element] = elements;
    const row = rows.get(first) ?? { elements, marks: [], papers: [] };
    row.marks.push(mark);
    row.papers.push(...subject.papers.flatMap((id) => marks.papers.get(id) ?? []));
    rows.set(first, row);
  }
  return [...rows.values()];
}

/** Splits rows into those that fit and those that do not. */
export function sorted(rows: readonly ListingRow[], filter: Filter): { seen: ListingRow[]; veiled: ListingRow[] } {
  const seen = rows.filter(({ papers }) => rowFits(papers, filter));
  const fitting = new Set(seen);
  return { seen, veiled: rows.filter((row) => !fitting.has(row)) };
}
