// The unit tests with all of what `npm test` runs in a short form (tests/unit/short-form.ts).
import { run } from '../run.ts';
import type { Outcome } from './outcome.ts';

/** Milliseconds for all of them. */
const LIMIT = 3_600_000;

export async function unitTests(): Promise<Outcome> {
  const { code, output } = await run('vitest', ['run', '--project', 'unit'], {
    limitMs: LIMIT,
    env: { NO_COLOR: '1', BYLINE_WHOLE: '1' },
  });
  const lines = output.split('\n');
  const failed = lines.filter((line) => /^\s*(?:×|FAIL)/u.test(line)).map((line) => line.trim());
  return {
    holds: code === 0,
    notes: [lines.findLast((line) => /^\s*Tests /u.test(line))?.trim() ?? 'broke off', ...failed],
  };
}
