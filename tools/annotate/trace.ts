// How long the page script held the page's main thread, from Chromium's own trace: the profiler's samples say when a
// function of ours was on the stack, and the thread's tasks say how long each such stretch of work took in all.

import type { TraceEvent } from '../browser/session.ts';

interface Sample {
  at: number;
  tookMs: number;
}

/** Moments at which a function from the extension's files ran, per thread. */
function samplesOf(events: readonly TraceEvent[], origin: string): Map<string, Sample[]> {
  const starts = new Map<string, { thread: string; at: number; ours: Map<number, boolean> }>();
  const found = new Map<string, Sample[]>();
  for (const event of events) {
    const key = `${event.pid}/${event.id ?? ''}`;
    const data = event.args?.data;
    if (event.name === 'Profile')
      starts.set(key, { thread: `${event.pid}/${event.tid}`, at: data?.startTime ?? event.ts, ours: new Map() });
    if (event.name !== 'ProfileChunk' || data === undefined) continue;
    const profile = starts.get(key);
    if (profile === undefined) continue;
    for (const { id, parent, callFrame } of data.cpuProfile?.nodes ?? [])
      profile.ours.set(
        id,
        callFrame.url?.startsWith(origin) === true || (parent !== undefined && profile.ours.get(parent) === true),
      );
    const samples = found.get(profile.thread) ?? [];
    data.cpuProfile?.samples?.forEach((node, at) => {
      const tookMs = (data.timeDeltas?.[at] ?? 0) / 1000;
      profile.at += tookMs * 1000;
      if (profile.ours.get(node) === true) samples.push({ at: profile.at, tookMs });
    });
    found.set(profile.thread, samples);
  }
  return found;
}

/** Milliseconds in all, and of the longest task that our work was in. Zero where none ran. */
export function pageScriptTime(events: readonly TraceEvent[], origin: string): { totalMs: number; longestMs: number } {
  const sorted = events.toSorted((a, b) => a.ts - b.ts);
  // The page is not our own, so the threads of our worker and our pages don't count: they have no such file on them.
  const samples = samplesOf(sorted, `${origin}content-scripts/`);
  let [totalMs, longestMs] = [0, 0];
  for (const event of sorted) {
    if (event.name !== 'RunTask' || event.dur === undefined) continue;
    const own = (samples.get(`${event.pid}/${event.tid}`) ?? []).filter(
      ({ at }) => at >= event.ts && at <= event.ts + (event.dur ?? 0),
    );
    const ownMs = own.reduce((sum, { tookMs }) => sum + tookMs, 0);
    totalMs += Math.min(ownMs, event.dur / 1000);
    // A task of the page's that ours has a small part in is the page's.
    if (ownMs * 2 >= event.dur / 1000) longestMs = Math.max(longestMs, event.dur / 1000);
    else longestMs = Math.max(longestMs, ownMs);
  }
  return { totalMs, longestMs };
}
