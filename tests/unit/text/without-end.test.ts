import fc from 'fast-check';
import { expect, it } from 'vitest';
import { codeAddressKey } from '../../../lib/paper/code-address.ts';
import { withoutEnd } from '../../../lib/text/without-end.ts';
import { startSpending } from '../spent.ts';

it('takes off what the expression with +$ takes off', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '.', ',', '-', '𝒜', '😀', '\ud800', '\udc00', ' ') });
  fc.assert(
    fc.property(text, (some) => {
      expect(withoutEnd(some, /[.,]/u)).toBe(some.replace(/[.,]+$/u, ''));
      expect(withoutEnd(some, /[^\p{L}]/u)).toBe(some.replace(/[^\p{L}]+$/u, ''));
    }),
  );
});

it.each([
  ['https://GitHub.com/a/b.git', 'https://github.com/a/b'],
  ['https://www.github.com/a/b.git//', 'https://github.com/a/b'],
  ['https://github.com/a/b/', 'https://github.com/a/b'],
  ['https://example.org/a/.git', 'https://example.org/a/'],
])('%s is %s among addresses of code', (address, key) => {
  expect(codeAddressKey(address)).toBe(key);
});

it('an address of slashes takes no time', () => {
  const since = startSpending();
  codeAddressKey(`https://github.com/a/b${'/'.repeat(400_000)}c`);
  expect(since()).toBeLessThan(200);
});
