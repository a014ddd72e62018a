// CRC-32 (IEEE 802.3), four bytes at a time ("slicing by four").
const tables = Array.from({ length: 4 }, () => new Uint32Array(256));
const [first = new Uint32Array(256), second = first, third = first, fourth = first] = tables;
for (let byte = 0; byte < 256; byte += 1) {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = (value & 1) === 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  first[byte] = value;
}
for (let at = 1; at < 4; at += 1)
  for (let byte = 0; byte < 256; byte += 1) {
    const before = tables[at - 1]?.[byte] ?? 0;
    const into = tables[at];
    if (into !== undefined) into[byte] = (before >>> 8) ^ (first[before & 255] ?? 0);
  }

/** The sum of `bytes`, after the sum of what came before them. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let sum = ~before;
  let at = 0;
  for (const end = bytes.length - 3; at < end; at += 4) {
    sum ^= (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
    sum =
      (fourth[sum & 255] ?? 0) ^
      (third[(sum >>> 8) & 255] ?? 0) ^
      (second[(sum >>> 16) & 255] ?? 0) ^
      (first[sum >>> 24] ?? 0);
  }
  for (; at < bytes.length; at += 1) sum = (sum >>> 8) ^ (first[(sum ^ (bytes[at] ?? 0)) & 255] ?? 0);
  return ~sum >>> 0;
}
