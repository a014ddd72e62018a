import { expect, it } from 'vitest';
import { bibtexList } from '../../../../lib/views/cite/bibtex-list.ts';
import { bundleSeeds } from '../../../../tools/bundle-files.ts';

it('tells entries of one key apart by letters', () => {
  const [paper] = bundleSeeds('.').pack.papers;
  if (paper === undefined) throw new Error('There is no paper.');
  const keys = [...bibtexList(Array.from({ length: 28 }, () => paper)).matchAll(/^@\w+\{([^,]+),/gmu)].map(
    ([, key = '']) => key,
  );
  const [first = ''] = keys;
  expect(keys.slice(0, 3)).toEqual([first, `${first}a`, `${first}b`]);
  expect(keys.at(-1)).toBe(`${first}aa`);
});
