// Why a work is, or is not, a person's: the evidence line by line, as data that the interface puts into words. Pure.
import { featureVector, type ComparedWorks } from './block.ts';
import { commonOf } from './spellings.ts';
import { conflictingKind, byKind } from './ids.ts';
import { FEATURES } from './features.ts';
import { TOPIC_MARK } from './title-words.ts';
import type { Line } from './line.ts';
import { WEIGHTS } from './weights.ts';

/** Works of a person that one work is compared with: those nearest in years. */
const MAX_WORKS = 100;
/** Names and words that a line has. */
const MAX_TOLD = 5;
/** From how much commonness on some, and many, have a name. */
const SOME = 0.7;
const MANY = 1.3;

const lineOf = FEATURES.map((feature) => feature.split('/')[0] ?? '');
/** Lines of features that are told as another one. */
const toldAs: Readonly<Record<string, string>> = { always: 'name', middle: 'spelling' };

/** What ties a work to a person's works, or tells it from them, the strongest first. `works` may have the work itself. */
export function linesBetween(block: ComparedWorks, work: number, works: readonly number[]): Line[] {
  const others = nearest(block, work, works);
  const signature = block.signatures[work];
  if (signature === undefined || others.length === 0) return [];
  const weights = meanWeights(block, work, others);
  const weightOf = (line: string): number => weights?.get(line) ?? 0;
  const lines: Line[] = [];
  const own = new Set(signature.ids);
  const ids = [...new Set(others.flatMap((other) => block.signatures[other]?.ids ?? []))];
  const same = ids.filter((id) => own.has(id));
  const conflict = conflictingKind(byKind(signature.ids), byKind(ids));
  if (same.length > 0) lines.push({ kind: 'ids', ids: same, weight: SURE });
  if (conflict !== null) lines.push({ kind: 'other-id', of: conflict, weight: -SURE });
  if (weights === null) return [...lines, { kind: 'spelling', how: 'other', name: signature.name, weight: -SURE }];
  const names = sharedNames(block, work, others);
  if (names.length > 0)
    lines.push({
      kind: 'coauthors',
      names: names.slice(0, MAX_TOLD),
      more: Math.max(0, names.length - MAX_TOLD),
      weight: Math.max(weightOf('coauthors'), COAUTHOR),
    });
  const shared = sharedWords(block, work, others);
  const topics = shared.filter((word) => word.startsWith(TOPIC_MARK)).map((word) => word.slice(TOPIC_MARK.length));
  const words = shared.filter((word) => !word.startsWith(TOPIC_MARK));
  if (words.length > 0) lines.push({ kind: 'words', words, weight: weightOf('words') });
  // What topics say is in the same sum; by themselves they say less.
  if (topics.length > 0) lines.push({ kind: 'field', topics, weight: weightOf('words') / (words.length > 0 ? 4 : 1) });
  const { venue } = signature;
  const isVenue = (other: number): boolean =>
    block.signatures[other]?.venue?.trim().toLowerCase() === venue?.trim().toLowerCase();
  if (typeof venue === 'string' && venue.trim() !== '' && others.some(isVenue))
    lines.push({ kind: 'venue', venue, weight: weightOf('venue') });
  lines.push({ kind: 'years', apart: yearsApart(block, work, others), weight: weightOf('years') });
  const place = (signature.affiliation ?? '').trim();
  if (place !== '' && others.some((other) => block.signatures[other]?.affiliation?.trim() === place))
    lines.push({ kind: 'affiliation', name: place, weight: weightOf('affiliation') });
  lines.push(nameLine(block, work, weightOf('name')), spellingLine(block, work, others, weightOf('spelling')));
  return lines.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}

/** An id decides; nothing else weighs so much. */
export const SURE = 20;
/** A co-author in common ties works of one spelling whatever else is said. */
const COAUTHOR = 3;

