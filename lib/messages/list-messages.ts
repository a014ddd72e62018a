// The messages of the reading list's own page; `contract.ts` has them among all others.
import * as z from 'zod/mini';
import { Edit, EditedFields } from '../library/edit-schema.ts';
import { Entry } from '../library/schema.ts';
import { MAX_SAVED } from './max-saved.ts';
import { MAX_WHOLE } from './max-whole.ts';
import { backupMessages } from './backup-messages.ts';
import { mergeMessages } from './merge-messages.ts';
import { PaperId } from '../paper/schema.ts';
import { ListPageRow } from '../views/schema.ts';

/** Maximum entries of one change. */
const MAX_EDITED = 50_000;
const Ids = z.array(PaperId).check(z.maxLength(MAX_EDITED));

/** Maximum pairs of one merge. */
const MAX_MERGED = 500;
const Merged = z.array(Entry).check(z.maxLength(2 * MAX_MERGED));

const Before = z.array(z.object({ id: PaperId, fields: EditedFields })).check(z.maxLength(MAX_EDITED));

export const listMessages = {
  /** Puts those papers of a tab's page on the list, to read, that are not on it: all, or none. `library.takeBack` with `now` undoes it. */
  'list.save': {
    from: ['extension'],
    request: z.object({
      ids: z.array(PaperId).check(z.maxLength(MAX_SAVED)),
      tab: z.nullable(z.int()),
      now: z.number(),
    }),
    answer: z.object({ added: Ids, unknown: z.int() }),
  },
  ...backupMessages,
  ...mergeMessages,
  /** The reading list, the last changed first: the first of them, or all. `unread`: rows that can't be read. */
  'list.rows': {
    from: ['extension'],
    request: z.object({ limit: z.nullable(z.int().check(z.gte(1), z.lte(500))) }),
    answer: z.object({ rows: z.array(ListPageRow), total: z.int(), unread: z.int(), binned: z.int() }),
  },
  /** Entries whole, in the order asked; for files and for the pane beside the list. */
  'list.entries': {
    from: ['extension'],
    request: z.object({ ids: z.array(PaperId).check(z.maxLength(MAX_WHOLE)) }),
    answer: z.object({ entries: z.array(Entry) }),
  },
  /** Changes status, tags, star or note. Answers the entries that changed, as they were. */
  'list.edit': {
    from: ['extension'],
    request: z.object({ ids: Ids, edit: Edit }),
    answer: z.object({ before: Before }),
  },
  /** Undoes that. */
  'list.undoEdit': {
    from: ['extension'],
    request: z.object({ before: Before }),
    answer: z.object({ changed: z.int() }),
  },
  /** Makes one entry of two of one paper, `[kept, other]`. Answers the entries as they were. */
  'list.merge': {
    from: ['extension'],
    request: z.object({ pairs: z.array(z.tuple([PaperId, PaperId])).check(z.maxLength(MAX_MERGED)) }),
    answer: z.object({ before: Merged }),
  },
  /** Undoes that. */
  'list.unmerge': {
    from: ['extension'],
    request: z.object({ before: Merged }),
    answer: z.object({ changed: z.int() }),
  },
  /** Takes entries off the list, into the bin. Answers those that were on it. */
  'list.remove': { from: ['extension'], request: z.object({ ids: Ids }), answer: z.object({ ids: Ids }) },
  /** Puts papers of the bin back as they were. */
  'list.putBack': { from: ['extension'], request: z.object({ ids: Ids }), answer: z.object({ ids: Ids }) },
  /** What lies in the bin, the last first. */
  'list.bin': {
    from: ['extension'],
    request: z.object({}),
    answer: z.object({ rows: z.array(z.extend(ListPageRow, { removedAt: z.number() })), days: z.int() }),
  },
  /** Forgets papers of the bin for good. */
  'list.forget': { from: ['extension'], request: z.object({ ids: Ids }), answer: z.object({ gone: z.int() }) },
} as const;
