// First reading of a page's blocks: which words may begin a title that some source has, going by the fronts
// alone. Keys of all words are worked out before the first is asked for, so that the memory's answers overlap; a page
// without a mention costs this much and no more.
import { emptySums, sumsA } from '../text/hash.ts';
import { emptyFolded, foldHere } from '../text/tokens.ts';
import type { Folded } from '../text/tokens.ts';
import { wordsWithin } from './accept.ts';
import {
  ENDING_LEAST,
  endingKeyAt,
  HINT_END,
  hintAt,
  KIND,
  LONG_KEY,
  longKeyAt,
  MIDDLE_LEAST,
  shortKeyAt,
} from '../packs/tables/title-entries.ts';
import type { EntryKind } from '../packs/tables/title-entries.ts';
import type { Block } from '../messages/page-protocol.ts';
import { withQuotes } from './quoted.ts';
import { pairsOf, type BlockPair } from './two-blocks.ts';
import { ANY_HINT, entriesOfKey } from '../packs/tables/title-index.ts';
import type { ResidentIndex } from '../packs/tables/title-index.ts';

/** A stretch of words that could be a title: a whole block or span. */
export interface Slot {
  from: number;
  to: number;
}

/** An entry of a source's index that may be in a block. */
export interface Hit {
  block: number;
  source: number;
  entry: number;
  /** Where it begins. */
  word: number;
  /** Where it must end (short titles, endings); else 0. */
  until: number;
  /** In the reading in which words go on over hyphens at line ends. */
  joined: boolean;
  /** Found by its ending: the title may be here with typing errors. */
  ending: boolean;
  /** The title may be here cut short or mistyped, not to the letter. */
  guess: boolean;
  // What its chunk says of it, filled in when that is read.
  check: number;
  kind: EntryKind;
  /** In canonical characters; 0 while nothing is known. */
  length: number;
  ordinal: number;
}

export interface Scanned {
  /** The blocks, with what they quote among their spans. */
  blocks: readonly Block[];
  /** By block; those of pairs under the numbers after the last block's. */
  hits: Map<number, Hit[]>;
  pairs: readonly BlockPair[];
  /** Blocks whose text may hold an identifier. */
  identifying: number[];
}

/** Maximum hits in one block: only texts made to be slow have more; those after are not looked at. */
const MAXIMUM_HITS = 4096;
/** Maximum letters of a slot that is looked up with typing errors. */
const MAXIMUM_LETTERS = 300;
/** Maximum difference between the letters of the page and of the title. */
const MAXIMUM_LENGTH_ERROR = 2;

/** The whole block and each span in it, as words. */
export function slotsOf(block: Block, folded: Folded): Slot[] {
  const slots: Slot[] = [{ from: 0, to: folded.words }];
  const seen = new Set([folded.words]);
  for (const span of block.spans) {
    if (span.kind === 'name') continue;
    const inside = wordsWithin(folded.start, folded.end, folded.words, span.start, span.end);
    if (inside.to <= inside.from) continue;
    const place = inside.from * 65_536 + inside.to;
    if (!seen.has(place)) slots.push(inside);
    seen.add(place);
  }
  return slots;
}

// How a question is asked.
const PLAIN = 0;
const ENDING = 1;
const JOINED = 2;
const GUESS = 4;

/** Keys to ask for, gathered over a page; kept from page to page, so that nothing is allocated. */
class Questions {
  count = 0;
  keys = new Uint32Array(1 << 14);
  block = new Int32Array(1 << 14);
  word = new Int32Array(1 << 14);
  until = new Int32Array(1 << 14);
  how = new Uint8Array(1 << 14);
  hint = new Uint8Array(1 << 14);

  /** Makes room for more. */
  reserve(more: number): void {
    const needed = this.count + more;
    if (needed <= this.keys.length) return;
    const size = needed * 2;
    const copy = <T extends Uint32Array | Int32Array | Uint8Array>(old: T, fresh: T): T => {
      fresh.set(old);
      return fresh;
    };
    this.keys = copy(this.keys, new Uint32Array(size));
    this.block = copy(this.block, new Int32Array(size));
    this.word = copy(this.word, new Int32Array(size));
    this.until = copy(this.until, new Int32Array(size));
    this.how = copy(this.how, new Uint8Array(size));
    this.hint = copy(this.hint, new Uint8Array(size));
  }

  put(key: number, block: number, word: number, until: number, how: number, hint: number): void {
    const at = this.count;
    this.keys[at] = key;
    this.block[at] = block;
    this.word[at] = word;
    this.until[at] = until;
    this.how[at] = how;
    this.hint[at] = hint;
    this.count = at + 1;
  }
}

const questions = new Questions();
let folded = emptyFolded();
const lanes = emptySums();

