// Which days to ask for next. Windows of days go back from the newest day that is not there yet, short at first so that
// there is something to see, longer as more is there. Pure.
import { addDays, daysBetween } from './days.ts';

/** Days from one to another, both included. */
export interface Days {
  from: string;
  until: string;
}

/** A field, and which of its days are there. */
export interface Coverage {
  set: string;
  /** All days that it is to have. */
  wanted: Days;
  /** Those that are there: apart from each other, the oldest first. */
  covered: readonly Days[];
}

/** A window, and the fields that lack all of its days. */
export interface Window extends Days {
  sets: string[];
}

/** The first window's days: with a weekend in it there is a working day, too. */
const SHORTEST = 3;
const LONGEST = 30;
/** Days that are asked for at once where no more are missing. */
const WEEK = 7;

/** The same days and some more, joined. */
export function withDays(covered: readonly Days[], { from, until }: Days): Days[] {
  const joined = { from, until };
  const apart: Days[] = [];
  for (const one of covered) {
    if (addDays(one.until, 1) < joined.from || addDays(joined.until, 1) < one.from) apart.push(one);
    else {
      if (one.from < joined.from) joined.from = one.from;
      if (one.until > joined.until) joined.until = one.until;
    }
  }
  return [...apart, joined].toSorted((one, other) => (one.from < other.from ? -1 : 1));
}

/** The same days without one, which is to be asked for again. */
export const withoutDay = (covered: readonly Days[], day: string): Days[] =>
  covered.flatMap((one) => {
    if (day < one.from || day > one.until) return [one];
    return [
      ...(one.from < day ? [{ from: one.from, until: addDays(day, -1) }] : []),
      ...(day < one.until ? [{ from: addDays(day, 1), until: one.until }] : []),
    ];
  });

/** The newest days in one piece that a field lacks; null where it has all. */
function newestGap({ wanted, covered }: Coverage): Days | null {
  let { until } = wanted;
  let { from } = wanted;
  for (const one of covered.toReversed()) {
    if (one.from > until) continue;
    if (one.until < until) {
      if (one.until >= from) from = addDays(one.until, 1);
      break;
    }
    until = addDays(one.from, -1);
  }
  return until < from ? null : { from, until };
}

/** Days in one piece that a field has right after one. */
function daysAfter({ covered }: Coverage, day: string): number {
  const next = addDays(day, 1);
  const one = covered.find(({ from, until }) => from <= next && next <= until);
  return one === undefined ? 0 : daysBetween(next, one.until);
}

/** What to ask for next; null where all is there. */
export function nextWindow(fields: readonly Coverage[]): Window | null {
  const gaps = fields.flatMap((field) => {
    const gap = newestGap(field);
    return gap === null ? [] : [{ field, gap }];
  });
  const until = gaps.reduce((newest, { gap }) => (gap.until > newest ? gap.until : newest), '');
  const here = gaps.filter(({ gap }) => gap.until === until);
  if (here.length === 0) return null;
  const behind = Math.min(...here.map(({ field }) => daysAfter(field, until)));
  const missing = here.reduce((latest, { gap }) => (gap.from > latest ? gap.from : latest), '');
  const days = Math.min(LONGEST, Math.max(SHORTEST, behind));
  const back = addDays(until, 1 - days);
  const from = daysBetween(missing, until) <= WEEK || back < missing ? missing : back;
  return { from, until, sets: here.map(({ field }) => field.set) };
}

/** How many of the wanted days are there, and how many there are to be. */
export function progressOf({ wanted, covered }: Coverage): { done: number; all: number } {
  const done = covered.reduce((sum, { from, until }) => {
    const [first, last] = [from < wanted.from ? wanted.from : from, until > wanted.until ? wanted.until : until];
    return first > last ? sum : sum + daysBetween(first, last);
  }, 0);
  return { done, all: daysBetween(wanted.from, wanted.until) };
}
