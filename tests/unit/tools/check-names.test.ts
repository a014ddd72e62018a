import { expect, it } from 'vitest';
import { exportedNames, nameProblems } from '../../../tools/check-names.ts';

it('counts what a file exports and defines itself, types and values alike', () => {
  const text = `export const a = 1; export type B = string; export interface C {}
    const d = 2; export { d as e }; export { f } from './f.ts'; export * from './g.ts'; function h() {}`;
  expect(exportedNames('lib/x/a.ts', text).toSorted()).toEqual(['B', 'C', 'a', 'e']);
});

it('refuses a name of two folders, not one that two files of a folder share', () => {
  const files = [
    { path: 'lib/text/a.ts', names: ['placeOf', 'own'] },
    { path: 'lib/match/b.ts', names: ['placeOf', 'other'] },
    { path: 'lib/match/deep/c.ts', names: ['other'] },
  ];
  expect(nameProblems(files)).toEqual([
    'placeOf is exported by lib/text/a.ts and lib/match/b.ts: one of them needs another name.',
  ]);
});
