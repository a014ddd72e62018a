import { describe, expect, it } from 'vitest';
import { sinceWords } from '../../../components/reading-list/recent.tsx';
import { whenWords } from '../../../lib/i18n/when.ts';

const at = (year: number, month: number, day: number, hour = 12): number =>
  new Date(year, month - 1, day, hour).getTime();
/** A Friday. */
const now = at(2026, 11, 20);

describe('when something happened', () => {
  it.each([
    ['an hour ago', at(2026, 11, 20, 11), 'today'],
    ['just after midnight', at(2026, 11, 20, 0), 'today'],
    ['late the evening before', at(2026, 11, 19, 23), 'yesterday'],
    ['three days ago', at(2026, 11, 17), 'Tuesday'],
    ['six days ago', at(2026, 11, 14), 'Saturday'],
    ['a week ago', at(2026, 11, 13), 'November 13'],
    ['in spring', at(2026, 3, 2), 'March 2'],
    ['two years ago', at(2024, 3, 2), 'March 2024'],
    ['a clock that was set back', at(2026, 11, 25), 'today'],
  ])('%s', (_, time, words) => {
    expect(whenWords(time, now, 'en')).toBe(words);
  });

  it('last month is said by its day even across the turn of the year', () => {
    expect(whenWords(at(2025, 12, 20), at(2026, 1, 5), 'en')).toBe('December 20');
  });

  it('in the language of the interface', () => {
    expect(whenWords(at(2026, 11, 17), now, 'de')).toBe('Dienstag');
  });
});

describe('a line of the reading list', () => {
  const row = { id: 'p', title: 'P', titleParts: [], authors: [], year: null, venue: null, type: null, hasCode: false };
  it.each([
    ['to-read', 'saved yesterday'],
    ['reading', 'reading since yesterday'],
    ['read', 'read yesterday'],
  ] as const)('%s', (status, words) => {
    expect(sinceWords({ ...row, status, since: at(2026, 11, 19) }, now)).toBe(words);
  });
});
