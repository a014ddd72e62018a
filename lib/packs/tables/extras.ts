// What a pack has of a paper beside its record, in blocks of the same 64 papers: it is many times as long as all else that a
// pack says of a paper, and only cards and merges read it. A line each, empty where there is none; deflated as records are.
//
//   abstract, and where there is more: U+001F, words of an abstract that may not be kept, U+001F, what the paper cites
import { deflateSync } from 'fflate';
import { readLines, RECORDS_A_BLOCK } from './records.ts';

/** What there is of a paper beside its record; no text has a control character. */
export interface PaperExtra {
  /** One line; only where the source's licence lets packs keep it. */
  abstract?: string;
  /** Words of an abstract that may not be kept, as `AbstractWords` chooses them. */
  words?: readonly string[];
  /** What it cites, by keys as in `paperKeys`: "openalex:w2157853701". */
  references?: readonly string[];
}

/** Maximum words of an abstract by which a paper is found. */
export const MAX_ABSTRACT_WORDS = 48;
/** Maximum works that a paper cites. */
export const MAX_REFERENCES = 500;

const BETWEEN = '\u001f';
const encoder = new TextEncoder();

/** A paper's line; "" where there is nothing. Words of an abstract that is kept are made of it again. */
export function extraLine({ abstract = '', words = [], references = [] }: PaperExtra): string {
  const kept = abstract === '' ? words.join(' ') : '';
  return kept === '' && references.length === 0 ? abstract : [abstract, kept, references.join(' ')].join(BETWEEN);
}

const partsOf = (text: string, most: number): string[] => (text === '' ? [] : text.split(' ', most));

export function readExtra(line: string): Required<PaperExtra> {
  const [abstract = '', words = '', references = ''] = line.split(BETWEEN, 3);
  return {
    abstract,
    words: partsOf(words, MAX_ABSTRACT_WORDS),
    references: partsOf(references, MAX_REFERENCES),
  };
}

/** What two rows of one paper have: of each kind, the first row's. */
export function mergeExtras(first: string, other: string): string {
  if (first === '' || other === '' || first === other) return first === '' ? other : first;
  const [one, two] = [readExtra(first), readExtra(other)];
  return extraLine({
    abstract: one.abstract === '' ? two.abstract : one.abstract,
    words: one.words.length === 0 ? two.words : one.words,
    references: one.references.length === 0 ? two.references : one.references,
  });
}

/** The lines of at most 64 papers as a block. */
export function encodeExtras(lines: readonly string[]): Uint8Array<ArrayBuffer> {
  const text = encoder.encode(lines.join('\n'));
  // Level 6: a tenth smaller than 3, and these blocks are most of a pack.
  const packed = deflateSync(text, { level: 6 });
  const block = new Uint8Array(4 + packed.length);
  new DataView(block.buffer).setUint32(0, text.length, true);
  block.set(packed, 4);
  return block;
}

/** A full block of papers that have nothing. */
export const noExtras = (): Uint8Array<ArrayBuffer> => encodeExtras(Array.from({ length: RECORDS_A_BLOCK }, () => ''));

/** The lines of a block. Throws `UnreadableFile` for what is none. */
export const readExtraLines = (block: Uint8Array): string[] => readLines(block);

/** The abstracts of a block, "" where there is none. Throws `UnreadableFile` for what is none. */
export const readAbstracts = (block: Uint8Array): string[] =>
  readLines(block).map((line) => line.split(BETWEEN, 1)[0] ?? '');
