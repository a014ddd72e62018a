import { expect, it } from 'vitest';
import { bytesOfArray } from '../../../../lib/packs/readers/bytes.ts';
import { recognise } from '../../../../lib/packs/readers/index.ts';
import { headOf } from '../../../../lib/packs/readers/unpack.ts';

const bytes = new TextEncoder().encode(
  '{"id":"2001.00001","title":"One","authors":"A B","categories":"cs.LG"}\n'.repeat(2000),
);

it('a source is opened once for all that look at its beginning', async () => {
  let opened = 0;
  const source = bytesOfArray(bytes, 'rows.jsonl');
  const counted = {
    ...source,
    stream: (from?: number) => {
      opened += 1;
      return source.stream(from);
    },
  };
  const { format } = await recognise(counted);
  expect(format.kind).toBe('arxiv');
  expect((await headOf(counted)).head).toEqual(bytes.subarray(0, 65_536));
  expect(opened).toBe(1);
});

it('a source that failed is asked again', async () => {
  let fails = true;
  const source = bytesOfArray(bytes, 'rows.jsonl');
  const once = {
    ...source,
    stream: (from?: number) => {
      if (fails) throw new Error('offline');
      return source.stream(from);
    },
  };
  await expect(headOf(once)).rejects.toThrow('offline');
  fails = false;
  expect((await headOf(once)).packing).toBe('none');
});
