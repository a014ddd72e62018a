import { describe, expect, it } from 'vitest';
import { PointerPath, type Move } from '../../../components/over-page/pointer-path.ts';

const at = (time: number, screenX: number, inside: boolean, seen = true): Move => ({
  at: time,
  screenX,
  screenY: 50,
  inside,
  isSeen: () => seen,
});

/** Whether a pointer that moved so has come into the card since it is as it is now. */
function arrived(since: number, ...moves: Move[]): boolean {
  const path = new PointerPath();
  for (const move of moves) path.move(move, since);
  return path.arrivedFrom > since;
}

describe('a pointer that comes into a card', () => {
  it.each<[string, boolean, Move[]]>([
    ['from the page, in steps', true, [at(10, 100, false), at(20, 110, false), at(30, 130, true)]],
    ['and was inside from the start', false, [at(10, 100, true), at(20, 130, true), at(30, 160, true)]],
    ['in one jump', false, [at(30, 130, true)]],
    ['where the card came under it: the place is repeated', false, [at(10, 100, false), at(20, 100, true)]],
    ['by a tremble at its edge', false, [at(10, 100, false), at(20, 104, true)]],
    ['before the card was there', false, [at(-20, 100, false), at(-10, 110, false), at(30, 130, true)]],
    ['while it is covered', false, [at(10, 100, false), at(20, 120, true, false), at(30, 140, true)]],
    ['from where it was covered', false, [at(10, 100, false, false), at(20, 130, true)]],
  ])('%s', (_, comes, moves) => expect(arrived(0, ...moves)).toBe(comes));

  it('has to come again once the card moved or was covered', () => {
    const path = new PointerPath();
    for (const move of [at(10, 100, false), at(20, 130, true)]) path.move(move, 0);
    expect(path.arrivedFrom > 0).toBe(true);
    path.move(at(40, 150, true), 30);
    expect(path.arrivedFrom > 30).toBe(false);
    for (const move of [at(50, 100, false), at(60, 130, true)]) path.move(move, 30);
    expect(path.arrivedFrom > 30).toBe(true);
  });
});
