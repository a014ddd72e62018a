import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packId } from '../../../lib/packs/pack-id.ts';
import { PackFacts } from '../../../lib/paper/record.ts';

describe('the id of a pack', () => {
  it.each([
    ['My papers', 'p-my-papers'],
    ['arXiv', 'p-arxiv'],
    ['  NeurIPS 2023 (posters) ', 'p-neurips-2023-posters'],
  ])('of %s is %s', (name, id) => {
    expect(packId(name)).toBe(id);
  });

  it('tells names apart whose letters it can not have', () => {
    const ids = ['机器学习', '深度学习', 'Études', 'Etudes', 'x'.repeat(50), 'x'.repeat(51)].map(packId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is one that a pack may have, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }), (name) => {
        expect(PackFacts.shape.id.safeParse(packId(name)).success).toBe(true);
      }),
    );
  });
});
