// Blocks of a page in, mentions out. Identifiers are read first: they say which paper a link or line is about, and
// so are evidence for the titles beside them; an identifier is a mention of its own only where it is the page's only
// sign of the paper.
//
//   scan     every word against the fronts, in memory                       most pages end here
//   match    what passed, against the chunks of the titles' whole hashes
//   accept   the written rules, as if all evidence were there
//   read     the facts of what a rule may accept: the title must be there letter by letter, evidence must hold
import { emptySums } from '../text/hash.ts';
import { emptyFolded, fold, readsAs, type Folded } from '../text/tokens.ts';
import { keysOfIdentifiers } from '../paper/keys.ts';
import { BAR, confidence, type TitleSlot } from './accept.ts';
import { longMainPart, wholeReadings } from '../packs/tables/title-entries.ts';
import { authorNear } from './evidence.ts';
import { guessesIn } from './inexact-titles.ts';
import { identifiersOfHead, titleOfHead } from './page-identifiers.ts';
import { candidatesIn, entriesOfHits, type Candidate, type TitleHit } from './compare-titles.ts';
import type { Block, Mention, Via } from '../messages/page-protocol.ts';
import { keyOfRef, stretch, type Pending } from './pending-mention.ts';
import { scan } from './scan.ts';
import {
  groupBy,
  identifiersOfPage,
  loneIdentifiers,
  paperBy,
  identifierMentions,
  type IdentifierMention,
} from './identifier-mentions.ts';
import type { FindSource } from './title-lookup.ts';
import { titleOfPair } from './two-blocks.ts';
import type { PaperFacts } from '../paper/paper-facts.ts';

export type { FindSource } from './title-lookup.ts';
export type { PaperFacts } from '../paper/paper-facts.ts';

/** Maximum blocks between an identifier and a title that are taken to be about the same paper. */
const MAXIMUM_NAMED_REACH = 3;
/** Maximum papers with one title whose facts are read; of more only where the title is long or an identifier is near. */
const MAXIMUM_TWINS = 24;
export interface FoundPapers {
  mentions: Mention[];
  /** Of every paper that a mention names. */
  facts: Map<string, PaperFacts>;
}

/** All mentions in `blocks`, in reading order, with the facts of the papers.
 *  @param own papers that the page itself is about: their identifiers are no mentions (their titles are) */
export async function findPapers(
  plain: readonly Block[],
  source: FindSource,
  own: readonly string[] = [],
): Promise<FoundPapers> {
  const scanned = scan(
    plain,
    source.titles.map(({ front }) => front),
  );
  const { blocks } = scanned;
  const identifiers = identifiersOfPage(blocks, scanned.identifying);
  const known =
    identifiers.length === 0
      ? new Map<string, PaperFacts>()
      : await source.byIdentifiers([...new Set(identifiers.flatMap(keysOfIdentifiers))]);
  const signs = identifierMentions(identifiers, known);
  const facts = new Map<string, PaperFacts>();
  for (const paper of known.values()) facts.set(paper.id, paper);
  const identifiersByPaper = groupBy(signs, (sign) => sign.paper);
  const near = (one: number, other: number, reach: number): boolean => {
    if (Math.abs(one - other) <= reach) return true;
    const row = blocks[one]?.row;
    return row !== undefined && row === blocks[other]?.row;
  };

  const mentions: Mention[] = [];
  if (scanned.hits.size > 0) {
    const entries = await entriesOfHits(scanned, source.titles);
    const pending: Pending[] = [];
    for (const [number, ofBlock] of [...entries].sort(([one], [other]) => one - other)) {
      const pair = scanned.pairs[number - blocks.length];
      pending.push(
        ...(pair === undefined ? pendingIn(blocks, number, ofBlock, signs, near) : titleOfPair(pair, lanes, ofBlock)),
      );
    }
    const refs = new Map(pending.flatMap(({ papers }) => papers.map((ref) => [keyOfRef(ref), ref] as const)));
    const read = refs.size === 0 ? [] : await source.papers([...refs.values()]);
    const factsByRef = new Map([...refs.keys()].map((key, at) => [key, read[at] ?? null] as const));
    for (const { block, start, length, papers, goesOn, decide } of pending) {
      const meant = new Map<string, PaperFacts>();
      for (const ref of papers) {
        const paper = factsByRef.get(keyOfRef(ref)) ?? null;
        if (paper !== null) meant.set(paper.id, paper);
      }
      const decided = decide([...meant.values()]);
      if (decided === null || decided.confidence < BAR) continue;
      if (goesOn && !takesOver(mentions, block, decided.papers)) continue;
      for (const paper of decided.papers) facts.set(paper.id, paper);
      mentions.push({
        block,
        start,
        length,
        papers: decided.papers.map((paper) => paper.id),
        via: 'title',
        confidence: decided.confidence,
        ...(goesOn ? { goesOn } : {}),
      });
    }
  }
  for (const sign of loneIdentifiers(identifiersByPaper, mentions, own, near)) {
    mentions.push({
      block: sign.block,
      start: sign.start,
      length: sign.end - sign.start,
      papers: [sign.paper],
      via: sign.via,
      confidence: sign.link ? 0.99 : 0.95,
    });
  }
  mentions.sort((one, other) => one.block - other.block || one.start - other.start);
  return { mentions, facts };
}

