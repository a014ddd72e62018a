import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterRefusal,
  BETWEEN,
  FIRST_WAIT,
  LONGEST_WAIT,
  NotYet,
  Pace,
  type Outcome,
} from '../../../lib/harvest/pace.ts';

/** A pace with what it wrote, and a clock that only sleep moves. */
function paceAt(start = 1_000_000_000_000) {
  const clock = { now: start };
  const stored: { value: unknown } = { value: undefined };
  const make = (): Pace =>
    new Pace({
      read: () => Promise.resolve(stored.value),
      write: (value) => {
        stored.value = value;
        return Promise.resolve();
      },
      alone: (run) => run(),
      now: () => clock.now,
      sleep: (milliseconds) => {
        clock.now += milliseconds;
        return Promise.resolve();
      },
    });
  return { clock, stored, make };
}

describe('pace', () => {
  it('is one request in three seconds, also by a worker that was started again', async () => {
    const { clock, make } = paceAt();
    const sent: number[] = [];
    for (let turn = 0; turn < 4; turn += 1)
      await make().request(() => {
        sent.push(clock.now);
        return Promise.resolve({ outcome: 'answered' as const });
      });
    expect(sent.slice(1).map((at, place) => at - (sent[place] ?? 0))).toEqual([BETWEEN, BETWEEN, BETWEEN]);
  });

  it('waits longer after each refusal, for hours in the end, and an answer ends that', async () => {
    const { clock, make } = paceAt();
    const waits: number[] = [];
    for (let turn = 0; turn < 14; turn += 1) {
      await make().request(() => Promise.resolve({ outcome: { refused: null } }));
      await expect(make().request(() => Promise.resolve({ outcome: 'answered' as const }))).rejects.toThrow(NotYet);
      const until = await make().until();
      waits.push(until - clock.now);
      clock.now = until;
    }
    expect(waits.slice(0, 4)).toEqual([FIRST_WAIT, FIRST_WAIT * 2, FIRST_WAIT * 4, FIRST_WAIT * 8]);
    expect(waits.at(-1)).toBe(LONGEST_WAIT);
    await make().request(() => Promise.resolve({ outcome: 'answered' as const }));
    expect(await make().until()).toBeLessThanOrEqual(clock.now);
  });

  it('waits as long as the server asks', () => {
    const day = 24 * 3_600_000;
    expect(afterRefusal({ wait: 0 }, 600_000, 0)).toMatchObject({ until: 600_000, wait: FIRST_WAIT });
    expect(afterRefusal({ wait: 0 }, 5_000, 0).until).toBe(FIRST_WAIT);
    expect(afterRefusal({ wait: 0 }, 9e12, 0).until).toBe(day);
  });

  it('whatever was stored, it asks within a day, and never faster', async () => {
    const outcomes = fc.array(fc.oneof(fc.constant<Outcome>('answered'), fc.constant<Outcome>({ refused: null })), {
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.anything(), fc.record({ at: fc.double(), wait: fc.double(), until: fc.double() })),
        outcomes,
        async (written, all) => {
          const { clock, stored, make } = paceAt();
          stored.value = written;
          const sent: number[] = [];
          for (const outcome of all) {
            const until = await make().until();
            expect(until - clock.now).toBeLessThanOrEqual(24 * 3_600_000);
            clock.now = Math.max(clock.now, until);
            await make().request(() => {
              sent.push(clock.now);
              return Promise.resolve({ outcome });
            });
          }
          const gaps = sent.slice(1).map((at, place) => at - (sent[place] ?? 0));
          expect(gaps.every((gap) => gap >= BETWEEN)).toBe(true);
        },
      ),
    );
  });
});
