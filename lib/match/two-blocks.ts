// Titles that are set in two blocks, one right after the other: two lines of a list's item, a heading and its subtitle,
// cells below each other. Both blocks have to be the title and nothing else, so that no list of topics becomes one.
import { emptyFolded, fold, readsAs } from '../text/tokens.ts';
import type { Sums } from '../text/hash.ts';
import type { Block } from '../messages/page-protocol.ts';
import { wholeReadings } from '../packs/tables/title-entries.ts';
import { candidatesIn, type TitleHit } from './compare-titles.ts';
import type { Pending } from './pending-mention.ts';

/** Two blocks as one text. */
export interface BlockPair {
  /** The first one's place; the other follows. */
  first: number;
  text: string;
}

/** Maximum characters of one of them: a title's line is no longer. */
const MAXIMUM_LINE = 200;
/** Titles of fewer words are met by chance where short lines follow each other ("Machine Learning", "Theory"). */
const MINIMUM_WORDS = 6;
/** How certain such a title is. */
const SURE = 0.85;
/** Maximum papers with one title that are read. */
const MAXIMUM_TWINS = 24;

/** A site that says which block is the title has all of it there. */
const mayBePart = ({ text, kind }: Block): boolean =>
  text.length >= 3 && text.length <= MAXIMUM_LINE && kind !== 'title' && kind !== 'byline';

/** Blocks that may be a title together. */
export function* pairsOf(blocks: readonly Block[]): Generator<BlockPair> {
  let before: Block | undefined;
  for (const [at, block] of blocks.entries()) {
    const isPart = mayBePart(block);
    if (isPart && before !== undefined && before.row === block.row)
      yield { first: at - 1, text: `${before.text}\n${block.text}` };
    before = isPart ? block : undefined;
  }
}

const folded = emptyFolded();

/** The title that a pair is, if it is one. `lanes` is working space. */
export function titleOfPair({ first, text }: BlockPair, lanes: Sums, entries: readonly TitleHit[]): Pending[] {
  fold(text, folded);
  const { words } = folded;
  if (words < MINIMUM_WORDS) return [];
  const whole = candidatesIn(text, folded, lanes, entries).find(
    ({ from, to, mainPart, joined }) => from === 0 && to === words && !mainPart && !joined,
  );
  if (whole === undefined || whole.papers.length > MAXIMUM_TWINS) return [];
  const start = text.length - text.trimStart().length;
  return [
    {
      block: first,
      start,
      length: text.trimEnd().length - start,
      goesOn: true,
      papers: whole.papers,
      decide: (facts) => {
        fold(text, folded);
        const stop = folded.from[words] ?? 0;
        const papers = facts.filter(({ titles }) =>
          titles.some((title) => wholeReadings(title).some((reading) => readsAs(reading, folded, 0, stop))),
        );
        return papers.length === 0 ? null : { papers, confidence: SURE };
      },
    },
  ];
}
