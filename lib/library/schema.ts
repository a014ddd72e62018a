// The reader's own data: what is on the reading list. Facts of the paper are kept with the entry, so that a list
// outlives any catalog.
import * as z from 'zod/mini';
import { PaperId } from '../catalog/schema.ts';

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
