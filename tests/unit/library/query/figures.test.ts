// Figures of a reading list over time.
import { describe, expect, it } from 'vitest';
import { listFigures, MONTHS } from '../../../../lib/library/query/figures.ts';
import type { ListRow } from '../../../../lib/library/query/list-row.ts';
import { row as listed } from './rows.ts';

const now = new Date(2026, 10, 15).getTime();
const at = (year: number, month: number, day = 1): number => new Date(year, month - 1, day).getTime();
const row = ({ topics = [], ...facts }: Partial<ListRow> & { topics?: string[] }): ListRow & { topics: string[] } => ({
  ...listed({ addedAt: at(2026, 11), ...facts }),
  topics,
});

describe('figures of a list', () => {
  it('count saved and read in their months, the last twelve of them', () => {
    const { months, papers, read, daysToRead } = listFigures(
      [
        row({ addedAt: at(2026, 11, 2) }),
        row({ addedAt: at(2026, 10, 31), readAt: at(2026, 11, 10) }),
        row({ addedAt: at(2020, 1), readAt: at(2026, 1, 5) }),
      ],
      now,
    );
    expect(months).toHaveLength(MONTHS);
    expect(months.at(-1)).toEqual({ start: at(2026, 11), saved: 1, read: 1 });
    expect(months.at(-2)).toEqual({ start: at(2026, 10), saved: 1, read: 0 });
    expect(months[1]).toEqual({ start: at(2026, 1), saved: 0, read: 1 });
    expect(months.reduce((sum, { saved }) => sum + saved, 0)).toBe(2);
    expect([papers, read]).toEqual([3, 2]);
    expect(daysToRead).toBe(2196);
  });

  it('name who and what comes up more than once, venues without their years', () => {
    const { authors, venues, topics } = listFigures(
      [
        row({
          authors: ['Ada Example', 'Ada Example'],
          venue: 'ICML 2020, PMLR 119:864-873',
          topics: ['Rivers', 'rivers'],
        }),
        row({ authors: ['ada example', 'Ben Other'], venue: 'ICML 2021', topics: ['Rivers'] }),
        row({ venue: '2020' }),
      ],
      now,
    );
    expect(authors).toEqual([{ name: 'Ada Example', papers: 2 }]);
    expect(venues).toEqual([{ name: 'ICML', papers: 2 }]);
    expect(topics).toEqual([{ name: 'rivers', papers: 2 }]);
  });

  it('are empty for an empty list', () => {
    expect(listFigures([], now)).toMatchObject({ papers: 0, read: 0, daysToRead: null, authors: [] });
  });
});
