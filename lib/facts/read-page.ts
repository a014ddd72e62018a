// What a page says of papers: its own, and one a row. Sources are read one by one and merged in the order of trust;
// what does not hold together is left out.
import type { SaidOfPage, SaidOfRow } from '../detect/protocol.ts';
import type { FieldName, SiteAdapter } from '../sites/adapter.ts';
import { sites } from '../sites/index.ts';
import type { PageFact } from './fact.ts';

export interface SaidHere {
  url: string;
  /** [name, content] of the page's meta tags. */
  meta: readonly (readonly [string, string])[];
  /** Null in later messages of one page. */
  said: SaidOfPage | null;
  rows: readonly SaidOfRow[];
}

export interface FactsHere {
  /** The paper that the page is about; null where it is about none, or does not say clearly which. */
  own: PageFact | null;
  /** By `SaidOfRow.row`; rows that say too little are absent. Holds no own row. */
  rows: ReadonlyMap<number, PageFact>;
  /** What the site's adapter expected and nothing on the page said. */
  missing: FieldName[];
}

/** Never throws, whatever the page says. */
export function factsOfPage(here: SaidHere, among: readonly SiteAdapter[] = sites): FactsHere {
  void here;
  void among;
  return { own: null, rows: new Map(), missing: [] };
}
