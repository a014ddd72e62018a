// Words from pages and files that every object has as a name of its own: they are words as all others.
import { describe, expect, it } from 'vitest';
import { withoutTex } from '../../../lib/paper/identifier-text.ts';
import { spokenCommand } from '../../../lib/text/latex.ts';
import { ownValue } from '../../../lib/text/own-value.ts';

describe.each(['constructor', 'toString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf', '__proto__'])('%s', (name) => {
  it('is in no table that has not been given it', () => {
    expect(ownValue<string>({ alpha: 'a' }, name)).toBeUndefined();
    expect(ownValue<string>(Object.fromEntries([[name, 'b']]), name)).toBe('b');
  });

  it('is spoken by its name as a command of a title', () => {
    expect(spokenCommand(name)).toBe(name.toLowerCase());
  });

  it('stays what it is in an identifier', () => {
    const letters = name.replaceAll('_', '');
    expect(withoutTex(`10.1000/a\\${letters} b`)).toBe(`10.1000/a\\${letters} b`);
  });
});
