// Blocks of a page in, mentions out. Identifiers are read first: they say which paper a link or line is about, and
// so are evidence for the titles beside them; an identifier is a mention of its own only where it is the page's only
// sign of the paper.
import { foldPlain } from '../text/fold.ts';
import { emptySums } from '../text/hash.ts';
import { canonical, emptyFolded, fold, hasLineHyphen } from '../text/tokens.ts';
import type { Folded } from '../text/tokens.ts';
import { BAR, confidence, wordsWithin } from './accept.ts';
import { arxivId, arxivIdOfDoi, doiOfArxivId, identifiersIn, identifiersOf } from './identifiers.ts';
import type { Identifiers } from './identifiers.ts';
import { candidatesIn, papersBeginning } from './match.ts';
import type { Candidate, Pack, Slot } from './match.ts';
import type { Block, Mention, Via } from './protocol.ts';

export interface Index {
  segments: readonly Pack[];
  byArxiv(id: string): string | null;
  /** The DOI in lower case. */
  byDoi(doi: string): string | null;
  /** All titles of a paper, preferred first. */
  title(paper: string): readonly string[];
  /** Its authors as printed; without it no name near a title counts as evidence. */
  authors?(paper: string): readonly string[];
}

/** So many blocks around a title, its paper's identifiers are part of the same mention. */
const ROW_REACH = 8;
/** So many blocks around an identifier, titles are taken to be about the same paper. */
const NAMED_REACH = 3;

interface Sign {
  block: number;
  start: number;
  end: number;
  paper: string;
  via: 'arxiv' | 'doi';
  link: boolean;
}

function paperBy(found: Identifiers, index: Index): { paper: string; via: 'arxiv' | 'doi' } | null {
  if (found.arxiv !== null) {
    const paper = index.byArxiv(found.arxiv) ?? index.byDoi(doiOfArxivId(found.arxiv));
    return paper === null ? null : { paper, via: 'arxiv' };
  }
  for (const doi of found.dois) {
    const paper = index.byDoi(doi);
    if (paper !== null) return { paper, via: 'doi' };
  }
  return null;
}

function signsOf(block: Block, number: number, index: Index): Sign[] {
  const links: Sign[] = [];
  for (const span of block.spans) {
    if (span.href === undefined) continue;
    const found = paperBy(identifiersOf(span.href), index);
    if (found === null) continue;
    const text = block.text.slice(span.start, span.end);
    const start = span.start + (text.length - text.trimStart().length);
    const end = span.start + text.trimEnd().length;
    links.push({ block: number, start, end: Math.max(start, end), ...found, link: true });
  }
  const texts: Sign[] = [];
  for (const written of identifiersIn(block.text)) {
    const dois = written.doi === null ? [] : [written.doi];
    const found = paperBy({ arxiv: written.arxiv, dois }, index);
    if (found === null) continue;
    if (links.some((sign) => sign.paper === found.paper && sign.start < written.end && written.start < sign.end))
      continue;
    texts.push({ block: number, start: written.start, end: written.end, ...found, link: false });
  }
  return [...links, ...texts];
}

const placeOf = ({ from, to }: Candidate): number => from * 65_536 + (to - from);

/** As `Map.groupBy`, which Node 20 lacks. */
function groupBy<Key, Value>(values: readonly Value[], keyOf: (value: Value) => Key): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}

/**
 * All mentions in `blocks`, in reading order.
 * @param own papers that the page itself is about: their identifiers are no mentions (their titles are)
 */
