// What a page counts over its works: years, people, venues, topics, and how often each comes over time. Pure.
import type { ExploreWork } from './schema.ts';
import { venueName } from './work-filter.ts';

/** Years drawn at most; works before them are counted together. */
const MAX_YEARS = 60;
/** Years beyond the present one that a work to appear may have. */
const AHEAD = 2;

export interface YearBar {
  year: number;
  works: number;
}
export interface Timeline {
  /** Every year from the first to the last, also those without works. */
  bars: YearBar[];
  /** Works that no bar has: of an earlier year, of one to come that nobody can mean, and without one. */
  earlier: number;
  unlikely: number;
  undated: number;
}

/** @param now the present year */
export function timelineOf(works: readonly Pick<ExploreWork, 'year'>[], now: number): Timeline {
  const counts = new Map<number, number>();
  const none = { earlier: 0, unlikely: 0, undated: 0 };
  for (const { year } of works) {
    if (year === null) none.undated += 1;
    else if (year > now + AHEAD) none.unlikely += 1;
    else counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  if (counts.size === 0) return { bars: [], ...none };
  const last = Math.max(...counts.keys());
  const first = Math.max(Math.min(...counts.keys()), last - MAX_YEARS + 1);
  for (const [year, n] of counts) if (year < first) none.earlier += n;
  const bars = Array.from({ length: last - first + 1 }, (_, at) => ({
    year: first + at,
    works: counts.get(first + at) ?? 0,
  }));
  return { bars, ...none };
}

export interface WorkCount<K> {
  key: K;
  works: number;
  /** Of the first work and of the last one; null where none has a year. */
  since: number | null;
  until: number | null;
}

/** How many works have each key, the most frequent first, equal ones the latest first, then in the order met. */
function tallied<K>(works: readonly ExploreWork[], keysOf: (work: ExploreWork) => Iterable<K>): WorkCount<K>[] {
  const found = new Map<K, WorkCount<K>>();
  for (const work of works)
    for (const key of new Set(keysOf(work))) {
      const { year } = work;
      const before = found.get(key);
      if (before === undefined) found.set(key, { key, works: 1, since: year, until: year });
      else {
        before.works += 1;
        if (year !== null) {
          before.since = Math.min(before.since ?? year, year);
          before.until = Math.max(before.until ?? year, year);
        }
      }
    }
  return [...found.values()].toSorted((a, b) => b.works - a.works || (b.until ?? 0) - (a.until ?? 0));
}

/** Everybody but `self`, by their places in the page's list of people. */
export const peopleOf = (works: readonly ExploreWork[], self: number): WorkCount<number>[] =>
  tallied(works, ({ by }) => by.filter((one) => one !== self));

export const venuesOf = (works: readonly ExploreWork[]): WorkCount<string>[] =>
  tallied(works, (work) => {
    const name = venueName(work);
    return name === null ? [] : [name];
  });

export const topicsOf = (works: readonly ExploreWork[]): WorkCount<string>[] => tallied(works, ({ topics }) => topics);
export const categoriesOf = (works: readonly ExploreWork[]): WorkCount<string>[] =>
  tallied(works, ({ categories }) => categories);
export const sourcesOfWorks = (works: readonly ExploreWork[]): WorkCount<string>[] =>
  tallied(works, ({ sources }) => sources);

/** The works that both wrote. */
export const together = <W extends ExploreWork>(works: readonly W[], one: number, other: number): W[] =>
  works.filter(({ by }) => by.includes(one) && by.includes(other));

/** How many of the works are of each of these years. */
export function courseOf(works: readonly Pick<ExploreWork, 'year'>[], years: readonly YearBar[]): number[] {
  const [first] = years;
  const course = years.map(() => 0);
  for (const { year } of works) {
    const at = year === null || first === undefined ? -1 : year - first.year;
    if (course[at] !== undefined) course[at] += 1;
  }
  return course;
}
