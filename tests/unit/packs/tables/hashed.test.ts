import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chunkOf, encodeDifferences, encodeHashed, isHashed, ordinalsOf } from '../../../../lib/packs/tables/hashed.ts';
import { hashOf } from '../../../../lib/text/string-hash.ts';

it.each([
  ['columns', encodeHashed],
  ['differences', encodeDifferences],
] as const)('a table of %s answers each text with its papers, and tells what is no such table', (_, encode) => {
  const texts = fc.constantFrom(...Array.from({ length: 40 }, (_, at) => `reddi|sashank ${at}`));
  fc.assert(
    fc.property(fc.array(fc.tuple(texts, fc.nat(9_999)), { maxLength: 200 }), fc.nat(2 ** 24), (said, at) => {
      const papers = new Map<string, Set<number>>();
      for (const [text, paper] of said) papers.set(text, (papers.get(text) ?? new Set()).add(paper));
      const rows = [...papers]
        .flatMap(([text, some]) => [...some].map((paper) => [...hashOf(text), paper] as const))
        .toSorted(([one, , a], [other, , b]) => one - other || a - b);
      const chunk = encode({
        hashes: Uint32Array.from(rows, ([hash]) => hash),
        checks: Uint32Array.from(rows, ([, check]) => check),
        ordinals: Uint32Array.from(rows, ([, , paper]) => paper),
      });
      for (const [text, some] of papers) expect(ordinalsOf(chunk, text)).toEqual([...some].toSorted((a, b) => a - b));
      expect(ordinalsOf(chunk, 'nobody')).toEqual([]);
      expect(isHashed(chunk, 0, 1, 10_000)).toBe(true);
      const [first] = rows;
      if (first === undefined) return;
      expect(isHashed(chunk, 0, 1, Math.max(...rows.map(([, , paper]) => paper)))).toBe(false);
      expect(isHashed(chunk.slice(0, -1), 0, 1, 10_000)).toBe(false);
      const [text = ''] = papers.keys();
      expect(isHashed(chunk, 15 - chunkOf(text, 16), 16, 10_000)).toBe(false);
      // Damage makes no exception.
      const damaged = chunk.slice();
      damaged[at % damaged.length] = (damaged[at % damaged.length] ?? 0) ^ (1 << (at % 8));
      expect([true, false]).toContain(isHashed(damaged, 0, 1, 10_000));
    }),
  );
});
