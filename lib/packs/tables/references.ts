// Which papers of a pack a paper cites, and which cite it: chunks of 1,024 papers. Only what is in the pack itself.
//
//   paper after paper: how many, then the papers ascending as differences
import { ByteReader, ByteWriter } from './varint.ts';

export const PAPERS_A_CHUNK = 1024;

/**
 * The chunk of papers from `first` on.
 * @param pairs places of a paper in the chunk and another paper, sorted by both: `place * 2^24 + paper`
 */
export function encodeReferences(pairs: ArrayLike<number>, papers: number): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter();
  let at = 0;
  for (let place = 0; place < papers; place += 1) {
    const from = at;
    while (at < pairs.length && Math.floor((pairs[at] ?? 0) / 2 ** 24) === place) at += 1;
    writer.number(at - from);
    let before = 0;
    for (let one = from; one < at; one += 1) {
      const paper = (pairs[one] ?? 0) % 2 ** 24;
      writer.number(paper - before);
      before = paper;
    }
  }
  return writer.take();
}

/** The papers at a place of a chunk, ascending. */
export function referencesAt(chunk: Uint8Array, place: number): number[] {
  const reader = new ByteReader(chunk);
  for (let before = 0; before < place && !reader.ended; before += 1)
    for (let left = reader.number(); left > 0 && !reader.ended; left -= 1) reader.number();
  const found: number[] = [];
  let paper = 0;
  for (let left = reader.number(); left > 0 && !reader.ended; left -= 1) {
    paper += reader.number();
    found.push(paper);
  }
  return found;
}

/** Whether bytes are the chunk of this number in a pack of this many papers. */
export function isReferences(chunk: Uint8Array, number: number, papers: number): boolean {
  const reader = new ByteReader(chunk);
  const places = Math.min(PAPERS_A_CHUNK, papers - number * PAPERS_A_CHUNK);
  for (let place = 0; place < places; place += 1) {
    if (reader.ended) return false;
    let paper = 0;
    for (let left = reader.number(), first = true; left > 0; left -= 1, first = false) {
      if (reader.ended) return false;
      const step = reader.number();
      paper += step;
      if (paper >= papers || (step === 0 && !first)) return false;
    }
  }
  return reader.at === chunk.length;
}
