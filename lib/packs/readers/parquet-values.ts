// A look at what is in an unpacked Parquet page before hyparquet reads it: that its levels, dictionary indices and values
// are as many as the page says and lie within it. hyparquet takes these numbers as they are: a run of two thousand
// million values, or a block of a length below zero, would keep it busy for ever.
import { deltaBinaryUnpack } from 'hyparquet/src/delta.js';
import { ownValue } from '../../text/own-value.ts';

/** What the schema and the column's dictionary say of a page's values. */
export interface Values {
  type: string;
  /** Bytes of a value of fixed length. */
  typeLength: number;
  maxDefinition: number;
  maxRepetition: number;
  /** Values of the dictionary. */
  dictionary: number;
  /** Maximum bytes that all values of a page make. */
  most: number;
}

const PLAIN = 0;
const RLE = 3;
const DELTA_BINARY = 5;
const DELTA_LENGTH = 6;
const DELTA_BYTES = 7;
const SPLIT = 9;
const dictionaries: readonly number[] = [2, 8];

/** Bytes of a plain value; those of booleans and texts differ. */
const widths: Readonly<Record<string, number>> = { INT32: 4, FLOAT: 4, INT64: 8, DOUBLE: 8, INT96: 12 };

/** Maximum groups of a run whose numbers take no room. */
const MAX_EMPTY_GROUPS = 2 ** 20;

/** Bits of the largest level. */
const bitsOf = (largest: number): number => 32 - Math.clz32(largest);

/** A number of seven bits a byte, at most `bytes` of them; null where it does not end. */
function varint(page: Uint8Array, from: number, bytes = 5): { value: number; at: number } | null {
  let value = 0;
  for (let place = 0; place < bytes; place += 1) {
    const byte = page[from + place];
    if (byte === undefined) return null;
    value += (byte & 127) * 2 ** (7 * place);
    if (byte < 128) return { value, at: from + place + 1 };
  }
  return null;
}

/**
 * Runs of `count` numbers of `width` bits from `from` on, none above `largest`: where they end, and how many are
 * `largest`. Null where they are not all there.
 */
export function lookAtRuns(
  page: Uint8Array,
  from: number,
  { width, count, largest }: { width: number; count: number; largest: number },
): { at: number; largest: number } | null {
  if (width > 24) return null;
  let at = from;
  let seen = 0;
  let met = 0;
  const bytes = (width + 7) >> 3;
  while (seen < count) {
    const header = varint(page, at);
    // hyparquet takes a longer one for a number below zero.
    if (header === null || header.value >= 2 ** 31) return null;
    ({ at } = header);
    const length = Math.floor(header.value / 2);
    if (header.value % 2 === 0) {
      let value = 0;
      for (let place = 0; place < bytes; place += 1) value += (page[at + place] ?? 0) * 2 ** (8 * place);
      at += bytes;
      if (at > page.length || length > count - seen || (length > 0 && value > largest)) return null;
      if (value === largest) met += length;
      seen += length;
      continue;
    }
    // Groups of eight, of which the last may be longer than what is left. Of no width, only one run can be told apart.
    if (length === 0 || at + length * width > page.length) return null;
    if (width === 0 && (length > MAX_EMPTY_GROUPS || length * 8 < count - seen)) return null;
    const here = Math.min(length * 8, count - seen);
    const mask = 2 ** width - 1;
    let bits = 0;
    let held = 0;
    let next = at;
    for (let place = 0; place < here; place += 1) {
      while (held < width) {
        bits |= (page[next] ?? 0) << held;
        next += 1;
        held += 8;
      }
      const value = bits & mask;
      bits >>>= width;
      held -= width;
      if (value > largest) return null;
      if (value === largest) met += 1;
    }
    at += length * width;
    seen += here;
  }
  return { at, largest: met };
}

/** Where the differences of `count` numbers end; null where they are not all there. */
function lookAtDeltas(page: Uint8Array, from: number, count: number): number | null {
  let at = from;
  const next = (bytes?: number): number => {
    const number = varint(page, at, bytes);
    at = number?.at ?? page.length;
    return number?.value ?? -1;
  };
  const [block, parts, total, first] = [next(), next(), next(), next(10)];
  const each = block / parts;
  if (first < 0 || total !== count || parts < 1 || parts > 512 || block > 2 ** 16 || each % 32 !== 0) return null;
  for (let seen = 1; seen < count;) {
    if (next(10) < 0) return null;
    const bits = at;
    at += parts;
    for (let part = 0; part < parts && seen < count; part += 1) {
      const width = page[bits + part] ?? 65;
      if (width > 64) return null;
      at += (each * width) / 8;
      seen += each;
    }
    if (at > page.length) return null;
  }
  return at;
}

