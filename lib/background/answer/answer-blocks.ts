// Blocks of a page into what the page script draws: papers, the people of their bylines, the page's own paper. Pure.
import { findPapers, papersOfPage, type FindSource, type PaperFacts } from '../../match/find-mentions.ts';
import type { BlocksAnswer, BlocksRequest, Mention, NameMention, PaperMark } from '../../messages/page-protocol.ts';
import type { Status } from '../../library/schema.ts';
import { findNames } from '../../match/author-mentions.ts';
import { isIdTitle } from '../../paper/id-title.ts';
import type { Paper, Person } from '../../paper/schema.ts';

export type FoundOnPage = Pick<BlocksAnswer, 'mentions'> & {
  pagePapers: BlocksAnswer['pagePapers'];
  /** Byline blocks whose paper is known. */
  bylines: { block: number; paper: string }[];
  /** Of every paper that is named above. */
  facts: ReadonlyMap<string, PaperFacts>;
};

/** On a paper's own page its one title block is a mention, also where the site prints another title than we know. */
function ownTitle(
  { blocks }: BlocksRequest,
  mentions: readonly Mention[],
  pagePapers: FoundOnPage['pagePapers'],
): Mention[] {
  const titles = blocks.flatMap((block, at) => (block.kind === 'title' && block.text.trim() !== '' ? [at] : []));
  const [at] = titles;
  const [paper] = pagePapers;
  if (
    at === undefined ||
    titles.length > 1 ||
    paper === undefined ||
    new Set(pagePapers.map((one) => one.paper)).size > 1
  )
    return [];
  if (mentions.some((mention) => mention.block === at)) return [];
  const text = blocks[at]?.text ?? '';
  const start = text.length - text.trimStart().length;
  return [{ block: at, start, length: text.trim().length, papers: [paper.paper], via: paper.via, confidence: 1 }];
}

/** The paper of each row whose title names exactly one. */
function papersOfRows({ blocks }: BlocksRequest, mentions: readonly Mention[]): Map<number, string> {
  const candidates = new Map<number, Set<string>>();
  for (const mention of mentions) {
    const block = blocks[mention.block];
    if (block?.row === undefined || block.kind !== 'title') continue;
    const papers = candidates.get(block.row) ?? new Set();
    for (const paper of mention.papers) papers.add(paper);
    candidates.set(block.row, papers);
  }
  return new Map(
    [...candidates].flatMap(([row, papers]) => {
      const [paper] = papers;
      return papers.size === 1 && paper !== undefined ? [[row, paper] as const] : [];
    }),
  );
}

/**
 * Papers on the page, and which byline belongs to which.
 * @param isLeft what the page shows is still another address's: its title and byline are not those of its own paper
 */
export async function findOnPage(request: BlocksRequest, source: FindSource, isLeft = false): Promise<FoundOnPage> {
  const { own: pagePapers, facts: ownFacts } = await papersOfPage(request.url, request.meta, source);
  const found = await findPapers(
    request.blocks,
    source,
    pagePapers.map((one) => one.paper),
  );
  const mentions = [...found.mentions, ...(isLeft ? [] : ownTitle(request, found.mentions, pagePapers))];
  const rows = papersOfRows(request, mentions);
  // A page about one paper: its byline is that paper's, even when the title block was in an earlier request.
  const [only] = pagePapers;
  const single =
    !isLeft && new Set(request.blocks.flatMap((block) => block.row ?? [])).size === 1 && pagePapers.length === 1
      ? only?.paper
      : undefined;
  const bylines = request.blocks.flatMap(({ kind, row }, block) => {
    if (kind !== 'byline' || row === undefined) return [];
    const paper = rows.get(row) ?? single;
    return paper === undefined ? [] : [{ block, paper }];
  });
  return { mentions, pagePapers, bylines, facts: new Map([...found.facts, ...ownFacts]) };
}

/** The names in the bylines found, as people. `known`: by paper, the authors of whom other works are known. */
export function peopleInBylines(
  { blocks }: BlocksRequest,
  bylines: FoundOnPage['bylines'],
  papers: ReadonlyMap<string, Paper>,
  people: ReadonlyMap<string, Person>,
  known: (paper: string, person: string) => boolean,
): NameMention[] {
  return bylines.flatMap(({ block, paper }) => {
    const text = blocks[block];
    const authors = papers.get(paper)?.authors.flatMap(({ name, person }) => {
      const record = people.get(person);
      return record === undefined ? [] : [{ name, person, variants: [record.name, ...record.variants] }];
    });
    if (text === undefined || authors === undefined) return [];
    const names = new Map(authors.map((author) => [author.person, author.name] as const));
    return findNames(text, authors).map(({ start, length, person }) => ({
      block,
      start,
      length,
      person,
      name: people.get(person)?.name ?? names.get(person) ?? person,
      paper,
      ...(known(paper, person) ? { known: true as const } : {}),
    }));
  });
}

/** Every paper that the answer names, once. */
export function marksOf(
  { mentions, pagePapers, bylines, facts }: FoundOnPage,
  statuses: ReadonlyMap<string, Status>,
  followed: ReadonlyMap<string, NonNullable<PaperMark['followed']>>,
): PaperMark[] {
  const ids = new Set([
    ...mentions.flatMap((mention) => mention.papers),
    ...pagePapers.map((one) => one.paper),
    ...bylines.map((one) => one.paper),
  ]);
  return [...ids].flatMap((id) => {
    const paper = facts.get(id);
    if (paper === undefined) return [];
    const { titles, arxivId, doi, code } = paper;
    // An identifier is no title: a link that is only that is no title's mark.
    const title = titles.find((one) => !isIdTitle({ title: one, arxivId, doi })) ?? '';
    const reader = { status: statuses.get(id) ?? null, followed: followed.get(id) ?? null };
    return [{ id, title, arxivId, doi, code, summary: paper.summary === true, ...reader }];
  });
}
