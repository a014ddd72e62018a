// Rows of JSON: one a line, elements of one array, or values one after the other. This only finds where a row ends;
// `JSON.parse` reads it. That is several times as fast as a streaming parser, and knows the place of each row.
import type { Cut, Cutter } from './cut.ts';

const QUOTE = 34;
const BACKSLASH = 92;
const COMMA = 44;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const OPEN = 123;
const CLOSE = 125;
const NEWLINE = 10;

const isSpace = (byte: number | undefined): boolean => byte === 32 || byte === NEWLINE || byte === 13 || byte === 9;

/** After the closing quote of the text that begins at `at`; -1 where it does not end here. */
export function endOfText(bytes: Uint8Array, at: number): number {
  for (let quote = bytes.indexOf(QUOTE, at + 1); quote >= 0; quote = bytes.indexOf(QUOTE, quote + 1)) {
    let slashes = 0;
    while (bytes[quote - 1 - slashes] === BACKSLASH && quote - 1 - slashes > at) slashes += 1;
    if (slashes % 2 === 0) return quote + 1;
  }
  return -1;
}

/** After the value that begins at `at`; -1 where it does not end here. */
export function endOfValue(bytes: Uint8Array, at: number): number {
  let depth = 0;
  for (let i = at; i < bytes.length; i += 1) {
    const byte = bytes[i];
    if (byte === QUOTE) {
      const end = endOfText(bytes, i);
      if (end < 0) return -1;
      if (depth === 0) return end;
      i = end - 1;
    } else if (byte === OPEN || byte === OPEN_LIST) depth += 1;
    else if (byte === CLOSE || byte === CLOSE_LIST) {
      depth -= 1;
      if (depth === 0) return i + 1;
      if (depth < 0) return i;
    } else if (depth === 0 && (byte === COMMA || isSpace(byte))) return i;
  }
  return -1;
}

/** JSON lines. The last one may lack its line end; whether it is whole, its reader sees. */
export function lineCutter(): Cutter {
  return {
    next(buffer, from, ended): Cut {
      let start = from;
      while (start < buffer.length && isSpace(buffer[start])) start += 1;
      if (start === buffer.length) return { more: start };
      const end = buffer.indexOf(NEWLINE, start);
      if (end >= 0) return { start, end };
      return ended ? { start, end: buffer.length } : { more: start };
    },
  };
}

/** Elements of one array (`list`), or values one after the other. */
export function valueCutter(list: boolean): Cutter {
  let begun = !list;
  let closed = false;
  return {
    goOn() {
      begun = true;
    },
    next(buffer, from, ended): Cut {
      let at = from;
      for (; at < buffer.length; at += 1) {
        const byte = buffer[at];
        if (closed || isSpace(byte) || (byte === COMMA && begun)) continue;
        if (!begun && byte === OPEN_LIST) begun = true;
        else if (list && byte === CLOSE_LIST) closed = true;
        else break;
      }
      if (at === buffer.length) return ended && list && !closed ? { cut: at } : { more: at };
      const end = endOfValue(buffer, at);
      // A bracket that closes nothing is a piece of its own: no row, and its reader says so.
      if (end >= 0) return { start: at, end: Math.max(end, at + 1) };
      return ended ? { cut: at } : { more: at };
    },
  };
}

export type JsonShape = 'lines' | 'list' | 'values';

export interface JsonStart {
  shape: JsonShape;
  /** Keys of the first row, as far as they are here. */
  keys: ReadonlySet<string>;
}

const decoder = new TextDecoder();

function keysOf(bytes: Uint8Array, at: number): Set<string> {
  const keys = new Set<string>();
  let i = at + 1;
  while (i < bytes.length) {
    while (i < bytes.length && (isSpace(bytes[i]) || bytes[i] === COMMA)) i += 1;
    if (bytes[i] !== QUOTE) break;
    const end = endOfText(bytes, i);
    if (end < 0) break;
    let colon = end;
    while (colon < bytes.length && isSpace(bytes[colon])) colon += 1;
    if (bytes[colon] !== 58) break;
    keys.add(decoder.decode(bytes.subarray(i + 1, end - 1)));
    i = colon + 1;
    while (i < bytes.length && isSpace(bytes[i])) i += 1;
    const after = endOfValue(bytes, i);
    if (after <= i) break;
    i = after;
  }
  return keys;
}

/** How the JSON that begins with `head` is written; null where it is none. */
export function jsonStart(head: Uint8Array): JsonStart | null {
  let at = 0;
  while (at < head.length && isSpace(head[at])) at += 1;
  const list = head[at] === OPEN_LIST;
  if (list) {
    at += 1;
    while (at < head.length && isSpace(head[at])) at += 1;
  }
  if (head[at] !== OPEN) return null;
  const keys = keysOf(head, at);
  if (list) return { shape: 'list', keys };
  const line = head.indexOf(NEWLINE, at);
  if (line < 0) return { shape: 'lines', keys };
  const end = endOfValue(head, at);
  return { shape: end >= 0 && end <= line ? 'lines' : 'values', keys };
}