/** The differences as numbers, with where they end. */
function deltasOf(page: Uint8Array, from: number, count: number): { numbers: Int32Array; at: number } | null {
  const at = lookAtDeltas(page, from, count);
  if (at === null) return null;
  const numbers = new Int32Array(count);
  const reader = { view: new DataView(page.buffer, page.byteOffset, page.byteLength), offset: from };
  deltaBinaryUnpack(reader, count, numbers);
  return { numbers, at: reader.offset };
}

function areTexts(page: Uint8Array, from: number, count: number): boolean {
  const view = new DataView(page.buffer, page.byteOffset, page.byteLength);
  let at = from;
  for (let seen = 0; seen < count; seen += 1) {
    if (at + 4 > page.length) return false;
    at += 4 + view.getUint32(at, true);
  }
  return at <= page.length;
}

/** Whether `count` plain values are there. */
export function arePlain(page: Uint8Array, from: number, count: number, { type, typeLength }: Values): boolean {
  if (type === 'BYTE_ARRAY') return areTexts(page, from, count);
  const width = type === 'BOOLEAN' ? 1 / 8 : (ownValue(widths, type) ?? typeLength);
  return width > 0 && from + count * width <= page.length;
}

/** Texts that are written as lengths, or as what they share with the text before. */
function areDeltaTexts(page: Uint8Array, from: number, count: number, shares: boolean, most: number): boolean {
  const shared = shares ? deltasOf(page, from, count) : null;
  if (shares && shared === null) return false;
  const own = deltasOf(page, shared?.at ?? from, count);
  if (own === null) return false;
  let at = own.at;
  let made = 0;
  let before = 0;
  for (const [place, length] of own.numbers.entries()) {
    const begins = shared?.numbers[place] ?? 0;
    if (length < 0 || begins < 0 || begins > before) return false;
    before = begins + length;
    at += length;
    made += before;
    if (at > page.length || made > most) return false;
  }
  return true;
}

/** Whether a page holds, from `from` on, `count` values in an encoding that is known. */
export function areValues(page: Uint8Array, from: number, count: number, encoding: number, values: Values): boolean {
  if (count < 0) return false;
  if (encoding === PLAIN) return arePlain(page, from, count, values);
  if (encoding === RLE)
    return values.type === 'BOOLEAN' && lookAtRuns(page, from + 4, { width: 1, count, largest: 1 }) !== null;
  if (dictionaries.includes(encoding)) {
    const width = page[from];
    // A page of nothing but empty values.
    if (width === undefined) return count === 0;
    if (values.type === 'BOOLEAN' || (count > 0 && values.dictionary === 0)) return false;
    // The first value, again and again.
    if (width === 0 && from + 1 >= page.length) return true;
    return lookAtRuns(page, from + 1, { width, count, largest: Math.max(0, values.dictionary - 1) }) !== null;
  }
  if (encoding === DELTA_BINARY) return lookAtDeltas(page, from, count) !== null;
  if (encoding === DELTA_LENGTH) return areDeltaTexts(page, from, count, false, values.most);
  if (encoding === DELTA_BYTES) return areDeltaTexts(page, from, count, true, values.most);
  return encoding === SPLIT && values.type !== 'BYTE_ARRAY' && arePlain(page, from, count, values);
}

/** Levels with their length before them, as in pages of the first version: where they end, how many are the largest. */
function levels(page: Uint8Array, from: number, count: number, largest: number): { at: number; full: number } | null {
  if (largest === 0) return { at: from, full: count };
  if (from + 4 > page.length) return null;
  const length = new DataView(page.buffer, page.byteOffset, page.byteLength).getUint32(from, true);
  const runs = lookAtRuns(page, from + 4, { width: bitsOf(largest), count, largest });
  return runs === null || from + 4 + length > page.length ? null : { at: from + 4 + length, full: runs.largest };
}

/** Whether an unpacked page of the first version is what its header says. */
export function isPage(page: Uint8Array, count: number, encoding: number, values: Values): boolean {
  const repetition = levels(page, 0, count, values.maxRepetition);
  const definition = repetition === null ? null : levels(page, repetition.at, count, values.maxDefinition);
  return definition !== null && areValues(page, definition.at, definition.full, encoding, values);
}

/** Whether a level of a page of the second version is in the bytes that it is said to have. */
export const areLevels = (bytes: Uint8Array, count: number, largest: number): boolean =>
  largest === 0 || lookAtRuns(bytes, 0, { width: bitsOf(largest), count, largest }) !== null;
