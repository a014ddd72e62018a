// The file of learned weights.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { weightsToBytes, partsFrom } from '../../../lib/references/weights-file.ts';

const file = readFileSync('public/references.bin');

describe('the weights of references', () => {
  it('come back as they were written', () => {
    expect(Buffer.from(weightsToBytes(partsFrom(file))).equals(file)).toBe(true);
  });

  it('are small enough to be packed with the extension', () => {
    expect(gzipSync(file).length).toBeLessThan(120_000);
  });

  it.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['cut off', file.subarray(0, file.length - 1)],
    ['of another version', Uint8Array.from(file, (byte, at) => (at === 0 ? byte ^ 1 : byte))],
  ])('refuse a file that is %s', (_, bytes) => {
    expect(() => partsFrom(bytes)).toThrow('weights');
  });
});
