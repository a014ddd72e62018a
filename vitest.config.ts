import { defineConfig } from 'vitest/config';

// Two projects: `unit` runs plain functions in Node; `browser` drives real browsers, one file after the other,
// because two browsers at once on two cores make each other's timings meaningless.
// What looks at pixels and colours that no page decides: the same in both, and Chromium can emulate them.
const chromiumOnly = ['tests/browser/card-looks.test.ts'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          environment: 'node',
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.{ts,tsx}'],
          exclude: process.env['BYLINE_BROWSER'] === 'firefox' ? chromiumOnly : [],
          environment: 'node',
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