export function findMentions(blocks: readonly Block[], index: Index, own: readonly string[] = []): Mention[] {
  const signs = blocks.flatMap((block, number) => signsOf(block, number, index));
  const signsByPaper = groupBy(signs, (sign) => sign.paper);
  const near = (one: number, other: number, reach: number): boolean => {
    if (Math.abs(one - other) <= reach) return true;
    const row = blocks[one]?.row;
    return row !== undefined && row === blocks[other]?.row;
  };

  const mentions: Mention[] = [];
  const folded = emptyFolded();
  const lanes = emptySums();
  blocks.forEach((block, number) => {
    if (block.text.length < 3) return;
    const joined = hasLineHyphen(block.text)
      ? candidatesIn(block.text, fold(block.text, folded, true), lanes, index.segments, [])
      : [];
    fold(block.text, folded);
    if (folded.words === 0) return;
    const slots = slotsOf(block, folded);
    const named = (paper: string): boolean =>
      signsByPaper.get(paper)?.some((sign) => near(sign.block, number, NAMED_REACH)) ?? false;
    const authored = (candidate: Candidate, paper: string): boolean =>
      authorNear(blocks, number, folded, candidate, index.authors?.(paper) ?? []);

    const candidates = candidatesIn(block.text, folded, lanes, index.segments, slots);
    if (joined.length > 0) {
      const places = new Set(candidates.map(placeOf));
      candidates.push(...joined.filter((other) => !places.has(placeOf(other))));
    }
    const taken = new Uint8Array(folded.words);
    // The longest first: a title inside a longer one is not a mention, even if the longer one is refused.
    candidates.sort((one, other) => other.to - other.from - (one.to - one.from) || one.from - other.from);
    for (const candidate of candidates) {
      // Those before it are at least as long: one that overlaps it covers its first or its last word.
      if (taken[candidate.from] === 1 || taken[candidate.to - 1] === 1) continue;
      taken.fill(1, candidate.from, candidate.to);
      // Where papers share the title, an identifier beside it says which.
      const meant = candidate.papers.filter(named);
      const papers = meant.length > 0 ? meant : candidate.papers;
      const sure = confidence({
        text: block.text,
        kind: block.kind,
        spans: block.spans,
        start: folded.start,
        end: folded.end,
        words: folded.words,
        from: candidate.from,
        to: candidate.to,
        mainPart: candidate.mainPart,
        named: meant.length > 0,
        authored: () => papers.some((paper) => authored(candidate, paper)),
      });
      if (sure < BAR) continue;
      mentions.push({
        block: number,
        ...stretch(block.text, folded, candidate),
        papers,
        via: 'title',
        confidence: sure,
      });
    }
    for (const slot of slots) {
      if (!isCutShort(block.text, folded, slot)) continue;
      if (taken.subarray(slot.from, slot.to).includes(1)) continue;
      const paper = beginningOf(folded, papersBeginning(folded, lanes, index.segments, slot.from), slot, index);
      if (paper === null) continue;
      taken.fill(1, slot.from, slot.to);
      const place = stretch(block.text, folded, slot);
      mentions.push({ block: number, ...place, papers: [paper], via: 'title', confidence: 0.8 });
    }
  });

  for (const sign of lonelySigns(signsByPaper, mentions, own, near)) {
    mentions.push({
      block: sign.block,
      start: sign.start,
      length: sign.end - sign.start,
      papers: [sign.paper],
      via: sign.via,
      confidence: sign.link ? 0.99 : 0.95,
    });
  }
  return mentions.sort((one, other) => one.block - other.block || one.start - other.start);
}

/** Where a title's words stand in the text, with a "$" or a closing "?" that belongs to it. */
function stretch(text: string, folded: Folded, slot: Slot): { start: number; length: number } {
  let start = folded.start[slot.from] ?? 0;
  let end = folded.end[slot.to - 1] ?? 0;
  if (/[?!]/.test(text.charAt(end))) end += 1;
  const dollars = text.slice(start, end).split('$').length - 1;
  if (dollars % 2 === 1) {
    if (text.charAt(start - 1) === '$') start -= 1;
    else if (text.charAt(end) === '$') end += 1;
  }
  return { start, length: end - start };
}

/** The whole block and each span in it, as words. */
function slotsOf(block: Block, folded: Folded): Slot[] {
  const whole = { from: 0, to: folded.words };
  const slots = new Map<string, Slot>([[`0 ${whole.to}`, whole]]);
  for (const span of block.spans) {
    if (span.kind === 'name') continue;
    const inside = wordsWithin(folded.start, folded.end, folded.words, span.start, span.end);
    if (inside.to <= inside.from) continue;
    slots.set(`${inside.from} ${inside.to}`, inside);
  }
  return [...slots.values()];
}

const CUT_WORDS = 5;
const CUT_LETTERS = 30;

/** The slot ends in "…", after enough of a title to know it by. */
function isCutShort(text: string, folded: Folded, slot: Slot): boolean {
  const start = folded.start[slot.from] ?? 0;
  const end = folded.end[slot.to - 1] ?? 0;
  const after = text.slice(end, end + 5).trimStart();
  if (!after.startsWith('…') && !after.startsWith('...')) return false;
  return slot.to - slot.from >= CUT_WORDS || end - start >= CUT_LETTERS;
}

