// What packs found in a page's blocks, together with what the page itself says: rows that no pack knows become mentions
// too, and a title that a pack's other paper shares stops being one. Pure.
import type { BlocksRequest, Mention } from '../../messages/page-protocol.ts';
import { factsOfRecord, type PaperFacts } from '../../paper/paper-facts.ts';
import type { LinkedPaper } from '../../facts/read-links.ts';
import { isCitationLine, partsOfCitationLine } from '../../paper/citation-line.ts';
import type { PageFact, PageRole } from '../../paper/page-fact.ts';
import type { PaperRecord } from '../../paper/record.ts';
import { placeOf } from '../../text/place-of.ts';
import { canonical } from '../../text/tokens.ts';
import type { FoundOnPage } from './answer-blocks.ts';
import { sameAsCited, sameAsSaid, withoutOthersIds } from '../../paper/same-paper.ts';

export interface SaidHere {
  pagePaper: PageFact | null;
  /** The row that is the whole page. */
  ownRow: number | null;
  rows: ReadonlyMap<number, PageFact>;
  /** Byline does not know the site: what it calls code of packs' papers is no code on their marks. */
  isUnknownSite?: boolean;
  /** Of blocks that are entries of a reference list, by their numbers. */
  references?: ReadonlyMap<number, PageFact>;
  /** Papers that links name by their identifiers. */
  links?: readonly LinkedPaper[];
}

/** A page's fact, and the packs' paper that it is about, where there is one. */
export interface Told {
  fact: PageFact;
  known: string | null;
  role: PageRole;
}

export interface Answered extends FoundOnPage {
  told: Told[];
}

/** A stretch of a block that prints a title. */
interface TitlePlace {
  block: number;
  start: number;
  length: number;
}

/** All of a block but the white space around it. */
function wholeOf({ blocks }: BlocksRequest, block: number): TitlePlace {
  const text = blocks[block]?.text ?? '';
  return { block, start: text.length - text.trimStart().length, length: text.trim().length };
}

/** The blocks of each row. */
function blocksOf({ blocks }: BlocksRequest): Map<number, number[]> {
  const ofRow = new Map<number, number[]>();
  for (const [at, { row }] of blocks.entries()) {
    if (row === undefined) continue;
    const known = ofRow.get(row);
    if (known === undefined) ofRow.set(row, [at]);
    else known.push(at);
  }
  return ofRow;
}

/** Where a row prints its paper's title: its title blocks; a reference is one text, and its title is inside. */
function titlesOf(request: BlocksRequest, own: readonly number[], record: PaperRecord): TitlePlace[] {
  const titled = own.filter((at) => request.blocks[at]?.kind === 'title');
  if (titled.length > 0) return titled.map((at) => wholeOf(request, at)).filter(({ length }) => length > 0);
  const printed = isCitationLine(record) ? partsOfCitationLine(record) : [record.title];
  for (const block of own)
    for (const part of printed) {
      const place = placeOf(request.blocks[block]?.text ?? '', part);
      if (place !== null) return [{ block, ...place }];
    }
  const [first] = own;
  return isCitationLine(record) && first !== undefined ? [wholeOf(request, first)] : [];
}

/** Where a page without an adapter prints its paper's title. */
function headingsOf(request: BlocksRequest, title: string): TitlePlace[] {
  const wanted = canonical(title);
  return [...request.blocks.entries()].flatMap(([at, { kind, text }]) =>
    kind === 'heading' && text.length < 2 * title.length + 40 && canonical(text) === wanted
      ? [wholeOf(request, at)]
      : [],
  );
}

