// What the options page shows of packs and of imports: plain data, put together by the worker.
import * as z from 'zod/mini';
import { Failure, FilePlace, RowFailure } from '../failures/failure.ts';

export const PackView = z.object({
  id: z.string(),
  name: z.string(),
  version: z.string(),
  licence: z.string(),
  attribution: z.string(),
  madeFrom: z.string(),
  madeOn: z.string(),
  papers: z.int(),
  people: z.int(),
  bytes: z.number(),
  /** Came with Byline: it can't be removed. */
  bundled: z.boolean(),
  /** A table of it could not be read: it has to be removed and imported again. */
  damaged: z.boolean(),
});
export type PackView = z.infer<typeof PackView>;

/** `recognising`: the importer looks what the file is; `proposed`: the reader decides; `waiting`: behind another import;
 *  `failed` says why and has left nothing behind. */
export const JobState = z.enum(['recognising', 'proposed', 'waiting', 'reading', 'merging', 'done', 'failed']);
export type JobState = z.infer<typeof JobState>;

/** As the store has it: older versions of Byline wrote the sentence itself. */
export const Problem = z.union([Failure, z.string()]);
export type Problem = z.infer<typeof Problem>;

export const JobView = z.object({
  id: z.string(),
  /** What the pack will be called. */
  name: z.string(),
  /** The file's name, or the host that it comes from. */
  from: z.string(),
  state: JobState,
  rows: z.int(),
  /** Papers so far: several rows may tell of one. */
  papers: z.int(),
  refused: z.int(),
  /** Part of the whole work, 0 to 1; null where that is unknown. */
  progress: z.nullable(z.number().check(z.gte(0), z.lte(1))),
  /** What a recognised file is and proposes, until the reader decided; a pack file has an id. */
  proposal: z.nullable(
    z.object({
      what: z.string(),
      size: z.nullable(z.number()),
      id: z.nullable(z.string()),
      name: z.string(),
      attribution: z.string(),
      licence: z.string(),
    }),
  ),
  /** Why it failed. */
  problem: z.nullable(Problem),
});
export type JobView = z.infer<typeof JobView>;

/** A row that was skipped: where, and why. As words where an older version of Byline stored it. */
export const SkippedRow = z.object({ at: z.union([FilePlace, z.string()]), reason: z.union([RowFailure, z.string()]) });
export type SkippedRow = z.infer<typeof SkippedRow>;