/** Takes away what was found in one of a title's two blocks and is part of it; false where another paper is there. */
function takesOver(mentions: Mention[], first: number, papers: readonly PaperFacts[]): boolean {
  const ids = new Set(papers.map(({ id }) => id));
  const within = mentions.filter(({ block }) => block === first || block === first + 1);
  if (within.some((mention) => mention.papers.some((id) => !ids.has(id)))) return false;
  for (const mention of within) mentions.splice(mentions.indexOf(mention), 1);
  return true;
}

/** All mentions in `blocks`, in reading order. */
export async function findMentions(
  blocks: readonly Block[],
  source: FindSource,
  own: readonly string[] = [],
): Promise<Mention[]> {
  return (await findPapers(blocks, source, own)).mentions;
}

const folded = emptyFolded();
const lanes = emptySums();

/** What may be accepted in one block. What a rule refuses however good the evidence is, is not among it. */
function pendingIn(
  blocks: readonly Block[],
  number: number,
  entries: readonly TitleHit[],
  signs: readonly IdentifierMention[],
  near: (one: number, other: number, reach: number) => boolean,
): Pending[] {
  const block = blocks[number];
  if (block === undefined) return [];
  const { text } = block;
  fold(text, folded);
  const pending: Pending[] = [];
  const namedHere = new Set(
    signs.filter((sign) => near(sign.block, number, MAXIMUM_NAMED_REACH)).map((sign) => sign.paper),
  );
  const taken = new Uint8Array(folded.words);
  /** Words of what may be accepted: a main part that a rule refuses hides no title that is cut or mistyped. */
  const kept = new Uint8Array(folded.words);
  const candidates = candidatesIn(text, folded, lanes, entries);
  // The longest first: a title inside a longer one is not a mention, even if the longer one is refused.
  candidates.sort((one, other) => other.to - other.from - (one.to - one.from) || one.from - other.from);
  for (const candidate of candidates) {
    // Those before it are at least as long: one that overlaps it covers its first or its last word.
    if (taken[candidate.from] === 1 || taken[candidate.to - 1] === 1) continue;
    taken.fill(1, candidate.from, candidate.to);
    const words = candidate.to - candidate.from;
    // Hundreds of papers are called "Introduction": without an identifier there is no saying which is meant.
    if (words < 4 && candidate.papers.length > MAXIMUM_TWINS && namedHere.size === 0) continue;
    const place: Omit<TitleSlot, 'named' | 'authored'> = {
      text,
      kind: block.kind,
      spans: block.spans,
      start: folded.start,
      end: folded.end,
      words: folded.words,
      from: candidate.from,
      to: candidate.to,
      mainPart: candidate.mainPart,
    };
    if (confidence({ ...place, named: true, authored: () => true }) < BAR) continue;
    kept.fill(1, candidate.from, candidate.to);
    pending.push({
      block: number,
      ...stretch(text, folded, candidate),
      papers: candidate.papers.slice(0, namedHere.size > 0 ? 10 * MAXIMUM_TWINS : MAXIMUM_TWINS),
      decide: (facts) => decideWhole(blocks, number, candidate, namedHere, facts),
    });
  }
  pending.push(...guessesIn(block, number, folded, entries, kept));
  return pending;
}

