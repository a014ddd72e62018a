import { expect, it } from 'vitest';
import { PageLimits } from '../../../lib/background/page-limits.ts';

const TAB = 7;
const limitsAt = (): { limits: PageLimits; later: (milliseconds: number) => void } => {
  let now = 1_000_000;
  return { limits: new PageLimits(() => now), later: (milliseconds) => void (now += milliseconds) };
};
const counted = (times: number, act: () => boolean): number =>
  Array.from({ length: times }, act).filter((may) => may).length;

it('an address that changes every 5 ms is too much within two seconds, and nothing of other tabs', () => {
  const { limits, later } = limitsAt();
  const opened = counted(400, () => {
    later(5);
    return limits.mayOpen(TAB);
  });
  expect(opened).toBeLessThan(220);
  expect(limits.of(TAB)).toBe('busy');
  expect(limits.mayOpen(TAB + 1)).toBe(true);
  expect(limits.of(TAB + 1)).toBe(null);
  later(60_000);
  expect(limits.mayOpen(TAB)).toBe(true);
  expect(limits.of(TAB)).toBe(null);
});

it('typing into a search field that is in the address is never too much', () => {
  const { limits, later } = limitsAt();
  const opened = counted(3000, () => {
    later(200);
    return limits.mayOpen(TAB);
  });
  expect(opened).toBe(3000);
});

it('of 20 MB of text at once the first part is read; after a while a page is read as ever', () => {
  const { limits, later } = limitsAt();
  limits.mayOpen(TAB);
  const read = counted(625, () => {
    later(5);
    return limits.mayRead(TAB, 32_000);
  });
  expect(read).toBeGreaterThan(240);
  expect(read).toBeLessThan(320);
  expect(limits.of(TAB)).toBe('large');
  later(20_000);
  limits.mayOpen(TAB);
  expect(limits.of(TAB)).toBe(null);
  expect(counted(200, () => limits.mayRead(TAB, 32_000))).toBe(200);
});

it('a tab that was closed is forgotten', () => {
  const { limits } = limitsAt();
  counted(300, () => limits.mayOpen(TAB));
  limits.forget(TAB);
  expect(limits.of(TAB)).toBe(null);
});
