// When the list is backed up by itself.
import { describe, expect, it } from 'vitest';
import {
  afterBackup,
  atAttempt,
  backupName,
  isBackupDue,
  isBackupLate,
  nextFile,
  noBackups,
  type BackupState,
} from '../../../lib/library/backup-plan.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const on: BackupState = { ...noBackups, on: true };
const saved = afterBackup(on, { seq: 5, at: DAY });

describe('a backup', () => {
  it.each<[string, BackupState, { seq: number; at: number }, boolean]>([
    ['is not made while that is off', noBackups, { seq: 5, at: DAY }, false],
    ['is made at first', on, { seq: 5, at: DAY }, true],
    ['is not made where nothing changed', saved, { seq: 5, at: 9 * DAY }, false],
    ['is made a day later where something changed', saved, { seq: 6, at: 2 * DAY }, true],
    ['is not made twice a day', saved, { seq: 6, at: DAY + 5 * HOUR }, false],
    ['is made where the clock was set back', saved, { seq: 6, at: -DAY }, true],
  ])('%s', (_, state, now, due) => {
    expect(isBackupDue(state, now)).toBe(due);
  });

  it('that fails for three days is said, and one that succeeds ends that', () => {
    let state = atAttempt(saved, 4 * DAY);
    expect(isBackupLate(state, 6 * DAY)).toBe(false);
    state = atAttempt(state, 6 * DAY);
    expect(isBackupLate(state, 7 * DAY)).toBe(true);
    expect(isBackupLate({ ...state, on: false }, 7 * DAY)).toBe(false);
    expect(isBackupLate(afterBackup(state, { seq: 6, at: 7 * DAY }), 99 * DAY)).toBe(false);
  });

  it('takes the place of the eighth last, and of none of another list', () => {
    let state = on;
    const names: string[] = [];
    for (let day = 1; day <= 15; day += 1) {
      names.push(backupName('desk', nextFile(state)));
      state = afterBackup(state, { seq: day, at: day * DAY });
    }
    expect(new Set(names).size).toBe(7);
    expect(new Set(names.slice(-7)).size).toBe(7);
    expect(names).not.toContain(backupName('lap', 1));
  });
});
