// Blocks and spans that are no title to the letter: cut short with "…", or mistyped. Only where exactly one paper fits.
import { canonical, emptyFolded, fold, written, type Folded } from '../text/tokens.ts';
import { countsApart, KIND, letterCounts, wholeReadings } from '../packs/tables/title-entries.ts';
import type { TitleHit } from './compare-titles.ts';
import { editsAllowed, typingErrors } from './typos.ts';
import { keyOfRef, stretch, type Pending } from './pending-mention.ts';
import type { Block } from '../messages/page-protocol.ts';
import { slotsOf, type Slot } from './scan.ts';
import type { PaperRef } from './title-lookup.ts';
import type { PaperFacts } from '../paper/paper-facts.ts';

/** Maximum titles that a cut or mistyped one may be; among more it is not looked for. */
const MAXIMUM_GUESSES = 24;
/** How certain a title is where letters differ; where it is cut short. */
const MISTYPED = 0.7;
const CUT_SHORT = 0.8;

/** Folded again for decisions, which come when the working space holds another block. */
const again = emptyFolded();

/** Minimum words or letters of a title that is cut short. */
const MINIMUM_CUT_WORDS = 5;
const MINIMUM_CUT_LETTERS = 30;

/** The slot ends in "…", after enough of a title to know it by. */
function isCutShort(text: string, folded: Folded, slot: Slot): boolean {
  const start = folded.start[slot.from] ?? 0;
  const end = folded.end[slot.to - 1] ?? 0;
  const after = text.slice(end, end + 5).trimStart();
  if (!after.startsWith('…') && !after.startsWith('...')) return false;
  return slot.to - slot.from >= MINIMUM_CUT_WORDS || end - start >= MINIMUM_CUT_LETTERS;
}

/** Blocks and spans that are no title to the letter: cut short with "…", or mistyped. */
export function guessesIn(
  block: Block,
  number: number,
  folded: Folded,
  entries: readonly TitleHit[],
  taken: Uint8Array,
): Pending[] {
  const pending: Pending[] = [];
  const guesses = entries.filter(({ guess, kind }) => guess && kind !== KIND.mainPart);
  if (guesses.length === 0) return [];
  for (const slot of slotsOf(block, folded)) {
    const { from, to } = slot;
    const begin = folded.from[from] ?? 0;
    const letters = (folded.from[to] ?? 0) - begin;
    if (to - from < MINIMUM_CUT_WORDS && letters < MINIMUM_CUT_LETTERS) continue;
    const here = guesses.filter(({ word, kind, until }) => word === from && (kind === KIND.whole || until === to));
    if (here.length === 0 || taken.subarray(from, to).includes(1)) continue;
    const place = { block: number, ...stretch(block.text, folded, slot) };
    if (folded.mayBeCut && isCutShort(block.text, folded, slot)) {
      const papers = refsOf(here.filter(({ kind, length }) => kind === KIND.whole && length >= letters));
      if (papers.length === 0) continue;
      const beginning = written(folded, begin, begin + letters);
      pending.push({
        ...place,
        papers,
        decide: (facts) =>
          theOnly(
            facts.map((paper) => ({
              paper,
              title: paper.titles.find((title) => canonical(title).startsWith(beginning)),
            })),
            CUT_SHORT,
          ),
      });
      taken.fill(1, from, to);
      continue;
    }
    const allowed = editsAllowed(letters);
    const counts = letterCounts(folded.chars, begin, begin + letters);
    const papers = refsOf(
      here.filter(
        ({ kind, length, check }) =>
          Math.abs(length - letters) <= allowed && (kind === KIND.whole || countsApart(check, counts) <= 2 * allowed),
      ),
    );
    if (papers.length === 0) continue;
    pending.push({
      ...place,
      papers,
      decide: (facts) => {
        fold(block.text, again);
        const fits = (title: string): boolean =>
          wholeReadings(title).some((reading) => typingErrors(again, from, to, reading) !== null);
        return theOnly(
          facts.map((paper) => ({ paper, title: paper.titles.find(fits) })),
          MISTYPED,
        );
      },
    });
    taken.fill(1, from, to);
  }
  return pending;
}

/** The papers of some entries, each once; none where they are too many to read. */
function refsOf(entries: readonly TitleHit[]): PaperRef[] {
  const refs = new Map<string, PaperRef>();
  for (const { source, ordinal } of entries) refs.set(keyOfRef({ source, ordinal }), { source, ordinal });
  return refs.size > MAXIMUM_GUESSES ? [] : [...refs.values()];
}

/** The papers of the one title that fits: often several records of one paper. Null where none or several titles fit. */
function theOnly(
  fitting: readonly { paper: PaperFacts; title: string | undefined }[],
  sure: number,
): ReturnType<Pending['decide']> {
  const meant = fitting.flatMap(({ paper, title }) =>
    title === undefined ? [] : [{ paper, title: canonical(title) }],
  );
  if (meant.length === 0 || meant.some(({ title }) => title !== meant[0]?.title)) return null;
  return { papers: meant.map(({ paper }) => paper), confidence: sure };
}
