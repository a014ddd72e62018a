// A short form of `npm run soak -- damage`: damaged files of every format through the import.
import { expect, it } from 'vitest';
import { damageInNode } from '../../../tools/soak/damage.ts';

// Each kind of damage to each format twice.
it('damaged files of every format are refused and leave nothing, or are read whole', { timeout: 120_000 }, async () => {
  const { holds, notes } = await damageInNode(12);
  expect(holds, notes.join('\n')).toBe(true);
});
