// The messages of backups by themselves; `contract.ts` has them among all others.
import * as z from 'zod/mini';

const BackupView = z.object({
  on: z.boolean(),
  /** Milliseconds since 1970; null where there is none. */
  savedAt: z.nullable(z.number()),
  /** For days none could be made. */
  isLate: z.boolean(),
  /** The browser lets Byline write files into the folder of downloads. */
  mayDownload: z.boolean(),
});
export type BackupView = z.infer<typeof BackupView>;

export const backupMessages = {
  'backup.state': { from: ['extension'], request: z.object({}), answer: BackupView },
  /** Switches them on, where the browser lets Byline download, or off. */
  'backup.set': { from: ['extension'], request: z.object({ on: z.boolean() }), answer: BackupView },
  /** Writes a copy, which a page of ours holds under that address, to the folder of downloads. */
  'backup.file': {
    from: ['extension'],
    request: z.object({ url: z.string().check(z.startsWith('blob:'), z.maxLength(200)), seq: z.int() }),
    answer: BackupView,
  },
} as const;
