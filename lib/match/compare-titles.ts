// Second reading: what may be in a block is compared with the titles' whole hashes. What is accepted is decided later.
import { hashB, LONGEST, sumsB } from '../text/hash.ts';
import type { Sums } from '../text/hash.ts';
import { emptyFolded, fold } from '../text/tokens.ts';
import type { Folded } from '../text/tokens.ts';
import { KIND, lettersOf } from '../packs/tables/title-entries.ts';
import type { Hit, Scanned } from './scan.ts';
import { CHUNK_ENTRIES, kindAt } from '../packs/tables/title-index.ts';
import type { PaperRef, TitleIndex } from './title-lookup.ts';

/** A hit of which its chunk was read. */
export type TitleHit = Hit;

export interface Candidate {
  /** Words [from, to) of the folded text. */
  from: number;
  to: number;
  papers: PaperRef[];
  /** Only a title's main part is there, for every paper named. */
  mainPart: boolean;
  joined: boolean;
}

/** Maximum chunks in memory at once. */
const CHUNKS_AT_ONCE = 64;

/** Looks up what was hit, by block; what is gone or damaged is left out. */
export async function entriesOfHits(
  { hits }: Scanned,
  titles: readonly TitleIndex[],
): Promise<Map<number, TitleHit[]>> {
  const entries = new Map<number, TitleHit[]>();
  /** source -> chunk -> hits. */
  const wanted = titles.map(() => new Map<number, Hit[]>());
  for (const ofBlock of hits.values()) {
    for (const hit of ofBlock) {
      const number = Math.floor(hit.entry / CHUNK_ENTRIES);
      const ofChunk = wanted[hit.source]?.get(number);
      if (ofChunk === undefined) wanted[hit.source]?.set(number, [hit]);
      else ofChunk.push(hit);
    }
  }
  for (const [source, ofSource] of wanted.entries()) {
    const numbers = [...ofSource.keys()].sort((one, other) => one - other);
    for (let first = 0; first < numbers.length; first += CHUNKS_AT_ONCE) {
      const some = numbers.slice(first, first + CHUNKS_AT_ONCE);
      // Few at a time keeps memory small.
      const asked = some.flatMap((number) => (ofSource.get(number) ?? []).map(({ entry }) => entry));
      const chunks = (await titles[source]?.chunks(some, asked)) ?? [];
      for (const [at, number] of some.entries()) {
        const chunk = chunks[at];
        if (chunk === null || chunk === undefined) continue;
        for (const hit of ofSource.get(number) ?? []) {
          const place = hit.entry % CHUNK_ENTRIES;
          const kind = kindAt(chunk, place);
          if (place >= chunk.entries || chunk.lengths[place] === 0 || (kind === KIND.ending) !== hit.ending) continue;
          hit.kind = kind;
          hit.check = chunk.checks[place] ?? 0;
          hit.ordinal = chunk.ordinals[place] ?? 0;
          hit.length = lettersOf(chunk.lengths[place] ?? 0);
          const ofBlock = entries.get(hit.block);
          if (ofBlock === undefined) entries.set(hit.block, [hit]);
          else ofBlock.push(hit);
        }
      }
    }
  }
  return entries;
}

const sameRef = (one: PaperRef, other: PaperRef): boolean =>
  one.source === other.source && one.ordinal === other.ordinal;

export const slotKey = ({ from, to }: { from: number; to: number }): number => from * 65_536 + (to - from);

/** The word that begins at canonical character `at`, at or after `word`; -1 where none does. */
function wordAt({ from, words }: Folded, word: number, at: number): number {
  while (word < words && (from[word] ?? 0) < at) word += 1;
  return (from[word] ?? -1) === at ? word : -1;
}

const joinedFold = emptyFolded();

/**
 * The titles that are in a text word for word (after folding), anywhere. `folded` holds the text, `lanes`
 * is working space. What a title of the plain reading fills is not looked for in the joined one.
 */
export function candidatesIn(text: string, folded: Folded, lanes: Sums, entries: readonly TitleHit[]): Candidate[] {
  const found = new Map<number, Candidate>();
  for (const joined of [false, true]) {
    const ofReading = entries.filter((entry) => entry.joined === joined && !entry.guess);
    if (ofReading.length === 0) continue;
    const reading = joined ? fold(text, joinedFold, true) : folded;
    sumsB(reading, lanes);
    for (const { word, until, length, check, kind, source, ordinal } of ofReading) {
      const begin = reading.from[word] ?? 0;
      if (length === 0 || length > LONGEST || begin + length > reading.length) continue;
      if ((hashB(lanes, begin, begin + length) ^ check) >>> 2 !== 0) continue;
      const to = wordAt(reading, word, begin + length);
      if (to <= word || (until > 0 && to !== until)) continue;
      const place = slotKey({ from: word, to });
      const mainPart = kind === KIND.mainPart;
      const known = found.get(place);
      const paper = { source, ordinal };
      if (known === undefined) {
        found.set(place, { from: word, to, papers: [paper], mainPart, joined });
      } else if (known.joined !== joined) {
        continue;
      } else if (known.mainPart && !mainPart) {
        known.papers = [paper];
        known.mainPart = false;
      } else if (known.mainPart === mainPart && !known.papers.some((other) => sameRef(other, paper))) {
        known.papers.push(paper);
      }
    }
  }
  return [...found.values()];
}
