import type { FactSource } from '../paper/page-fact.ts';
import type { Fields } from '../sites/adapter.ts';
import type { PaperType } from '../paper/schema.ts';

/** What one source of a page says, unchanged. */
export interface Reading {
  from: FactSource;
  fields: Fields;
  /** Where the source has a word for it. */
  type?: PaperType | null;
}
