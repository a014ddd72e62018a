// The longest task of the page that ours was part of, from Chromium's own trace: the browser's long-task entries
// don't name content scripts, the trace does.
import type { TraceEvent } from '../browser/session.ts';

const isOurs = (event: TraceEvent, origin: string): boolean =>
  (event.name === 'FunctionCall' || event.name === 'EvaluateScript') &&
  typeof event.args?.data?.['url'] === 'string' &&
  event.args.data['url'].startsWith(origin);

/** Microseconds of a task's time that calls into our files took. */
function ownTime(task: TraceEvent, calls: readonly TraceEvent[]): number {
  let own = 0;
  let until = task.ts;
  for (const { ts, dur = 0 } of calls) {
    if (ts < until || ts > task.ts + (task.dur ?? 0)) continue;
    own += dur;
    // A call inside a call is counted with it.
    until = ts + dur;
  }
  return own;
}

/** What a page writes into the trace before it loads and after it came to rest. */
export const markOf = (page: string, end: 'begin' | 'end'): string => `byline ${end} ${page}`;

/** The moments at which a page began and ended, microseconds. Ending a trace can take seconds, so that one trace is
 * kept for all pages. */
function timesOf(events: readonly TraceEvent[], page: string): { begin: number; end: number } {
  const at = (mark: string): number | undefined =>
    events.find((event) => event.name === 'TimeStamp' && event.args?.data?.['message'] === mark)?.ts;
  return { begin: at(markOf(page, 'begin')) ?? 0, end: at(markOf(page, 'end')) ?? 0 };
}

/** Milliseconds of the longest task on a page that ours was the greater part of, or of our part where it is the
 * lesser. What runs after a promise is not named in a trace: the page script's own count of its slices covers that. */
export function longestTask(events: readonly TraceEvent[], page: string, origin: string): number {
  const { begin, end } = timesOf(events, page);
  const byThread = new Map<string, TraceEvent[]>();
  for (const event of events) {
    if (event.ts < begin || event.ts > end) continue;
    const thread = `${event.pid}/${event.tid}`;
    const found = byThread.get(thread);
    if (found === undefined) byThread.set(thread, [event]);
    else found.push(event);
  }
  let longest = 0;
  for (const thread of byThread.values()) {
    const calls = thread.filter((event) => isOurs(event, `${origin}content-scripts/`)).toSorted((a, b) => a.ts - b.ts);
    if (calls.length === 0) continue;
    for (const task of thread) {
      if (task.name !== 'RunTask' || task.dur === undefined) continue;
      const own = ownTime(task, calls);
      longest = Math.max(longest, own * 2 >= task.dur ? task.dur : own);
    }
  }
  return longest / 1000;
}
