// The reader's own data: what is on the reading list, and whom they follow. Facts of the paper are kept with the entry, so that a list
// outlives any catalog.
import * as z from 'zod/mini';
import { PaperId, PersonId } from '../paper/schema.ts';

export const Status = z.enum(['to-read', 'reading', 'read']);
export type Status = z.infer<typeof Status>;

export const Entry = z.object({
  /** The paper's id in the catalog. */
  id: PaperId,
  title: z.string(),
  authors: z.array(z.string()),
  year: z.nullable(z.int()),
  venue: z.nullable(z.string()),
  arxivId: z.nullable(z.string()),
  doi: z.nullable(z.string()),
  status: Status,
  /** Milliseconds since 1970. */
  addedAt: z.number(),
  changedAt: z.number(),
  readAt: z.nullable(z.number()),
});
export type Entry = z.infer<typeof Entry>;

/** Somebody whom the reader follows, with what tells them from others of the same name. */
export const Follow = z.object({
  /** The person's id in the catalog. */
  id: PersonId,
  name: z.string(),
  /** Other spellings. */
  variants: z.array(z.string()),
  /** The id says who it is; false where it says no more than the name. */
  certain: z.boolean(),
  /** Keys of the names that they have written with (`nameKey`). */
  colleagues: z.array(z.string()),
  /** On whose byline the name was met. */
  paper: z.nullable(PaperId),
  /** Milliseconds since 1970. */
  since: z.number(),
});
export type Follow = z.infer<typeof Follow>;