/** Folded again for decisions, which come when the working space holds another block; once for all of a block's. */
const readings = [
  { text: '', folded: emptyFolded() },
  { text: '', folded: emptyFolded() },
] as const;
function readAgain(text: string, joined: boolean): Folded {
  const reading: { text: string; folded: Folded } = readings[joined ? 1 : 0];
  if (reading.text !== text) {
    reading.text = text;
    fold(text, reading.folded, joined);
  }
  return reading.folded;
}

function decideWhole(
  blocks: readonly Block[],
  number: number,
  candidate: Candidate,
  namedHere: ReadonlySet<string>,
  facts: readonly PaperFacts[],
): { papers: readonly PaperFacts[]; confidence: number } | null {
  const block = blocks[number];
  if (block === undefined) return null;
  const { from, to, mainPart } = candidate;
  const again = readAgain(block.text, candidate.joined);
  const begin = again.from[from] ?? 0;
  const stop = again.from[to] ?? 0;
  const standing = facts.filter(({ titles }) => titles.some((title) => standsAs(title, mainPart, again, begin, stop)));
  if (standing.length === 0) return null;
  // Where papers share the title, an identifier beside it says which; of short titles, an author does.
  const meant = standing.filter((paper) => namedHere.has(paper.id));
  let papers = meant.length > 0 ? meant : standing;
  const isAuthored = (paper: PaperFacts): boolean => authorNear(blocks, number, again, candidate, paper.authors);
  if (meant.length === 0 && papers.length > 1 && to - from < 4) {
    const authored = papers.filter(isAuthored);
    if (authored.length > 0) papers = authored;
  }
  return {
    papers,
    confidence: confidence({
      text: block.text,
      kind: block.kind,
      spans: block.spans,
      start: again.start,
      end: again.end,
      words: again.words,
      from,
      to,
      mainPart,
      named: meant.length > 0,
      authored: () => papers.some(isAuthored),
    }),
  };
}

/** Whether the canonical letters are those of the title, and no other text's that hashes alike. */
function standsAs(title: string, mainPart: boolean, text: Folded, begin: number, stop: number): boolean {
  if (!mainPart) return wholeReadings(title).some((reading) => readsAs(reading, text, begin, stop));
  const main = longMainPart(title);
  return main !== null && readsAs(main, text, begin, stop);
}

export interface OwnPaper {
  paper: string;
  via: Extract<Via, 'url' | 'meta'>;
}

/** The papers a page is about, by its address and its meta tags, with their facts; most pages are about none. */
export async function papersOfPage(
  url: string,
  meta: readonly (readonly [string, string])[],
  source: FindSource,
): Promise<{ own: OwnPaper[]; facts: Map<string, PaperFacts> }> {
  const identified = identifiersOfHead(url, meta);
  const own = new Map<string, OwnPaper['via']>();
  const facts = new Map<string, PaperFacts>();
  const keys = [...new Set(identified.flatMap(({ found }) => keysOfIdentifiers(found)))];
  if (keys.length > 0) {
    const known = await source.byIdentifiers(keys);
    for (const { found, via } of identified) {
      const paper = paperBy(found, known)?.facts;
      if (paper === undefined || own.has(paper.id)) continue;
      own.set(paper.id, via);
      facts.set(paper.id, paper);
    }
  }
  const title = own.size === 0 ? titleOfHead(meta) : undefined;
  if (title !== undefined) {
    const found = await findPapers([{ text: title, kind: 'title', spans: [] }], source);
    for (const { papers, start, length } of found.mentions) {
      const [paper = ''] = papers;
      const known = found.facts.get(paper);
      if (start !== 0 || length < title.length - 2 || papers.length !== 1 || known === undefined) continue;
      own.set(paper, 'meta');
      facts.set(paper, known);
    }
  }
  return { own: [...own].map(([paper, via]) => ({ paper, via })), facts };
}

/** The papers a page is about, by its address and its meta tags; most pages are about none. */
export async function ownPapers(
  url: string,
  meta: readonly (readonly [string, string])[],
  source: FindSource,
): Promise<OwnPaper[]> {
  return (await papersOfPage(url, meta, source)).own;
}