const nearest = (block: ComparedWorks, work: number, works: readonly number[]): number[] => {
  const year = block.years[work] ?? 0;
  return works
    .filter((other) => other !== work)
    .toSorted((a, b) => Math.abs((block.years[a] ?? 0) - year) - Math.abs((block.years[b] ?? 0) - year) || a - b)
    .slice(0, MAX_WORKS);
};

/** The mean of each line over pairs that can be one person's; null where none can. */
function meanWeights(block: ComparedWorks, work: number, others: readonly number[]): Map<string, number> | null {
  const sums = new Map<string, number>();
  const features = featureVector();
  let pairs = 0;
  block.begin(work, block.size);
  for (const other of others) {
    if (!block.features(work, other, features)) continue;
    pairs += 1;
    for (const [at, line] of lineOf.entries()) {
      const told = toldAs[line] ?? line;
      sums.set(told, (sums.get(told) ?? 0) + (WEIGHTS[at] ?? 0) * (features[at] ?? 0));
    }
  }
  return pairs === 0 ? null : new Map([...sums].map(([line, sum]) => [line, sum / pairs]));
}

/** How many of the others have each. */
function countsIn(lists: readonly (readonly number[] | undefined)[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const list of lists) for (const one of list ?? []) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}

function sharedNames(block: ComparedWorks, work: number, others: readonly number[]): string[] {
  const counts = countsIn(others.map((other) => block.coauthorsOf[other]));
  const { values } = block.coauthors;
  const says = (key: number): number => (values[key] ?? 0) * Math.log1p(counts.get(key) ?? 0);
  return (block.coauthorsOf[work] ?? [])
    .filter((key) => counts.has(key))
    .toSorted((a, b) => says(b) - says(a) || a - b)
    .map((key) => block.printedCoauthor(work, key));
}

function sharedWords(block: ComparedWorks, work: number, others: readonly number[]): string[] {
  const counts = countsIn(others.map((other) => block.wordsOf[other]));
  const { values, texts } = block.words;
  return (block.wordsOf[work] ?? [])
    .filter((word) => counts.has(word) && (isTopic(texts[word]) || (values[word] ?? 0) > COMMON_WORD))
    .toSorted((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b)
    .slice(0, MAX_TOLD)
    .map((word) => texts[word] ?? '');
}

const isTopic = (word = ''): boolean => word.startsWith(TOPIC_MARK);

/** Words that one title in thirty has are not told. */
const COMMON_WORD = 5;

function yearsApart(block: ComparedWorks, work: number, others: readonly number[]): number | null {
  const year = block.years[work] ?? null;
  if (year === null) return null;
  const gaps = others.flatMap((other) => {
    const its = block.years[other] ?? null;
    return its === null ? [] : [Math.abs(its - year)];
  });
  return gaps.length === 0 ? null : Math.min(...gaps);
}

function nameLine(block: ComparedWorks, work: number, weight: number): Line {
  const spelling = block.spellings[block.spelling[work] ?? 0];
  const common = spelling === undefined ? 0 : commonOf(spelling, spelling);
  return { kind: 'name', people: common < SOME ? 'few' : common < MANY ? 'some' : 'many', weight };
}

/** By the spelling that most of the others have. */
function spellingLine(block: ComparedWorks, work: number, others: readonly number[], weight: number): Line {
  const own = block.spelling[work] ?? 0;
  const counts = countsIn([others.map((other) => block.spelling[other] ?? 0)]);
  const [most = own] = [...counts].toSorted((a, b) => b[1] - a[1] || a[0] - b[0])[0] ?? [];
  const [one, other] = [block.spellings[own], block.spellings[most]];
  const name = other?.text ?? '';
  if (counts.has(own)) return { kind: 'spelling', how: 'same', name: one?.text ?? '', weight };
  const initial = (one?.first === '') !== (other?.first === '');
  return { kind: 'spelling', how: initial ? 'one-initial' : 'alike', name, weight };
}
