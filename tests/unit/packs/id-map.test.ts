import { expect, it } from 'vitest';
import { IdMap } from '../../../lib/packs/import/id-map.ts';
import { chance } from '../../../tools/chance.ts';

it('knows the first paper of each of many keys, and of no other', () => {
  const { next } = chance(7);
  const number = (): number => Math.floor(next() * 2 ** 24) * 256;
  const ids = new IdMap();
  const wanted = new Map<string, number>();
  const keys: [number, number][] = [];
  for (let ordinal = 0; ordinal < 50_000; ordinal += 1) {
    // Every tenth shares its hash, its check, or both with one before.
    const [hash, check] = keys[Math.floor(next() * keys.length)] ?? [0, 0xffffffff];
    const key: [number, number] =
      ordinal % 10 > 0 ? [number(), number()] : [next() < 0.6 ? hash : number(), next() < 0.6 ? check : 0xffffffff];
    ids.add(...key, ordinal);
    keys.push(key);
    const name = key.join(' ');
    if (!wanted.has(name)) wanted.set(name, ordinal);
  }
  expect(wanted.size).toBeLessThan(keys.length);
  expect(keys.filter((key) => ids.get(...key) !== wanted.get(key.join(' ')))).toEqual([]);
  const others = Array.from({ length: 1000 }, (): [number, number] => [number() + 1, number()]);
  expect(others.filter((key) => ids.get(...key) !== -1)).toEqual([]);
});

it('keys of one place only are kept too', () => {
  const ids = new IdMap();
  for (let at = 0; at < 500; at += 1) ids.add(at, 0xffffffff, at);
  for (let at = 0; at < 500; at += 1) expect(ids.get(at, 0xffffffff)).toBe(at);
  expect(ids.get(500, 0xffffffff)).toBe(-1);
});
