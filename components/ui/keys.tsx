// A key or a chord as keys are printed: "Alt+Shift+B" is three keys.
import type { JSX } from 'react';

/** Chrome on a Mac writes "⌥⇧B" without pluses: one key cap each as well. */
export function keysOf(shortcut: string): string[] {
  if (shortcut === '+' || shortcut.length < 2) return shortcut === '' ? [] : [shortcut];
  const parts = shortcut.split('+').filter((part) => part !== '');
  return parts.flatMap((part) => part.match(/[⌘⌃⌥⇧]|[^⌘⌃⌥⇧]+/gu) ?? []);
}

export function Keys({ of }: { of: string }): JSX.Element {
  return (
    <span className="keys" dir="ltr">
      {keysOf(of).map((key) => (
        <kbd key={key} className="b-kbd">
          {key}
        </kbd>
      ))}
    </span>
  );
}
