import { expect, it } from 'vitest';
import { keysOf } from '../../../components/ui/keys.tsx';

it.each([
  ['Alt+Shift+B', ['Alt', 'Shift', 'B']],
  ['Ctrl+Comma', ['Ctrl', 'Comma']],
  ['⌥⇧B', ['⌥', '⇧', 'B']],
  ['/', ['/']],
  ['+', ['+']],
  ['', []],
])('the caps of %s', (shortcut, caps) => {
  expect(keysOf(shortcut)).toEqual(caps);
});
