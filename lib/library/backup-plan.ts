// When the list is backed up by itself, and under which name: once a day where something changed, seven files in turn. Pure.
import * as z from 'zod/mini';

const DAY = 86_400_000;
/** Milliseconds from one backup to the next. An hour less than a day, so that a reader who comes at nine each day has one a
 *  day. */
const BETWEEN = DAY - 3_600_000;
/** Days without success after which the reader is told. */
const LATE_DAYS = 3;
/** Backups that are kept: the eighth takes the place of the first. */
export const KEPT_BACKUPS = 7;

export const BackupPlace = z.enum(['downloads', 'folder']);
export type BackupPlace = z.infer<typeof BackupPlace>;

/** What is remembered of backups, and of the file for other machines. */
export const BackupState = z.object({
  on: z.boolean(),
  /** The list's last change that a backup has; -1 where there is none. */
  seq: z.number(),
  /** Milliseconds since 1970; null where there is none. */
  savedAt: z.nullable(z.number()),
  /** The first attempt since then; null where there was none. */
  triedSince: z.nullable(z.number()),
  /** Number of the last file, from 1; 0 where there is none. */
  file: z.number(),
  /** Into the browser's downloads, or into the folder that the reader chose. */
  place: z._default(BackupPlace, 'downloads'),
  /** The list's last change that is in this machine's file, -1 where there is none; null: it has no file for other machines. */
  shared: z._default(z.nullable(z.number()), null),
});
export type BackupState = z.infer<typeof BackupState>;

export const noBackups: BackupState = {
  on: false,
  seq: -1,
  savedAt: null,
  triedSince: null,
  file: 0,
  place: 'downloads',
  shared: null,
};

/** `seq`: the list's last change. */
export const isBackupDue = ({ on, seq, savedAt }: BackupState, now: { seq: number; at: number }): boolean =>
  on && seq !== now.seq && (savedAt === null || Math.abs(now.at - savedAt) >= BETWEEN);

/** Whether this machine's file for others lacks a change. */
export const isShareDue = ({ shared }: BackupState, seq: number): boolean => shared !== null && shared !== seq;

export const isBackupLate = ({ on, triedSince }: BackupState, at: number): boolean =>
  on && triedSince !== null && at - triedSince >= LATE_DAYS * DAY;

/** The number of the next file. */
export const nextFile = ({ file }: BackupState): number => (file % KEPT_BACKUPS) + 1;

export const afterBackup = (state: BackupState, now: { seq: number; at: number }): BackupState => ({
  ...state,
  seq: now.seq,
  savedAt: now.at,
  triedSince: null,
  file: nextFile(state),
});
/** Noted before it is tried: whatever ends it, it did not succeed. */
export const atAttempt = (state: BackupState, at: number): BackupState => ({
  ...state,
  triedSince: state.triedSince ?? at,
});

/** The machine is in the name, so that a new profile's list overwrites no backup of another. */
export const backupName = (machine: string, file: number): string => `byline-backup-${machine}-${file}.json`;
