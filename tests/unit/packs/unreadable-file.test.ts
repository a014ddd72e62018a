import { expect, it } from 'vitest';
import { placeText } from '../../../lib/i18n/failures.ts';
import { filePlace } from '../../../lib/packs/unreadable-file.ts';

it.each([
  [12, 'entry 12'],
  ['journals/x/Muller19', 'entry journals/x/Muller19'],
  // As a damaged file has them.
  ['journals/><author>A</author>\n<title>', 'entry journals/><author>A</author> <title>'],
  ['x'.repeat(100_000), `entry ${'x'.repeat(60)}`],
])('an entry’s key is a few words of one line', (key, words) => {
  expect(placeText(filePlace.entry(key))).toBe(words);
});
