// What can be changed of entries by hand, and what an undo needs to know.
import * as z from 'zod/mini';
import { KeptStatus, MAX_KEPT_NOTE, MAX_TAGS, Note, Status, StatusDates, EntryTag } from './schema.ts';

export const Edit = z.object({
  status: z.optional(Status),
  addTags: z.optional(z.array(EntryTag).check(z.maxLength(MAX_TAGS))),
  removeTags: z.optional(z.array(EntryTag).check(z.maxLength(MAX_TAGS))),
  starred: z.optional(z.boolean()),
  note: z.optional(Note),
});
export type Edit = z.infer<typeof Edit>;

/** The fields that an edit may change, as an entry had them. */
export const EditedFields = z.object({
  status: KeptStatus,
  changedAt: z.number(),
  readAt: z.nullable(z.number()),
  statusDates: z.optional(StatusDates),
  tags: z.optional(z.array(z.string()).check(z.maxLength(MAX_TAGS))),
  note: z.optional(z.string().check(z.maxLength(MAX_KEPT_NOTE))),
  starred: z.optional(z.boolean()),
});
export type EditedFields = z.infer<typeof EditedFields>;
