// Abstracts in blocks beside the records of the same papers: they are many times as long as all else that a pack says of a
// paper, and only cards read them. A line each, empty where there is none; deflated as records are.
import { deflateSync } from 'fflate';
import { readLines, RECORDS_A_BLOCK } from './records.ts';

const encoder = new TextEncoder();

/** The abstracts of at most 64 papers, "" where there is none, as a block. */
export function encodeAbstracts(texts: readonly string[]): Uint8Array<ArrayBuffer> {
  const text = encoder.encode(texts.join('\n'));
  // Level 6: a tenth smaller than 3, and these blocks are most of a pack.
  const packed = deflateSync(text, { level: 6 });
  const block = new Uint8Array(4 + packed.length);
  new DataView(block.buffer).setUint32(0, text.length, true);
  block.set(packed, 4);
  return block;
}

/** A full block of papers without abstracts. */
export const noAbstracts = (): Uint8Array<ArrayBuffer> =>
  encodeAbstracts(Array.from({ length: RECORDS_A_BLOCK }, () => ''));

/** The abstracts of a block. Throws `UnreadableFile` for what is none. */
export const readAbstracts = (block: Uint8Array): string[] => readLines(block);
