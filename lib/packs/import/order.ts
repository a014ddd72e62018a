// The order of a partition's rows. Pure.

const PLACES = 2 ** 25;

/** Order of rows by their first column, whose top four bits are the same for all. Stable. */
export function orderOf(keys: Uint32Array): Uint32Array {
  if (keys.length > PLACES) throw new Error('too many entries in one partition');
  // Number and place in one exact double: typed arrays sort those natively.
  const both = new Float64Array(keys.length);
  for (let at = 0; at < keys.length; at += 1) both[at] = ((keys[at] ?? 0) & 0x0fffffff) * PLACES + at;
  both.sort();
  const order = new Uint32Array(keys.length);
  for (let at = 0; at < keys.length; at += 1) order[at] = (both[at] ?? 0) % PLACES;
  return order;
}
