// Papers that a page links to by an identifier and that it says something of: entries of lists on GitHub, posts of blogs.
// The title is the link's text where that is one, or what is certain of the entry around it; else the identifier alone
// stays.
import { withoutEnd } from '../text/without-end.ts';
import type { Block, Span } from '../messages/page-protocol.ts';
import { identifiersOf } from '../paper/identifiers.ts';
import { idTitle } from '../paper/id-title.ts';
import { plainText } from '../paper/plain-text.ts';
import { placeOf, type Place } from '../text/place-of.ts';
import { recordCode } from './code.ts';
import { codeBeside } from './code-beside.ts';
import { cleanFacts } from './clean-facts.ts';
import { titleOfEntry, type EntryTitle } from './entry-title.ts';
import { identifiersOfFields } from './field-identifiers.ts';
import { isLabel, mayBeTitle, titleOfLink, unwrapped, titleWords } from './link-text.ts';
import { makeFact } from './make-fact.ts';
import type { PageFact } from '../paper/page-fact.ts';

/** A paper that a page links to, and where it says so. */
export interface LinkedPaper {
  fact: PageFact;
  /** Null where only its identifier is known: then the title is that. */
  title: string | null;
  block: number;
  place: Place;
}

/** Minimum words between two links that make them two entries. */
const MIN_WORDS_BETWEEN = 3;
/** Maximum characters before a link that are read as its entry. */
const MAX_ENTRY = 700;

/** A link to a paper. */
interface PaperLink {
  block: number;
  start: number;
  end: number;
  arxiv: string | null;
  doi: string | null;
  openReview: string | null;
}

const OPENREVIEW =
  /^https:\/\/openreview\.net\/(?:forum|pdf|attachment|revisions)\?(?:[^#]*&)?id=([\w-]{6,40})(?:[&#]|$)/u;

const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).hostname : '');

/** `host`: the page's own, whose links are ways around the site. */
function paperLink(block: number, { start, end, kind, href }: Span, text: string, host: string): PaperLink | null {
  if (kind !== 'link' || href === undefined || hostOf(href) === host) return null;
  const { arxiv, dois } = identifiersOf(href);
  const openReview = OPENREVIEW.exec(href)?.[1] ?? null;
  const doi = dois.at(-1) ?? null;
  if (arxiv === null && doi === null && openReview === null) return null;
  const inside = text.slice(start, end);
  const from = start + (inside.length - inside.trimStart().length);
  const to = start + inside.trimEnd().length;
  return to > from ? { block, start: from, end: to, arxiv, doi, openReview } : null;
}

const keyOf = ({ arxiv, doi, openReview }: PaperLink): string => arxiv ?? doi ?? openReview ?? '';

function factOf(links: readonly PaperLink[], said: EntryTitle | null, site: string): PageFact | null {
  const arxiv = links.find((link) => link.arxiv !== null)?.arxiv ?? null;
  const doi = arxiv === null ? (links.find((link) => link.doi !== null)?.doi ?? null) : null;
  const review = links.find(({ openReview }) => openReview !== null)?.openReview ?? null;
  const named = idTitle({ arxivId: arxiv, doi });
  const title = said?.title ?? named;
  if (title === null) return null;
  const fields = {
    title: [plainText(title)],
    ...(said === null ? {} : { authors: said.authors, ...(said.year === null ? {} : { date: [String(said.year)] }) }),
    ...(arxiv === null ? {} : { arxiv: [arxiv] }),
    ...(doi === null ? {} : { doi: [doi] }),
    ...(review === null ? {} : { page: [`https://openreview.net/forum?id=${review}`] }),
  };
  const candidate = { from: 'pattern' as const, fields, title: plainText(title), ids: identifiersOfFields(fields) };
  const clean = cleanFacts([candidate], { names: new Set(), document: '' });
  if (clean === null) return null;
  // Nothing on the page says the title.
  if (said === null) delete clean.from.title;
  return makeFact(clean, site);
}

const isProse = ({ kind }: Block): boolean => kind === 'text';

