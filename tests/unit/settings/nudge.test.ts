// What the popup says once a day.
import '../../fixtures/fake-browser.ts';
import { expect, it } from 'vitest';
import { isNudgeOn, setNudge, takeNudge } from '../../../lib/settings/nudge.ts';

it('is off at first, and said once a day where it is on', async () => {
  const [morning, evening, next] = ['2026-12-01T08:00', '2026-12-01T21:00', '2026-12-02T00:10'].map(
    (time) => new Date(time),
  ) as [Date, Date, Date];
  expect([await isNudgeOn(), await takeNudge(morning)]).toEqual([false, false]);
  await setNudge(true);
  expect([await takeNudge(morning), await takeNudge(evening), await takeNudge(next)]).toEqual([true, false, true]);
  await setNudge(false);
  expect(await takeNudge(new Date('2026-12-03T08:00'))).toBe(false);
});