/** The words that may begin a long title, and the keys of such titles. */
let beginnings = new Int32Array(1 << 10);
let keys = new Uint32Array(1 << 10);
/** The words, or questions, whose keys pass a front's filter. */
let passed = new Int32Array(1 << 14);

/** 1 for letters a to z, and 1 for those and white space: what an ordinary word of running text begins with. */
const SMALL = Uint8Array.from({ length: 128 }, (_, code) => (code >= 97 && code <= 122 ? 1 : 0));
const SMALL_OR_SPACE = SMALL.map((small, code) => (code <= 32 ? 1 : small));

/**
 * Collects the words that may begin a long title; returns how many. In running text a word in small letters begins none
 * unless punctuation or markup sets it off: most words need no look-up. "t-SNE" and "iGPT" are not small.
 */
function findBeginnings(text: string, words: number, all: number): number {
  const { start, setOff } = folded;
  let count = 0;
  for (let word = 0; word < words; word += 1) {
    const at = start[word] ?? 0;
    const ordinary = (SMALL[text.charCodeAt(at)] ?? 0) & (SMALL_OR_SPACE[text.charCodeAt(at + 1)] ?? 0);
    beginnings[count] = word;
    count += (ordinary ^ 1) | (setOff[word] ?? 0) | all;
  }
  return count;
}

/** All keys are computed before the first is looked up, so that memory answers overlap. */
function findLong(text: string, number: number, how: number, hits: Hits): void {
  const { from, length } = folded;
  let { words } = folded;
  while (words > 0 && (from[words - 1] ?? 0) + LONG_KEY > length) words -= 1;
  if (words > keys.length) {
    beginnings = new Int32Array(words * 2);
    keys = new Uint32Array(words * 2);
  }
  // The joined reading does not know where spans begin.
  const asked = findBeginnings(text, words, how === JOINED ? 1 : 0);
  if (asked > passed.length) passed = new Int32Array(asked * 2);
  for (let i = 0; i < asked; i += 1) keys[i] = longKeyAt(lanes, from[beginnings[i] ?? 0] ?? 0);
  for (const [source, front] of hits.fronts.entries()) {
    const { filter, filterScale, entries } = front;
    if (entries === 0) continue;
    let kept = 0;
    for (let i = 0; i < asked; i += 1) {
      passed[kept] = i;
      kept += passes(filter, filterScale, keys[i] ?? 0);
    }
    for (let k = 0; k < kept; k += 1) {
      const i = passed[k] ?? 0;
      const word = beginnings[i] ?? 0;
      const begin = from[word] ?? 0;
      const hint = begin + HINT_END <= length ? hintAt(lanes, begin) : 0;
      hits.find(source, keys[i] ?? 0, number, word, 0, how, hint);
    }
  }
}

/** Shorter titles count only where something bounds them on both sides. */
function askShort(number: number, how: number): void {
  const { from, words, setOff } = folded;
  for (let word = 0; word < words; word += 1) {
    if (setOff[word] === 0 && word > 0) continue;
    const begin = from[word] ?? 0;
    for (let until = word + 1; until <= words; until += 1) {
      const stop = from[until] ?? 0;
      if (stop - begin >= LONG_KEY) break;
      if (stop - begin < MIDDLE_LEAST || (until < words && setOff[until] === 0)) continue;
      questions.reserve(1);
      questions.put(shortKeyAt(lanes, begin, stop), number, word, until, how, 0);
    }
  }
}

/** A slot bounds what is in it; here too for titles that it holds cut short or mistyped. */
function askSlot(number: number, first: number, last: number): void {
  const { from, setOff } = folded;
  const begin = from[first] ?? 0;
  const stop = from[last] ?? 0;
  const letters = stop - begin;
  if (letters <= 0) return;
  setOff[first] = 1;
  setOff[last] = 1;
  questions.reserve(2 * MAXIMUM_LENGTH_ERROR + 2);
  if (letters < MIDDLE_LEAST) questions.put(shortKeyAt(lanes, begin, stop), number, first, last, PLAIN, 0);
  if (letters < LONG_KEY || letters > MAXIMUM_LETTERS) return;
  questions.put(longKeyAt(lanes, begin), number, first, 0, GUESS, ANY_HINT);
  if (letters < ENDING_LEAST - MAXIMUM_LENGTH_ERROR) return;
  for (
    let titled = Math.max(ENDING_LEAST, letters - MAXIMUM_LENGTH_ERROR);
    titled <= letters + MAXIMUM_LENGTH_ERROR;
    titled += 1
  ) {
    questions.put(endingKeyAt(lanes, stop, titled), number, first, last, ENDING | GUESS, ANY_HINT);
  }
}

