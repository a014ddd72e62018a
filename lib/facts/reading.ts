import type { FactSource } from '../paper/page-fact.ts';
import type { Fields } from '../sites/adapter.ts';
import type { PaperType } from './paper-type.ts';

/** What one source of a page says, as it says it. */
export interface Reading {
  from: FactSource;
  fields: Fields;
  /** Where the source has a word for it. */
  type?: PaperType | null;
}
