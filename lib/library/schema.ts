// The reader's own data: what is on the reading list, whom they follow, and what they decided about who is who. An entry keeps its whole paper, so that a
// list outlives any catalog. All of it is read loosely: a field or status that a later version wrote is kept when this
// one writes the row again.
import * as z from 'zod/mini';
import { Decision } from '../identity/decisions.ts';
import { PaperRecord } from '../paper/record.ts';
import { HttpsUrlOrNull, PaperId, PersonId } from '../paper/schema.ts';

export const Status = z.enum(['to-read', 'reading', 'read']);
export type Status = z.infer<typeof Status>;

/** A status as a row has it: one of `Status`, or a later version's, which is shown as the text that it is. */
export const KeptStatus = z.string().check(z.minLength(1), z.maxLength(40));
export type KeptStatus = z.infer<typeof KeptStatus>;

/** What a mark or a button shows for a status: one that this version does not know counts as saved. */
export const knownStatus = (status: KeptStatus): Status => Status.safeParse(status).data ?? 'to-read';

/** An id, or a key that a paper is found by: a DOI may have any letter in it. */
export const Alias = z.string().check(z.minLength(1), z.maxLength(400));

/** What is kept of a paper besides when it was saved and read. */
const kept = {
  /** The paper's id when it was saved. */
  id: PaperId,
  /** Other ids by which packs and pages know it. */
  aliases: z.array(Alias).check(z.maxLength(50)),
  record: z.looseObject(PaperRecord.shape),
  /** Who says each fact, as names to print: `{ title: ['arXiv'] }`. Empty where it is not known. */
  from: z.record(z.string(), z.array(z.string())),
  abstract: z.nullable(z.looseObject({ text: z.string(), site: z.string() })),
  pdf: HttpsUrlOrNull,
  /** The site whose page said most of it; null where packs did. */
  site: z.nullable(z.string()),
};
export const KeptPaper = z.object(kept);
export type KeptPaper = z.infer<typeof KeptPaper>;

/** What fits the schema, else that value. */
const or = <T extends z.ZodMiniType>(schema: T, value: z.output<T>) =>
  // eslint-disable-next-line promise/valid-params -- a schema's `catch`, not a promise's
  z.catch(schema, value);

/** Maximum tags of an entry. */
export const MAX_TAGS = 50;
/** Maximum characters of a note: a row with a longer one would not fit into a copy. */
export const MAX_NOTE = 100_000;
/** Maximum characters of notes that several machines wrote and that are kept as one. */
export const MAX_KEPT_NOTE = 1_000_000;
export const EntryTag = z.string().check(z.trim(), z.minLength(1), z.maxLength(80));
/** Markdown. */
export const Note = z.string().check(z.maxLength(MAX_NOTE));
/** When each status was set last, in milliseconds since 1970. */
export const StatusDates = z.record(z.string(), z.number());

/** How often a paper's own page was opened since it was saved, and when last, in milliseconds since 1970. */
export const Visits = z.object({ count: z.int().check(z.gte(1)), last: z.number() });
export type Visits = z.infer<typeof Visits>;

export const Entry = z.looseObject({
  ...kept,
  status: KeptStatus,
  /** Milliseconds since 1970. */
  addedAt: z.number(),
  changedAt: z.number(),
  readAt: z.nullable(z.number()),
  // A row of another version may have something else there: it is no reason not to show the paper.
  statusDates: z.optional(or(StatusDates, {})),
  tags: z.optional(or(z.array(z.string()).check(z.maxLength(MAX_TAGS)), [])),
  note: z.optional(or(z.string(), '')),
  starred: z.optional(or(z.boolean(), false)),
  /** The page where it was saved. */
  savedFrom: z.optional(HttpsUrlOrNull),
  /** Where the reader wants them counted. */
  visits: z.optional(or(z.nullable(Visits), null)),
});
export type Entry = z.infer<typeof Entry>;

/** Somebody the reader follows, with what tells them from others of the same name. */
export const Follow = z.looseObject({
  /** The person's id in the catalog. */
  id: PersonId,
  name: z.string().check(z.minLength(1)),
  /** Other spellings. */
  variants: z.array(z.string()),
  /** The id says who it is; false where it says no more than the name. */
  certain: z.boolean(),
  /** Keys of the names that they have written with (`colleagueKey`). */
  colleagues: z.array(z.string()),
  /** On whose byline the name was met. */
  paper: z.nullable(PaperId),
  /** Milliseconds since 1970. */
  since: z.number(),
});
export type Follow = z.infer<typeof Follow>;

/** What the reader decided about who is who. */
export const KeptDecision = z.looseObject({
  id: z.string().check(z.minLength(1), z.maxLength(200)),
  decision: Decision,
  /** What was said, with names and titles, for a list of it. */
  told: z.optional(z.unknown()),
});
export type KeptDecision = z.infer<typeof KeptDecision>;