/** The one paper that has a title beginning with the slot's words; null if none or several have. */
function beginningOf(folded: Folded, papers: readonly string[], slot: Slot, index: Index): string | null {
  const from = folded.from[slot.from] ?? 0;
  const to = folded.from[slot.to] ?? 0;
  const written = String.fromCharCode(...folded.chars.subarray(from, to));
  const fitting = papers.filter((paper) => index.title(paper).some((title) => canonical(title).startsWith(written)));
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

const AUTHOR_REACH = 250;

function familyName(name: string): string {
  const comma = name.indexOf(',');
  const family = comma > 0 ? name.slice(0, comma) : (name.trim().split(/\s+/).at(-1) ?? '');
  return foldPlain(family);
}

/** Whether the family name of one of `authors` stands beside the candidate, in its block or the next ones. */
function authorNear(
  blocks: readonly Block[],
  number: number,
  folded: Folded,
  candidate: Candidate,
  authors: readonly string[],
): boolean {
  if (authors.length === 0) return false;
  const text = blocks[number]?.text ?? '';
  const start = folded.start[candidate.from] ?? 0;
  const end = folded.end[candidate.to - 1] ?? 0;
  const beside = [
    text.slice(Math.max(0, start - AUTHOR_REACH), start),
    text.slice(end, end + AUTHOR_REACH),
    ...[number - 1, number + 1, number + 2].map((other) => blocks[other]?.text.slice(0, AUTHOR_REACH) ?? ''),
  ];
  const names = new Set<string>();
  for (const piece of beside) {
    for (const word of piece.split(/[^\p{L}\p{M}'’-]+/u)) if (word.length > 1) names.add(foldPlain(word));
  }
  return authors.some((author) => {
    const family = familyName(author);
    return family.length > 1 && names.has(family);
  });
}

/** Identifiers whose paper has no other mention close by: one for each group of links to one paper. */
function lonelySigns(
  signsByPaper: ReadonlyMap<string, readonly Sign[]>,
  mentions: readonly Mention[],
  own: readonly string[],
  near: (one: number, other: number, reach: number) => boolean,
): Sign[] {
  const byBlock = groupBy(mentions, (mention) => mention.block);
  const blocksOf = new Map<string, number[]>();
  for (const { block, papers } of mentions) {
    for (const paper of papers) {
      const known = blocksOf.get(paper);
      if (known === undefined) blocksOf.set(paper, [block]);
      else known.push(block);
    }
  }
  const kept: Sign[] = [];
  for (const [paper, signs] of signsByPaper) {
    if (own.includes(paper)) continue;
    const shownIn = blocksOf.get(paper) ?? [];
    const group: Sign[] = [];
    for (const sign of signs) {
      if (sign.end <= sign.start || shownIn.some((block) => near(block, sign.block, ROW_REACH))) continue;
      const covered = byBlock
        .get(sign.block)
        ?.some(({ start, length }) => start < sign.end && sign.start < start + length);
      if (covered === true) continue;
      const known = group.findIndex((other) => near(other.block, sign.block, ROW_REACH));
      if (known < 0) group.push(sign);
      else if (sign.link && group[known]?.link === false) group[known] = sign;
    }
    kept.push(...group);
  }
  return kept;
}

const ADDRESS_TAGS = new Set([
  'citation_pdf_url',
  'citation_abstract_html_url',
  'citation_fulltext_html_url',
  'og:url',
]);
const DOI_TAGS = new Set([
  'citation_doi',
  'dc.identifier',
  'dc.identifier.doi',
  'prism.doi',
  'bepress_citation_doi',
  'publication_doi',
  'eprints.id_number',
]);

/** The papers a page is about, by its address and its meta tags; most pages are about none. */
export function ownPapers(
  url: string,
  meta: readonly (readonly [string, string])[],
  index: Index,
): { paper: string; via: Extract<Via, 'url' | 'meta'> }[] {
  const own = new Map<string, 'url' | 'meta'>();
  const note = (found: Identifiers, via: 'url' | 'meta'): void => {
    const paper = paperBy(found, index)?.paper;
    if (paper !== undefined && !own.has(paper)) own.set(paper, via);
  };
  note(identifiersOf(url), 'url');
  for (const [rawName, rawContent] of meta) {
    const name = rawName.toLowerCase();
    const content = rawContent.trim();
    if (name === 'citation_arxiv_id') {
      note({ arxiv: arxivId(content), dois: [] }, 'meta');
    } else if (DOI_TAGS.has(name)) {
      const doi = content.toLowerCase().replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s?)/, '');
      if (doi.startsWith('10.')) note({ arxiv: arxivIdOfDoi(doi), dois: [doi] }, 'meta');
    } else if (ADDRESS_TAGS.has(name)) {
      note(identifiersOf(content), 'meta');
    }
  }
  if (own.size === 0) {
    const title = meta.find(([name]) => /^(?:citation_title|dc\.title)$/i.test(name))?.[1];
    const block: Block | null = title === undefined ? null : { text: title, kind: 'title', spans: [] };
    const found = block === null ? [] : findMentions([block], index);
    for (const { papers, start, length } of found) {
      if (start === 0 && length >= (block?.text.length ?? 0) - 2 && papers.length === 1)
        own.set(papers[0] ?? '', 'meta');
    }
  }
  return [...own].map(([paper, via]) => ({ paper, via }));
}
