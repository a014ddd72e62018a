// The messages by which copies from the reader's other machines are merged; `contract.ts` has them among all others.
import * as z from 'zod/mini';
import { MAX_BACKUP } from '../library/max-backup.ts';

const CopyText = z.string().check(z.maxLength(MAX_BACKUP));
const Tally = z.object({ added: z.int(), changed: z.int(), removed: z.int() });

/** Maximum titles of papers that a merge takes off the list that are shown. */
export const MAX_TITLES = 200;

/** What a merge would do, or did. */
export const MergeView = z.object({
  /** ISO date; '–' or anything else where the copy says so. */
  made: z.string(),
  /** The machine that saved the copy; null where it says none. */
  machine: z.nullable(z.string()),
  works: Tally,
  follows: Tally,
  decisions: Tally,
  /** Papers that it takes off the list. */
  titles: z.array(z.string()).check(z.maxLength(MAX_TITLES)),
  /** Papers whose notes of both machines are kept. */
  bothNotes: z.int(),
  /** Rows that this version can't show. */
  unreadable: z.int(),
  /** It takes off so many papers that the reader is asked first. */
  asks: z.boolean(),
});
export type MergeView = z.infer<typeof MergeView>;

export const mergeMessages = {
  /** What merging a copy would do. */
  'merge.look': { from: ['extension'], request: z.object({ text: CopyText }), answer: MergeView },
  /** Merges it. `removals`: `ask`: nothing is done where the reader is to be asked first; `take`, `keep`: what they said.
   *  `undo` is for `merge.undo`; null: nothing was done. */
  'merge.do': {
    from: ['extension'],
    request: z.object({ text: CopyText, removals: z.enum(['ask', 'take', 'keep']) }),
    answer: z.object({ undo: z.nullable(z.string()), view: MergeView }),
  },
  /** Undoes it, but for what was changed since. */
  'merge.undo': {
    from: ['extension'],
    request: z.object({ undo: CopyText }),
    answer: z.object({ changed: z.int() }),
  },
  /** What this machine calls itself. */
  'merge.machine': { from: ['extension'], request: z.object({}), answer: z.object({ machine: z.string() }) },
} as const;
