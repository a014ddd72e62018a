import { defineConfig } from 'vitest/config';

// Two projects: `unit` runs plain functions in Node; `browser` drives a real browser, one file after the other: `npm test`
// runs one of each kind at the same time, and two cores have no room for more.
// Chromium alone: pixels and colours that no page decides, and what the worker reads of saved pages (both the same in
// both browsers); private windows, which no driver can open to an extension in Firefox.
const chromiumOnly = ['card-looks', 'safety-private', 'real-pages'].map((name) => `tests/browser/${name}.test.ts`);

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          environment: 'node',
          // Loading the modules again for each file takes longer than the tests do. So a file leaves nothing behind: what
          // it stubs ends with it (tests/unit/own-state.ts), and databases it opens it deletes.
          isolate: false,
          setupFiles: ['tests/unit/own-state.ts'],
          // The longest takes seven seconds alone, and ten times as long where builds and browsers share two cores.
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.{ts,tsx}'],
          exclude: process.env['BYLINE_BROWSER'] === 'firefox' ? chromiumOnly : [],
          environment: 'node',
          maxWorkers: 1,
          // All files share one browser (tests/browser/harness.ts).
          isolate: false,
          // A browser may miss a deadline; what fails three times has failed. Each retry is counted, and `npm test` fails
          // above a few of them (tools/parts.ts).
          retry: 2,
          setupFiles: ['tests/browser/retries.ts'],
          // On two slow cores that do much else, a minute for what takes ten seconds alone.
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
