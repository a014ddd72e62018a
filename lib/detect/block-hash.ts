// A block's hash, so that what was asked is not asked again. 53 bits: two of a page's 10,000 blocks collide once in
// 200 million pages, and then one title is not marked.
import type { Block } from './protocol.ts';

/** Mixes a string into two 32-bit states (the constants are MurmurHash3's and its 64-bit relatives'). */
export function textHash(text: string, seed = 0): number {
  let a = 0xdeadbeef ^ seed;
  let b = 0x41c6ce57 ^ seed;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}

/** `row` is the hash of all text of the block's row: the same title beside other names is another question. */
export function blockHash(block: Pick<Block, 'text' | 'kind' | 'spans'>, row: number): number {
  let links = '';
  for (const span of block.spans) if (span.href !== undefined) links += `\n${span.href}`;
  return textHash(`${block.kind}\n${block.text}${links}`, row >>> 0);
}
