// What is known of each token of a reference, as numbers: hashes of the word, of its surroundings, and of what the entry
// as a whole looks like. Which of them count, and for what, is learned.
import { stretchHash, mixed, tokenSurroundings } from './surroundings.ts';
import { MAX_TOKENS, type Tokens } from './tokens.ts';

/** Features of a token. */
export const TOKEN_FEATURES = 60;
/** Bits of a feature's hash, as the weights' file has it. */
export const HASH_BITS = 24;
export interface Features {
  /** TOKEN_FEATURES hashes a token. */
  hashes: Int32Array;
  /** The joint before each token. */
  joints: Uint8Array;
}

const hashes = new Int32Array((MAX_TOKENS + 1) * TOKEN_FEATURES);

/** The features of an entry's tokens, in tables that the next call uses again. */
export function featuresOf(text: string, tokens: Tokens): Features {
  const { count, coreStart, coreEnd, kind: kinds } = tokens;
  const { tables: t, joints, low, chunks, quotes, style, opening } = tokenSurroundings(text, tokens);
  for (let at = 0; at < count; at += 1) {
    let next = at * TOKEN_FEATURES;
    let id = 1;
    const put = (value: number): void => {
      hashes[next] = mixed(value, id * 0x1000193) >>> (32 - HASH_BITS);
      next += 1;
      id += 1;
    };
    const [from, to] = [coreStart[at] ?? 0, coreEnd[at] ?? 0];
    const of = kinds[at] ?? 0;
    const word = t.word[at] ?? 0;
    const shape = t.shape[at] ?? 0;
    const inTable = (table: Int32Array, place: number): number =>
      place < 0 ? 0x5eed : place >= count ? 0x7a11 : (table[place] ?? 0);
    const [w1, w2, v1, v2] = [
      inTable(t.word, at - 1),
      inTable(t.word, at - 2),
      inTable(t.word, at + 1),
      inTable(t.word, at + 2),
    ];
    const [s1, s2, r1, r2] = [
      inTable(t.shape, at - 1),
      inTable(t.shape, at - 2),
      inTable(t.shape, at + 1),
      inTable(t.shape, at + 2),
    ];
    const [l0, l1, m1] = [t.look[at] ?? 0, inTable(t.look, at - 1), inTable(t.look, at + 1)];
    const before = inTable(t.trail, at - 1);
    const trail = t.trail[at] ?? 0;
    const lead = t.lead[at] ?? 0;
    const quote = (t.quote[at] ?? 0) + (quotes > 0 ? 4 : 0);
    const seen = t.seen[at] ?? 0;
    const c = t.chunkOf[at] ?? 0;
    const chunk0 = t.chunk[c] ?? 0;
    const chunkBefore = c === 0 ? -1 : (t.chunk[c - 1] ?? 0);
    const chunkAfter = c + 1 >= chunks ? -1 : (t.chunk[c + 1] ?? 0);
    const nth = Math.min(t.nth[at] ?? 0, 2);
    const sentenceNow = Math.min(t.sentence[at] ?? 0, 4);
    const place = Math.floor((at * 6) / count);
    // The word and its neighbours.
    put(word);
    put(w1);
    put(w2);
    put(v1);
    put(v2);
    put(mixed(word, before));
    put(mixed(word, trail));
    put(mixed(word, w1));
    put(mixed(word, v1));
    put(stretchHash(low, Math.max(from, to - 2), to));
    put(stretchHash(low, Math.max(from, to - 3), to));
    put(stretchHash(low, Math.max(from, to - 4), to));
    put(stretchHash(low, from, Math.min(to, from + 3)));
    put(stretchHash(low, from, Math.min(to, from + 5)));
    put(mixed(word, mixed(of, lead)));
    // Forms.
    put(shape);
    put(s1);
    put(s2);
    put(r1);
    put(r2);
    put(mixed(l0, before));
    put(mixed(shape, s1));
    put(mixed(shape, r1));
    put(mixed(mixed(l0, l1), m1));
    put(mixed(mixed(shape, s1), s2));
    put(mixed(mixed(shape, r1), r2));
    put(mixed(of, mixed(inTable(t.end, at - 1), inTable(t.end, at - 2))));
    // Where in the entry.
    put(place);
    put(mixed(of, Math.min(at, 4)));
    put(mixed(of, Math.min(count - 1 - at, 4)));
    put(seen);
    put(mixed(seen, quote));
    put(mixed(quote, before));
    put(mixed(quote, l0));
    put(style);
    put(mixed(style, sentenceNow));
    put(mixed(mixed(style, seen), of));
    put(mixed(mixed(sentenceNow, seen & 7), before));
    put(mixed(opening, seen & 55));
    // Stretches between punctuation.
    put(chunk0);
    put(mixed(chunk0 & 0xff, nth));
    put(mixed(chunk0 & 0xf0ff, mixed(seen & 7, 3)));
    put(mixed(chunkBefore & 0xf0ff, chunk0 & 0xff));
    put(mixed(chunk0 & 0xf0ff, chunkAfter & 0xff));
    put(mixed(chunkAfter & 0xff, mixed(chunk0 >> 12, seen & 7)));
    put(mixed(mixed(chunk0 & 0xff, Math.min(c, 5)), seen & 7));
    // Distances.
    put(mixed(t.toDigit[at] ?? 0, of));
    put(mixed(t.sinceDigit[at] ?? 0, of));
    put(mixed(mixed(t.toDigit[at] ?? 0, t.sinceDigit[at] ?? 0), seen & 7));
    put(mixed(t.toEditor[at] ?? 0, seen & 1));
    put(mixed(mixed(t.toEditor[at] ?? 0, of), seen & 15));
    put(mixed(trail, mixed(l0, m1)));
    // What kinds of words these are.
    const [k0, k1, k2] = [t.of[at] ?? 0, inTable(t.of, at - 1), inTable(t.of, at + 1)];
    const mask = t.mask[c] ?? 0;
    const maskAfter = c + 1 >= chunks ? 0x100 : (t.mask[c + 1] ?? 0);
    const maskBefore = c === 0 ? 0x100 : (t.mask[c - 1] ?? 0);
    put(k0);
    put(mixed(k0, k1));
    put(mixed(k0, k2));
    put(mixed(mixed(k0, of), before));
    put(mixed(mask & 0x9f, mixed(nth, before)));
    put(mixed(mask, mixed(chunk0 >> 8, before)));
    put(mixed(maskAfter & 0x9f, mixed(mask & 0x9f, chunk0 >> 12)));
    put(mixed(maskBefore & 0x9f, mixed(mask & 0x9f, seen & 7)));
  }
  return { hashes, joints };
}