/** `byId`: what packs know by the identifiers that the page's facts have, by those ids' keys. */
export function withPage(
  request: BlocksRequest,
  found: FoundOnPage,
  said: SaidHere,
  byKey: (record: PaperRecord) => PaperFacts | null,
): Answered {
  let { mentions } = found;
  const facts = new Map(found.facts);
  const told: Told[] = [];
  const bylines = new Map(found.bylines.map((one) => [one.block, one]));
  const rowBlocks = blocksOf(request);

  /** What a page's own address names is right, whatever the page says else. */
  const corrected = (fact: PageFact, own: boolean): PageFact => {
    const known = byKey(fact.record);
    if (known === null || (own && found.pagePapers.some(({ paper, via }) => via === 'url' && paper === known.id)))
      return fact;
    return { ...fact, record: withoutOthersIds(fact.record, known) };
  };

  const settle = (blocks: readonly number[] | null, word: PageFact, own: boolean, cited = false): void => {
    const fact = corrected(word, own);
    const { record } = fact;
    const places = blocks === null ? headingsOf(request, record.title) : titlesOf(request, blocks, record);
    const here = mentions.filter((mention) => places.some((place) => overlap(place, mention)));
    const byIds = byKey(record);
    const named = [
      ...(byIds === null ? [] : [byIds]),
      ...(own ? found.pagePapers.map(({ paper }) => facts.get(paper)) : []),
      ...here.flatMap(({ papers }) => papers.map((id) => facts.get(id))),
    ].filter((paper) => paper !== undefined);
    const same =
      named.find((paper) => paper === byIds || sameAsSaid(factsOfRecord(record), paper)) ??
      (cited ? misspelt(record, places, here, facts) : null);
    // An own page whose address a pack knows is that paper's, also where it prints another title than the pack has.
    const known =
      same ?? (own && record.arxivId === undefined && record.doi === undefined ? byAddress(found, facts) : null);
    const paper = known ?? factsOfRecord(record);
    const code = known !== null && (known.code || (said.isUnknownSite !== true && factsOfRecord(record).code));
    facts.set(paper.id, known === null || known.code === code ? paper : { ...known, code });
    told.push({ fact, known: known?.id ?? null, role: own ? 'about' : cited ? 'cited' : 'listed' });
    const isRight = ({ papers }: Mention): boolean => papers.length === 1 && papers[0] === paper.id;
    const whole = here.filter(
      (mention) => isRight(mention) || places.some((place) => overlap(place, mention) && covers(mention, place)),
    );
    if (!whole.some(isRight))
      mentions = [...mentions.filter((mention) => !whole.includes(mention)), ...marks(places, paper.id, known)];
    else mentions = mentions.filter((mention) => !whole.includes(mention) || isRight(mention));
    for (const block of blocks ?? [])
      if (request.blocks[block]?.kind === 'byline') bylines.set(block, { block, paper: paper.id });
  };

  const ofRow = (row: number): number[] => rowBlocks.get(row) ?? [];
  for (const [row, fact] of said.rows) if (row !== said.ownRow) settle(ofRow(row), fact, false);
  // A title that a catalog knows is more certain than one that was read by weights.
  const titled = new Set(found.mentions.flatMap(({ block, via }) => (via === 'title' ? [block] : [])));
  for (const [block, fact] of said.references ?? [])
    if (fact.from.title !== 'learned' || !titled.has(block)) settle([block], fact, false, true);
  let { pagePapers } = found;
  if (said.pagePaper !== null) {
    settle(said.ownRow === null ? null : ofRow(said.ownRow), said.pagePaper, true);
    const last = told.at(-1);
    const id = last?.known ?? last?.fact.record.id;
    if (id !== undefined && !pagePapers.some(({ paper }) => paper === id))
      // A title that only looks like a pack's is no reason to call the page that paper's.
      pagePapers = [...pagePapers.filter(({ via }) => via === 'url'), { paper: id, via: 'page' }];
  }
  for (const { fact, title, block, place } of said.links ?? []) {
    const { record } = fact;
    const at = { block, ...place };
    // A known paper's link is a mention already, and so is a title that packs know.
    if (byKey(record) !== null || mentions.some((mention) => overlap(at, mention))) continue;
    facts.set(record.id, factsOfRecord(record));
    told.push({ fact, known: null, role: 'cited' });
    const via = title !== null ? 'page' : record.arxivId === undefined ? 'doi' : 'arxiv';
    mentions = [...mentions, { ...at, papers: [record.id], via, confidence: 0.9 }];
  }
  mentions = mentions.toSorted((a, b) => a.block - b.block || a.start - b.start);
  return { mentions, pagePapers, bylines: [...bylines.values()], facts, told };
}

/** The pack's paper that was found where an entry's title is, although the entry spells it otherwise. */
function misspelt(
  record: PaperRecord,
  places: readonly TitlePlace[],
  here: readonly Mention[],
  facts: ReadonlyMap<string, PaperFacts>,
): PaperFacts | null {
  const whole = here.filter((mention) => places.some((place) => overlap(place, mention) && covers(mention, place)));
  const papers = whole.flatMap(({ papers: ids }) => ids.map((id) => facts.get(id)));
  return papers.find((paper) => paper !== undefined && sameAsCited(factsOfRecord(record), paper)) ?? null;
}

/** The pack's paper that the page's address names. */
function byAddress(found: FoundOnPage, facts: ReadonlyMap<string, PaperFacts>): PaperFacts | null {
  const named = found.pagePapers.find(({ via }) => via === 'url');
  return named === undefined ? null : (facts.get(named.paper) ?? null);
}

const overlap = (place: TitlePlace, mention: TitlePlace): boolean =>
  place.block === mention.block &&
  mention.start < place.start + place.length &&
  place.start < mention.start + mention.length;

/** Whether a mention is (nearly) all of the title. */
const covers = (mention: TitlePlace, place: TitlePlace): boolean => mention.length >= 0.7 * place.length;

const marks = (places: readonly TitlePlace[], paper: string, known: PaperFacts | null): Mention[] =>
  places.map((place) => ({
    ...place,
    papers: [paper],
    via: known === null ? 'page' : 'title',
    confidence: known === null ? 0.9 : 1,
  }));
