// What is known of a harvest between two steps: the chosen fields with the days that are there, and the window that is
// being asked for. One row of the catalog's database, so that it can never say more than the catalog has.
import * as z from 'zod/mini';
import { Failure } from '../failures/failure.ts';
import { addDays } from './days.ts';
import { spans, type FieldSpan } from './sets.ts';
import { withoutDay } from './windows.ts';

const Day = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/));
const DaysSchema = z.object({ from: Day, until: Day });

export const FieldState = z.object({
  set: z.string(),
  span: z.enum(spans),
  /** Papers whose first version is older stay out. */
  since: Day,
  wanted: DaysSchema,
  covered: z.array(DaysSchema),
  /** Records that it brought so far; papers of two fields count in both. */
  papers: z.int(),
  /** It is kept current: by a feed a day, and what that lacks by its days. */
  current: z.boolean(),
});
export type FieldState = z.infer<typeof FieldState>;

export const OpenWindow = z.object({
  from: Day,
  until: Day,
  sets: z.array(z.string()),
  /** Which of them is being asked for. */
  at: z.int(),
  /** The first day of its list: a list that broke off begins again at the last day that came. */
  chainFrom: Day,
  token: z.nullable(z.string()),
  /** Pages of the list so far, hashes of their tokens, and where the last one ended. */
  pages: z.int(),
  tokens: z.array(z.string()),
  last: z.nullable(z.object({ day: Day, ids: z.string() })),
});
export type OpenWindow = z.infer<typeof OpenWindow>;

export const HarvestState = z.object({
  version: z.literal(1),
  /** Number of the next pack. */
  next: z.int(),
  fields: z.array(FieldState),
  window: z.nullable(OpenWindow),
  paused: z.boolean(),
  /** When the next feed is asked for, milliseconds since 1970; null where no field is kept current. */
  feedAt: z.nullable(z.number()),
  /** Why the last request failed; null after an answer. */
  problem: z.nullable(Failure),
});
export type HarvestState = z.infer<typeof HarvestState>;

/** The first pack's number. */
export const FIRST_PACK = 1;

export const noHarvest: HarvestState = {
  version: 1,
  next: FIRST_PACK,
  fields: [],
  window: null,
  paused: false,
  feedAt: null,
  problem: null,
};

/** arXiv's first day: no record has an earlier one. */
const FIRST_DAY = '2005-09-16';
const BEFORE_ARXIV = '1986-01-01';

/** Days back from today whose papers a span has. */
const DAYS: Readonly<Record<Exclude<FieldSpan, 'all'>, number>> = { '12-months': 365, '3-years': 1_096 };

/** A field that is to have all days up to this one. The last day was not over when it was asked for, and is asked for
 *  again, unless it is the same one. */
export const upTo = (field: FieldState, today: string): FieldState =>
  today <= field.wanted.until
    ? field
    : {
        ...field,
        wanted: { from: field.wanted.from, until: today },
        covered: withoutDay(field.covered, field.wanted.until),
      };

/** The state with these fields chosen, up to today. A field that is there is asked for what is new; one with a longer span
 *  than before is asked for whole, since older papers were left out of the days that are there. */
export function withFields(state: HarvestState, sets: readonly string[], span: FieldSpan, today: string): HarvestState {
  const since = span === 'all' ? BEFORE_ARXIV : addDays(today, -DAYS[span]);
  const from = since < FIRST_DAY ? FIRST_DAY : since;
  const fields = [...state.fields];
  for (const set of sets) {
    const at = fields.findIndex((field) => field.set === set);
    const before = fields[at];
    if (before === undefined)
      fields.push({ set, span, since, wanted: { from, until: today }, covered: [], papers: 0, current: false });
    else if (since < before.since && span !== before.span)
      fields[at] = { ...before, span, since, wanted: { from, until: today }, covered: [] };
    else fields[at] = upTo(before, today);
  }
  // A list that is being asked for goes on, unless it leaves out what is wanted now.
  const isWidened = (set: string): boolean =>
    fields.some(
      (field) => field.set === set && !state.fields.some((before) => before.set === set && before.since <= field.since),
    );
  const window = state.window?.sets.some(isWidened) === true ? null : state.window;
  return { ...state, fields, window, paused: false };
}

/** The window without some of its fields; null where none is left. */
function windowWithout(window: OpenWindow, sets: readonly string[]): OpenWindow | null {
  const left = window.sets.filter((set) => !sets.includes(set));
  if (left.length === 0) return null;
  const done = window.sets.slice(0, window.at).filter((set) => !sets.includes(set)).length;
  const current = window.sets[window.at];
  const goesOn = current === undefined || !sets.includes(current);
  return goesOn ? { ...window, sets: left, at: done } : { ...window, sets: left, at: done, ...listStart(window.from) };
}

/** At the beginning of a field's list. */
export const listStart = (from: string): Pick<OpenWindow, 'chainFrom' | 'token' | 'pages' | 'tokens' | 'last'> => ({
  chainFrom: from,
  token: null,
  pages: 0,
  tokens: [],
  last: null,
});

/** The state without these fields. */
export const withoutFields = (state: HarvestState, sets: readonly string[]): HarvestState => {
  const fields = state.fields.filter(({ set }) => !sets.includes(set));
  return {
    ...state,
    fields,
    window: state.window === null ? null : windowWithout(state.window, sets),
    feedAt: fields.some(({ current }) => current) ? state.feedAt : null,
    problem: fields.length === 0 ? null : state.problem,
  };
};
