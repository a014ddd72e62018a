// Snappy's raw format, as Parquet pages are packed with it: a length, then stretches of bytes and copies of what came
// before. hyparquet's own reads a stretch's length as a signed number, and one below zero leads it back for ever.

/** Stretches up to this long are copied byte by byte, which is quicker than a call. */
const SHORT = 24;

/** What `packed` unpacks to; `size` is what it says elsewhere. Throws where the two differ or anything is out of bounds. */
export function unsnap(packed: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  let at = 0;
  let length = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = packed[at] ?? 0;
    at += 1;
    length += (byte & 127) * 2 ** shift;
    if (byte < 128) break;
    if (shift > 28) throw new RangeError('no length of Snappy');
  }
  if (length !== size) throw new RangeError('another length than the page says');
  let made = 0;
  while (at < packed.length) {
    const tag = packed[at] ?? 0;
    at += 1;
    const kind = tag & 3;
    // A stretch, or the distance of a copy: its number of bytes follows, lowest first.
    const wide = kind === 0 ? Math.max(0, (tag >>> 2) - 59) : kind === 3 ? 4 : kind;
    let number = 0;
    for (let place = 0; place < wide; place += 1) number += (packed[at + place] ?? 0) * 2 ** (8 * place);
    at += wide;
    if (kind === 0) {
      const stretch = (wide === 0 ? tag >>> 2 : number) + 1;
      if (at + stretch > packed.length || made + stretch > size) throw new RangeError('a stretch beyond the end');
      if (stretch > SHORT) bytes.set(packed.subarray(at, at + stretch), made);
      else for (let place = 0; place < stretch; place += 1) bytes[made + place] = packed[at + place] ?? 0;
      at += stretch;
      made += stretch;
      continue;
    }
    const distance = kind === 1 ? number + ((tag >>> 5) << 8) : number;
    const stretch = kind === 1 ? ((tag >>> 2) & 7) + 4 : (tag >>> 2) + 1;
    if (distance === 0 || distance > made || made + stretch > size || at > packed.length)
      throw new RangeError('a copy of what is not there');
    // A copy may overlap itself: then it repeats.
    for (let place = 0; place < stretch; place += 1) bytes[made + place] = bytes[made + place - distance] ?? 0;
    made += stretch;
  }
  if (made !== size) throw new RangeError('less than it says');
  return bytes;
}