/** 1 where a key may be among a front's, else 0. */
const passes = (filter: Uint32Array, scale: number, key: number): number => {
  const bits = filter[(key * scale) >>> 0] ?? 0;
  return (bits >>> (key & 31)) & (bits >>> ((key >>> 5) & 31)) & 1;
};

/** What is found in the sources' fronts, and on the way. */
class Hits {
  readonly fronts: readonly ResidentIndex[];
  readonly byBlock = new Map<number, Hit[]>();
  /** Blocks whose text may hold an identifier. */
  readonly identifying: number[] = [];
  readonly #found: number[] = [];

  constructor(fronts: readonly ResidentIndex[]) {
    this.fronts = fronts;
  }

  find(source: number, key: number, block: number, word: number, until: number, how: number, hint: number): void {
    const front = this.fronts[source];
    const found = this.#found;
    if (front === undefined) return;
    entriesOfKey(front, key, found, hint);
    if (found.length === 0) return;
    let ofBlock = this.byBlock.get(block);
    if (ofBlock === undefined) this.byBlock.set(block, (ofBlock = []));
    if (ofBlock.length <= MAXIMUM_HITS) {
      for (const entry of found) {
        ofBlock.push({
          block,
          source,
          entry,
          word,
          until,
          joined: (how & JOINED) !== 0,
          ending: (how & ENDING) !== 0,
          guess: (how & GUESS) !== 0,
          check: 0,
          kind: KIND.whole,
          length: 0,
          ordinal: 0,
        });
      }
    }
    found.length = 0;
  }

  /** Asks all that was gathered in `questions`. */
  ask(): void {
    const { count, keys: asked, block, word, until, how, hint } = questions;
    if (passed.length < count) passed = new Int32Array(asked.length);
    for (const [source, front] of this.fronts.entries()) {
      const { filter, filterScale, entries } = front;
      if (entries === 0) continue;
      let kept = 0;
      for (let at = 0; at < count; at += 1) {
        passed[kept] = at;
        // Endings are not in the filter.
        kept += passes(filter, filterScale, asked[at] ?? 0) | ((how[at] ?? 0) & ENDING);
      }
      for (let i = 0; i < kept; i += 1) {
        const at = passed[i] ?? 0;
        const [key = 0, number = 0, first = 0] = [asked[at], block[at], word[at]];
        this.find(source, key, number, first, until[at] ?? 0, how[at] ?? 0, hint[at] ?? 0);
      }
    }
  }
}

function askSpans(number: number, { spans }: Block): void {
  const { start, end, words } = folded;
  for (const span of spans) {
    if (span.kind === 'name') continue;
    const inside = wordsWithin(start, end, words, span.start, span.end);
    if (inside.from > 0 || inside.to < words) askSlot(number, inside.from, inside.to);
  }
}

/** The block, with what it quotes among its spans. A function of its own, so that an engine knows it soon. */
function scanBlock(bare: Block, number: number, hits: Hits): Block {
  folded = foldHere(bare.text);
  const { words, lineHyphen, mayIdentify, mayQuote } = folded;
  if (mayIdentify) hits.identifying.push(number);
  if (words === 0) return bare;
  const block = mayQuote ? withQuotes(bare) : bare;
  sumsA(folded, lanes);
  askSlot(number, 0, words);
  askSpans(number, block);
  findLong(bare.text, number, PLAIN, hits);
  askShort(number, PLAIN);
  if (lineHyphen) {
    folded = foldHere(bare.text, true);
    sumsA(folded, lanes);
    findLong(bare.text, number, JOINED, hits);
    askShort(number, JOINED);
  }
  return block;
}

/** Letters of a pair that are read first: enough for the key of a long title, whatever stands between its letters. */
const PAIR_BEGINNING = 3 * HINT_END;

/** The title that two blocks may be together: only the one that begins where they do. */
function askPair({ text }: BlockPair, number: number): void {
  folded = foldHere(text.slice(0, PAIR_BEGINNING));
  if (folded.words === 0 || folded.length < LONG_KEY) return;
  sumsA(folded, lanes);
  questions.reserve(1);
  questions.put(longKeyAt(lanes, 0), number, 0, 0, PLAIN, folded.length < HINT_END ? 0 : hintAt(lanes, 0));
}

/** What may be in `plain`, by block. */
export function scan(plain: readonly Block[], fronts: readonly ResidentIndex[]): Scanned {
  const hits = new Hits(fronts);
  questions.count = 0;
  const blocks = plain.map((bare, number) => (bare.text.length < 3 ? bare : scanBlock(bare, number, hits)));
  const pairs = [...pairsOf(plain)];
  for (const [at, pair] of pairs.entries()) askPair(pair, plain.length + at);
  hits.ask();
  return { blocks, hits: hits.byBlock, pairs, identifying: hits.identifying };
}
