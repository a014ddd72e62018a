// Keeping fields current: one feed a day for all of them, at a random minute. What a feed can't have (days that were
// missed, more papers than it holds) is asked for by days. Pure.
import { addDays, dayOf } from './days.ts';
import type { FeedEntry } from './rss-answer.ts';
import { categoryOf } from './sets.ts';
import { upTo, type FieldState, type HarvestState } from './state.ts';
import { withDays } from './windows.ts';

/** arXiv renews its feeds at midnight in New York: by this hour, UTC, the new ones are there. */
const FIRST_HOUR = 6;
const LAST_HOUR = 22;
const HOUR = 3_600_000;

/** When to ask for the feed of a day. `chance`: 0 to 1. */
const feedTime = (day: string, chance: number): number =>
  Date.parse(day) + Math.floor((FIRST_HOUR + chance * (LAST_HOUR - FIRST_HOUR)) * HOUR);

/** The state with the switch of these fields on or off. Today's papers are there or
 *  come; the first feed is the next one. */
export function withCurrent(
  state: HarvestState,
  sets: readonly string[],
  isOn: boolean,
  { now, chance }: { now: number; chance: number },
): HarvestState {
  const fields = state.fields.map((field) => (sets.includes(field.set) ? { ...field, current: isOn } : field));
  if (!fields.some(({ current }) => current)) return { ...state, fields, feedAt: null };
  return { ...state, fields, feedAt: state.feedAt ?? nextFeed(dayOf(now), chance) };
}

/** Saturday and Sunday have no feed. */
const isWeekend = (day: string): boolean => [0, 6].includes(new Date(day).getUTCDay());

/** Whether a feed of this day has all that came after the last day that is there. */
function isNext(last: string, today: string): boolean {
  for (let day = addDays(last, 1); day < today; day = addDays(day, 1)) if (!isWeekend(day)) return false;
  return true;
}

/** What a feed that is due asks for; `days`: nothing, since it could not have all. */
export function feedOf(
  fields: readonly FieldState[],
  today: string,
): { kind: 'feed'; categories: string[] } | { kind: 'days' } {
  const current = fields.filter((field) => field.current);
  const isWhole = current.every(({ wanted }) => wanted.until >= today || isNext(wanted.until, today));
  return isWhole ? { kind: 'feed', categories: current.map(({ set }) => categoryOf(set)) } : { kind: 'days' };
}

/** On the next day that has one. */
function nextFeed(today: string, chance: number): number {
  let day = addDays(today, 1);
  while (isWeekend(day)) day = addDays(day, 1);
  return feedTime(day, chance);
}

/** The state after a feed that had all. */
export const afterFeed = (state: HarvestState, today: string, chance: number): HarvestState => ({
  ...state,
  feedAt: nextFeed(today, chance),
  problem: null,
  fields: state.fields.map((field) => {
    const { current, wanted, covered } = field;
    if (!current || wanted.until >= today) return field;
    const days = { from: addDays(wanted.until, 1), until: today };
    return { ...field, wanted: { from: wanted.from, until: today }, covered: withDays(covered, days) };
  }),
});

/** The state in which the days since are asked for instead. */
export const afterMissed = (state: HarvestState, today: string, chance: number): HarvestState => ({
  ...state,
  feedAt: nextFeed(today, chance),
  fields: state.fields.map((field) => (field.current ? upTo(field, today) : field)),
});

/** Entries of the fields that are no older than their spans; an id says the month. */
export function entriesOfFields(entries: readonly FeedEntry[], fields: readonly FieldState[]): FeedEntry[] {
  const month = (since: string): string => since.slice(2, 4) + since.slice(5, 7);
  const whole = fields.filter(({ current }) => current);
  return entries.filter(({ id, announced, categories }) =>
    whole.some(
      ({ set, since, span }) =>
        categories.includes(categoryOf(set)) &&
        (announced === 'new' || span === 'all' || (/^\d{4}\./.test(id) && id.slice(0, 4) > month(since))),
    ),
  );
}