/** Nothing but signs and labels is before and behind a link on its line. */
function isSetApart({ text, kind }: Block, { start, end }: PaperLink): boolean {
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const behind = text.slice(end);
  const first = !/\p{L}{2}/u.test(before) || /^\W*(?:\w{2,12}\W+){0,2}\d{4}\W*$/u.test(before);
  if (!first) return false;
  const [line = ''] = behind.split('\n', 1);
  if (!/\p{L}{3}/u.test(line) || isLabel(line)) return true;
  // A sentence that begins with a link goes on with words.
  return kind !== 'text' && /^\s?(?:[.,;:|([–—]|-\s|\s[-–—|([])/u.test(behind);
}

const quotedAround = (text: string, { start, end }: PaperLink): boolean =>
  /["“„«]\s?$/u.test(text.slice(Math.max(0, start - 2), start)) && /^[.,]?["”»]/u.test(text.slice(end, end + 2));

/** Titles of links by their places. */
function linkTitle(block: Block, link: PaperLink): string | null {
  const text = block.text.slice(link.start, link.end);
  const emphasized = block.spans.some(
    ({ kind, start, end }) =>
      (kind === 'quote' || kind === 'emphasis') &&
      start >= link.start - 2 &&
      end <= link.end + 2 &&
      end - start >= 0.9 * text.trim().length,
  );
  return titleOfLink(text, {
    setApart: block.kind === 'heading' || isSetApart(block, link),
    quoted: quotedAround(block.text, link) || (emphasized && block.kind !== 'text'),
    before: block.text.slice(Math.max(0, link.start - 20), link.start),
  });
}

/** Links of a block that name one paper: those with hardly a word between them. */
function clustersOf(block: Block, links: readonly PaperLink[]): PaperLink[][] {
  const clusters: PaperLink[][] = [];
  for (const link of links) {
    const last = clusters.at(-1)?.at(-1);
    const isClose = last !== undefined && titleWords(block.text.slice(last.end, link.start)).length < MIN_WORDS_BETWEEN;
    if (isClose && isLabel(block.text.slice(link.start, link.end))) clusters.at(-1)?.push(link);
    else clusters.push([link]);
  }
  return clusters;
}

/** One paper in several forms: at most one id of each kind. */
const isOne = (cluster: readonly PaperLink[]): boolean =>
  (['arxiv', 'doi', 'openReview'] as const).every(
    (kind) => new Set(cluster.map((link) => link[kind]).filter((id) => id !== null)).size <= 1,
  );

/** Without the signs that open a label: "Title. [". */
const trimmed = (text: string): string => withoutEnd(text, /[\s[(|:–—-]/u).replace(/^[\s\]),.;:|–—-]+/u, '');

/** Every line but the first is names or where it appeared: as lists with a line for each have it. */
function entryFrom(block: Block, from: number, to: number): EntryTitle | null {
  if (to - from > MAX_ENTRY) return null;
  const text = block.text.slice(from, to);
  const marks = block.spans
    .filter(({ start, end, kind }) => start >= from && end <= to && kind !== 'name')
    .flatMap(({ start, end, kind, href }) =>
      // What leads to code is called as the code is.
      kind === 'name' || (kind === 'link' && href !== undefined) ? [] : [{ text: block.text.slice(start, end), kind }],
    );
  const lines = text.split('\n').filter((line) => titleWords(line).length > 0);
  const whole = titleOfEntry(trimmed(text.replace(/\s+/gu, ' ')), marks, isProse(block));
  if (lines.length < 2 || whole === null) return whole;
  // A line break may be the page's, or its source's.
  const [first = ''] = lines;
  const lead = titleOfEntry(trimmed(first), marks, isProse(block));
  return lead !== null && whole.title.startsWith(lead.title) ? lead : whole;
}

/** What is behind a link is its title only where it is no row of other links: "Article ADS PubMed". */
const hasLinks = ({ spans }: Block, from: number, to: number): boolean =>
  spans.filter(({ kind, start, end }) => kind === 'link' && start >= from && end <= to).length > 1;

/** The cell of a row that is a title, where one is. */
function cellTitle(
  blocks: readonly Block[],
  row: readonly number[],
  link: PaperLink,
): { block: number; said: EntryTitle } | null {
  const titles = row.flatMap((at) => {
    const block = blocks[at];
    if (block === undefined || at === link.block || block.kind === 'byline') return [];
    const title = unwrapped(block.text);
    return titleWords(title).length >= 4 && mayBeTitle(title)
      ? [{ block: at, said: { title, authors: [], year: null } }]
      : [];
  });
  const [only] = titles;
  return titles.length === 1 && only !== undefined ? only : null;
}

/** Where a row of labels that goes on from a place ends: "[Paper] [Code] [Slides] Another title …". */
function endOfLabels({ text, spans }: Block, from: number, to: number): number {
  let end = from;
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    if (span.kind !== 'link' || span.start < end || span.end > to) continue;
    if (titleWords(text.slice(end, span.start)).length > 0 || !isLabel(text.slice(span.start, span.end))) break;
    end = span.end;
  }
  return end;
}

/** What a page's links are read beside. */
export interface LinkContext {
  url: string;
  /** As a card calls the page's site. */
  siteName: string;
  /** arXiv ids and DOIs of the page's own paper: links to it say nothing new. */
  own: ReadonlySet<string>;
  /** Whether a block is read as something else. */
  isRead: (block: number) => boolean;
}

/** The papers that blocks link to by an identifier, one for each row or entry. */
export function linkedPapers(blocks: readonly Block[], { url, siteName, own, isRead }: LinkContext): LinkedPaper[] {
  const rows = new Map<number, number[]>();
  for (const [at, { row }] of blocks.entries()) if (row !== undefined) rows.set(row, [...(rows.get(row) ?? []), at]);
  const host = hostOf(url);
  const found: LinkedPaper[] = [];
  const seen = new Set<string>();
  /** Blocks whose title was taken for another link of their row. */
  const titles = new Set<number>();
  /** `to`: where the entry of the first link ends in its block. */
  const add = (
    links: readonly PaperLink[],
    said: EntryTitle | null,
    block: number,
    { place = null, to = 0 }: { place?: Place | null; to?: number } = {},
  ): void => {
    const [first] = links;
    if (first === undefined) return;
    const bare = factOf(links, said, siteName);
    const around = blocks[first.block];
    const row = around?.row;
    if (bare === null || around === undefined) return;
    const fact = withCode(bare, codeOfEntry(around, first.start, to));
    const once = `${row === undefined ? `b${first.block}` : `r${row}`} ${fact.record.id}`;
    if (seen.has(once)) return;
    seen.add(once);
    found.push({
      fact,
      title: said?.title ?? null,
      block: place === null ? first.block : block,
      place: place ?? { start: first.start, length: first.end - first.start },
    });
  };
  /** What the entry of a link says is its code: behind the link, or in another cell of its row where that has no other
   *  paper. */
  const codeOfEntry = (block: Block, from: number, to: number): string[] => {
    const row = block.row === undefined ? [] : (rows.get(block.row) ?? []);
    const cells = isOne(row.flatMap(linksOf)) ? row.flatMap((at) => blocks[at] ?? []) : [];
    const inRow = cells.flatMap((cell) => (cell === block ? [] : codeBeside(cell, 0, cell.text.length, url)));
    return [...codeBeside(block, from, to, url), ...inRow];
  };
  const withCode = (fact: PageFact, urls: readonly string[]): PageFact => {
    if (urls.length === 0) return fact;
    const code = recordCode(
      urls.map((address) => ({ url: address, why: 'text' })),
      siteName,
    );
    return { ...fact, record: { ...fact.record, code }, from: { ...fact.from, code: 'pattern' } };
  };
  const linksOf = (at: number): PaperLink[] => {
    const block = blocks[at];
    if (block === undefined || block.kind === 'title' || block.kind === 'byline' || isRead(at)) return [];
    return block.spans
      .map((span) => paperLink(at, span, block.text, host))
      .filter((link) => link !== null)
      .filter((link) => !own.has(keyOf(link)))
      .toSorted((a, b) => a.start - b.start);
  };
  for (const [at, block] of blocks.entries()) {
    const links = linksOf(at);
    let from = 0;
    const clusters = clustersOf(block, links);
    for (const [number, cluster] of clusters.entries()) {
      const [first] = cluster;
      const last = cluster.at(-1);
      if (first === undefined || last === undefined) continue;
      const gap = from;
      from = last.end;
      if (!isOne(cluster)) {
        for (const link of cluster) add([link], null, at);
        continue;
      }
      // The next entry's title comes before its link: only what is close behind this one is of this one.
      const next = clusters[number + 1]?.[0]?.start;
      const to = next === undefined ? block.text.length : endOfLabels(block, last.end, next);
      const title = linkTitle(block, first);
      if (title !== null) {
        const place = { start: first.start, length: first.end - first.start };
        add(cluster, { title, authors: [], year: null }, at, { place, to });
        continue;
      }
      const isWords = cluster.some(({ start, end }) => !isLabel(block.text.slice(start, end)));
      const behind = block.text.slice(last.end, clusters[number + 1]?.[0]?.start ?? block.text.length);
      const before = titleWords(trimmed(block.text.slice(gap, first.start))).length;
      const said = isWords
        ? null
        : before >= 2
          ? entryFrom(block, gap, first.start)
          : hasLinks(block, last.end, last.end + behind.length)
            ? null
            : entryFrom(block, last.end, last.end + behind.length);
      if (said !== null) {
        add(cluster, said, at, { place: placeOf(block.text, said.title), to });
        continue;
      }
      const row = before < 2 && block.row !== undefined ? (rows.get(block.row) ?? []) : [];
      const cell = isOne(row.flatMap(linksOf)) ? cellTitle(blocks, row, first) : null;
      if (cell === null) add(cluster, null, at, { to });
      // The row's other links are to the same paper in another form.
      else if (!titles.has(cell.block)) {
        titles.add(cell.block);
        add(cluster, cell.said, cell.block, { place: placeOf(blocks[cell.block]?.text ?? '', cell.said.title), to });
      }
    }
  }
  return found;
}
