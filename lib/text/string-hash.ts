// Hashes of whole strings, for keys of tables. The title index has rolling ones of its own (`hash.ts`).

/** Two hashes of 32 bits each of a text's UTF-16 units. */
export function hashOf(text: string): [hash: number, check: number] {
  let one = 0x9e3779b1;
  let other = 0x165667b1;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, 0x85ebca77);
    one ^= one >>> 15;
    other = Math.imul(other ^ unit, 0xc2b2ae3d);
    other ^= other >>> 13;
  }
  return [spread(one ^ text.length), spread(other)];
}

/** The same for the first `length` UTF-16 units, written to `into`. */
export function hashOfCodes(codes: ArrayLike<number>, length: number, into: Uint32Array): void {
  let one = 0x9e3779b1;
  let other = 0x165667b1;
  for (let at = 0; at < length; at += 1) {
    const unit = codes[at] ?? 0;
    one = Math.imul(one ^ unit, 0x85ebca77);
    one ^= one >>> 15;
    other = Math.imul(other ^ unit, 0xc2b2ae3d);
    other ^= other >>> 13;
  }
  into[0] = spread(one ^ length);
  into[1] = spread(other);
}

function spread(hash: number): number {
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
