// The browser tests with all rows of those that `npm test` runs in a short form (tests/browser/short-form.ts).
import { run } from '../run.ts';
import type { Outcome } from './outcome.ts';

const files = [
  'real-pages',
  'core-saved-pages',
  'safety-clicks',
  'safety-messages',
  'library-damage',
  'packs-stuck',
  'page-hostile',
  'card-place',
];
/** Milliseconds for both browsers, one after the other. */
const LIMIT = 3_600_000;

export async function browserTests(): Promise<Outcome> {
  const notes: string[] = [];
  let holds = true;
  for (const browser of ['chromium', 'firefox']) {
    const { code, output } = await run(
      'vitest',
      ['run', '--project', 'browser', ...files.map((name) => `tests/browser/${name}.test.ts`)],
      { limitMs: LIMIT, env: { NO_COLOR: '1', BYLINE_WHOLE: '1', BYLINE_BROWSER: browser } },
    );
    if (code !== 0) holds = false;
    const lines = output.split('\n');
    notes.push(`${browser}: ${lines.findLast((line) => /^\s*Tests /u.test(line))?.trim() ?? 'broke off'}`);
    notes.push(...lines.filter((line) => /^\s*(?:×|FAIL)/u.test(line)).map((line) => line.trim()));
  }
  return { holds, notes };
}
