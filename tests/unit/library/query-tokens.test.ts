import { describe, expect, it } from 'vitest';
import { hasToken, tagToken, toggled } from '../../../components/library/query-tokens.ts';

describe('filters in what is typed', () => {
  it.each([
    ['', 'status:read', 'status:', 'status:read'],
    ['graph status:reading', 'status:read', 'status:', 'graph status:read'],
    ['graph status:read', 'status:read', 'status:', 'graph'],
    ['"two words" tag:"to cite" x', 'tag:"to cite"', undefined, '"two words" x'],
    ['Tag:Thesis', 'tag:thesis', undefined, ''],
    ['"unclosed words', 'is:starred', undefined, '"unclosed words" is:starred'],
  ])('%j with %s pressed', (query, token, only, expected) => {
    expect(toggled(query, token, only)).toBe(expected);
  });

  it('a tag of several words is in quotes, and is found again', () => {
    expect([tagToken('thesis'), tagToken('to cite'), tagToken('c++')]).toEqual([
      'tag:thesis',
      'tag:"to cite"',
      'tag:"c++"',
    ]);
    expect(hasToken(toggled('x', tagToken('to cite')), tagToken('to cite'))).toBe(true);
  });
});
