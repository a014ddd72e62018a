// Titles with a capital on each word but small ones: MLA, Chicago, journals in APA. What has a capital keeps it. Pure.

import { withoutEnd } from '../../../text/without-end.ts';

/** Articles, conjunctions, prepositions and particles of names. */
const small = new Set(
  (
    'a an the and but or nor so yet for as at by from in into of on onto per to up via vs with about above across after ' +
    'against along alongside amid amidst among amongst apropos around astride athwart atop barring before behind below ' +
    'beneath beside besides between beyond circa despite down during except given inside lest like modulo near next ' +
    'notwithstanding off out over past plus pro qua sans since than through throughout till toward towards under ' +
    'underneath until unto upon versus within without de von van et al'
  ).split(' '),
);

/** A word, whatever marks it is between; parts of "state-of-the-art" are words. */
const WORD = /[^\s\-–—/:()[\]“”‘"…]+/gu;

export const titleCase = (title: string): string => {
  const last = [...title.matchAll(WORD)].findLast(([word]) => /[\p{L}\p{N}]/u.test(word))?.index ?? -1;
  return title.replace(WORD, (word, at: number) => {
    const core = withoutEnd(word, /[.,;!?’']/u);
    if (!/^\p{Ll}/u.test(core)) return word;
    const capital = word.charAt(0).toUpperCase() + word.slice(1);
    const isFirst = /(?:^|[:?!]\s?)[^\p{L}\p{N}:?!]*$/u.test(title.slice(0, at));
    if (isFirst) return /\p{Lu}|^.\d|^[^a-z]$/u.test(core) ? word : capital;
    // "p", "d’Alembert", "mT5", "e.g."
    if (core.length < 2 || /^.['’]|\p{Lu}|[.]/u.test(core)) return word;
    const startsCompound = title[at + word.length] === '-' && title[at - 1] === ' ';
    return small.has(core) && at !== last && !startsCompound ? word : capital;
  });
};
