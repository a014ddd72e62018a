import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findWords, writeWord } from '../../../lib/packs/tables/words.ts';
import { ByteWriter } from '../../../lib/packs/tables/varint.ts';

function chunkOf(rows: ReadonlyMap<string, readonly number[]>): Uint8Array {
  const [writer, scratch] = [new ByteWriter(), new ByteWriter()];
  for (const word of [...rows.keys()].sort()) writeWord(writer, scratch, word, rows.get(word) ?? []);
  return writer.take();
}

// Letters of one to four bytes; the last two are in another order in UTF-8 than in the table.
const letter = fc.constantFrom('a', 'b', 'z', '@', '0', 'é', 'ß', '学', '\uff41', '𝔸');
const word = fc.array(letter, { minLength: 1, maxLength: 5 }).map((letters) => letters.join(''));
const papers = fc
  .uniqueArray(fc.integer({ min: 0, max: 3_000_000 }), { minLength: 1, maxLength: 20 })
  .map((some) => some.toSorted((a, b) => a - b));

it('a chunk answers every word and every beginning of one, with its papers', () => {
  fc.assert(
    fc.property(fc.dictionary(word, papers, { minKeys: 1, maxKeys: 30 }), word, (made, other) => {
      const rows = new Map(Object.entries(made));
      const chunk = chunkOf(rows);
      for (const asked of [...rows.keys(), other]) {
        const exact = findWords(chunk, asked, true);
        expect(exact.map((row) => [row.word, row.count, ...row.ordinals()])).toEqual(
          rows.has(asked) ? [[asked, rows.get(asked)?.length, ...(rows.get(asked) ?? [])]] : [],
        );
        expect(exact.flatMap((row) => [...row.ordinals(3)])).toEqual(rows.get(asked)?.slice(-3) ?? []);
        const [start = ''] = /^.{1,2}/u.exec(asked) ?? [];
        expect(findWords(chunk, start, false).map((row) => row.word)).toEqual(
          [...rows.keys()].filter((one) => one.startsWith(start)).sort(),
        );
      }
    }),
  );
});
