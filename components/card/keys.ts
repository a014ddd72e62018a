// Which key does what in a card. Pure, and one table for the keys and for the panel that shows them.
import type { MessageKey } from '../../lib/i18n/i18n.ts';

export type Command =
  | { do: 'code' | 'pdf' | 'save' | 'cite' | 'follow' | 'page' | 'back' | 'close' | 'help' | 'next' | 'previous' }
  | { do: 'author'; at: number };
export type CommandName = Command['do'];

export interface Keystroke {
  key: string;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  /** A button or link has the focus and takes Enter and Space itself; a field takes every letter. */
  inField: boolean;
}

const keys: ReadonlyMap<string, Exclude<CommandName, 'author'>> = new Map([
  ['c', 'code'],
  ['p', 'pdf'],
  ['s', 'save'],
  ['y', 'cite'],
  ['f', 'follow'],
  ['o', 'page'],
  ['?', 'help'],
  ['Backspace', 'back'],
  ['ArrowDown', 'next'],
  ['ArrowUp', 'previous'],
]);

export function commandOf(stroke: Keystroke): Command | null {
  const { key } = stroke;
  if (key === 'Escape') return { do: 'close' };
  if (stroke.altKey && key === 'ArrowLeft' && !stroke.ctrlKey && !stroke.metaKey) return { do: 'back' };
  // Chords belong to the browser and the page: Ctrl+C copies, Cmd+S saves the page.
  if (stroke.inField || stroke.altKey || stroke.ctrlKey || stroke.metaKey) return null;
  if (/^[1-9]$/.test(key)) return { do: 'author', at: Number(key) - 1 };
  const name = keys.get(key.length === 1 ? key.toLowerCase() : key);
  return name === undefined ? null : { do: name };
}

/** What the `?` panel prints, in its order. */
export const keyTable: readonly { keys: readonly string[]; words: MessageKey }[] = [
  { keys: ['c'], words: 'cardKeyCode' },
  { keys: ['p'], words: 'cardPdf' },
  { keys: ['s'], words: 'cardKeySave' },
  { keys: ['y'], words: 'cardKeyCite' },
  { keys: ['f'], words: 'cardKeyFollow' },
  { keys: ['o'], words: 'cardKeyPage' },
  { keys: ['1', '9'], words: 'cardKeyAuthors' },
  { keys: ['↑', '↓'], words: 'cardKeyRelated' },
  { keys: ['⌫'], words: 'cardKeyBack' },
  { keys: ['Esc'], words: 'cardKeyClose' },
  { keys: ['?'], words: 'cardKeyHelp' },
  { keys: ['Alt+B', 'Alt+V'], words: 'cardKeyStep' },
];
