import { describe, expect, it } from 'vitest';
import { commandOf, keyTable, type Keystroke } from '../../../components/card/keys.ts';

const stroke = (key: string, more: Partial<Keystroke> = {}): Keystroke => ({
  key,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  inField: false,
  ...more,
});

describe('keys in a card', () => {
  it.each([
    ['c', { do: 'code' }],
    ['C', { do: 'code' }],
    ['s', { do: 'save' }],
    ['y', { do: 'cite' }],
    ['1', { do: 'author', at: 0 }],
    ['9', { do: 'author', at: 8 }],
    ['ArrowDown', { do: 'next' }],
    ['ArrowUp', { do: 'previous' }],
    ['Backspace', { do: 'back' }],
    ['Escape', { do: 'close' }],
    ['?', { do: 'help' }],
    ['0', null],
    ['x', null],
    ['Enter', null],
    ['Tab', null],
    ['constructor', null],
  ])('%s', (key, command) => expect(commandOf(stroke(key))).toEqual(command));

  it('leaves chords to the browser and the page', () => {
    expect(commandOf(stroke('c', { ctrlKey: true }))).toBeNull();
    expect(commandOf(stroke('s', { metaKey: true }))).toBeNull();
    expect(commandOf(stroke('1', { altKey: true }))).toBeNull();
  });

  it('goes back by Alt and the arrow, as browsers do', () => {
    expect(commandOf(stroke('ArrowLeft', { altKey: true }))).toEqual({ do: 'back' });
    expect(commandOf(stroke('ArrowLeft'))).toBeNull();
  });

  it('takes nothing but Escape out of a field', () => {
    expect(commandOf(stroke('s', { inField: true }))).toBeNull();
    expect(commandOf(stroke('Backspace', { inField: true }))).toBeNull();
    expect(commandOf(stroke('Escape', { inField: true }))).toEqual({ do: 'close' });
  });

  it('shows a key for each command and for the steps, but no other', () => {
    expect(keyTable.flatMap(({ keys }) => keys)).toEqual([
      'c',
      'p',
      's',
      'y',
      'f',
      'o',
      '1',
      '9',
      '↑',
      '↓',
      '⌫',
      'Esc',
      '?',
      'Alt+B',
      'Alt+V',
    ]);
  });
});
