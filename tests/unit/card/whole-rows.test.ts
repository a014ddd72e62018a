// Where a card with more than it has room for ends.
import { expect, it } from 'vitest';
import { wholeRowsHeight } from '../../../components/card/use-whole-rows.ts';

it.each([
  ['all of it has room', 500, 480, [200, 260, 480], 200, null],
  ['at the last row that is whole', 400, 700, [150, 260, 320, 380, 440, 700], 200, 380],
  ['at the actions, not at the head of a section without a row', 250, 700, [150, 200, 300, 360], 200, 200],
  ['where it may: a profile without actions is higher than its place', 250, 700, [0, 400, 500], 0, null],
  ['where it may: not even the actions have room', 180, 700, [150, 200, 300], 200, null],
])('%s', (_, room, content, bottoms, least, height) => {
  expect(wholeRowsHeight(room, content, bottoms, least)).toBe(height);
});
