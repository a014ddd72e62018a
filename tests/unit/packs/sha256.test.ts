import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Sha256 } from '../../../lib/packs/remote/sha256.ts';

describe('SHA-256', () => {
  it('is what everybody else makes of it, in whatever parts the bytes come, and after it was stored between them', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 8 }), (parts) => {
        const hash = createHash('sha256');
        let ours = new Sha256();
        for (const part of parts) {
          hash.update(part);
          ours.update(part);
          ours = new Sha256(structuredClone(ours.state));
        }
        expect(ours.hex()).toBe(hash.digest('hex'));
      }),
    );
  });
});
