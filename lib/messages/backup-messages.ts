// The messages of backups by themselves; `contract.ts` has them among all others.
import * as z from 'zod/mini';
import { BackupPlace } from '../library/backup-plan.ts';

const BackupView = z.object({
  on: z.boolean(),
  /** Milliseconds since 1970; null where there is none. */
  savedAt: z.nullable(z.number()),
  /** For days none could be made. */
  isLate: z.boolean(),
  /** The browser lets Byline write files into the folder of downloads. */
  mayDownload: z.boolean(),
  place: BackupPlace,
  /** This machine has a file for the reader's other machines in the folder that they chose. */
  shares: z.boolean(),
});
export type BackupView = z.infer<typeof BackupView>;

export const backupMessages = {
  'backup.state': { from: ['extension'], request: z.object({}), answer: BackupView },
  /** Switches them on, where Byline may write there, or off. */
  'backup.set': { from: ['extension'], request: z.object({ on: z.boolean(), place: BackupPlace }), answer: BackupView },
  /** Switches the file for other machines on or off. */
  'backup.share': { from: ['extension'], request: z.object({ on: z.boolean() }), answer: BackupView },
  /** What a page of ours writes into the folder, and whether it is to be. */
  'backup.files': {
    from: ['extension'],
    request: z.object({}),
    answer: z.object({
      machine: z.string(),
      /** Name of the next backup. */
      backup: z.string(),
      /** This machine's file lacks a change. */
      isShareDue: z.boolean(),
    }),
  },
  /** A page of ours wrote the list, as it was after a change, into the folder. */
  'backup.written': {
    from: ['extension'],
    request: z.object({ what: z.enum(['backup', 'share']), seq: z.int() }),
    answer: BackupView,
  },
  /** Writes a copy, which a page of ours holds under that address, to the folder of downloads. */
  'backup.file': {
    from: ['extension'],
    request: z.object({ url: z.string().check(z.startsWith('blob:'), z.maxLength(200)), seq: z.int() }),
    answer: BackupView,
  },
} as const;
